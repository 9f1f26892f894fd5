/** The visits of the demonstration: planned by the product's own rule, then done, missed, moved or cancelled; some are today's. */
import type { Day } from '#domain/day.ts';
import { addDays } from '#domain/day.ts';
import { pathwaySettings } from '#domain/pathway-rules.ts';
import { planVisits } from '#domain/visit-plan.ts';
import type { VisitSignal, VisitState } from '#domain/visit-state.ts';
import { isRunning, ofRelais, walkColumns } from './pathway-contracts.ts';
import type { Walking } from './pathway-contracts.ts';
import { numbersFrom, stableId } from './rows.ts';

export interface VisitRow extends Record<string, unknown> {
  id: string;
  holder_id: string;
  state: VisitState;
  due_on: Day;
  done_on: Day | null;
  signal: VisitSignal | null;
  account_id: string | null;
}

/** Older visits say nothing more. */
const toldDays = 420;

export function visitRows(walks: readonly Walking[], today: Day): VisitRow[] {
  const draw = numbersFrom(71);
  const settings = pathwaySettings([], today);
  const planned = walks.flatMap((walk) => {
    const { life, startsOn } = walk;
    return planVisits({ startsOn, ...life, removed: false }, { settings })
      .filter(({ dueOn }) => dueOn >= addDays(today, -toldDays))
      .map(({ key, kind, wantedOn, dueOn }) =>
        aVisit(walk, {
          kind,
          key,
          wantedOn,
          dueOn,
          state: stateOf({ dueOn, today, chance: draw() }),
          chance: draw(),
        }),
      );
  });
  return [...planned, ...todays(walks, today)];
}

function stateOf({ dueOn, today, chance }: { dueOn: Day; today: Day; chance: number }): VisitState {
  if (dueOn >= today) return dueOn > addDays(today, 5) && chance < 0.03 ? 'moved' : 'planned';
  if (dueOn > addDays(today, -21) && chance < 0.12) return 'planned';
  if (chance < 0.16) return 'absent';
  return 'done';
}

/** Enough for a morning: three for each who goes out, and one for whoever accompanies. */
function todays(walks: readonly Walking[], today: Day): VisitRow[] {
  const running = ofRelais(walks).filter(isRunning);
  const people = [
    ...['nadia.berthelot', 'karim.oudin'].flatMap((name) => [name, name, name]),
    'ines.valette',
    'ines.valette',
  ];
  return people.flatMap((name, place) => {
    const walk = running[place * 5 + 2];
    if (walk === undefined) return [];
    const goer = stableId(`${name}@relais.example`);
    const dueOn = place % 3 === 2 ? addDays(today, -2) : today;
    return [
      aVisit({ ...walk, goer }, { kind: 'by-hand', key: '', wantedOn: dueOn, dueOn, state: 'planned', chance: 0.5 }),
    ];
  });
}

function aVisit(
  walk: Walking,
  visit: { kind: string; key: string; wantedOn: Day; dueOn: Day; state: VisitState; chance: number },
): VisitRow {
  const { kind, key, wantedOn, dueOn, state, chance } = visit;
  const closed = state === 'done' || state === 'absent';
  return {
    id: stableId(`visit ${walk.id} ${key === '' ? `${kind} ${walk.goer ?? ''}` : key}`),
    ...walkColumns(walk),
    kind,
    plan_key: key,
    wanted_on: wantedOn,
    due_on: state === 'moved' ? addDays(dueOn, 3) : dueOn,
    state,
    done_on: closed ? dueOn : null,
    signal: state === 'done' ? signalOf(chance) : null,
    account_id: walk.goer,
    version: closed ? 2 : 1,
  };
}

function signalOf(chance: number): VisitSignal {
  if (chance < 0.06) return 'difficulty';
  return chance < 0.2 ? 'watch' : 'well';
}

const words: Record<VisitSignal, readonly string[]> = {
  well: ['Bien intégré à l’équipe, le chef est content.', 'Poste tenu, à l’heure chaque jour.', ''],
  watch: ['Deux retards cette semaine, revus avec le chef.', 'Casque oublié, consigne rappelée.'],
  difficulty: ['Désaccord sur les horaires : point tripartite à prévoir.'],
};

/** What was noted lately; one visit waits for somebody to choose between two notes. */
export function noteRows(visits: readonly VisitRow[], now: Date): Record<string, unknown>[] {
  const noted = visits
    .filter(({ state, account_id: account }) => account !== null && (state === 'done' || state === 'absent'))
    .toSorted((one, other) => (one.due_on < other.due_on ? -1 : 1));
  const rows = noted.slice(-160).map((visit, place) => noteOf(visit, { place, standing: 'kept' }));
  const [disputed] = noted.filter(({ signal }) => signal === 'watch').slice(-1);
  if (disputed === undefined) return rows;
  const late = noteOf(disputed, { place: 999, standing: 'waiting' });
  return [
    ...rows,
    {
      ...late,
      words: 'Noté hors réseau : tout est rentré dans l’ordre.',
      signal: 'well',
      received_at: now.toISOString(),
    },
  ];
}

function noteOf(visit: VisitRow, { place, standing }: { place: number; standing: string }): Record<string, unknown> {
  const { id, holder_id: holder, state, signal, done_on: day, account_id: account } = visit;
  const said = signal === null ? ['Absent, prévenu le matin.'] : words[signal];
  return {
    id: stableId(`note ${id} ${standing}`),
    visit_id: id,
    holder_id: holder,
    note_key: stableId(`note key ${id} ${standing}`),
    outcome: state,
    signal,
    words: said[place % said.length] ?? '',
    noted_on: day,
    standing,
    account_id: account,
    received_at: `${day ?? ''}T15:${String(10 + (place % 45))}:00Z`,
  };
}
