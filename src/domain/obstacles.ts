/** Obstacles on the way to work, as a coded list: never a reason, never a diagnosis (domain.md §7.5, §10). */

interface ObstacleKind {
  label: string;
  /** To whom such an obstacle is usually passed on. */
  specialist: string;
  /** Only that it must be passed on is kept. */
  verdict?: true;
}

const kinds = {
  mobility: { label: 'Mobilité', specialist: 'Plateforme mobilité, auto-école sociale' },
  housing: { label: 'Logement', specialist: 'SIAO, service logement' },
  childcare: { label: 'Garde d’enfants', specialist: 'CAF, relais petite enfance' },
  language: { label: 'Langue et écrit', specialist: 'Centre de ressources illettrisme, OFII' },
  health: { label: 'Santé, à orienter', specialist: 'Médecin traitant, service de santé au travail', verdict: true },
  debt: { label: 'Dettes et budget', specialist: 'Point conseil budget' },
  administrative: { label: 'Démarches et droits', specialist: 'France services, CCAS' },
  digital: { label: 'Numérique', specialist: 'Conseiller numérique' },
  family: { label: 'Situation familiale, à orienter', specialist: 'Service social du Département', verdict: true },
  training: { label: 'Qualification', specialist: 'Organisme de formation, OPCO' },
} as const satisfies Record<string, ObstacleKind>;

export type ObstacleCode = keyof typeof kinds;

export const obstacleKinds: Readonly<Record<ObstacleCode, ObstacleKind>> = kinds;

export const obstacleCodes = Object.keys(kinds) as [ObstacleCode, ...ObstacleCode[]];

export const obstacleStates = {
  open: { label: 'Repéré', tone: 'attention' },
  referred: { label: 'Orienté', tone: 'progress' },
  'in-progress': { label: 'Pris en charge', tone: 'progress' },
  lifted: { label: 'Levé', tone: 'ok' },
} as const;

export type ObstacleState = keyof typeof obstacleStates;

export const obstacleStateCodes = Object.keys(obstacleStates) as [ObstacleState, ...ObstacleState[]];
