/** Who says a rule, in a word. */
import type { RuleLevel } from '#domain/dated-rules.ts';

export const levelLabels: Readonly<Record<RuleLevel, string>> = {
  lot: 'Lot',
  market: 'Marché',
  convention: 'Convention',
  buyer: 'Acheteur',
  organisation: 'Structure de facilitation',
  national: 'Règle nationale',
};
