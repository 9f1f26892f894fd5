/** The posts of the demonstration and whom they were spread to. */
import type { Place, Row } from './placements-plan.ts';
import { audience, facilitator } from './placements-plan.ts';
import { addDays, addMonths, parisDay } from '#domain/day.ts';
import type { OfferPlan } from './placements-plan.ts';
import { offerPlans } from './placements-plan.ts';
import { daysBefore, stableId } from './rows.ts';

export function offerRow(plan: OfferPlan, { now, place }: { now: Date; place: Place }): Row {
  const today = parisDay(now);
  const asked = -Math.min(plan.closes, 0) + 25;
  return {
    id: stableId(`offer ${plan.key}`),
    facilitator_id: facilitator,
    company_id: stableId(place.lot.company),
    lot_id: stableId(place.lot.key),
    market_id: stableId(place.market.key),
    title: plan.title,
    rome_code: plan.rome,
    posts: plan.posts,
    commune: plan.commune,
    commune_code: plan.communeCode,
    department_code: '44',
    starts_on: addDays(today, plan.starts),
    ends_on: addMonths(addDays(today, plan.starts), 7),
    weekly_minutes: 2100,
    contract_types: plan.types,
    licence: plan.licence ?? '',
    level: null,
    ppe_provided: true,
    requirements: plan.requirements ?? '',
    schedule: plan.schedule ?? '',
    site_contact: 'M. Lenoir, chef de chantier',
    site_phone: '+33261912346',
    closes_on: addDays(today, plan.closes),
    state: plan.state,
    state_since: daysBefore(now, Math.min(asked, 14)),
    reason: plan.reason ?? '',
    asked_via: place.lot.company === 'batirOuest' ? 'account' : 'link',
    spread_at: plan.spread ? daysBefore(now, asked - 5) : null,
    version: 1,
    created_at: daysBefore(now, asked),
  };
}

const answers = ['someone', 'nobody', '', 'someone'] as const;

export function recipientRows(now: Date): Row[] {
  return offerPlans
    .filter(({ spread }) => spread)
    .flatMap((plan, index) =>
      audience.map((key, place) => {
        // The prescriber one signs in to still has a post to answer.
        const answer =
          key === 'mission' && plan.key === 'manoeuvre' ? '' : (answers[(index + place) % answers.length] ?? '');
        return {
          id: stableId(`recipient ${plan.key} ${key}`),
          offer_id: stableId(`offer ${plan.key}`),
          facilitator_id: facilitator,
          organisation_id: stableId(key),
          recipient: `accueil@${key}.example`,
          sent_at: daysBefore(now, 20),
          answer,
          people: answer === 'someone' ? 1 + place : null,
          answered_at: answer === '' ? null : daysBefore(now, 18),
          version: 1,
          created_at: daysBefore(now, 20),
        };
      }),
    );
}
