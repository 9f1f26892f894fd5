/** Steps of the proposals of one person: all of them move together, each keeps what undoes it, and the referents are told. */
import { sql } from 'kysely';
import type { Actor } from '#domain/actor.ts';
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { ReferralState } from '#domain/referral-state.ts';
import { referralMachine, stateAfterDecision } from '#domain/referral-state.ts';
import { isClosed } from '#domain/state-machine.ts';
import { record } from './audit.ts';
import { tellReferent } from './referral-feedback.ts';
import type { Transaction } from './transaction.ts';

interface Ctx {
  db: Transaction;
  actor: Actor;
  now: Date;
}

export interface StandingReferral {
  id: string;
  state: ReferralState;
}

/** Those of one person in the actor's structure, held until the step is written. */
export async function lockReferralsOf({ db, actor }: Ctx, person: string): Promise<StandingReferral[]> {
  return db
    .selectFrom('referral')
    .select(['id', 'state'])
    .where('personId', '=', person)
    .where('holderId', '=', organisationOf(actor) ?? '')
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function stepReferrals(
  ctx: Ctx,
  step: {
    person: string;
    referrals: readonly StandingReferral[];
    to: ReferralState;
    reason?: string;
  },
): Promise<void> {
  const { referrals, to, reason = '', person } = step;
  if (referrals.length === 0) return;
  const { db, now } = ctx;
  const closed = isClosed(referralMachine, to);
  await sql`update referral set before_step = jsonb_build_object('state', state, 'since', since, 'reason', reason,
      'acceptedAt', accepted_at, 'acceptedBy', accepted_by, 'meetOn', meet_on, 'closedAt', closed_at),
      state = ${to}, since = ${parisDay(now)}, reason = ${reason}, closed_at = ${closed ? now : null}, version = version + 1
    where id = any(${referrals.map(({ id }) => id)}::uuid[])`.execute(db);
  for (const { id, state } of referrals) {
    await record(ctx, {
      action: 'referral.moved',
      subjectType: 'referral',
      subjectId: id,
      before: { state },
      after: { state: to, ...(reason !== '' && { reason }) },
    });
  }
  if (to !== 'referred' && to !== 'withdrawn') await tellReferent(ctx, { personId: person, what: to, reason });
}

/** A decision on eligibility carries the proposals of the person with it; called by whatever decides. */
export async function followDecision(
  ctx: Ctx,
  { person, eligible }: { person: string; eligible: boolean },
): Promise<void> {
  const moves = Map.groupBy(await lockReferralsOf(ctx, person), ({ state }) => stateAfterDecision(state, eligible));
  for (const [to, all] of moves) {
    const referrals = all.filter(({ state }) => state !== to);
    await stepReferrals(ctx, { person, referrals, to });
  }
}

/** A hire closes every proposal still open; with none, her file alone keeps the news. */
export async function followHire(ctx: Ctx, person: string): Promise<void> {
  const referrals = (await lockReferralsOf(ctx, person)).filter(({ state }) => !isClosed(referralMachine, state));
  if (referrals.length === 0) return tellReferent(ctx, { personId: person, what: 'hired' });
  await stepReferrals(ctx, { person, referrals, to: 'hired' });
}

/** The hire did not take place: the proposals it closed are again where they were, and the referents are told. */
export async function undoHireOfReferrals(ctx: Ctx, { person, since }: { person: string; since: Date }): Promise<void> {
  const closed = await sql<{ id: string }>`update referral set state = before_step ->> 'state',
      since = (before_step ->> 'since')::date, reason = before_step ->> 'reason',
      closed_at = (before_step ->> 'closedAt')::timestamptz, before_step = null, version = version + 1
    where person_id = ${person} and holder_id = ${organisationOf(ctx.actor)} and state = 'hired' and before_step is not null
      and closed_at >= ${since}
    returning id`.execute(ctx.db);
  for (const { id } of closed.rows) {
    await record(ctx, {
      action: 'referral.step-undone',
      subjectType: 'referral',
      subjectId: id,
      before: { state: 'hired' },
    });
  }
  await tellReferent(ctx, { personId: person, what: 'undone' });
}

/** Whoever has a profile in the pool is in the pool, for those who referred her too. */
export async function followPool(ctx: Ctx, person: string): Promise<void> {
  const referrals = (await lockReferralsOf(ctx, person)).filter(
    ({ state }) => state === 'eligible' || state === 'expired',
  );
  await stepReferrals(ctx, { person, referrals, to: 'in-pool' });
}
