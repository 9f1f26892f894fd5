/** What is asked and written before a link belongs to its second side. All of it runs as the gate. */
import { sql } from 'kysely';
import { pairingPolicy } from '#domain/exchange-link.ts';
import type { Context } from '#http/context.ts';
import type { LinkRow } from './queries.ts';
import { linkColumns } from './queries.ts';

export interface Establishment {
  id: string;
  identifier: string | null;
  identifierType: string;
}

export async function findEstablishment({ db }: Context, organisation: string): Promise<Establishment | null> {
  const row = await db
    .selectFrom('organisation')
    .select(['id', 'identifier', 'identifierType'])
    .where('id', '=', organisation)
    .executeTakeFirst();
  return row ?? null;
}

/** Open services of this SIRET, this one left out. */
export async function organisationsOfSiret(
  { db }: Context,
  { siret, except }: { siret: string; except: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation')
    .select('id')
    .where('identifierType', '=', 'SIRET')
    .where('identifier', '=', siret)
    .where('closedAt', 'is', null)
    .where('id', '<>', except)
    .execute();
  return rows.map(({ id }) => id);
}

/** Two people with the same code wait for each other here; the second finds nothing. */
export async function lockLinkOfCode({ db }: Context, pairingHash: string): Promise<LinkRow | null> {
  const row = await db
    .selectFrom('exchangeLink')
    .select(linkColumns)
    .where('pairingHash', '=', pairingHash)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** A wrong code names no link: it counts against those that wait for this SIRET. */
export async function countWrongCode({ db, now }: Context, siret: string): Promise<void> {
  await sql`update exchange_link set pairing_failures = pairing_failures + 1
    where invited_identifier = ${siret} and accepted_at is null and revoked_at is null
      and pairing_expires_at > ${now} and pairing_failures < ${pairingPolicy.tries}`.execute(db);
}

export async function countWrongOrganisation({ db }: Context, id: string): Promise<void> {
  await sql`update exchange_link set pairing_failures = pairing_failures + 1 where id = ${id}`.execute(db);
}

export async function attach(
  { db, now }: Context,
  { id, organisation, account }: { id: string; organisation: string; account: string | null },
): Promise<void> {
  await db
    .updateTable('exchangeLink')
    .set((row) => ({
      toOrganisationId: organisation,
      acceptedAt: now,
      acceptedBy: account,
      pairingHash: null,
      pairingExpiresAt: null,
      version: row('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}
