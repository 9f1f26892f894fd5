/** What a market changes in the list of publics, and what it may not ask. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clauseCriteria } from './clause-criteria.ts';
import type { MarketPublicRule } from './market-publics.ts';
import { checkPublicRule, openPublics, profilesOf, publicsOf } from './market-publics.ts';

const rule: MarketPublicRule = {
  effect: 'excluded',
  criterion: 'RSA',
  label: '',
  shareBasisPoints: null,
  lotId: null,
  fromDay: '2026-01-01',
  untilDay: '2026-12-31',
};
const at = (day: string, lotId: string | null = null, ...rules: MarketPublicRule[]) => publicsOf(rules, { lotId, day });

test('a line holds from its first day to its last, both included', () => {
  for (const [day, excluded] of [
    ['2025-12-31', []],
    ['2026-01-01', ['RSA']],
    ['2026-12-31', ['RSA']],
    ['2027-01-01', []],
  ] as const) {
    assert.deepEqual(at(day, null, rule).excluded, excluded, day);
  }
});

test('a line of a lot is for that lot, and comes before that of the market about the same public', () => {
  const ofLot = { ...rule, effect: 'prioritised', lotId: 'lot-1' } as const;
  assert.deepEqual(at('2026-06-01', 'lot-1', rule, ofLot), { ...openPublics, prioritised: ['RSA'] });
  assert.deepEqual(at('2026-06-01', 'lot-2', rule, ofLot), { ...openPublics, excluded: ['RSA'] });
});

test('companies read the profiles: those left out absent, those put first first, the one added named', () => {
  const added = { ...rule, effect: 'added', criterion: 'PROFIL_MARCHE', label: 'Jeunes diplômés' } as const;
  const profiles = profilesOf(
    at('2026-06-01', null, rule, added, { ...rule, effect: 'prioritised', criterion: 'SENIOR' }),
  );
  assert.equal(profiles.length, clauseCriteria.length);
  assert.deepEqual(profiles[0], { label: 'Demandeur d’emploi senior', first: true });
  assert.ok(profiles.some(({ label }) => label === 'Jeunes diplômés'));
  assert.ok(!profiles.some(({ label }) => label.includes('RSA')));
});

const quota = (criterion: string, shareBasisPoints: number | null): MarketPublicRule => ({
  ...rule,
  effect: 'quota',
  criterion,
  shareBasisPoints,
});

for (const [what, asked, others, because] of [
  ['a profile without a name', { ...rule, effect: 'added', criterion: 'PROFIL_MARCHE' }, [], 'public-profile-missing'],
  ['a public nobody knows', { ...rule, criterion: 'INCONNU' }, [], 'public-unknown'],
  ['a share without a figure', quota('RSA', null), [], 'public-share-missing'],
  ['a share of everything', quota('RSA', 10_000), [], null],
  ['shares over everything', quota('RSA', 1), [quota('SENIOR', 10_000)], 'public-shares-over'],
  [
    'everybody left out',
    rule,
    clauseCriteria.filter(({ code }) => code !== 'RSA').map(({ code }) => ({ ...rule, criterion: code })),
    'publics-none-left',
  ],
] as const) {
  test(`${what}: ${because ?? 'accepted'}`, () => {
    const checked = checkPublicRule(asked, others);
    assert.equal(checked.ok ? null : checked.because, because);
  });
}
