/** Evaluations, tripartite reports and skills of the demonstration. */
import type { Day } from '#domain/day.ts';
import { addDays, addMonths } from '#domain/day.ts';
import { criteria } from '#domain/work-evaluation.ts';
import { isRunning, ofRelais, walkColumns } from './pathway-contracts.ts';
import type { Walking } from './pathway-contracts.ts';
import { stableId } from './rows.ts';

type Row = Record<string, unknown>;

function followed(walks: readonly Walking[], today: Day): Walking[] {
  return ofRelais(walks).filter((walk) => isRunning(walk) && walk.startsOn < addMonths(today, -4));
}

/** Twice each: the degrees grow. */
export function evaluationRows(walks: readonly Walking[], today: Day): Row[] {
  return followed(walks, today)
    .filter((_, place) => place % 2 === 0)
    .flatMap((walk, place) =>
      [1, 2].map((turn) => ({
        id: stableId(`evaluation ${walk.id} ${turn}`),
        ...walkColumns(walk),
        organisation_id: turn === 2 && place % 3 === 0 ? walk.employer : walk.holder,
        account_id: turn === 2 && place % 3 === 0 ? null : walk.goer,
        evaluated_on: addMonths(walk.startsOn, turn),
        ratings: Object.fromEntries(
          criteria.map((criterion, line) => [criterion, String(Math.min(4, 1 + turn + ((line + place) % 2)))]),
        ),
        words: turn === 2 ? 'Progrès nets depuis la première évaluation.' : '',
      })),
    );
}

export function reportRows(walks: readonly Walking[], today: Day): Row[] {
  return followed(walks, today)
    .filter((_, place) => place % 3 === 0)
    .map((walk) => ({
      id: stableId(`report ${walk.id}`),
      ...walkColumns(walk),
      account_id: walk.goer,
      held_on: addMonths(walk.startsOn, 3),
      present: ['person', 'company', 'facilitator', ...(walk.prescribed ? ['prescriber'] : [])],
      said: 'Poste tenu, gestes appris, entente avec l’équipe.\nReste à gagner en autonomie sur la préparation du chantier.',
      agreed: 'Le chef confie la préparation deux matins par semaine. Point avec la structure dans six semaines.',
      next_on: addDays(addMonths(walk.startsOn, 3), 42),
    }));
}

const known = [
  ['Lire un plan', 'helped'],
  ['Préparer un mortier', 'alone'],
  ['Travailler en hauteur en sécurité', 'alone'],
  ['Trier les déchets de chantier', 'teaches'],
  ['Utiliser une autolaveuse', 'alone'],
  ['Accueillir un nouveau dans l’équipe', 'discovered'],
  ['Remplir une fiche d’heures', 'teaches'],
] as const;

export function skillRows(walks: readonly Walking[], today: Day): Row[] {
  return followed(walks, today)
    .filter((_, place) => place % 2 === 0)
    .flatMap((walk, place) =>
      known.slice(place % 4, (place % 4) + 3).map(([label, level], line) => ({
        id: stableId(`skill ${walk.person} ${label}`),
        holder_id: walk.holder,
        person_id: walk.person,
        label,
        level,
        contract_id: line === 2 ? null : walk.id,
        place: line === 2 ? 'Formation sécurité, 2 jours' : '',
        seen_on: addMonths(walk.startsOn, 2),
        account_id: walk.goer,
      })),
    )
    .filter((row, place, all) => all.findIndex(({ id }) => id === row.id) === place);
}
