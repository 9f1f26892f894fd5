/** Numbers by their format, levels by their scale, and reasons without what must not be kept. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clauseCriteria } from './clause-criteria.ts';
import { keptReason, reasonLabel } from './eligibility-reasons.ts';
import { eligibilityRule, nationalEligibilityBook } from './eligibility-rules.ts';
import { readPersonalNumber } from './personal-numbers.ts';
import type { NumberKind } from './personal-numbers.ts';
import { isProtected, situationCodes } from './situations.ts';
import { levelsOf, nationalLevel, readTrainingLevel, trainingScales } from './training-level.ts';
import type { TrainingScale } from './training-level.ts';

const rules = {
  'pass-iae-number': eligibilityRule(nationalEligibilityBook, 'pass-iae-number', '2026-11-21'),
  'france-travail-number': eligibilityRule(nationalEligibilityBook, 'france-travail-number', '2026-11-21'),
};

for (const [kind, typed, expected] of [
  ['pass-iae', '99999 1234567', '999991234567'],
  ['pass-iae', '999991234567', '999991234567'],
  ['pass-iae', '99999123456', 'pass-iae-unreadable'],
  ['pass-iae', '9999912345678', 'pass-iae-unreadable'],
  ['pass-iae', '999981234567', 'pass-iae-unreadable'],
  ['pass-iae', '99999123456A', 'pass-iae-unreadable'],
  ['france-travail', '1234567a', '1234567A'],
  ['france-travail', '12345678', '12345678'],
  ['france-travail', '12345678901', '12345678901'],
  ['france-travail', '123456789', 'france-travail-unreadable'],
  ['france-travail', '1234567', 'france-travail-unreadable'],
  ['france-travail', '', 'france-travail-unreadable'],
  ['france-travail', '1 85 05 78 006 084 91', 'nir-refused'],
  ['pass-iae', '1 85 05 78 006 084 91', 'nir-refused'],
] as const satisfies readonly (readonly [NumberKind, string, string])[]) {
  test(`${kind} «${typed}»: ${expected}`, () => {
    const read = readPersonalNumber(kind, { typed, rules });
    assert.equal(read.ok ? read.value : read.because, expected);
  });
}

test('a level never loses its scale: level III of before is level 5, level 3 is a CAP', () => {
  assert.equal(nationalLevel({ scale: 'former', value: 'III' }), 5);
  assert.equal(nationalLevel({ scale: 'national', value: '3' }), 3);
  assert.equal(nationalLevel({ scale: 'former', value: 'V' }), 3);
  assert.equal(nationalLevel({ scale: 'asp', value: '51' }), 3);
  for (const written of ['3', 'former:3', 'national:III', 'other:3', 'national:9', '']) {
    assert.equal(readTrainingLevel(written).ok, false, written);
  }
  for (const scale of Object.keys(trainingScales) as TrainingScale[]) {
    for (const [value] of levelsOf(scale)) assert.ok(readTrainingLevel(`${scale}:${value}`).ok);
  }
});

test('of health and justice only the answer is kept, whichever criterion gave it', () => {
  const kept = new Set(
    clauseCriteria.flatMap((criterion) =>
      criterion.situations.filter(isProtected).map((situation) => keptReason({ criterion, situation }).criterion),
    ),
  );
  assert.deepEqual([...kept].toSorted(), ['HEALTH', 'STATE_SUPPORT']);
  for (const criterion of clauseCriteria.filter(({ situations }) => situations.some(isProtected))) {
    for (const situation of criterion.situations) {
      assert.doesNotMatch(JSON.stringify(keptReason({ criterion, situation })), new RegExp(`${criterion.code}\\b`));
    }
  }
  assert.equal(reasonLabel('RSA'), 'Bénéficiaire du RSA ou ayant droit');
  assert.equal(reasonLabel('HEALTH'), 'Situation de handicap ou de santé reconnue');
});

test('every situation of the clause serves a criterion, and each criterion has its source', () => {
  const used = new Set(clauseCriteria.flatMap(({ situations }) => situations));
  assert.ok(situationCodes.length > 25);
  for (const { code, source, from } of clauseCriteria) {
    assert.ok(source !== '' && from !== '', code);
  }
  assert.ok(used.size >= 18);
});
