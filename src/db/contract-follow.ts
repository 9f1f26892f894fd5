/** What follows from a contract written: its visits, and when to ask where the person is. Called by all that write contracts. */
import { sql } from 'kysely';
import type { Actor } from '#domain/actor.ts';
import { organisationOf } from '#domain/actor.ts';
import type { EndReason } from '#domain/contract-state.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import { holidayTerritoryOf } from '#domain/public-holidays.ts';
import { planVisits } from '#domain/visit-plan.ts';
import type { KnownVisit, VisitChanges } from '#domain/visit-replan.ts';
import { replanVisits } from '#domain/visit-replan.ts';
import { followExits } from './contract-exits.ts';
import { readPathwaySettings } from './pathway-settings.ts';
import type { Transaction } from './transaction.ts';

export interface Follower {
  db: Transaction;
  now: Date;
  actor: Actor;
}

interface FollowedContract {
  id: string;
  personId: string;
  holderId: string;
  startsOn: Day;
  trialEndsOn: Day | null;
  plannedEndOn: Day | null;
  endedOn: Day | null;
  endReason: EndReason | null;
  removed: boolean;
  departmentCode: string | null;
  createdAt: Date;
  accountId: string | null;
}

/** The same contract followed twice changes nothing the second time. */
export async function followContract(ctx: Follower, id: string): Promise<void> {
  const contract = await findFollowed(ctx, id);
  if (contract === null) return;
  const today = parisDay(ctx.now);
  const settings = await readPathwaySettings(ctx, { organisation: contract.holderId, day: today });
  const territory = holidayTerritoryOf(contract.departmentCode ?? '');
  const changes = replanVisits({
    plan: planVisits(contract, { settings, territory }),
    known: await listKnown(ctx, id),
    knownOn: parisDay(contract.createdAt),
    endedOn: contract.endedOn,
    removed: contract.removed,
  });
  await keepChanges(ctx, contract, changes);
  // A company sees its own contracts only: the structure, or the nightly job, measures the exits.
  if (ctx.actor.kind === 'job' || organisationOf(ctx.actor) === contract.holderId) {
    await followExits(ctx, { person: contract.personId, holder: contract.holderId, settings });
  }
}

async function findFollowed({ db }: Follower, id: string): Promise<FollowedContract | null> {
  const found = await sql<FollowedContract>`
    select c.id, c.person_id, c.holder_id, c.starts_on, c.trial_ends_on, c.planned_end_on, c.ended_on, c.end_reason,
      c.state = 'removed' as removed, c.created_at, m.department_code,
      (select a.account_id from lot_assignment a where a.lot_id = c.lot_id and a.organisation_id = c.holder_id
        and a.account_id is not null and (a.until_day is null or a.until_day >= paris_today())
        order by a.role = 'lead' desc, a.id limit 1) as account_id
    from employment_contract c left join market m on m.id = c.market_id where c.id = ${id}`.execute(db);
  return found.rows[0] ?? null;
}

async function listKnown({ db }: Follower, contract: string): Promise<KnownVisit[]> {
  return db
    .selectFrom('visit')
    .select(['id', 'planKey as key', 'state', 'dueOn', 'cancelledBecause'])
    .where('contractId', '=', contract)
    .execute();
}

async function keepChanges(
  { db, now }: Follower,
  contract: FollowedContract,
  { add, move, cancel }: VisitChanges,
): Promise<void> {
  for (const { id, wantedOn, dueOn } of move) {
    await db
      .updateTable('visit')
      .set((row) => ({ wantedOn, dueOn, state: 'planned', cancelledBecause: null, version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }
  for (const { id, because } of cancel) {
    await db
      .updateTable('visit')
      .set((row) => ({ state: 'cancelled', cancelledBecause: because, version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }
  if (add.length === 0) return;
  const { id: contractId, personId, holderId, accountId } = contract;
  await db
    .insertInto('visit')
    .values(
      add.map(({ key, kind, wantedOn, dueOn }) => ({
        holderId,
        personId,
        contractId,
        accountId,
        kind,
        planKey: key,
        wantedOn,
        dueOn,
        createdAt: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
