/** The national defaults of counting: each a dated value with its source and how sure it is; any nearer level may replace it. */
import type { CountingRules } from './counting-rules.ts';
import type { Certainty, RuleOf } from './dated-rules.ts';

/** Source: the AVE collection of 2014 is the oldest text these habits are attributed to (domain.md §0). */
const since = '2014-01-01';

export const nationalRules: readonly RuleOf<CountingRules>[] = [
  {
    ...told('stated', 'Conventions S1 art. 2-2, S2 art. 4, S4 art. 4'),
    code: 'validation-needed',
    value: true,
  },
  { ...told('seen', 'CCAP de l’État 2021'), code: 'market-period', value: 'bounded' },
  {
    ...told('weak-memory', 'Pratique AVE, 24 mois'),
    code: 'counting-window',
    value: { kind: 'months', months: 24 },
  },
  {
    ...told('weak-memory', 'Pratique AVE, 24 mois dès l’embauche en CDI'),
    code: 'counting-window.CDI',
    value: { kind: 'months', months: 24 },
  },
  {
    ...told('weak-memory', 'Pratique AVE, tout le contrat, 36 mois au plus'),
    code: 'counting-window.APPRENTISSAGE',
    value: { kind: 'contract-end', atMostMonths: 36 },
  },
  {
    ...told('weak-memory', 'Pratique AVE, tout le contrat, 36 mois au plus'),
    code: 'counting-window.PROFESSIONNALISATION',
    value: { kind: 'contract-end', atMostMonths: 36 },
  },
  {
    ...told('memory', 'Usage national\u00a0; le plafond est à fixer par territoire'),
    code: 'training',
    value: { counted: true, capBasisPoints: 10_000 },
  },
  {
    ...told('design', 'Choix de Guichet, conforme à S1 et S2\u00a0: pas d’heure avant validation'),
    code: 'retroactivity',
    value: 'refused',
  },
  {
    ...told('design', 'Choix de Guichet\u00a0: rien n’est réparti sans le détail par jour'),
    code: 'partial-month',
    value: 'days-needed',
  },
  {
    ...told('memory', 'Code du travail, L3121-20 (48\u00a0h) et L3121-18 (10\u00a0h par jour)'),
    code: 'weekly-warning',
    value: { week: 48 * 60, day: 10 * 60 },
  },
  {
    ...told('memory', 'Code du travail, L3121-21 (60\u00a0h) et L3121-19 (12\u00a0h par jour)'),
    code: 'weekly-block',
    value: { week: 60 * 60, day: 12 * 60 },
  },
  {
    ...told('design', 'Choix de Guichet\u00a0: au-dessus du plus long mois à 39\u00a0h (23 jours de 7\u00a0h 48)'),
    code: 'monthly-warning',
    value: 180 * 60,
  },
  { ...told('design', 'Un jour a 24 heures'), code: 'day-impossible', value: 24 * 60 },
  {
    ...told('memory', 'Code du travail, L3121-19\u00a0: 12\u00a0h par jour au plus'),
    code: 'day-over-two-lots',
    value: 12 * 60,
  },
  {
    ...told('stated', 'S2 annexe 2\u00a0: 1\u00a0820\u00a0h par an, soit 35\u00a0h × 52'),
    code: 'full-time',
    value: { year: 1820 * 60, month: 151 * 60 + 40, week: 35 * 60, day: 7 * 60 },
  },
  { ...told('design', 'Choix de Guichet\u00a0: à l’heure inférieure'), code: 'sizing-step', value: 60 },
  {
    ...told('design', 'Choix de Guichet\u00a0: seules les tranches entières comptent'),
    code: 'variable-tranche',
    value: 'full',
  },
  { ...told('design', 'Choix de Guichet\u00a0: demander'), code: 'bracket-gap', value: 'ask' },
  {
    ...told('design', 'Choix de Guichet'),
    code: 'progress-thresholds',
    value: { onTrackBasisPoints: 9000, toWatchBasisPoints: 7500 },
  },
  { ...told('design', 'Choix de Guichet'), code: 'forecast-months', value: 3 },
  { ...told('design', 'Choix de Guichet\u00a0: un mois civil au plus'), code: 'review-days', value: 30 },
  {
    ...told('design', 'Choix de Guichet\u00a0: une semaine pour répondre sur une candidature'),
    code: 'answer-days',
    value: 7,
  },
  {
    ...told('design', 'Choix de Guichet\u00a0: sans contrat de travail, rien n’est compté'),
    code: 'training-before-hire',
    value: { counted: false },
  },
  {
    ...told('seen', 'SMIC horaire brut au 1er janvier 2026'),
    code: 'smic-per-hour',
    from: '2026-01-01',
    value: 1202,
  },
];

function told(certainty: Certainty, source: string): { certainty: Certainty; source: string; from: string } {
  return { certainty, source, from: since };
}
