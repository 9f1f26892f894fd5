/** The publics of the clause, version of 2021: the CCAG, a CCAP of the State and the usual lists merged (domain.md §3.1). */
import type { Criterion } from './eligibility-criteria.ts';
import { listOf } from './eligibility-criteria.ts';

const ccap = {
  regime: 'clause',
  from: '2021-04-01',
  source: 'CCAG 2021 et CCAP de l’État 2021',
  certainty: 'seen',
} as const;
const usage = { ...ccap, source: 'Usage des listes AVE, à confirmer', certainty: 'memory' } as const;

export const clauseCriteria: readonly Criterion[] = [
  ...listOf(ccap, [
    ['DETLD', 'Demandeur d’emploi de très longue durée', ['REGISTERED'], ['registered-very-long']],
    ['DELD', 'Demandeur d’emploi de longue durée', ['REGISTERED'], ['registered-long']],
    ['RSA', 'Bénéficiaire du RSA ou ayant droit', ['RSA']],
    ['ASS', 'Bénéficiaire de l’ASS', ['ASS']],
    ['AAH', 'Bénéficiaire de l’AAH', ['AAH']],
    ['AV', 'Bénéficiaire de l’allocation veuvage', ['AV']],
    ['INVALIDITE', 'Titulaire d’une pension d’invalidité', ['INVALIDITY']],
    ['RQTH', 'Travailleur handicapé', ['RQTH']],
    [
      'JEUNE',
      'Jeune de moins de 26\u00a0ans peu qualifié',
      ['OUT_OF_SCHOOL'],
      ['under-youth-age', 'low-level', 'out-of-school'],
    ],
    ['JEUNE_SUIVI', 'Jeune en accompagnement renforcé', ['YOUTH_SUPPORT'], ['under-youth-age']],
    ['SENIOR', 'Demandeur d’emploi senior', ['REGISTERED'], ['senior']],
    ['IAE', 'Personne en insertion par l’activité économique', ['IAE']],
    ['GEIQ', 'Salarié d’un GEIQ', ['GEIQ']],
    ['ADAPTE', 'Salarié d’une entreprise adaptée ou usager d’un ESAT', ['ADAPTED']],
    ['REGIE', 'Salarié d’une régie de quartier ou de territoire', ['REGIE']],
    ['EPIDE_E2C', 'EPIDE ou école de la deuxième chance', ['SECOND_CHANCE']],
    ['JUSTICE', 'Personne accompagnée par une structure reconnue par l’État', ['STATE_SUPPORT']],
    ['REFUGIE', 'Réfugié ou bénéficiaire de la protection subsidiaire', ['REFUGEE']],
    [
      'QPV',
      'Habitant d’un quartier prioritaire éloigné de l’emploi',
      ['DISTRICT'],
      ['lives-in-district', 'far-from-employment'],
    ],
    ['AUTRE_AVIS', 'Autre difficulté particulière, sur avis motivé', ['OPINION'], ['opinion-joined']],
  ]),
  ...listOf(usage, [['PLIE', 'Participant d’un PLIE', ['PLIE']]]),
];

/** What a lot may add, open to everybody the market names. */
export const marketProfile = {
  ...ccap,
  code: 'PROFIL_MARCHE',
  label: 'Profil ajouté par le marché',
  situations: ['MARKET_PROFILE'],
  tests: [],
  revision: 1,
  source: 'Pièces du marché',
  certainty: 'stated',
} as const satisfies Criterion;

export function clauseCriterion(code: string): Criterion | undefined {
  return code === marketProfile.code ? marketProfile : clauseCriteria.find((criterion) => criterion.code === code);
}
