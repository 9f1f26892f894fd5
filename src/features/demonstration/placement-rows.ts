/** The candidates of the demonstration on their posts, and the moves that led there. */
import type { Row } from './placements-plan.ts';
import { facilitator, prescriber } from './placements-plan.ts';
import { addDays, parisDay } from '#domain/day.ts';
import { initialsOf } from '#domain/candidate-words.ts';
import type { CandidatePlan } from './placements-candidates.ts';
import { daysBefore, stableId } from './rows.ts';

export function placementRow(plan: CandidatePlan, { now, company }: { now: Date; company: string }): Row {
  const sentOn = plan.sent === null ? null : parisDay(new Date(daysBefore(now, plan.sent)));
  return {
    id: stableId(`placement ${plan.family}`),
    offer_id: stableId(`offer ${plan.offer}`),
    person_id: stableId(`candidate ${plan.family}`),
    holder_id: facilitator,
    company_id: company,
    proposed_by_id: plan.referred ? prescriber : null,
    initials: initialsOf({ givenName: plan.given, familyName: plan.family }),
    trade: plan.trade,
    commune: plan.commune,
    available_on: null,
    presentation: plan.presentation ?? '',
    state: plan.state,
    state_since: daysBefore(now, plan.since),
    sent_on: sentOn,
    due_on: sentOn === null ? null : addDays(sentOn, 7),
    reminded_at: plan.state === 'silent' ? [daysBefore(now, 7), daysBefore(now, 4)] : [],
    reason: plan.reason ?? '',
    contract_id: plan.state === 'hired' ? stableId(`contract ${plan.family}`) : null,
    version: 1,
    created_at: daysBefore(now, (plan.sent ?? plan.since) + 1),
  };
}

/** The first move and the last, as the page of the candidate tells them. */
export function stepRows(plan: CandidatePlan, now: Date): Row[] {
  const silent = { reason: '', note: '', kept: false };
  const first = plan.referred
    ? [
        {
          from_state: '',
          to_state: 'suggested',
          side: 'prescriber',
          ...silent,
          kept: true,
          at: daysBefore(now, (plan.sent ?? plan.since) + 1),
        },
      ]
    : [];
  const presented =
    plan.sent === null
      ? []
      : [
          {
            from_state: plan.referred ? 'suggested' : '',
            to_state: 'proposed',
            side: 'facilitator',
            ...silent,
            at: daysBefore(now, plan.sent),
          },
        ];
  if (plan.state === 'suggested' || plan.state === 'proposed') return [...first, ...presented];
  const side = lastSide[plan.state] ?? 'company';
  const note = plan.note ?? '';
  return [
    ...first,
    ...presented,
    {
      from_state: 'proposed',
      to_state: plan.state,
      side,
      reason: plan.reason ?? '',
      note,
      kept: side === 'facilitator' && note !== '',
      at: daysBefore(now, plan.since),
    },
  ];
}

const lastSide: Partial<Record<CandidatePlan['state'], string>> = {
  silent: 'automatic',
  withdrawn: 'facilitator',
  hired: 'facilitator',
};
