/** Eligibility, case by case: each threshold below, at and above it (domain.md §13.7). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from './day.ts';
import type { EligibilityFacts } from './eligibility-facts.ts';
import type { Proof } from './eligibility-proofs.ts';
import type { EligibilityBook } from './eligibility-rules.ts';
import { nationalEligibilityBook } from './eligibility-rules.ts';
import { examineClause, examineGeiq, examineIae } from './examine-eligibility.ts';
import { openPublics } from './market-publics.ts';
import type { SituationCode } from './situations.ts';

const day = '2026-09-01';
const nothing: EligibilityFacts = {
  day,
  seenOn: '2026-09-10',
  birthDate: null,
  situations: [],
  registeredSince: null,
  leftSchoolOn: null,
  training: null,
  district: 'unknown',
  employedElsewhere: null,
  opinionJoined: false,
  proofs: null,
};

function clause(facts: Partial<EligibilityFacts>, book: EligibilityBook = nationalEligibilityBook) {
  return examineClause({ facts: { ...nothing, ...facts }, book });
}

function stateOf(code: string, facts: Partial<EligibilityFacts>, book?: EligibilityBook) {
  return clause(facts, book).find(({ criterion }) => criterion.code === code)?.state;
}

for (const [since, expected] of [
  ['2025-09-02', 'failed'],
  ['2025-09-01', 'met'],
  ['2025-08-31', 'met'],
] as const) {
  test(`P1: registered since ${since}, DELD on ${day}: ${expected}`, () => {
    assert.equal(stateOf('DELD', { situations: ['REGISTERED'], registeredSince: since }), expected);
  });
}

test('P1: 364 days are not enough in a leap year or not, 12 calendar months are', () => {
  assert.equal(stateOf('DELD', { situations: ['REGISTERED'], registeredSince: addDays(day, -364) }), 'failed');
  assert.equal(stateOf('DELD', { situations: ['REGISTERED'], registeredSince: addDays(day, -365) }), 'met');
  const leap = { day: '2028-09-01', situations: ['REGISTERED'] as SituationCode[] };
  assert.equal(stateOf('DELD', { ...leap, registeredSince: addDays('2028-09-01', -365) }), 'failed');
  assert.equal(stateOf('DELD', { ...leap, registeredSince: '2027-09-01' }), 'met');
});

test('P1: the date of registration is asked, never guessed', () => {
  assert.equal(stateOf('DELD', { situations: ['REGISTERED'] }), 'missing');
});

const young = {
  situations: ['OUT_OF_SCHOOL'] as SituationCode[],
  training: { scale: 'national', value: '2' } as const,
  leftSchoolOn: '2025-06-30',
};

for (const [birthDate, expected] of [
  ['2000-09-02', 'met'],
  ['2000-09-01', 'failed'],
  ['2000-08-31', 'failed'],
] as const) {
  test(`P2: born on ${birthDate}, hired on ${day}, under 26: ${expected}`, () => {
    assert.equal(stateOf('JEUNE', { ...young, birthDate }), expected);
  });
}

test('P2: a CAP is one level too high, unless the list takes graduates; six months out of school to the day', () => {
  const born = { ...young, birthDate: '2005-01-01' };
  const cap = { ...born, training: { scale: 'former', value: 'V' } as const };
  assert.equal(stateOf('JEUNE', cap), 'failed');
  const graduates: EligibilityBook = {
    ...nationalEligibilityBook,
    market: [{ code: 'youth-graduates', from: '2020-01-01', source: 'CCAP', value: true }],
  };
  assert.equal(stateOf('JEUNE', cap, graduates), 'met');
  assert.equal(stateOf('JEUNE', { ...born, leftSchoolOn: '2026-03-01' }), 'met');
  assert.equal(stateOf('JEUNE', { ...born, leftSchoolOn: '2026-03-02' }), 'failed');
});

const passed: EligibilityBook = {
  ...nationalEligibilityBook,
  organisation: [{ code: 'senior', from: '2020-01-01', source: 'CCAP', value: { age: 50, from: 'passed' } }],
};

for (const [birthDate, reached, after] of [
  ['1976-09-02', 'failed', 'failed'],
  ['1976-09-01', 'met', 'failed'],
  ['1976-08-31', 'met', 'met'],
] as const) {
  test(`P3: born on ${birthDate}: 50 and over ${reached}, more than 50 ${after}`, () => {
    const facts = { situations: ['REGISTERED'] as SituationCode[], birthDate };
    assert.equal(stateOf('SENIOR', facts), reached);
    assert.equal(stateOf('SENIOR', facts, passed), after);
  });
}

for (const [district, employedElsewhere, expected] of [
  ['yes', true, 'failed'],
  ['yes', false, 'met'],
  ['yes', null, 'missing'],
  ['no', false, 'failed'],
  ['unknown', false, 'missing'],
] as const) {
  test(`P4: district ${district}, employed elsewhere ${employedElsewhere}: ${expected}`, () => {
    assert.equal(stateOf('QPV', { situations: ['DISTRICT'], district, employedElsewhere }), expected);
  });
}

for (const [situations, state] of [
  [[], { EI: false, ACI: false, EITI: false, AI: false, ETTI: false }],
  [['LONE_PARENT'], { EI: false, ACI: false, EITI: false, AI: false, ETTI: false }],
  [['LONE_PARENT', 'NO_HOME'], { EI: false, ACI: false, EITI: false, AI: true, ETTI: true }],
  [['LONE_PARENT', 'NO_HOME', 'NO_TRANSPORT'], { EI: true, ACI: true, EITI: true, AI: true, ETTI: true }],
  [['RSA'], { EI: true, ACI: true, EITI: true, AI: true, ETTI: true }],
] as const) {
  test(`P5: ${situations.join(' + ') || 'nothing'}`, () => {
    const { answers } = examineIae({ facts: { ...nothing, situations } });
    assert.deepEqual(Object.fromEntries(answers.map(({ kind, eligible }) => [kind, eligible])), state);
  });
}

test('P5: registered 12 to 24 months is of the second level, longer is of the first', () => {
  const of = (registeredSince: string) =>
    examineIae({
      facts: { ...nothing, situations: ['REGISTERED'], registeredSince },
    }).answers[0];
  assert.deepEqual([of('2025-01-01')?.first, of('2025-01-01')?.second], [0, 1]);
  assert.deepEqual([of('2024-09-01')?.first, of('2024-09-01')?.second], [1, 0]);
});

test('GEIQ: one criterion of the first annex is enough', () => {
  const of = (situations: readonly SituationCode[], more: Partial<EligibilityFacts> = {}) =>
    examineGeiq({ facts: { ...nothing, situations, ...more } }).eligible;
  assert.equal(of([]), false);
  assert.equal(of(['FORCED_CHANGE']), true);
  assert.equal(of(['REGISTERED'], { age: 44 }), false);
  assert.equal(of(['REGISTERED'], { age: 45 }), true);
});

const proved = (code: SituationCode, proof: Proof) =>
  clause({ situations: [code], proofs: { [code]: proof }, birthDate: '1990-01-01' })[0];

for (const [validUntil, expected] of [
  ['2026-08-31', 'renew'],
  ['2026-09-01', 'met'],
  ['2026-10-15', 'met'],
] as const) {
  test(`P6: a disability decision valid until ${validUntil}, hired on ${day}: ${expected}`, () => {
    const found = proved('RQTH', { kind: 'disability-decision', datedOn: null, validUntil });
    assert.equal(found?.state, expected);
  });
}

for (const [datedOn, expected] of [
  ['2026-06-02', 'met'],
  ['2026-06-01', 'met'],
  ['2026-05-31', 'renew'],
  ['2026-09-05', 'met'],
  ['2026-09-11', 'missing'],
] as const) {
  test(`P7: an RSA statement of ${datedOn} for a hire on ${day}: ${expected}`, () => {
    const found = proved('RSA', { kind: 'benefit-statement', datedOn, validUntil: null });
    assert.equal(found?.state, expected);
  });
}

test('P8: a reasoned opinion without its document is not enough', () => {
  const proof = { OPINION: { kind: 'opinion', datedOn: '2026-08-20', validUntil: null } } as const;
  const facts = { situations: ['OPINION'] as SituationCode[], proofs: proof };
  assert.equal(stateOf('AUTRE_AVIS', { ...facts, opinionJoined: false }), 'missing');
  assert.equal(stateOf('AUTRE_AVIS', { ...facts, opinionJoined: true }), 'met');
});

test('a paper that nobody saw leaves the criterion open', () => {
  assert.equal(clause({ situations: ['RSA'], proofs: {} })[0]?.state, 'missing');
  assert.equal(clause({ situations: ['RSA'], proofs: null })[0]?.state, 'met');
});

test('a market leaves a public out, puts another first, and adds its own', () => {
  const publics = { ...openPublics, excluded: ['RSA'], prioritised: ['ASS'], profile: 'Jeunes diplômés' };
  const situations: SituationCode[] = ['RSA', 'AV', 'ASS', 'MARKET_PROFILE'];
  const found = examineClause({ facts: { ...nothing, situations }, book: nationalEligibilityBook }, publics);
  assert.deepEqual(
    found.map(({ criterion, state }) => [criterion.code, state]),
    [
      ['ASS', 'met'],
      ['AV', 'met'],
      ['PROFIL_MARCHE', 'met'],
      ['RSA', 'failed'],
    ],
  );
});

test('every finding tells why in whole French sentences', () => {
  const situations: SituationCode[] = ['REGISTERED', 'OUT_OF_SCHOOL', 'DISTRICT', 'OPINION', 'RSA'];
  for (const proofs of [null, {}] as const) {
    for (const { why } of clause({ situations, proofs, birthDate: '1980-01-01' })) {
      for (const sentence of why) assert.match(sentence, /^[A-ZÀÉÊ0-9<].*\.$|^plus de.*\.$/u);
    }
  }
});
