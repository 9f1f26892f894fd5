/** Which cell of a prescriber's file is which. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOfFile, splitClaims } from './referral-file.ts';

test('columns are known by their title, in any order, whatever the accents', () => {
  const lines = linesOfFile([
    ['PRENOM', 'nom', 'Remarque', 'date de naissance'],
    ['Awa', 'Sow', 'x', '12/04/1990'],
  ]);
  assert.equal(lines?.[0]?.familyName, 'Sow');
  assert.equal(lines?.[0]?.givenName, 'Awa');
  assert.equal(lines?.[0]?.birthDate, '12/04/1990');
  assert.equal(lines?.[0]?.phone, '');
});

test('a file without the columns that name a person is not ours', () => {
  assert.equal(
    linesOfFile([
      ['a', 'b'],
      ['c', 'd'],
    ]),
    null,
  );
  assert.equal(linesOfFile([]), null);
});

test('criteria are separated by commas, bars, slashes or plus signs', () => {
  assert.deepEqual(splitClaims('rsa, qpv | deld + jeune peu-qualifie/plie'), [
    'RSA',
    'QPV',
    'DELD',
    'JEUNE_PEU_QUALIFIE',
    'PLIE',
  ]);
  assert.deepEqual(splitClaims(''), []);
});
