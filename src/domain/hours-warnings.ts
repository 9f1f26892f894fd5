/** What deserves a look before hours are validated, with the French sentence that says why; nothing here refuses. */
import { formatInteger } from './french-number.ts';
import type { RefusalDetails } from './result.ts';

/** In a sentence, ~ stands for a non-breaking space and {name} for a detail. */
const sentences = {
  'person-not-validated': 'Cette personne n’est pas encore validée~: ses heures sont listées, mais comptent pour zéro.',
  'before-validation':
    'Des heures précèdent la validation de la personne. Elles ne comptent que si la règle du marché l’admet.',
  'outside-window': 'La période d’éligibilité s’arrête le {until}. Les heures suivantes ne comptent pas.',
  'partly-outside-contract': 'Le contrat ne couvre que {days}~jours de ce mois. Vérifiez que le total s’y rapporte.',
  'partly-outside-market': 'Le marché ne couvre pas tous les jours de contrat de ce mois. Demandez le détail par jour.',
  'month-not-over': 'Ce mois n’est pas terminé. Vérifiez que les heures sont déjà faites.',
  'month-high': 'Le mois compte {total}, plus qu’un temps plein habituel ({usual}). Vérifiez la fiche de paie.',
  'weekly-limit':
    'Avec {total} dans le mois, une semaine au moins dépasse {week}. Vérifiez la fiche de paie et l’autorisation.',
  'all-training': 'Toutes les heures de cette ligne sont de la formation. Vérifiez qu’elles sont payées.',
} as const;

export type HoursWarningCode = keyof typeof sentences;

export interface HoursWarning {
  code: HoursWarningCode;
  details?: RefusalDetails;
}

export const hoursWarningCodes = Object.keys(sentences).filter(isHoursWarning);

export function isHoursWarning(text: string): text is HoursWarningCode {
  return Object.hasOwn(sentences, text);
}

/** A detail nobody gave reads as an ellipsis. */
export function warningSentence({ code, details = {} }: HoursWarning): string {
  return sentences[code].replaceAll('~', '\u00a0').replace(/\{(\w+)\}/gu, (_, name: string) => {
    const detail = details[name];
    return typeof detail === 'number' ? formatInteger(detail) : (detail ?? '…');
  });
}
