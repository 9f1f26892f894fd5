/** Loads the needs and placements of the demonstration: posts in every state, candidates in every state, what surrounds them. */
import type { Place } from './placements-plan.ts';
import { audience, facilitator, offerOf, prescriber } from './placements-plan.ts';
import type { ClientBase } from 'pg';
import type { Day } from '#domain/day.ts';
import { addDays, parisDay, parisInstant } from '#domain/day.ts';
import type { CandidatePlan } from './placements-candidates.ts';
import { offerPlans } from './placements-plan.ts';
import { candidatePlans, freePlans } from './placements-candidates.ts';
import { sessionRows } from './placements-sessions.ts';
import { daysBefore, insertRows, stableId } from './rows.ts';
import { planMarkets } from './thread-plan.ts';
import { personRow, eligibilityRow, pastContract, hiredContract } from './placement-people.ts';
import { placementRow, stepRows } from './placement-rows.ts';
import { offerRow, recipientRows } from './offer-rows.ts';

export async function loadPlacements(client: ClientBase, { now }: { now: Date }): Promise<void> {
  const today = parisDay(now);
  const places = planPlaces(today);
  const people = [...candidatePlans, ...freePlans];
  await insertRows(
    client,
    'person',
    people.map((plan) => personRow(plan, now)),
  );
  await insertRows(
    client,
    'eligibility',
    people.map((plan, index) => eligibilityRow(plan, { today, index })),
  );
  await insertRows(
    client,
    'employment_contract',
    freePlans.map((plan) => pastContract(plan, { today, place: placeAt(places, 0) })),
  );
  await insertRows(
    client,
    'job_offer',
    offerPlans.map((plan) => offerRow(plan, { now, place: placeAt(places, plan.place) })),
  );
  await insertRows(
    client,
    'offer_audience',
    audience.map((key) => ({
      facilitator_id: facilitator,
      organisation_id: stableId(key),
      department_code: '44',
      created_at: daysBefore(now, 200),
    })),
  );
  await insertRows(client, 'offer_recipient', recipientRows(now));
  const hired = candidatePlans.filter(({ state }) => state === 'hired');
  await insertRows(
    client,
    'employment_contract',
    hired.map((plan) => hiredContract(plan, { today, place: placeAt(places, offerOf(plan).place) })),
  );
  await insertRows(
    client,
    'placement',
    candidatePlans.map((plan) => placementRow(plan, { now, company: companyOf(places, plan) })),
  );
  const around = (plan: CandidatePlan) => ({
    placement_id: stableId(`placement ${plan.family}`),
    holder_id: facilitator,
    company_id: companyOf(places, plan),
    proposed_by_id: plan.referred ? prescriber : null,
  });
  await insertRows(
    client,
    'placement_step',
    candidatePlans.flatMap((plan) => stepRows(plan, now).map((row) => ({ ...around(plan), ...row }))),
  );
  await insertRows(
    client,
    'interview',
    candidatePlans
      .filter(({ interview }) => interview !== undefined)
      .map((plan) => ({
        ...around(plan),
        id: stableId(`interview ${plan.family}`),
        starts_at: parisInstant(addDays(today, plan.interview ?? 0), '10:30').toISOString(),
        minutes: 45,
        place: 'Base de vie du chantier, 3 rue de l’Exemple, Nantes',
        meets: 'M. Lenoir, chef de chantier',
        version: 1,
        created_at: daysBefore(now, plan.since),
      })),
  );
  const chosen = candidatePlans.filter(({ state }) => state === 'selected' || state === 'hired');
  await insertRows(
    client,
    'pre_hire_training',
    chosen.slice(0, 1).map((plan) => ({
      ...around(plan),
      id: stableId(`training ${plan.family}`),
      kind: 'POEI',
      organiser: 'Centre de formation des Docks',
      starts_on: addDays(today, 2),
      ends_on: addDays(today, 13),
      minutes: 70 * 60,
      counted: false,
      rule_version: 'national/training-before-hire/2014-01-01/1',
      created_at: daysBefore(now, 1),
    })),
  );
  await insertRows(
    client,
    'welcome_sheet',
    hired.map((plan) => ({
      ...around(plan),
      first_day: addDays(today, offerOf(plan).starts),
      first_time: '07:45',
      address: '12 rue de l’Exemple, Nantes',
      receives: 'Mme Vasseur, cheffe d’équipe',
      phone: '+33261912345',
      tutor: 'M. Orain',
      brings: 'Une pièce d’identité et un relevé d’identité bancaire. Les chaussures de sécurité sont fournies.',
      version: 1,
      created_at: daysBefore(now, plan.since),
    })),
  );
  const sessions = sessionRows({ now, today, people: [...freePlans, ...candidatePlans] });
  await insertRows(client, 'information_session', sessions.sessions);
  await insertRows(client, 'session_registration', sessions.registrations);
}

/** Running lots the first facilitator follows: those of the company one signs in to come first. */
function planPlaces(today: Day): Place[] {
  const all = planMarkets(today)
    .filter((market) => market.facilitator === 'relais' && market.state === 'running')
    .flatMap((market) => market.lots.map((lot) => ({ market, lot })));
  const own = all.filter(({ lot }) => lot.company === 'batirOuest');
  return [...own, ...all.filter(({ lot }) => lot.company !== 'batirOuest')];
}

function placeAt(places: readonly Place[], index: number): Place {
  const place = places[index % places.length];
  if (place === undefined) throw new Error('the demonstration has no running lot');
  return place;
}

function companyOf(places: readonly Place[], plan: CandidatePlan): string {
  return stableId(placeAt(places, offerOf(plan).place).lot.company);
}
