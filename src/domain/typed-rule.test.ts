/** Every rule that may be set: read from a form, refused around each limit, said in French, and typed back the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offeredContractTypes } from './contract-types.ts';
import { resolveRule } from './dated-rules.ts';
import { nationalRules } from './national-rules.ts';
import type { SettableCode } from './rule-catalogue.ts';
import { cardOf, isSettable, ruleEffects, settableCodes } from './rule-catalogue.ts';
import type { TypedRule } from './typed-rule.ts';
import { ruleSentence, typedOf } from './rule-sentence.ts';
import { readTypedRule } from './typed-rule.ts';

const blank: TypedRule = {
  choice: '',
  windowKind: '',
  months: '',
  counted: '',
  cap: '',
  hours: '',
  year: '',
  month: '',
  week: '',
  day: '',
  onTrack: '',
  toWatch: '',
  count: '',
};

function read(code: SettableCode, typed: Partial<TypedRule>): unknown {
  const found = readTypedRule(code, { ...blank, ...typed });
  return found.ok ? found.value : found.because;
}

test('retroactivity, training, windows by contract, weekly limits: all that local texts change may be set', () => {
  for (const code of [
    'retroactivity',
    'training',
    'partial-month',
    'counting-window',
    'weekly-warning',
    'weekly-block',
  ]) {
    assert.ok(isSettable(code), code);
  }
  for (const type of offeredContractTypes()) assert.ok(isSettable(`counting-window.${type}`), type);
  for (const code of [
    'day-impossible',
    'validation-needed',
    'market-period',
    'smic-per-hour',
    'counting-window.CAE',
    'toString',
  ]) {
    assert.equal(isSettable(code), false, code);
  }
});

test('each card says what it is for and what it changes', () => {
  for (const code of settableCodes) {
    const card = cardOf(code);
    assert.match(card.help, /[.?]$/u, code);
    assert.ok(ruleEffects[card.effect].endsWith('.'), code);
    assert.equal(card.shape === 'choice', card.choices !== undefined, code);
  }
});

test('each national value is typed back as it was and said in a sentence', () => {
  let told = 0;
  for (const code of settableCodes) {
    const rule = resolveRule({ book: { national: nationalRules }, code, day: '2026-11-21' });
    if (!rule.ok) continue;
    const value = rule.value.value;
    assert.deepEqual(read(code, typedOf(code, value)), value, code);
    assert.match(ruleSentence(code, value), /^(?:\d|[A-ZÀÉ]).{2,}/u, code);
    assert.doesNotMatch(ruleSentence(code, value), /\[object|undefined|NaN/u, code);
    told += 1;
  }
  assert.ok(told >= 14, `${told} national values`);
});

test('below, at and above each limit', () => {
  const rows: [SettableCode, Partial<TypedRule>, unknown][] = [
    ['counting-window', { windowKind: 'months', months: '0' }, 'rule-months'],
    ['counting-window', { windowKind: 'months', months: '1' }, { kind: 'months', months: 1 }],
    ['counting-window.CDI', { windowKind: 'market-end', months: '120' }, { kind: 'market-end', atMostMonths: 120 }],
    ['counting-window.CDI', { windowKind: 'market-end', months: '121' }, 'rule-months'],
    ['counting-window.CDI', { windowKind: 'market-end', months: '48,5' }, 'rule-months'],
    ['counting-window', { months: '24' }, 'rule-choice'],
    ['training', { counted: 'oui', cap: '20' }, { counted: true, capBasisPoints: 2000 }],
    ['training', { counted: 'oui', cap: '100' }, { counted: true, capBasisPoints: 10_000 }],
    ['training', { counted: 'oui', cap: '100,01' }, 'share-outside'],
    ['training', { counted: 'oui', cap: '' }, 'share-missing'],
    ['training', { counted: 'non', cap: 'tout' }, { counted: false, capBasisPoints: 0 }],
    ['training', {}, 'rule-choice'],
    ['retroactivity', { choice: 'from-hire' }, 'from-hire'],
    ['retroactivity', { choice: 'toString' }, 'rule-choice'],
    ['weekly-warning', { week: '44', day: '10' }, { week: 2640, day: 600 }],
    ['weekly-warning', { week: '168', day: '24' }, { week: 10_080, day: 1440 }],
    ['weekly-warning', { week: '168 h 01', day: '10' }, 'rule-hours-outside'],
    ['weekly-block', { week: '60', day: '24 h 01' }, 'rule-hours-outside'],
    ['weekly-block', { week: '8', day: '9' }, 'rule-limit-order'],
    ['monthly-warning', { hours: '0' }, 'rule-hours-outside'],
    ['monthly-warning', { hours: '744' }, 44_640],
    ['monthly-warning', { hours: '744 h 01' }, 'rule-hours-outside'],
    ['monthly-warning', { hours: '' }, 'hours-missing'],
    ['day-over-two-lots', { hours: '24' }, 1440],
    ['day-over-two-lots', { hours: '25' }, 'rule-hours-outside'],
    ['sizing-step', { hours: '35' }, 2100],
    [
      'progress-thresholds',
      { onTrack: '80', toWatch: '79,99' },
      { onTrackBasisPoints: 8000, toWatchBasisPoints: 7999 },
    ],
    ['progress-thresholds', { onTrack: '80', toWatch: '80' }, 'rule-thresholds-order'],
    ['forecast-months', { count: '24' }, 24],
    ['forecast-months', { count: '25' }, 'rule-count'],
    [
      'full-time',
      { year: '1607', month: '151 h 40', week: '35', day: '7' },
      { year: 96_420, month: 9100, week: 2100, day: 420 },
    ],
    ['full-time', { year: '1607', month: '151', week: '35', day: '36' }, 'rule-hours-outside'],
    ['full-time', { year: '100', month: '151', week: '35', day: '7' }, 'rule-full-time-order'],
  ];
  for (const [code, typed, expected] of rows)
    assert.deepEqual(read(code, typed), expected, `${code} ${JSON.stringify(typed)}`);
});
