/** What lots owe and have, counted by the database in the words of domain/progress.ts; a test holds the two together. */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { CountingRules } from '#domain/counting-rules.ts';
import type { Day } from '#domain/day.ts';
import type { ProgressFacts, ProgressStatus } from '#domain/progress.ts';
import type { BoardCode, PlacedSetting } from './placed-settings.ts';
import { placedRules } from './placed-settings.ts';

export interface LotFacts {
  lotId: string;
  marketId: string;
  number: number;
  title: string;
  trade: string;
  state: string;
  startsOn: Day;
  endsOn: Day;
  /** No day was given: nothing is expected yet. */
  undated: boolean;
  /** Only commitments that grow with the amounts or the hours worked: what is due is due to this day. */
  growing: boolean;
  /** One of them is a share of all the hours worked. */
  byWork: boolean;
  /** Minutes of tranches that the buyer has not affirmed: not owed yet. */
  waiting: number;
  due: number | null;
  done: number;
  submitted: number;
  expected: number;
  status: ProgressStatus;
  /** What was set nearer than the national default, rule by rule; null when nothing was. */
  setRules: Partial<Pick<CountingRules, BoardCode>> | null;
}

/** thresholds, tranche: the default, where nothing nearer was set. */
export interface StandingScope {
  today: Day;
  settings: readonly PlacedSetting[];
  thresholds: CountingRules['progress-thresholds'];
  tranche: CountingRules['variable-tranche'];
  /** A company reads its own part: its own hours, and its share or the whole lot it holds. */
  partyOf: string | null;
}

/** A table to read from: one row per lot that `which` keeps. Inside, l is the lot and m its market: call no outer table so. */
export function lotStanding(
  { today, thresholds, tranche, partyOf, settings }: StandingScope,
  which: RawBuilder<unknown>,
): RawBuilder<LotFacts> {
  const due = partyOf === null ? sql`owed.due` : dueOfParty(partyOf);
  const threshold = (name: keyof typeof thresholds) =>
    settings.length === 0
      ? sql`${thresholds[name]}::bigint`
      : sql`coalesce((set_rules -> 'progress-thresholds' ->> ${name})::bigint, ${thresholds[name]}::bigint)`;
  return sql<LotFacts>`select judged.*,
    case
      when coalesce(due, 0) = 0 then case when due = 0 and (growing or waiting > 0) then 'not-triggered' else 'no-obligation' end
      when done >= due then 'fulfilled'
      when ${today}::date > ends_on then 'late'
      when done * 10000 >= expected * ${threshold('onTrackBasisPoints')} then 'on-track'
      when done * 10000 >= expected * ${threshold('toWatchBasisPoints')} then 'to-watch'
      else 'late'
    end as status
  from (
    select known.*,
      case when growing then case when ${today}::date < starts_on then 0 else coalesce(due, 0) end
        else (coalesce(due, 0) * least(length, greatest(0, ${today}::date - starts_on + 1)) / length)::bigint end as expected
    from (
      select dated.*, greatest(1, ends_on - starts_on + 1) as length
      from (
        select l.id as lot_id, l.market_id, l.number, l.title, l.trade, l.state,
          coalesce(l.starts_on, m.starts_on, l.ends_on, m.ends_on, '9999-12-31'::date) as starts_on,
          coalesce(l.ends_on, m.ends_on, '9999-12-31'::date) as ends_on,
          coalesce(l.ends_on, m.ends_on) is null as undated,
          coalesce(owed.growing, false) as growing, coalesce(owed.by_work, false) as by_work,
          coalesce(owed.waiting, 0)::bigint as waiting, ${due} as due,
          coalesce(counted.done, 0)::bigint as done, coalesce(counted.submitted, 0)::bigint as submitted,
          placed.rules as set_rules
        from lot l join market m on m.id = l.market_id
        left join lateral ${placedRules(settings)} placed on true
        left join lateral (${owed({ today, tranche, settings })}) owed on true
        left join lateral (
          select sum(counted_minutes) as done, sum(submitted_minutes) as submitted from (
            select counted_minutes, submitted_minutes from hours_total t where t.lot_id = l.id
            union all
            select counted_minutes, submitted_minutes from hours_delta t where t.lot_id = l.id
          ) both_kept
        ) counted on true
        where ${which}
      ) dated
    ) known
  ) judged`;
}

/** The same facts for domain/progress.ts, which judges one lot. */
export function progressFacts(facts: LotFacts, today: Day): ProgressFacts {
  const { due, done, startsOn, endsOn, growing, waiting } = facts;
  const mayGrow = growing || (due === 0 && waiting > 0);
  return { kind: mayGrow ? 'variable' : 'fixed', due, done, today, startsOn, endsOn };
}

/**
 * The version signed and in force today, else the first one signed: what a lot not yet begun will owe. What follows the
 * amounts or the hours of everybody is counted by functions that tell the hours and nothing else: every side reads the same.
 */
function owed({
  today,
  tranche,
  settings,
}: Pick<StandingScope, 'today' | 'tranche' | 'settings'>): RawBuilder<unknown> {
  const set = settings.length === 0 ? sql`${tranche}` : sql`coalesce(placed.rules ->> 'variable-tranche', ${tranche})`;
  return sql`select growing, by_work, waiting,
      growing_due + greatest(0, fixed - waiting) as due
    from (
      select bool_and(c.kind in ('variable', 'share')) as growing, bool_or(c.kind = 'share') as by_work,
        coalesce(sum(v.minutes), 0)::bigint as fixed,
        sum(case when v.minutes is not null then 0
          when c.kind = 'variable' then lot_minutes_invoiced(l.id, v.hour_per_cents, coalesce(v.threshold_cents, 0), ${set} = 'full')
          when c.kind = 'share' then lot_worked_minutes(l.id) * v.share_basis_points / 10000 else 0 end)::bigint as growing_due,
        count(*) as commitments
      from commitment c
      cross join lateral (
        select * from (
          select v.*, v.from_day <= ${today}::date and v.signed_on <= ${today}::date as in_force
          from commitment_version v where v.commitment_id = c.id and v.signed_on is not null
        ) signed
        order by in_force desc, case when in_force then -number else number end limit 1
      ) v
      where c.lot_id = l.id and c.kind in ('fixed', 'training', 'variable', 'share')
        and c.state not in ('draft', 'proposed', 'waived') and l.state not in ('no-clause', 'unsuccessful')
    ) summed
    cross join lateral (
      select coalesce(sum(t.minutes), 0)::bigint as waiting from tranche t
      where t.lot_id = l.id and t.removed_at is null and (t.affirmed_on is null or t.affirmed_on > ${today}::date)
    ) not_affirmed
    where commitments > 0`;
}

/** In a group that owes jointly, what the others cover of her part is no longer hers to do. */
function dueOfParty(organisation: string): RawBuilder<unknown> {
  return sql`(select greatest(0, sum(coalesce(p.share_minutes, case when p.role in ('holder', 'lead') then owed.due end))::bigint
      - lot_minutes_received(l.id, ${organisation}))
    from lot_party p where p.lot_id = l.id and p.organisation_id = ${organisation})`;
}
