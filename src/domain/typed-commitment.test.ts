/** Commitments as typed, told back in words, and the floor of their amendments. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validatedFor } from './amendment-floor.ts';
import { commitmentSentence } from './commitment-words.ts';
import type { TypedCommitment } from './typed-commitment.ts';
import { readTypedCommitment } from './typed-commitment.ts';
import { parseTypedShare } from './typed-share.ts';

const nothing: TypedCommitment = {
  commitmentKind: 'fixed',
  hours: '',
  eurosPerHour: '',
  thresholdEuros: '',
  share: '',
  expected: '',
  waiverReason: '',
  waiverNote: '',
};

for (const [typed, sentence] of [
  [{ hours: '630' }, '630\u00a0h'],
  [{ commitmentKind: 'training', hours: '150 h' }, '150\u00a0h de formation'],
  [
    { commitmentKind: 'variable', eurosPerHour: '2 000', thresholdEuros: '2 700 000' },
    '1\u00a0h par 2\u00a0000,00\u00a0€ facturés au-delà de 2\u00a0700\u00a0000,00\u00a0€',
  ],
  [{ commitmentKind: 'variable', eurosPerHour: '500' }, '1\u00a0h par 500,00\u00a0€ facturés'],
  [{ commitmentKind: 'share', share: '7,5 %' }, '7,5\u00a0% des heures travaillées'],
  [{ commitmentKind: 'qualitative', expected: 'Un tuteur' }, 'Un tuteur'],
  [
    { commitmentKind: 'none', waiverReason: 'no-link', waiverNote: 'Licences' },
    'Sans obligation\u00a0: Pas de lien suffisant avec l’objet du marché',
  ],
] as const) {
  test(`what is typed reads back as « ${sentence} »`, () => {
    const read = readTypedCommitment({ ...nothing, ...typed });
    assert.ok(read.ok);
    assert.equal(commitmentSentence(read.value), sentence);
  });
}

for (const [typed, because, field] of [
  [{}, 'hours-missing', 'hours'],
  [{ hours: '0' }, 'commitment-zero', 'hours'],
  [{ hours: '-5' }, 'hours-negative', 'hours'],
  [{ commitmentKind: 'variable' }, 'amount-missing', 'eurosPerHour'],
  [{ commitmentKind: 'variable', eurosPerHour: '0' }, 'commitment-zero', 'eurosPerHour'],
  [{ commitmentKind: 'variable', eurosPerHour: '1', thresholdEuros: 'x' }, 'amount-unreadable', 'thresholdEuros'],
  [{ commitmentKind: 'share' }, 'share-missing', 'share'],
  [{ commitmentKind: 'qualitative' }, 'expected-missing', 'expected'],
  [{ commitmentKind: 'none' }, 'waiver-missing', 'waiverReason'],
  [{ commitmentKind: 'none', waiverReason: 'other' }, 'reason-missing', 'waiverNote'],
] as const) {
  test(`${JSON.stringify(typed)} is refused: ${because}, beside ${field}`, () => {
    const read = readTypedCommitment({ ...nothing, ...typed });
    assert.ok(!read.ok);
    assert.deepEqual([read.because, read.field], [because, field]);
  });
}

test('a share is kept in basis points, from 0,01 to 100 %', () => {
  const points = (typed: string) => {
    const read = parseTypedShare(typed);
    return read.ok ? read.value : read.because;
  };
  assert.deepEqual(['5', '7,5', '0,01', '100', '100,01', '0', '-5', '5,005', 'cinq', ''].map(points), [
    500,
    750,
    1,
    10_000,
    'share-outside',
    'share-outside',
    'share-outside',
    'share-unreadable',
    'share-unreadable',
    'share-missing',
  ]);
});

test('hours the other commitments of the lot already take are no floor for this one', () => {
  const fixed = { kind: 'fixed', minutes: 500 } as const;
  assert.equal(validatedFor({ validated: 450, others: [] }), 450);
  assert.equal(validatedFor({ validated: 450, others: [fixed] }), 0);
  assert.equal(validatedFor({ validated: 650, others: [fixed, { kind: 'qualitative', expected: 'x' }] }), 150);
});
