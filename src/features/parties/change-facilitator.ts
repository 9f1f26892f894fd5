/** Entrusts a lot to a facilitation structure, changes its part, or takes the lot back. */
import { organisationOf } from '#domain/actor.ts';
import { addDays, parisDay } from '#domain/day.ts';
import type { LotFacilitator } from '#domain/lot-facilitators.ts';
import { checkFacilitator, nearestFirst } from '#domain/lot-facilitators.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { insertLotAssignment, updateLotAssignment } from '#db/lot-assignment.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';
import type { EditFacilitatorInput, NewFacilitatorInput } from './input.ts';
import type { AssignmentRow } from './queries.ts';
import { findAssignment, findManagedLot, listAssignments, listColleagues, lockLot } from './queries.ts';

interface Changed {
  id: string;
  lotId: string;
}

export interface Structure {
  id: string;
  name: string;
  city: string;
  postcode: string;
}

/** Every facilitation structure of the instance, those of the place of execution first; only names and towns. */
export async function listStructures(ctx: Context, department: string): Promise<Structure[]> {
  const all = await throughGate(ctx, ({ db }) =>
    db
      .selectFrom('organisation')
      .select(['id', 'name', 'city', 'postcode'])
      .where('kind', '=', 'facilitator')
      .where('closedAt', 'is', null)
      .execute(),
  );
  return nearestFirst(all, department);
}

export async function assignFacilitator(ctx: Context, input: NewFacilitatorInput): Promise<Result<Changed>> {
  const lot = await findManagedLot(ctx, input.id);
  if (lot === null) return refuse('not-found');
  await lockLot(ctx, lot.lotId);
  const structures = await listStructures(ctx, lot.department);
  if (!structures.some(({ id }) => id === input.organisation)) {
    return refuse('facilitator-unknown', { field: 'organisation' });
  }
  const today = parisDay(ctx.now);
  const rows = await listAssignments(ctx, lot.lotId);
  const former = rows.find(
    (row) => row.organisationId === input.organisation && row.untilDay !== null && row.untilDay < today,
  );
  const person = await personChosen(ctx, input);
  if (!person.ok) return person;
  const accountId = person.value;
  const { organisation, role, territory, share: shareBasisPoints } = input;
  const assigned = { id: former?.id ?? '', organisation, role, shareBasisPoints, untilDay: null };
  const checked = checkFacilitator(assigned, { others: rows.map(asFacilitator), today });
  if (!checked.ok) return checked;
  const fields = { role, territory, shareBasisPoints, untilDay: null };
  const { lotId, marketId } = lot;
  const id =
    former === undefined
      ? await insertLotAssignment(ctx, {
          lotId,
          marketId,
          organisationId: organisation,
          accountId,
          fromDay: today,
          ...fields,
        })
      : await updateLotAssignment(ctx, { id: former.id, version: former.version, accountId, ...fields });
  if (id === null) return refuse('changed-meanwhile');
  await record(ctx, {
    action: 'facilitator.assigned',
    subjectType: 'lot-assignment',
    subjectId: id,
    after: { lot: lotId, organisation, accountId, ...fields },
  });
  return done({ id, lotId });
}

export async function editFacilitator(ctx: Context, input: EditFacilitatorInput): Promise<Result<Changed>> {
  const before = await lockManaged(ctx, input.id);
  if (before === null) return refuse('not-found');
  const { id, version, role, territory, share: shareBasisPoints } = input;
  const others = (await listAssignments(ctx, before.lotId)).map(asFacilitator);
  const checked = checkFacilitator(
    { ...asFacilitator(before), role, shareBasisPoints },
    { others, today: parisDay(ctx.now) },
  );
  if (!checked.ok) return checked;
  const person = await personChosen(ctx, { organisation: before.organisationId, account: input.account });
  if (!person.ok) return person;
  // Another structure's person stays hers to change.
  const own = before.organisationId === organisationOf(ctx.actor);
  const accountId = own ? person.value : before.accountId;
  const change = { accountId, role, territory, shareBasisPoints };
  if ((await updateLotAssignment(ctx, { id, version, ...change })) === null) return refuse('changed-meanwhile');
  await record(ctx, {
    action: 'facilitator.edited',
    subjectType: 'lot-assignment',
    subjectId: id,
    before: {
      accountId: before.accountId,
      role: before.role,
      territory: before.territory,
      shareBasisPoints: before.shareBasisPoints,
    },
    after: change,
  });
  return done({ id, lotId: before.lotId });
}

/** Its access ends at once: its last day was yesterday. */
export async function endFacilitator(
  ctx: Context,
  { id }: { id: string },
): Promise<Result<Changed & { organisation: string }>> {
  const assignment = await lockManaged(ctx, id);
  if (assignment === null) return refuse('not-found');
  const untilDay = addDays(parisDay(ctx.now), -1);
  if (assignment.untilDay !== null && assignment.untilDay <= untilDay) return refuse('already-done');
  await updateLotAssignment(ctx, { id, version: assignment.version, untilDay });
  await record(ctx, {
    action: 'facilitator.ended',
    subjectType: 'lot-assignment',
    subjectId: id,
    after: { untilDay },
  });
  return done({ id, lotId: assignment.lotId, organisation: assignment.organisationId });
}

/** Takes back a withdrawal, as long as the parts still hold together. */
export async function restoreFacilitator(ctx: Context, { id }: { id: string }): Promise<Result<Changed>> {
  const assignment = await lockManaged(ctx, id);
  if (assignment === null) return refuse('not-found');
  const today = parisDay(ctx.now);
  if (assignment.untilDay === null || assignment.untilDay >= today) return refuse('already-done');
  const others = (await listAssignments(ctx, assignment.lotId)).map(asFacilitator);
  const checked = checkFacilitator({ ...asFacilitator(assignment), untilDay: null }, { others, today });
  if (!checked.ok) return checked;
  await updateLotAssignment(ctx, { id, version: assignment.version, untilDay: null });
  await record(ctx, {
    action: 'facilitator.restored',
    subjectType: 'lot-assignment',
    subjectId: id,
    before: { untilDay: assignment.untilDay },
    after: { untilDay: null },
  });
  return done({ id, lotId: assignment.lotId });
}

/** Nobody chosen, or somebody who follows lots in one's own structure. */
async function personChosen(
  ctx: Context,
  { organisation, account }: { organisation: string; account: string },
): Promise<Result<string | null>> {
  if (account === '' || organisation !== organisationOf(ctx.actor)) return done(null);
  const known = (await listColleagues(ctx)).some(({ id }) => id === account);
  return known ? done(account) : refuse('facilitator-person', { field: 'account' });
}

async function lockManaged(ctx: Context, id: string): Promise<AssignmentRow | null> {
  const assignment = await findAssignment(ctx, id);
  if (assignment === null || (await findManagedLot(ctx, assignment.lotId)) === null) return null;
  await lockLot(ctx, assignment.lotId);
  return findAssignment(ctx, id);
}

function asFacilitator({ id, organisationId, role, shareBasisPoints, untilDay }: AssignmentRow): LotFacilitator {
  return { id, organisation: organisationId, role, shareBasisPoints, untilDay };
}
