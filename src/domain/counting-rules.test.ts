/** The national defaults: all dated, all sourced, and a window found for every contract. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  contractTypes,
  countsAsEmployment,
  isContractType,
  isOpenEnded,
  offeredContractTypes,
} from './contract-types.ts';
import type { CountingBook } from './counting-rules.ts';
import { resolveWindow } from './counting-rules.ts';
import { checkRules, resolveRule } from './dated-rules.ts';
import { isDay } from './day.ts';
import { nationalRules } from './national-rules.ts';

const book: CountingBook = { national: nationalRules };
const types = Object.keys(contractTypes).filter(isContractType);

test('each default has a day, a source, a degree of certainty and no twin', () => {
  assert.deepEqual(checkRules(nationalRules), { ok: true, value: null });
  for (const rule of nationalRules) {
    assert.ok(isDay(rule.from) && rule.source.length > 10 && rule.certainty !== undefined, rule.code);
  }
});

test('the defaults say what the trade says', () => {
  const on = '2026-11-21';
  const told = [
    resolveRule({ book, code: 'retroactivity', day: on }),
    resolveRule({ book, code: 'training', day: on }),
    resolveRule({ book, code: 'weekly-warning', day: on }),
    resolveRule({ book, code: 'weekly-block', day: on }),
    resolveRule({ book, code: 'day-impossible', day: on }),
    resolveRule({ book, code: 'full-time', day: on }),
    resolveRule({ book, code: 'sizing-step', day: on }),
    resolveRule({ book, code: 'variable-tranche', day: on }),
  ].map((rule) => rule.ok && rule.value.value);
  assert.deepEqual(told, [
    'refused',
    { counted: true, capBasisPoints: 10_000 },
    { week: 2880, day: 600 },
    { week: 3600, day: 720 },
    1440,
    { year: 109_200, month: 9100, week: 2100, day: 420 },
    60,
    'full',
  ]);
});

test('SMIC is known from its first day on, and the hourly ceiling is never invented', () => {
  const smic = (day: string) => {
    const rule = resolveRule({ book, code: 'smic-per-hour', day });
    return rule.ok ? rule.value.value : rule.because;
  };
  assert.equal(smic('2025-12-31'), 'rule-unknown');
  assert.equal(smic('2026-01-01'), 1202);
  const ceiling = resolveRule({ book, code: 'ceiling-per-hour', day: '2026-01-01' });
  assert.equal(ceiling.ok, false);
});

test('every type of contract has a window: its own, else the general one', () => {
  for (const type of types) {
    const found = resolveWindow({ book, type, day: '2026-01-01' });
    assert.ok(found.ok, type);
    const own = ['CDI', 'APPRENTISSAGE', 'PROFESSIONNALISATION'].includes(type);
    assert.equal(found.value.code, own ? `counting-window.${type}` : 'counting-window', type);
    if (own && type !== 'CDI') {
      assert.deepEqual(found.value.value, { kind: 'contract-end', atMostMonths: 36 });
    }
  }
});

test('a lot may keep its CDI hours to the end of the market, and says so', () => {
  const lot: CountingBook['lot'] = [
    {
      code: 'counting-window.CDI',
      from: '2026-01-01',
      source: 'CCAP, article 7',
      value: { kind: 'market-end', atMostMonths: 48 },
    },
  ];
  const found = resolveWindow({ book: { ...book, lot }, type: 'CDI', day: '2026-06-01' });
  assert.ok(found.ok);
  assert.deepEqual([found.value.level, found.value.source], ['lot', 'CCAP, article 7']);
});

test('H14 an ESAT user is no employee, and old labels are read but not offered', () => {
  assert.deepEqual(
    types.filter((type) => !countsAsEmployment(type)),
    ['ESAT_USAGER'],
  );
  assert.deepEqual([isOpenEnded('CDI'), isOpenEnded('CDDI')], [true, false]);
  assert.equal(offeredContractTypes().includes('CAE'), false);
  assert.equal(offeredContractTypes().length, types.length - 2);
  assert.equal(isContractType('toString'), false);
});
