/** What may be sent about requests, durations, holds. */
import { z } from 'zod';
import { requestKinds } from '#domain/rights-request.ts';
import type { RequestKind } from '#domain/rights-request.ts';
import { retentionRules } from '#domain/retention-rules.ts';
import type { RetentionRule } from '#domain/retention-rules.ts';
import { choice, day, id, line, optionalText, text, version } from '#http/shapes.ts';

const kinds = Object.keys(requestKinds) as [RequestKind, ...RequestKind[]];
const rules = Object.keys(retentionRules) as [RetentionRule, ...RetentionRule[]];

export const vias = { paper: 'Par courrier', mail: 'Par courriel', visit: 'De vive voix' } as const;
export const grounds = {
  litigation: 'Litige',
  esf: 'Preuve d’un financement européen',
  control: 'Contrôle en cours',
  other: 'Autre motif',
} as const;
export const answers = {
  accepted: 'Accepter',
  'partly-accepted': 'Accepter en partie',
  refused: 'Refuser',
} as const;

export const receiveInput = z.object({
  personne: z.uuid({ error: 'Choisissez la personne.' }),
  kind: choice(kinds, { says: 'Choisissez ce qu’elle demande.' }),
  via: choice(['paper', 'mail', 'visit'], { says: 'Choisissez comment la demande est arrivée.' }),
  receivedOn: day({ says: 'Indiquez le jour où la demande est arrivée, par exemple 02/11/2026.' }),
  message: optionalText({ max: 2000 }),
});

export const requestIdInput = z.object({ id, version });

export const answerInput = z.object({
  id,
  version,
  decision: choice(['accepted', 'partly-accepted', 'refused'], { says: 'Choisissez la réponse.' }),
  answer: text({ says: 'Écrivez la réponse que la personne lira, avec ses raisons.', max: 3000 }),
  /** What cannot be undone is confirmed apart. */
  confirme: z.union([z.literal('oui'), z.literal('')]).default(''),
});

export const extendInput = z.object({
  id,
  version,
  reason: line({ says: 'Écrivez pourquoi deux mois de plus sont nécessaires. La personne le lira.', max: 500 }),
});

export const settingInput = z.object({
  rule: choice(rules, { says: 'Choisissez une durée de la liste.' }),
  months: z.coerce
    .number({ error: 'Indiquez un nombre de mois, par exemple 12.' })
    .int({ error: 'Indiquez un nombre de mois, par exemple 12.' })
    .min(0, { error: 'Indiquez un nombre de mois, par exemple 12.' })
    .max(240, { error: 'Indiquez un nombre de mois, par exemple 12.' }),
  reason: line({ says: 'Écrivez pourquoi, par exemple «\u00A0délibération du 12 mars 2026\u00A0».', max: 300 }),
});

export const keepInput = z.object({
  id,
  version,
  contact: day({ says: 'Indiquez le jour du dernier contact, par exemple 02/11/2026.' }),
});

export const holdInput = z.object({
  cible: line({ says: 'Choisissez une personne ou un marché.', max: 60 }),
  ground: choice(['litigation', 'esf', 'control', 'other'], { says: 'Choisissez le motif.' }),
  reason: line({ says: 'Écrivez pourquoi en une phrase, sans détail de santé ni de vie privée.', max: 300 }),
  untilDay: day({ says: 'Indiquez le dernier jour du gel, par exemple 31/12/2027.' }),
});

export const liftInput = z.object({ id, version });

export type ReceiveInput = z.output<typeof receiveInput>;
export type AnswerInput = z.output<typeof answerInput>;
export type ExtendInput = z.output<typeof extendInput>;
export type SettingInput = z.output<typeof settingInput>;
export type KeepInput = z.output<typeof keepInput>;
export type HoldInput = z.output<typeof holdInput>;
