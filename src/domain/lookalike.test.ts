/** When two files are shown side by side. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likeness } from './lookalike.ts';

const amadou = { familyName: 'Diallo', givenName: 'Amadou', birthDate: '1990-04-12' };

for (const [what, other, expected] of [
  ['the same name and birth date', amadou, 'same'],
  ['accents, case and hyphens', { ...amadou, familyName: 'DÌALLO', givenName: 'amadou' }, 'same'],
  ['the two names in the wrong order', { ...amadou, familyName: 'Amadou', givenName: 'Diallo' }, 'same'],
  ['the same name, no birth date', { ...amadou, birthDate: null }, 'close'],
  ['a homonym of another age', { ...amadou, birthDate: '1971-01-01' }, 'close'],
  ['a slip of the keyboard, same birth date', { ...amadou, familyName: 'Dialo' }, 'close'],
  ['a slip of the keyboard, no birth date', { ...amadou, familyName: 'Dialo', birthDate: null }, 'close'],
  ['a married name, same birth date', { ...amadou, familyName: 'Bertin' }, 'close'],
  ['a slip of the keyboard, another birth date', { ...amadou, familyName: 'Dialo', birthDate: '1991-04-12' }, null],
  ['another person born the same day', { familyName: 'Marchand', givenName: 'Céline', birthDate: '1990-04-12' }, null],
  ['a brother', { ...amadou, givenName: 'Ousmane', birthDate: null }, null],
] as const) {
  test(`${what}: ${expected ?? 'two people'}`, () => {
    assert.equal(likeness(amadou, other), expected);
    assert.equal(likeness(other, amadou), expected);
  });
}
