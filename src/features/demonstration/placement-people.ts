/** The candidates of the demonstration as people: their identity, their eligibility, their work before and after. */
import type { Place, Row } from './placements-plan.ts';
import { facilitator, offerOf, prescriber } from './placements-plan.ts';
import type { Day } from '#domain/day.ts';
import { addDays, addMonths } from '#domain/day.ts';
import { foldForSearch } from '#domain/text.ts';
import type { CandidatePlan } from './placements-candidates.ts';
import type { freePlans } from './placements-candidates.ts';
import { daysBefore, stableId } from './rows.ts';

type PersonPlan = (typeof freePlans)[number];

export function personRow({ given, family, commune, communeCode, referred }: PersonPlan, now: Date): Row {
  return {
    id: stableId(`candidate ${family}`),
    holder_id: facilitator,
    family_name: family,
    given_name: given,
    folded_name: foldForSearch(`${family} ${given}`),
    birth_date: `${1972 + ((family.length * 7) % 32)}-0${1 + (given.length % 9)}-14`,
    commune,
    commune_code: communeCode,
    proposed_by: referred ? prescriber : null,
    created_at: daysBefore(now, 90),
  };
}

export function eligibilityRow({ family }: PersonPlan, { today, index }: { today: Day; index: number }): Row {
  const from = addMonths(today, -(index % 5) - 1);
  return {
    id: stableId(`eligibility candidate ${family}`),
    person_id: stableId(`candidate ${family}`),
    holder_id: facilitator,
    verdict: 'eligible',
    from_day: from,
    until_day: addMonths(from, index % 4 === 3 ? 8 : 24),
    rule_code: 'eligibility-window',
    rule_version: 'national/eligibility-window',
    decided_on: from,
  };
}

function contractRow({ market, lot }: Place, person: string): Row {
  return {
    person_id: stableId(`candidate ${person}`),
    holder_id: facilitator,
    lot_id: stableId(lot.key),
    market_id: stableId(market.key),
    employer_id: stableId(lot.company),
    company_id: stableId(lot.company),
    method: 'direct-hire',
    type: 'CDD',
    weekly_minutes: 2100,
  };
}

/** What she did before, over some months ago: her trade is read from it. */
export function pastContract({ family, trade }: PersonPlan, { today, place }: { today: Day; place: Place }): Row {
  const start = place.market.startsOn;
  const ended = addDays(start, 45) < today ? addDays(start, 45) : today;
  return {
    ...contractRow(place, family),
    id: stableId(`past contract ${family}`),
    job: trade,
    rome_code: '',
    starts_on: start,
    planned_end_on: ended,
    ended_on: ended,
    end_reason: 'term',
    state: 'ended',
  };
}

export function hiredContract(plan: CandidatePlan, { today, place }: { today: Day; place: Place }): Row {
  const { rome, starts } = offerOf(plan);
  return {
    ...contractRow(place, plan.family),
    id: stableId(`contract ${plan.family}`),
    job: plan.trade,
    rome_code: rome,
    starts_on: addDays(today, starts),
    planned_end_on: addMonths(addDays(today, starts), 8),
    ended_on: null,
    end_reason: null,
    state: 'active',
  };
}
