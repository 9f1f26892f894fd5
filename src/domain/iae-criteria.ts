/** Who may be hired by the structures of insertion: two levels of criteria for IAE, one list for GEIQ (domain.md §3.2). */
import type { Criterion } from './eligibility-criteria.ts';
import { listOf } from './eligibility-criteria.ts';

const order = { from: '2025-09-04', source: 'Arrêté du 4\u00a0septembre 2025', certainty: 'secondary' } as const;
const label = { from: '2021-01-01', source: 'Référentiel GEIQ, annexe\u00a01', certainty: 'seen' } as const;

export const iaeCriteria: readonly Criterion[] = [
  ...listOf({ ...order, regime: 'iae-1' }, [
    ['RSA', 'Bénéficiaire du RSA', ['RSA']],
    ['ASS', 'Allocataire de l’ASS', ['ASS']],
    ['AAH', 'Allocataire de l’AAH', ['AAH']],
    ['DETLD', 'Inscrit à France Travail depuis 24\u00a0mois ou plus', ['REGISTERED'], ['registered-very-long']],
  ]),
  ...listOf({ ...order, regime: 'iae-2' }, [
    ['CAP_BEP', 'CAP, BEP ou niveau inférieur', ['LOW_LEVEL', 'OUT_OF_SCHOOL'], ['level-three-at-most']],
    ['SENIOR', 'Senior', ['REGISTERED'], ['senior']],
    [
      'JEUNE',
      'Moins de 26\u00a0ans',
      ['OUT_OF_SCHOOL', 'YOUTH_SUPPORT', 'SECOND_CHANCE', 'CARE_LEAVER', 'REGISTERED'],
      ['under-youth-age'],
    ],
    ['ASE', 'Sortant de l’aide sociale à l’enfance', ['CARE_LEAVER']],
    ['DELD', 'Inscrit à France Travail depuis 12 à 24\u00a0mois', ['REGISTERED'], ['registered-between']],
    ['TH', 'Travailleur handicapé', ['RQTH']],
    ['PI', 'Parent isolé', ['LONE_PARENT']],
    ['PSH_PR', 'Sans hébergement, hébergé ou parcours de rue', ['NO_HOME']],
    ['REF_DA', 'Réfugié, protégé ou demandeur d’asile', ['REFUGEE', 'ASYLUM']],
    ['ZRR', 'Habitant d’une zone France ruralités revitalisation', ['RURAL_ZONE']],
    ['QPV', 'Habitant d’un quartier prioritaire', ['DISTRICT'], ['lives-in-district']],
    ['DETENTION_MJ', 'Accompagnement reconnu par l’État', ['STATE_SUPPORT']],
    ['FLE', 'Français inférieur au niveau A1', ['LITTLE_FRENCH']],
    ['PM', 'Problème de mobilité', ['NO_TRANSPORT']],
  ]),
];

/** Annex 1: one is enough. */
export const geiqCriteria: readonly Criterion[] = listOf({ ...label, regime: 'geiq' }, [
  [
    'JEUNE_SQ',
    'Moins de 26\u00a0ans, niveau bac au plus',
    ['OUT_OF_SCHOOL', 'LOW_LEVEL'],
    ['under-youth-age', 'level-four-at-most'],
  ],
  ['MINIMA', 'Bénéficiaire d’un minimum social', ['RSA', 'ASS', 'AAH', 'OTHER_MINIMA']],
  ['SANS_TRAVAIL_12', 'Sans travail depuis plus d’un an', ['YEAR_WITHOUT_WORK']],
  ['DE_45', 'Demandeur d’emploi de 45\u00a0ans et plus', ['REGISTERED'], ['forty-five']],
  ['RECONVERSION', 'Reconversion professionnelle contrainte', ['FORCED_CHANGE']],
  ['SIAE_CUI', 'Dans un dispositif d’insertion, ou en sortie', ['INSERTION_SCHEME', 'IAE']],
  ['TH', 'Travailleur handicapé', ['RQTH']],
  ['REF_DA', 'Réfugié ou protégé', ['REFUGEE']],
  ['ZRR', 'Habitant d’une zone France ruralités revitalisation', ['RURAL_ZONE']],
  ['QPV', 'Habitant d’un quartier prioritaire', ['DISTRICT'], ['lives-in-district']],
  ['DETENTION_MJ', 'Accompagnement reconnu par l’État', ['STATE_SUPPORT']],
]);
