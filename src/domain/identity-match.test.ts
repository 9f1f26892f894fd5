/** When two files of one structure are one person, perhaps one, or two people. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchIdentity, nameKey } from './identity-match.ts';

function person(familyName: string, givenName: string, birthDate: string | null = '1990-04-12') {
  return { familyName, givenName, birthDate };
}

for (const [what, one, other, expected] of [
  ['the same', person('Diallo', 'Amadou'), person('Diallo', 'Amadou'), 'same'],
  ['accents and case', person('LEFEVRE', 'ANAIS'), person('Lefèvre', 'Anaïs'), 'same'],
  ['a ligature', person('Œuvrard', 'Zoé'), person('OEUVRARD', 'Zoe'), 'same'],
  ['a hyphen or a space', person('Martin', 'Jean-Pierre'), person('Martin', 'Jean Pierre'), 'same'],
  ['a hyphen or nothing', person('Martin', 'Jean-Pierre'), person('Martin', 'Jeanpierre'), 'same'],
  ['an apostrophe', person('N’Diaye', 'Awa'), person('Ndiaye', 'Awa'), 'same'],
  ['a French particle', person('de la Tour', 'Luc'), person('Tour', 'Luc'), 'same'],
  ['an article joined', person('Le Gall', 'Yann'), person('Legall', 'Yann'), 'same'],
  ['an article left out', person('Le Gall', 'Yann'), person('Gall', 'Yann'), 'same'],
  ['an Arabic article', person('El Amrani', 'Sara'), person('Amrani', 'Sara'), 'same'],
  ['swapped names', person('Amadou', 'Diallo'), person('Diallo', 'Amadou'), 'same'],
  ['swapped and composed', person('Jean-Pierre', 'Martin'), person('Martin', 'Jean Pierre'), 'same'],
  ['a letter dropped', person('Dialo', 'Amadou'), person('Diallo', 'Amadou'), 'perhaps'],
  ['a letter changed', person('Diallo', 'Amadoo'), person('Diallo', 'Amadou'), 'perhaps'],
  ['two letters exchanged', person('Dialol', 'Amadou'), person('Diallo', 'Amadou'), 'perhaps'],
  ['a slip in swapped names', person('Amadou', 'Dialo'), person('Diallo', 'Amadou'), 'perhaps'],
  ['two slips', person('Dialo', 'Amado'), person('Diallo', 'Amadou'), null],
  ['a first name shortened', person('Martin', 'Jean'), person('Martin', 'Jean-Pierre'), 'perhaps'],
  ['no birth date on one side', person('Diallo', 'Amadou', null), person('Diallo', 'Amadou'), 'perhaps'],
  ['a slip and no birth date', person('Dialo', 'Amadou', null), person('Diallo', 'Amadou'), null],
  ['day and month exchanged', person('Diallo', 'Amadou', '1990-12-04'), person('Diallo', 'Amadou'), 'perhaps'],
  ['one figure of the year', person('Diallo', 'Amadou', '1980-04-12'), person('Diallo', 'Amadou'), 'perhaps'],
  ['a homonym', person('Diallo', 'Amadou', '1971-01-01'), person('Diallo', 'Amadou'), null],
  ['twins', person('Diallo', 'Awa'), person('Diallo', 'Amadou'), null],
  ['born the same day', person('Marchand', 'Céline'), person('Diallo', 'Amadou'), null],
  ['short names are not stretched', person('Ba', 'Al'), person('Bo', 'Al'), null],
] as const) {
  test(`${what}: ${expected ?? 'two people'}`, () => {
    assert.equal(matchIdentity(one, other), expected);
    assert.equal(matchIdentity(other, one), expected);
  });
}

test('the key of a name forgets accents, hyphens, particles and the order', () => {
  const key = nameKey({ familyName: 'de la Tour', givenName: 'Jean-Noël' });
  assert.equal(nameKey({ familyName: 'JEAN NOEL', givenName: 'Tour' }), key);
});
