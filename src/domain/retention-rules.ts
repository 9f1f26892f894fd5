/** How long facts about people are kept: dated rules with a floor and a ceiling; an organisation chooses between them. */
import type { Day } from './day.ts';
import { addDays, addMonths } from './day.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export type RetentionRule = keyof typeof retentionRules;

export interface RetentionRuleCard {
  label: string;
  /** What happens at the end, as the page says it. */
  end: string;
  months: number;
  floor: number;
  ceiling: number;
  source: string;
  from: Day;
  /** false: the law fixes it, nobody chooses. */
  chosen: boolean;
}

/** Source: permissions.md §9 of the product, 2026-11-21; each line names its own. */
export const retentionRules = {
  person: {
    label: 'Personne suivie',
    end: 'Mise de côté si ses heures doivent encore être prouvées, sinon anonymisée',
    months: 24,
    floor: 12,
    ceiling: 24,
    source: 'CNIL, référentiel de l’accompagnement social\u00A0: deux ans après le dernier contact',
    from: '2026-11-21',
    chosen: true,
  },
  candidate: {
    label: 'Personne jamais embauchée',
    end: 'Supprimée',
    months: 24,
    floor: 6,
    ceiling: 24,
    source: 'CNIL, guide du recrutement (2023)\u00A0: deux ans après le dernier contact',
    from: '2026-11-21',
    chosen: true,
  },
  'proof-services': {
    label: 'Preuve des heures, services et fournitures',
    end: 'Anonymisée, les heures restent',
    months: 60,
    floor: 60,
    ceiling: 120,
    source: 'Code de la commande publique, art. R. 2184-13\u00A0: cinq ans après la fin du marché',
    from: '2026-11-21',
    chosen: true,
  },
  'proof-works': {
    label: 'Preuve des heures, travaux',
    end: 'Anonymisée, les heures restent',
    months: 120,
    floor: 120,
    ceiling: 120,
    source: 'Code de la commande publique, art. R. 2184-13\u00A0: dix ans après la fin du marché de travaux',
    from: '2026-11-21',
    chosen: false,
  },
  obstacles: {
    label: 'Freins et notes d’accompagnement',
    end: 'Supprimés',
    months: 6,
    floor: 0,
    ceiling: 6,
    source: 'Choix du produit (minimisation)\u00A0: six mois après la fin de l’accompagnement',
    from: '2026-11-28',
    chosen: true,
  },
  'grave-reasons': {
    label: 'Motifs de santé et de justice',
    end: 'Supprimés\u00A0; leur nombre par année reste',
    months: 0,
    floor: 0,
    ceiling: 0,
    source: 'RGPD, art. 9 et 10\u00A0: jusqu’à la fin de la période d’éligibilité et du décompte',
    from: '2026-11-28',
    chosen: false,
  },
  account: {
    label: 'Compte d’un agent',
    end: 'Effacé\u00A0; son nom reste dans les décisions qu’il a signées',
    months: 24,
    floor: 24,
    ceiling: 24,
    source:
      'Choix du produit, comme Démarches simplifiées et Les emplois de l’inclusion\u00A0: deux ans sans connexion',
    from: '2026-11-21',
    chosen: false,
  },
} as const satisfies Record<string, RetentionRuleCard>;

/** Before anything goes its holder is told (Les emplois de l’inclusion: 30 days). */
export const noticeDays = 30;

export type RetentionRefusal = 'retention-outside' | 'retention-fixed';

export function isRetentionRule(text: string): text is RetentionRule {
  return Object.hasOwn(retentionRules, text);
}

export function checkRetention(rule: RetentionRule, months: number): Result<number, RetentionRefusal> {
  const { floor, ceiling, chosen }: RetentionRuleCard = retentionRules[rule];
  if (!chosen) return refuse('retention-fixed', { field: 'months' });
  return months < floor || months > ceiling
    ? refuse('retention-outside', { field: 'months', details: { floor, ceiling } })
    : done(months);
}

export type RetentionMonths = Readonly<Record<RetentionRule, number>>;

/** What the organisation chose, never outside the rule of today. */
export function monthsInForce(chosen: readonly { rule: string; months: number }[]): RetentionMonths {
  const entries = Object.entries(retentionRules).map(([rule, { months, floor, ceiling }]) => {
    const own = chosen.find((one) => one.rule === rule)?.months ?? months;
    return [rule, Math.min(ceiling, Math.max(floor, own))] as const;
  });
  return Object.fromEntries(entries) as Record<RetentionRule, number>;
}

/** A part of a file goes before the file itself. */
export type PartDeed = 'erase-obstacles' | 'erase-reasons';

export type RetentionDeed = 'archive' | 'anonymise' | 'delete' | 'erase-account' | PartDeed;

/** Source: GDPR art. 9 and 10: kept as answers alone while they serve. */
export const graveCriteria = ['HEALTH', 'STATE_SUPPORT'] as const;

export function isPartDeed(deed: RetentionDeed): deed is PartDeed {
  return deed === 'erase-obstacles' || deed === 'erase-reasons';
}

export const deedWords: Record<RetentionDeed, string> = {
  archive: 'Mise de côté',
  anonymise: 'Anonymisation',
  delete: 'Suppression',
  'erase-account': 'Effacement du compte',
  'erase-obstacles': 'Suppression des freins',
  'erase-reasons': 'Suppression des motifs sensibles',
};

export interface PersonLife {
  lastContactOn: Day;
  /** She had at least one contract that was not taken back. */
  hired: boolean;
  /** The last day of the markets on which she has counted hours, of works or not; empty when none counts. */
  proofs: readonly { endsOn: Day; works: boolean }[];
  archived: boolean;
  /** Something that stood in her way is still written. */
  obstacles: boolean;
  /** When the last window decided on a reason of health or justice ends, hours of it sealed; null: no such reason. */
  graveUntil: Day | null;
}

/** Everything due about a person: her file, and the parts of it that go first. */
export function duesOf(life: PersonLife, months: RetentionMonths): { deed: RetentionDeed; on: Day }[] {
  const parts: { deed: PartDeed; on: Day }[] = [];
  if (life.obstacles) parts.push({ deed: 'erase-obstacles', on: addMonths(life.lastContactOn, months.obstacles) });
  if (life.graveUntil !== null) {
    parts.push({ deed: 'erase-reasons', on: addDays(addMonths(life.graveUntil, months['grave-reasons']), 1) });
  }
  return [dueOf(life, months), ...parts];
}

/** What is due about a person, and on which day: deleted, put aside while her hours must be proved, or anonymised. */
export function dueOf(life: PersonLife, months: RetentionMonths): { deed: RetentionDeed; on: Day } {
  const { lastContactOn, hired, proofs, archived } = life;
  if (!hired) return { deed: 'delete', on: addMonths(lastContactOn, months.candidate) };
  const inactive = addMonths(lastContactOn, months.person);
  const proved = proofs
    .map(({ endsOn, works }) => addMonths(endsOn, works ? months['proof-works'] : months['proof-services']))
    .reduce((latest, day) => (day > latest ? day : latest), inactive);
  if (proved > inactive && !archived) return { deed: 'archive', on: inactive };
  return { deed: 'anonymise', on: proved };
}

/** The day it may be told and the day it may be done: never less than thirty days apart, even when the day is already past. */
export function noticeOf(due: Day, today: Day): { tell: boolean; on: Day } {
  const first = addDays(due, -noticeDays);
  const latest = addDays(today, noticeDays);
  return { tell: first <= today, on: due > latest ? due : latest };
}
