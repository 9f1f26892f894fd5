/** Whom a programme counts, by the words of its public. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsDistricts } from './programme-public.ts';

test('a programme for the inhabitants of priority districts counts them alone', () => {
  for (const [words, counts] of [
    ['Habitants des QPV éloignés de l’emploi, en priorité femmes et jeunes sans qualification', true],
    ['habitants d’un quartier prioritaire de la ville', true],
    ['Quartiers prioritaires', true],
    ['Habitants des ZUS', false],
    ['Jeunes sans qualification', false],
    ['', false],
  ] as const) {
    assert.equal(countsDistricts(words), counts, words);
  }
});
