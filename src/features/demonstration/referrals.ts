/** Loads prescribers, their proposals in every state, the pool, meetings of the platform and what referents were told. */
import type { ClientBase } from 'pg';
import { addDays, parisDay } from '#domain/day.ts';
import type { ReferralState } from '#domain/referral-state.ts';
import { foldForSearch } from '#domain/text.ts';
import type { PlannedReferral } from './referrals-plan.ts';
import { partners, planReferrals } from './referrals-plan.ts';
import { daysBefore, insertRows, stableId } from './rows.ts';

type Row = Record<string, unknown>;

const holder = stableId('relais');
const facilitator = stableId('karim.oudin@relais.example');
const towns = ['Saint-Nazaire', 'Nantes', 'Pornic', 'Trignac', 'Montoir'];

export async function loadReferrals(client: ClientBase, { now }: { now: Date }): Promise<void> {
  const referrals = planReferrals();
  await insertRows(client, 'prescriber_partner', partnerRows(now));
  await insertRows(client, 'referent', referentRows(now));
  await insertRows(
    client,
    'person',
    referrals.map((one, index) => personRow(one, { index, now })),
  );
  await insertRows(
    client,
    'eligibility',
    referrals.filter(isDecided).map((one) => eligibilityRow(one, now)),
  );
  await insertRows(
    client,
    'referral',
    referrals.map((one, index) => referralRow(one, { index, now })),
  );
  await insertRows(
    client,
    'referral_feedback',
    referrals.flatMap((one) => feedbackRows(one, now)),
  );
  const pooled = referrals.filter(({ state }) => state === 'in-pool');
  await insertRows(
    client,
    'pool_profile',
    pooled.map((one, index) => profileRow(one, { index, now })),
  );
  await loadMeetings(client, { now, pooled });
}

function partnerRows(now: Date): Row[] {
  const row = (structure: string, { key, kind }: (typeof partners)[number]): Row => ({
    id: stableId(`partner ${structure} ${key}`),
    holder_id: stableId(structure),
    prescriber_id: stableId(key),
    kind,
    ended_at: key === 'prescriber-7' ? daysBefore(now, 30) : null,
    created_at: daysBefore(now, 500),
  });
  return [...partners.map((one) => row('relais', one)), ...partners.slice(0, 3).map((one) => row('passerelle', one))];
}

function referentRows(now: Date): Row[] {
  return partners.map(({ key, referent }) => ({
    id: stableId(`referent ${key}`),
    prescriber_id: stableId(key),
    account_id: key === 'mission' ? stableId('gilles.brun@mission.example') : null,
    added_by: key === 'mission' ? null : holder,
    name: referent,
    email: key === 'mission' ? 'gilles.brun@mission.example' : `referent@${key}.example`,
    phone: '',
    created_at: daysBefore(now, 400),
  }));
}

function isDecided({ state }: PlannedReferral): boolean {
  const decided: readonly ReferralState[] = ['eligible', 'in-pool', 'expired', 'hired', 'not-eligible'];
  return decided.includes(state);
}

function personRow(
  { key, family, given, birth, prescriber, sent }: PlannedReferral,
  { index, now }: { index: number; now: Date },
): Row {
  return {
    id: stableId(`person ${key}`),
    holder_id: holder,
    family_name: family,
    given_name: given,
    folded_name: foldForSearch(`${family} ${given}`),
    birth_date: birth,
    commune: towns[index % towns.length] ?? '',
    commune_code: '',
    email: '',
    phone: telephone(index),
    proposed_by: stableId(prescriber),
    version: 1,
    created_at: daysBefore(now, sent),
  };
}

function eligibilityRow({ key, state, since }: PlannedReferral, now: Date): Row {
  const today = parisDay(now);
  const from = addDays(today, -since - 2);
  const over = state === 'expired';
  return {
    id: stableId(`eligibility ${key}`),
    person_id: stableId(`person ${key}`),
    holder_id: holder,
    verdict: state === 'not-eligible' ? 'not-eligible' : 'eligible',
    from_day: over ? addDays(today, -735) : from,
    until_day: state === 'not-eligible' ? null : over ? addDays(today, -since) : addDays(from, 730),
    rule_code: 'eligibility-window',
    rule_version: 'national/eligibility-window',
    decided_on: over ? addDays(today, -735) : from,
    created_at: daysBefore(now, since + 2),
  };
}

function referralRow(one: PlannedReferral, { index, now }: { index: number; now: Date }): Row {
  const today = parisDay(now);
  const closed = ['not-eligible', 'refused', 'hired', 'withdrawn'].includes(one.state);
  return {
    id: stableId(one.key),
    person_id: stableId(`person ${one.key}`),
    holder_id: holder,
    prescriber_id: stableId(one.prescriber),
    referent_id: stableId(`referent ${one.prescriber}`),
    family_name: one.family,
    given_name: one.given,
    folded_name: foldForSearch(`${one.family} ${one.given}`),
    birth_date: one.birth,
    commune: towns[index % towns.length] ?? '',
    email: '',
    phone: telephone(index),
    claims: one.claims,
    wish_code: one.wish,
    available_from: index % 4 === 0 ? addDays(today, 20) : null,
    informed_on: addDays(today, -one.sent),
    source: index % 9 === 0 ? 'file' : 'form',
    state: one.state,
    since: addDays(today, -one.since),
    reason: one.reason,
    accepted_at: one.accepted ? daysBefore(now, Math.max(0, one.sent - 1)) : null,
    accepted_by: one.accepted ? facilitator : null,
    meet_on: one.state === 'referred' && one.accepted ? addDays(today, 2 + (index % 3)) : null,
    closed_at: closed ? daysBefore(now, one.since) : null,
    version: 1,
    created_at: daysBefore(now, one.sent),
  };
}

const ways: Partial<Record<ReferralState, readonly string[]>> = {
  met: ['met'],
  'eligibility-pending': ['met', 'eligibility-pending'],
  eligible: ['met', 'eligible'],
  'in-pool': ['met', 'eligible', 'in-pool'],
  expired: ['met', 'eligible', 'in-pool', 'expired'],
  'not-eligible': ['met', 'not-eligible'],
  refused: ['refused'],
  hired: ['met', 'eligible', 'in-pool', 'proposed', 'interview', 'hired'],
};

/** Each step between the proposal and today's state, the last one on the day it was taken. */
function feedbackRows(one: PlannedReferral, now: Date): Row[] {
  const steps = [...(one.accepted ? ['accepted'] : []), ...(ways[one.state] ?? [])];
  return steps.map((what, place) => {
    const left = steps.length - 1 - place;
    const days = one.since + (left * Math.max(0, one.sent - one.since - 1)) / Math.max(1, steps.length);
    const at = daysBefore(now, one.state === 'referred' ? Math.max(0, one.sent - 1) : days);
    return {
      person_id: stableId(`person ${one.key}`),
      holder_id: holder,
      what,
      reason: what === one.state ? one.reason : '',
      at,
      told_at: at,
    };
  });
}

function profileRow({ key, wish }: PlannedReferral, { index, now }: { index: number; now: Date }): Row {
  const more = ['F1704', 'K2204', 'N1103'][index % 3] ?? 'F1704';
  return {
    person_id: stableId(`person ${key}`),
    holder_id: holder,
    rome_codes: wish === more ? [wish] : [wish, more],
    department_code: '44',
    driving_licence: ['yes', 'no', 'unknown', 'yes'][index % 4],
    vehicle: index % 4 === 0 ? 'yes' : 'unknown',
    available_from: index % 3 === 0 ? addDays(parisDay(now), 15) : null,
    training_level: [3, 2, null, 4][index % 4],
    languages: index % 5 === 0 ? ['fr', 'pt'] : ['fr'],
    removed_at: null,
    version: 1,
    updated_at: daysBefore(now, 3),
    updated_by: facilitator,
  };
}

async function loadMeetings(
  client: ClientBase,
  { now, pooled }: { now: Date; pooled: readonly PlannedReferral[] },
): Promise<void> {
  const today = parisDay(now);
  const meetings = [
    { key: 'meeting-1', title: 'Besoins du trimestre, gros œuvre et propreté', days: -35, state: 'held' },
    { key: 'meeting-2', title: 'Espaces verts et voirie', days: 12, state: 'planned' },
    { key: 'meeting-3', title: 'Restauration collective', days: 26, state: 'cancelled' },
  ];
  await insertRows(
    client,
    'platform_meeting',
    meetings.map(({ key, title, days, state }) => ({
      id: stableId(key),
      holder_id: holder,
      title,
      held_on: addDays(today, days),
      starts_at: '09:30',
      place: 'Salle des Docks, Saint-Nazaire',
      state,
      minutes:
        state === 'held'
          ? 'Huit heures par semaine de formation à prévoir avant les postes de façadier.\nProchain point dans six semaines.'
          : '',
      version: 1,
      created_by: facilitator,
      created_at: daysBefore(now, 50),
    })),
  );
  await insertRows(
    client,
    'platform_guest',
    meetings.flatMap(({ key, state }) =>
      partners.slice(0, 6).map((partner, place) => ({
        meeting_id: stableId(key),
        holder_id: holder,
        prescriber_id: stableId(partner.key),
        attended: state === 'held' ? place % 3 !== 2 : null,
      })),
    ),
  );
  const decisions = ['propose', 'training', 'wait', 'meet', ''];
  await insertRows(
    client,
    'platform_candidate',
    pooled.slice(0, 9).map(({ key, wish }, place) => ({
      meeting_id: stableId(place < 5 ? 'meeting-1' : 'meeting-2'),
      holder_id: holder,
      person_id: stableId(`person ${key}`),
      rome_code: wish,
      decision: place < 5 ? (decisions[place] ?? '') : '',
      decided_at: place < 4 ? daysBefore(now, 35) : null,
    })),
  );
}

/** Numbers set aside for fiction by the numbering plan (ARCEP, decision 2018-0881: 02 61 91 XX XX). */
function telephone(index: number): string {
  return `+3326191${String(5000 + index).padStart(4, '0')}`;
}
