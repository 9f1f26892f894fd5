/** Words that warn, and those that do not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSensitiveWords, sensitiveSentence } from './free-text.ts';

for (const [text, kinds] of [
  ['Il est malade depuis mardi', ['health']],
  ['Suivi psychiatrique en cours', ['health']],
  ['Notification RQTH reçue', ['health']],
  ['Sortie de prison en mars, bracelet électronique', ['justice', 'justice']],
  ['Paresseuse et menteuse', ['judgement', 'judgement']],
  ['DÉPRESSION', ['health']],
  ['Arrivée à l’heure, bon contact avec l’équipe', []],
  ['Marché réservé handicap, lot 2', []],
  ['Obligation d’emploi des travailleurs handicapés', []],
  ['A assisté à la réunion dans la salle', []],
  ['Le chantier est dans l’enceinte du lycée', []],
  ['Maladresse corrigée, prisonnier non', []],
  ['Bordereau de prix du lot', []],
] as const) {
  test(`«${text}» warns of ${kinds.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(
      findSensitiveWords(text).map(({ kind }) => kind),
      kinds,
    ));
}

test('the sentence names the words as typed and what to do', () => {
  const said = sensitiveSentence(findSensitiveWords('Malade, sortie de prison'));
  assert.match(said, /«\u00A0Malade\u00A0», «\u00A0prison\u00A0»/u);
  assert.match(said, /de santé et de justice/u);
  assert.match(said, /confirmez/u);
});
