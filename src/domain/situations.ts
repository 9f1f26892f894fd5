/** What may be true of somebody's life when she is hired: what the wizard lists, with the papers that show it and how delicate it is. */
import type { Sensitivity } from './column-card.ts';
import type { ProofCode } from './eligibility-proofs.ts';

export const situationFamilies = {
  work: 'Recherche d’emploi',
  benefits: 'Ressources',
  youth: 'Jeunes',
  support: 'Accompagnement et insertion',
  health: 'Santé et handicap',
  home: 'Lieu de vie et arrivée en France',
  other: 'Autre situation',
} as const;

export type SituationFamily = keyof typeof situationFamilies;

export interface Situation {
  label: string;
  detail?: string;
  family: SituationFamily;
  sensitivity: Sensitivity;
  proofs: readonly [ProofCode, ...ProofCode[]];
  /** Serves IAE or GEIQ alone: asked only where these are examined. */
  beyondClause?: true;
}

/** Source: domain.md §3.1 and §3.2. */
const situationsList = {
  REGISTERED: {
    label: 'Inscription à France Travail',
    detail: 'Longue durée, très longue durée, seniors',
    family: 'work',
    sensitivity: 'private',
    proofs: ['job-seeker-statement'],
  },
  RSA: {
    label: 'RSA, ou ayant droit',
    family: 'benefits',
    sensitivity: 'private',
    proofs: ['benefit-statement'],
  },
  ASS: {
    label: 'Allocation de solidarité spécifique (ASS)',
    family: 'benefits',
    sensitivity: 'private',
    proofs: ['payer-statement'],
  },
  AV: { label: 'Allocation veuvage', family: 'benefits', sensitivity: 'private', proofs: ['payer-statement'] },
  OUT_OF_SCHOOL: {
    label: 'Sortie de l’école avant 26\u00a0ans',
    detail: 'Depuis six mois au moins, sans diplôme ou avec un faible niveau',
    family: 'youth',
    sensitivity: 'private',
    proofs: ['sworn', 'diploma', 'structure-statement'],
  },
  YOUTH_SUPPORT: {
    label: 'Accompagnement renforcé des jeunes',
    detail: 'CEJ, PACEA, SMA, SMV',
    family: 'youth',
    sensitivity: 'private',
    proofs: ['structure-statement'],
  },
  SECOND_CHANCE: {
    label: 'EPIDE ou école de la deuxième chance',
    family: 'youth',
    sensitivity: 'private',
    proofs: ['structure-statement'],
  },
  IAE: {
    label: 'Insertion par l’activité économique (IAE)',
    detail: 'AI, ETTI, EI, ACI',
    family: 'support',
    sensitivity: 'private',
    proofs: ['iae-pass', 'contract'],
  },
  GEIQ: { label: 'Contrat avec un GEIQ', family: 'support', sensitivity: 'private', proofs: ['contract'] },
  REGIE: {
    label: 'Contrat avec une régie de quartier ou de territoire',
    family: 'support',
    sensitivity: 'private',
    proofs: ['contract', 'structure-statement'],
  },
  PLIE: { label: 'Parcours PLIE', family: 'support', sensitivity: 'private', proofs: ['structure-statement'] },
  STATE_SUPPORT: {
    label: 'Accompagnement reconnu par l’État',
    detail: 'Guichet n’en garde que la réponse',
    family: 'support',
    sensitivity: 'justice',
    proofs: ['support-statement'],
  },
  RQTH: {
    label: 'Handicap reconnu',
    detail: 'RQTH ou équivalent. Guichet n’en garde que la réponse',
    family: 'health',
    sensitivity: 'health',
    proofs: ['disability-decision'],
  },
  AAH: {
    label: 'Allocation aux adultes handicapés (AAH)',
    detail: 'Guichet n’en garde que la réponse',
    family: 'health',
    sensitivity: 'health',
    proofs: ['payer-statement'],
  },
  INVALIDITY: {
    label: 'Pension d’invalidité',
    detail: 'Guichet n’en garde que la réponse',
    family: 'health',
    sensitivity: 'health',
    proofs: ['payer-statement'],
  },
  ADAPTED: {
    label: 'Entreprise adaptée ou ESAT',
    detail: 'Guichet n’en garde que la réponse',
    family: 'health',
    sensitivity: 'health',
    proofs: ['contract', 'structure-statement'],
  },
  DISTRICT: {
    label: 'Domicile en quartier prioritaire (QPV)',
    detail: 'Et sans emploi\u00a0: habiter ne suffit pas',
    family: 'home',
    sensitivity: 'private',
    proofs: ['home-proof'],
  },
  REFUGEE: {
    label: 'Statut de réfugié ou protection internationale',
    family: 'home',
    sensitivity: 'private',
    proofs: ['residence-permit'],
  },
  OPINION: {
    label: 'Autre difficulté, sur avis motivé',
    detail: 'L’avis écrit est obligatoire',
    family: 'other',
    sensitivity: 'private',
    proofs: ['opinion'],
  },
  MARKET_PROFILE: {
    label: 'Profil ajouté par le marché',
    family: 'other',
    sensitivity: 'private',
    proofs: ['other', 'diploma'],
  },
  CARE_LEAVER: beyond('Sortie de l’aide sociale à l’enfance', 'youth', 'care-statement'),
  LOW_LEVEL: beyond('CAP, BEP ou moins', 'work', 'diploma'),
  LONE_PARENT: beyond('Parent isolé', 'benefits', 'benefit-statement'),
  NO_HOME: beyond('Absence de logement stable, ou parcours de rue', 'home', 'housing-statement'),
  ASYLUM: beyond('Demande d’asile ou protection temporaire', 'home', 'residence-permit'),
  RURAL_ZONE: beyond('Domicile en zone France ruralités revitalisation', 'home', 'home-proof'),
  LITTLE_FRENCH: beyond('Français inférieur au niveau A1', 'other', 'language-evaluation'),
  NO_TRANSPORT: beyond('Problème de mobilité', 'other', 'mobility-diagnosis'),
  YEAR_WITHOUT_WORK: beyond('Sans travail depuis plus d’un an', 'work', 'sworn'),
  FORCED_CHANGE: beyond('Reconversion contrainte', 'work', 'other'),
  INSERTION_SCHEME: beyond('Dans un dispositif d’insertion, ou en sortie', 'support', 'structure-statement'),
  OTHER_MINIMA: beyond('Autre minimum social', 'benefits', 'payer-statement'),
} as const satisfies Record<string, Situation>;

export type SituationCode = keyof typeof situationsList;
export const situations: Readonly<Record<SituationCode, Situation>> = situationsList;
export const situationCodes = Object.keys(situationsList).filter(isSituation);

/** What the wizard of a decision lists: the clause alone, and a profile of the market where one was added. */
export const clauseSituations = situationCodes.filter((code) => situations[code].beyondClause !== true);

export function isSituation(value: string): value is SituationCode {
  return Object.hasOwn(situationsList, value);
}

export function isProtected(code: SituationCode): boolean {
  return situations[code].sensitivity === 'health' || situations[code].sensitivity === 'justice';
}

function beyond<Family extends SituationFamily, Kind extends ProofCode>(label: string, family: Family, proof: Kind) {
  return { label, family, sensitivity: 'private', proofs: [proof], beyondClause: true } as const;
}
