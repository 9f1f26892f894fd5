/** What a setting would change, in one sentence. */
import { cardOf, ruleEffects } from '#domain/rule-catalogue.ts';
import { counted } from '#ui/french.ts';
import type { RuleEffect } from './set-rule.ts';

export function effectSentence({ effect, code }: RuleEffect): string {
  if (effect.kind === 'none') return ruleEffects[cardOf(code).effect];
  if (effect.kind === 'unsealed') {
    return effect.lines === 0
      ? 'Aucune ligne non scellée n’est concernée.'
      : `${counted(effect.lines, 'ligne non scellée sera relue', 'lignes non scellées seront relues')} selon ce réglage par la structure de facilitation.`;
  }
  const { validated, submitted, partial } = effect.preview;
  const lines = validated + submitted;
  if (lines === 0) return 'Ce réglage ne changerait le décompte d’aucune ligne non scellée.';
  const least = partial ? 'au moins ' : '';
  return `Ce réglage changerait le décompte de ${least}${counted(lines, 'ligne non scellée', 'lignes non scellées')}\u00A0: ${counted(validated, 'validée')}, ${counted(submitted, 'à valider', 'à valider')}.`;
}
