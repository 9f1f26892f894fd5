/** A prescriber proposes somebody: new, or known from an earlier proposal. The answer is the same whoever else knows her. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { insertPerson } from '#db/person.ts';
import { referentOfAccount } from '#db/referent.ts';
import type { Context } from '#http/context.ts';
import type { ProposalInput, ProposedLine } from './input.ts';
import type { NewReferral } from './queries.ts';
import { findOwnOpen, findReferral, insertReferral } from './queries.ts';
import { listStructures } from './structure-queries.ts';

export async function proposePerson(ctx: Context, input: ProposalInput): Promise<Result<{ id: string }>> {
  const { holderId } = input;
  const proposed = proposedOf(input);
  if (proposed.claims.length === 0) return refuse('referral-claims-missing', { field: 'claims' });
  if (proposed.birthDate !== null && proposed.birthDate > parisDay(ctx.now)) {
    return refuse('birth-date-future', { field: 'birthDate' });
  }
  if (!(await isPartner(ctx, holderId))) return refuse('referral-structure-unknown', { field: 'holderId' });
  if ((await findOwnOpen(ctx, { identity: proposed, holderId })) !== null) return refuse('referral-already-open');
  return done({ id: await writeProposal(ctx, { holderId, proposed, source: 'form' }) });
}

/** The same structure: the same file. Another one: a file of its own, which knows nothing of the first. */
export async function proposeAgain(
  ctx: Context,
  { id, holderId }: { id: string; holderId: string },
): Promise<Result<{ id: string }>> {
  const former = await findReferral(ctx, { id, side: 'prescriberId' });
  if (former === null) return refuse('not-found');
  if (!(await isPartner(ctx, holderId))) return refuse('referral-structure-unknown', { field: 'holderId' });
  if ((await findOwnOpen(ctx, { identity: former, holderId })) !== null) return refuse('referral-already-open');
  const proposed = proposedOf(former);
  const personId = former.holderId === holderId ? former.personId : undefined;
  return done({ id: await writeProposal(ctx, { holderId, proposed, source: 'known', personId }) });
}

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

async function isPartner(ctx: Context, holderId: string): Promise<boolean> {
  return (await listStructures(ctx)).some(({ id }) => id === holderId);
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

function proposedOf<Claims>(all: Omit<ProposedLine, 'claims'> & { claims: Claims }) {
  const { familyName, givenName, birthDate, commune, phone, email, claims, wishCode, availableFrom } = all;
  return { familyName, givenName, birthDate, commune, phone, email, claims, wishCode, availableFrom };
}

function identityOf({ familyName, givenName, birthDate, commune, phone, email }: Omit<ProposedLine, 'claims'>) {
  return { familyName, givenName, birthDate, commune, phone, email };
}
