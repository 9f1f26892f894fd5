/** Reads the proofs an account may give: codes, passkeys, professional identity. As the gate. */
import type { Factors } from '#domain/second-factor.ts';
import type { Context } from '#http/context.ts';

type Asking = Pick<Context, 'db'>;

export async function readFactors({ db }: Asking, account: string): Promise<Factors> {
  const codes = await db
    .selectFrom('secondFactor')
    .select('confirmedAt')
    .where('accountId', '=', account)
    .executeTakeFirst();
  const passkeys = await listPasskeys({ db }, account);
  return { codes: codes !== undefined && codes.confirmedAt !== null, passkeys: passkeys.length };
}

export function listPasskeys({ db }: Pick<Context, 'db'>, account: string) {
  return db.selectFrom('passkey').select(['credentialId', 'transports']).where('accountId', '=', account).execute();
}

export async function findSecret(
  { db }: Asking,
  account: string,
): Promise<{ sealed: string; lastCounter: number } | null> {
  const row = await db
    .selectFrom('secondFactor')
    .select(['secretSealed', 'lastCounter'])
    .where('accountId', '=', account)
    .where('confirmedAt', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : { sealed: row.secretSealed, lastCounter: row.lastCounter };
}

export async function findPasskey({ db }: Asking, credentialId: string) {
  const row = await db
    .selectFrom('passkey')
    .select(['id', 'accountId', 'credentialId', 'publicKey', 'counter', 'transports'])
    .where('credentialId', '=', credentialId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function findIdentityAccount(
  { db }: Asking,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('professionalIdentity')
    .select('accountId')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.accountId ?? null;
}

export async function hasIdentity({ db }: Asking, account: string): Promise<boolean> {
  const row = await db
    .selectFrom('professionalIdentity')
    .select('subject')
    .where('accountId', '=', account)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
