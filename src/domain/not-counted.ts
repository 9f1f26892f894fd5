/** Why minutes do not count, in a sentence for whoever validates them. */
import type { NotCounted } from './countable-entry.ts';

/** In a sentence, ~ stands for a non-breaking space. */
const sentences: Readonly<Record<NotCounted, string>> = {
  'contract-removed': 'Le contrat a été retiré~: rien ne compte.',
  'outside-contract': 'Le contrat ne couvre pas ces jours.',
  'not-validated': 'La personne n’est pas validée~: ses heures sont listées et comptent pour zéro.',
  'before-validation': 'Des heures précèdent la validation de la personne.',
  'outside-market': 'Des heures sortent des dates du marché.',
  'outside-window': 'Des heures sortent de la période d’éligibilité.',
  'days-needed': 'Une partie du mois seulement peut compter~: il faut le détail par jour.',
  'training-capped': 'La formation dépasse la part admise.',
};

export function notCountedSentence(because: NotCounted): string {
  return sentences[because].replaceAll('~', '\u00a0');
}
