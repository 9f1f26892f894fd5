/** How long, between which bounds, and what is due when. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkRetention, dueOf, duesOf, monthsInForce, noticeOf, retentionRules } from './retention-rules.ts';

const months = monthsInForce([]);
const life = {
  lastContactOn: '2024-01-31',
  hired: true,
  proofs: [],
  archived: false,
  obstacles: false,
  graveUntil: null,
};

test('each rule has its source and stands between its bounds', () => {
  for (const [name, rule] of Object.entries(retentionRules)) {
    assert.ok(rule.floor <= rule.months && rule.months <= rule.ceiling, name);
    assert.ok(rule.source.length > 20, name);
    assert.equal(months[name as keyof typeof months], rule.months);
  }
});

test('an organisation chooses between the floor and the ceiling', () => {
  assert.equal(checkRetention('candidate', 6).ok, true);
  assert.equal(checkRetention('candidate', 24).ok, true);
  assert.deepEqual(checkRetention('candidate', 5), {
    ok: false,
    because: 'retention-outside',
    field: 'months',
    details: { floor: 6, ceiling: 24 },
  });
  assert.equal(checkRetention('person', 25).ok, false);
  assert.equal(checkRetention('proof-works', 120).ok, false);
  const chosen = monthsInForce([
    { rule: 'candidate', months: 12 },
    { rule: 'person', months: 999 },
  ]);
  assert.deepEqual([chosen.candidate, chosen.person], [12, 24]);
});

for (const [what, more, deed, on] of [
  ['never hired', { hired: false }, 'delete', '2026-01-31'],
  ['hired, nothing to prove', {}, 'anonymise', '2026-01-31'],
  ['services still to prove', { proofs: [{ endsOn: '2023-06-30', works: false }] }, 'archive', '2026-01-31'],
  [
    'already put aside',
    { proofs: [{ endsOn: '2023-06-30', works: false }], archived: true },
    'anonymise',
    '2028-06-30',
  ],
  [
    'works still to prove',
    { proofs: [{ endsOn: '2023-06-30', works: true }], archived: true },
    'anonymise',
    '2033-06-30',
  ],
  [
    'the longest proof wins',
    {
      proofs: [
        { endsOn: '2020-01-01', works: true },
        { endsOn: '2023-06-30', works: false },
      ],
      archived: true,
    },
    'anonymise',
    '2030-01-01',
  ],
  [
    'proof over before two years of silence',
    { proofs: [{ endsOn: '2019-01-01', works: false }] },
    'anonymise',
    '2026-01-31',
  ],
] as const) {
  test(`due: ${what}`, () => assert.deepEqual(dueOf({ ...life, ...more }, months), { deed, on }));
}

test('thirty days before, never less', () => {
  assert.deepEqual(noticeOf('2026-03-02', '2026-01-30'), { tell: false, on: '2026-03-02' });
  assert.deepEqual(noticeOf('2026-03-02', '2026-01-31'), { tell: true, on: '2026-03-02' });
  assert.deepEqual(noticeOf('2026-03-02', '2026-03-02'), { tell: true, on: '2026-04-01' });
  assert.deepEqual(noticeOf('2020-01-01', '2026-03-02'), { tell: true, on: '2026-04-01' });
});

test('obstacles go six months after the last contact, reasons of health and justice the day after their window', () => {
  const all = duesOf({ ...life, obstacles: true, graveUntil: '2024-06-30' }, months);
  assert.deepEqual(
    all.map(({ deed, on }) => [deed, on]),
    [
      ['anonymise', '2026-01-31'],
      ['erase-obstacles', '2024-07-31'],
      ['erase-reasons', '2024-07-01'],
    ],
  );
  assert.equal(duesOf(life, months).length, 1);
});
