/** The rules of counting that a structure, a buyer or a market may set: their names in French, and what each changes. */
import { contractTypes, offeredContractTypes } from './contract-types.ts';
import type { CountingRules } from './counting-rules.ts';

/** How a value is typed. */
export type RuleShape = 'window' | 'training' | 'choice' | 'limit' | 'hours' | 'full-time' | 'thresholds' | 'count';

/** count: the minutes kept of a line. check: what is shown before sending and while reviewing. show: boards. size: help to size. */
export type RuleEffect = 'count' | 'check' | 'show' | 'size';

/** Never set by anybody: the law, or the conventions themselves, or nothing in the product reads it yet. */
type Fixed =
  | 'validation-needed'
  | 'market-period'
  | 'day-impossible'
  | 'review-days'
  | 'smic-per-hour'
  | 'ceiling-per-hour';

export type SettableCode = Exclude<keyof CountingRules, Fixed>;

export interface RuleCard {
  label: string;
  /** What it is for, in one sentence. */
  help: string;
  shape: RuleShape;
  effect: RuleEffect;
  /** What a choice offers, in the order shown. */
  choices?: Readonly<Record<string, string>>;
}

const counting = {
  retroactivity: {
    label: 'Rétroactivité de l’éligibilité',
    help: 'Les heures d’avant la décision d’éligibilité comptent-elles\u00A0?',
    shape: 'choice',
    effect: 'count',
    choices: {
      refused: 'Non, rien avant la décision',
      'from-hire': 'Oui, dès l’embauche si la personne était déjà éligible',
    },
  },
  training: {
    label: 'Heures de formation',
    help: 'Comptent-elles, et jusqu’à quelle part des heures du contrat\u00A0?',
    shape: 'training',
    effect: 'count',
  },
  'partial-month': {
    label: 'Mois compté en partie',
    help: 'Quand une décision ou une fin tombe dans le mois.',
    shape: 'choice',
    effect: 'count',
    choices: {
      'days-needed': 'Demander le détail par jour',
      'by-calendar-days': 'Compter au prorata des jours du mois',
    },
  },
  'counting-window': {
    label: 'Durée de comptage, cas général',
    help: 'Combien de temps les heures d’une personne comptent, depuis son premier contrat de clause.',
    shape: 'window',
    effect: 'count',
  },
} as const satisfies Record<string, RuleCard>;

const checks = {
  'weekly-warning': {
    label: 'Semaine à vérifier',
    help: 'Au-delà, la ligne est signalée.',
    shape: 'limit',
    effect: 'check',
  },
  'weekly-block': {
    label: 'Semaine impossible',
    help: 'Au-delà, la ligne est refusée.',
    shape: 'limit',
    effect: 'check',
  },
  'monthly-warning': {
    label: 'Mois à vérifier',
    help: 'Au-delà, la ligne est signalée.',
    shape: 'hours',
    effect: 'check',
  },
  'day-over-two-lots': {
    label: 'Jour partagé entre deux lots',
    help: 'Ce qu’une personne peut faire au plus en un jour, tous lots ensemble.',
    shape: 'hours',
    effect: 'check',
  },
} as const satisfies Record<string, RuleCard>;

const boards = {
  'full-time': {
    label: 'Équivalent temps plein',
    help: 'Pour dire des heures en jours et en mois.',
    shape: 'full-time',
    effect: 'show',
  },
  'progress-thresholds': {
    label: 'Seuils d’avancement',
    help: 'Part de l’attendu à partir de laquelle un lot est en bonne voie, puis à surveiller.',
    shape: 'thresholds',
    effect: 'show',
  },
  'forecast-months': {
    label: 'Mois retenus pour la prévision',
    help: 'Le rythme des derniers mois donne la prévision.',
    shape: 'count',
    effect: 'show',
  },
  'variable-tranche': {
    label: 'Engagement selon le facturé',
    help: 'Ce que doit une tranche de facturation entamée.',
    shape: 'choice',
    effect: 'show',
    choices: { full: 'Seules les tranches entières comptent', 'to-the-minute': 'Au prorata du montant' },
  },
  'sizing-step': {
    label: 'Arrondi du calibrage',
    help: 'Le volume proposé est arrondi à un multiple de cette durée, vers le bas.',
    shape: 'hours',
    effect: 'size',
  },
  'bracket-gap': {
    label: 'Barème de formation, montant entre deux tranches',
    help: 'Clause de formation sous statut scolaire.',
    shape: 'choice',
    effect: 'size',
    choices: { ask: 'Demander', next: 'Prendre la tranche suivante' },
  },
} as const satisfies Record<string, RuleCard>;

/** In groups, as the page shows them. */
export const ruleGroups = {
  counting: { label: 'Ce qui compte', rules: counting },
  windows: { label: 'Durée de comptage par contrat', rules: windowCards() },
  checks: { label: 'Points à vérifier', rules: checks },
  boards: { label: 'Tableaux et calibrage', rules: boards },
} as const;

export const ruleEffects: Readonly<Record<RuleEffect, string>> = {
  count: 'Change le décompte des heures.',
  check: 'Ne change aucun décompte\u00A0: change les points à vérifier avant l’envoi et à la validation.',
  show: 'Ne change aucun décompte\u00A0: change les tableaux, les états et les équivalents.',
  size: 'Ne change aucun décompte\u00A0: change l’aide au calibrage.',
};

const cards: ReadonlyMap<string, RuleCard> = new Map(
  Object.values(ruleGroups).flatMap(({ rules }) => Object.entries<RuleCard>(rules)),
);

export const settableCodes = [...cards.keys()] as SettableCode[];

export function isSettable(code: string): code is SettableCode {
  return cards.has(code);
}

export function cardOf(code: SettableCode): RuleCard {
  const card = cards.get(code);
  if (card === undefined) throw new RangeError(`no card for ${code}`);
  return card;
}

/** Old labels are read in former contracts, and no rule is set for them any more. */
function windowCards(): Readonly<Record<string, RuleCard>> {
  return Object.fromEntries(
    offeredContractTypes().map((type): [string, RuleCard] => [
      `counting-window.${type}`,
      {
        label: contractTypes[type].label,
        help: 'Remplace le cas général pour ce contrat, depuis son embauche.',
        shape: 'window',
        effect: 'count',
      },
    ]),
  );
}
