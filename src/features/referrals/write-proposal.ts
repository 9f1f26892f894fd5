/** Writes a proposal with its journal: the person's file when she has none here, the referent, what was typed. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import { record } from '#db/audit.ts';
import { insertPerson } from '#db/person.ts';
import { referentOfAccount } from '#db/referent.ts';
import type { Context } from '#http/context.ts';
import type { ProposedLine } from './input.ts';
import type { NewReferral } from './queries.ts';
import { insertReferral } from './queries.ts';

export async function writeProposal(
  ctx: Context,
  {
    holderId,
    proposed,
    source,
    personId,
  }: Pick<NewReferral, 'holderId' | 'source' | 'proposed'> & { personId?: string | undefined },
): Promise<string> {
  const prescriberId = organisationOf(ctx.actor) ?? '';
  const person = personId ?? (await insertPerson(ctx, { ...identityOf(proposed), holderId, proposedBy: prescriberId }));
  const referentId = await ownReferent(ctx, prescriberId);
  const id = await insertReferral(ctx, { personId: person, holderId, prescriberId, referentId, source, proposed });
  await record(ctx, {
    action: 'referral.proposed',
    subjectType: 'referral',
    subjectId: id,
    after: { holderId, source },
  });
  return id;
}

export function proposedOf<Claims>(all: Omit<ProposedLine, 'claims'> & { claims: Claims }) {
  const { familyName, givenName, birthDate, commune, phone, email, claims, wishCode, availableFrom } = all;
  return { familyName, givenName, birthDate, commune, phone, email, claims, wishCode, availableFrom };
}

async function ownReferent(ctx: Context, prescriber: string): Promise<string> {
  const account = accountOf(ctx.actor) ?? '';
  const known = await ctx.db
    .selectFrom('account')
    .select(['name', 'email'])
    .where('id', '=', account)
    .executeTakeFirst();
  return referentOfAccount(ctx, { prescriber, account, name: known?.name ?? 'Équipe', email: known?.email ?? '' });
}

function identityOf({ familyName, givenName, birthDate, commune, phone, email }: Omit<ProposedLine, 'claims'>) {
  return { familyName, givenName, birthDate, commune, phone, email };
}
