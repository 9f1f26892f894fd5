/** What follows the contracts of the demonstration, and what stands in the way of a few people, in every state. */
import type { Day } from '#domain/day.ts';
import { addDays } from '#domain/day.ts';
import type { ObstacleCode, ObstacleState } from '#domain/obstacles.ts';
import { obstacleCodes } from '#domain/obstacles.ts';
import { isRunning, ofRelais, walkColumns } from './pathway-contracts.ts';
import type { Walking } from './pathway-contracts.ts';
import { daysBefore, stableId } from './rows.ts';

type Row = Record<string, unknown>;

function ending(walks: readonly Walking[], today: Day): Walking[] {
  return ofRelais(walks).filter(
    ({ life }) => life.endedOn === null && life.plannedEndOn !== null && life.plannedEndOn <= addDays(today, 42),
  );
}

const steps = ['renewal', 'other-employer', 'permanent-job', 'training'] as const;

/** One in three has its next step. */
export function nextRows(walks: readonly Walking[], today: Day): Row[] {
  return ending(walks, today)
    .filter((_, place) => place % 3 === 1)
    .map((walk, place) => ({
      id: stableId(`next ${walk.id}`),
      ...walkColumns(walk),
      step: steps[place % steps.length],
      words: '',
      proposed_on: addDays(today, -3),
      account_id: walk.goer,
    }));
}

export function alertRows(walks: readonly Walking[], today: Day): Row[] {
  return ending(walks, today)
    .filter(({ prescribed }) => prescribed)
    .map(({ id, holder, life }) => ({
      contract_id: id,
      holder_id: holder,
      prescriber_id: stableId('mission'),
      ends_on: life.plannedEndOn,
      alerted_on: addDays(today, -2),
    }));
}

interface Planned {
  id: string;
  walk: Walking;
  kind: ObstacleCode;
  state: ObstacleState;
  signalled: boolean;
  shared: boolean;
}

const states: readonly ObstacleState[] = ['open', 'referred', 'in-progress', 'lifted'];

/** Every kind and every state; two were signalled by the prescriber, and nobody took one of them yet. */
function planned(walks: readonly Walking[]): Planned[] {
  const people = ofRelais(walks).filter(isRunning);
  const sent = people.filter(({ prescribed }) => prescribed);
  return obstacleCodes.flatMap((kind, place) =>
    [people[place * 3], sent[place]].flatMap((walk, turn) => {
      if (walk === undefined) return [];
      const signalled = turn === 1 && place < 2;
      const state = signalled && place === 0 ? 'open' : (states[(place + turn) % states.length] ?? 'open');
      const shared = turn === 1 && !signalled && place % 2 === 0;
      return [{ id: stableId(`obstacle ${walk.person} ${kind}`), walk, kind, state, signalled, shared }];
    }),
  );
}

export function obstacleRows(walks: readonly Walking[], today: Day): Row[] {
  return planned(walks).map(({ id, walk, kind, state, signalled }, place) => ({
    id,
    holder_id: walk.holder,
    person_id: walk.person,
    kind,
    state,
    referent_id: signalled && state === 'open' ? null : stableId('ines.valette@relais.example'),
    specialist: state === 'open' ? '' : 'Service social du territoire',
    specialist_phone: state === 'referred' ? '+33240000012' : '',
    opened_on: addDays(today, -20 - place * 4),
    lifted_on: state === 'lifted' ? addDays(today, -6) : null,
    signalled_by: signalled ? stableId('mission') : null,
  }));
}

export function obstacleNoteRows(walks: readonly Walking[], now: Date): Row[] {
  return planned(walks)
    .filter(({ state, signalled }) => signalled || state === 'in-progress')
    .map(({ id, walk, signalled }, place) => ({
      id: stableId(`obstacle note ${id}`),
      obstacle_id: id,
      holder_id: walk.holder,
      words: signalled ? 'Ne peut plus venir le mercredi.' : 'Premier rendez-vous pris, à confirmer.',
      account_id: signalled ? null : stableId('ines.valette@relais.example'),
      created_at: daysBefore(now, 3 + place),
    }));
}

export function shareRows(walks: readonly Walking[], now: Date): Row[] {
  return planned(walks)
    .filter(({ shared }) => shared)
    .map(({ id, walk }) => ({
      id: stableId(`share ${id}`),
      obstacle_id: id,
      holder_id: walk.holder,
      prescriber_id: stableId('mission'),
      account_id: stableId('ines.valette@relais.example'),
      shared_at: daysBefore(now, 8),
    }));
}
