/** Which minutes count: validation, market, window, training, and the rule kept with each answer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { CountableEntry, CountingSettings } from './countable-entry.ts';
import { countingSettings } from './countable-entry.ts';
import { countEntry } from './counting.ts';
import { countEntries } from './counting-series.ts';
import type { CountingBook } from './counting-rules.ts';
import { nationalRules } from './national-rules.ts';

const source = 'Convention de test';
const from = '2020-01-01';

function settings(lot: CountingBook['lot'] = [], type: CountableEntry['terms']['type'] = 'CDD'): CountingSettings {
  const found = countingSettings({ book: { national: nationalRules, lot }, type, day: '2025-03-01' });
  assert.ok(found.ok);
  return found.value;
}

const entry: CountableEntry = {
  id: 'entry-1',
  contract: 'contract-1',
  month: '2026-05',
  minutes: 6000,
  trainingMinutes: 0,
  terms: {
    type: 'CDD',
    startsOn: '2026-01-05',
    endsOn: null,
    firstClauseStart: '2026-01-05',
    removed: false,
  },
  validation: { decidedOn: '2026-01-05', eligibleAtHire: true },
  market: { notifiedOn: '2026-01-01', endsOn: '2027-12-31' },
};

function told(change: Partial<CountableEntry>, under = settings()): string {
  const { counted, refusedBecause = 'all', ruleApplied } = countEntry({ ...entry, ...change }, under);
  return `${counted} ${refusedBecause} ${ruleApplied?.code ?? 'contract'}`;
}

const back = settings([{ code: 'retroactivity', from, source, value: 'from-hire' }]);
const byDays = settings([{ code: 'partial-month', from, source, value: 'by-calendar-days' }]);

test('H7 hours before the validation count only if the rule goes back to the hire', () => {
  const may = { terms: { ...entry.terms, startsOn: '2026-05-04', firstClauseStart: '2026-05-04' } };
  const june = { ...may, validation: { decidedOn: '2026-06-01', eligibleAtHire: true } };
  assert.equal(told(june), '0 before-validation retroactivity');
  assert.equal(told(june, back), '6000 all counting-window');
  const notThen = { ...june, validation: { decidedOn: '2026-06-01', eligibleAtHire: false } };
  assert.equal(told(notThen, back), '0 before-validation retroactivity');
});

test('H8 the hours of a CDI count until the last day of its window, by the rule in force', () => {
  const terms = {
    ...entry.terms,
    type: 'CDI' as const,
    startsOn: '2025-03-01',
    firstClauseStart: '2024-01-01',
  };
  const cdi = {
    terms,
    validation: { decidedOn: '2025-02-20', eligibleAtHire: true },
    market: { notifiedOn: '2025-01-01', endsOn: '2027-12-31' },
  };
  const months = settings([], 'CDI');
  const market = settings(
    [{ code: 'counting-window.CDI', from, source, value: { kind: 'market-end', atMostMonths: 48 } }],
    'CDI',
  );
  assert.equal(told({ ...cdi, month: '2027-02' }, months), '6000 all counting-window.CDI');
  assert.equal(told({ ...cdi, month: '2027-03' }, months), '0 outside-window counting-window.CDI');
  assert.equal(told({ ...cdi, month: '2027-12' }, market), '6000 all counting-window.CDI');
  assert.equal(told({ ...cdi, month: '2028-01' }, market), '0 outside-market market-period');
  const kept = countEntry({ ...entry, ...cdi }, market).ruleApplied;
  assert.deepEqual([kept?.level, kept?.version], ['lot', 'lot/counting-window.CDI/2020-01-01/1']);
});

test('the general window runs from the first clause contract, whatever the later ones', () => {
  const terms = { ...entry.terms, firstClauseStart: '2024-05-01' };
  assert.equal(told({ terms, month: '2026-04' }), '6000 all counting-window');
  assert.equal(told({ terms, month: '2026-05' }), '0 outside-window counting-window');
});

test('H9 a person not validated counts zero and stays listed with the reason', () => {
  assert.equal(told({ validation: null }), '0 not-validated validation-needed');
  const free = settings([{ code: 'validation-needed', from, source, value: false }]);
  assert.equal(told({ validation: null }, free), '6000 all counting-window');
});

test('H14 the hours of an ESAT user count', () => {
  const terms = { ...entry.terms, type: 'ESAT_USAGER' as const };
  assert.equal(told({ terms }, settings([], 'ESAT_USAGER')), '6000 all counting-window');
});

test('outside the contract or the market nothing counts', () => {
  assert.equal(told({ terms: { ...entry.terms, removed: true } }), '0 contract-removed contract');
  assert.equal(told({ terms: { ...entry.terms, endsOn: '2026-04-30' } }), '0 outside-contract contract');
  assert.equal(told({ market: { notifiedOn: null, endsOn: null } }), '0 outside-market market-period');
  assert.equal(told({ market: { notifiedOn: '2026-06-01', endsOn: null } }), '0 outside-market market-period');
  assert.equal(told({ market: { notifiedOn: '2026-01-01', endsOn: '2026-04-30' } }), '0 outside-market market-period');
  assert.equal(told({ market: { notifiedOn: '2026-05-01', endsOn: '2026-05-31' } }), '6000 all counting-window');
});

test('a month cut by a limit waits for its days, unless the rule shares it', () => {
  const cut = { market: { notifiedOn: '2026-05-11', endsOn: null }, minutes: 3100 };
  assert.equal(told(cut), '0 days-needed partial-month');
  assert.equal(told(cut, byDays), '2100 outside-market market-period');
  const days = [
    { day: '2026-05-10', minutes: 400 },
    { day: '2026-05-11', minutes: 2700 },
  ];
  assert.equal(told({ ...cut, days }), '2700 outside-market market-period');
  assert.equal(told({ ...cut, minutes: 2700, days: days.slice(1) }), '2700 all counting-window');
  const lastDay = { market: { notifiedOn: '2026-01-01', endsOn: '2026-05-11' }, days: days.slice(1) };
  assert.equal(told({ ...lastDay, minutes: 2700 }), '2700 all counting-window');
  const after = [
    { day: '2026-05-11', minutes: 2700 },
    { day: '2026-05-12', minutes: 400 },
  ];
  assert.equal(told({ ...lastDay, minutes: 3100, days: after }), '2700 outside-market market-period');
});

test('training counts within the cap over the whole contract', () => {
  const capped = settings([{ code: 'training', from, source, value: { counted: true, capBasisPoints: 2500 } }]);
  const none = settings([{ code: 'training', from, source, value: { counted: false, capBasisPoints: 10_000 } }]);
  const half = { trainingMinutes: 3000 };
  assert.equal(told(half), '6000 all counting-window');
  assert.equal(told({ trainingMinutes: 1500 }, capped), '6000 all counting-window');
  assert.equal(told({ trainingMinutes: 1501 }, capped), '5999 training-capped training');
  assert.equal(told(half, capped), '4500 training-capped training');
  assert.equal(told(half, none), '3000 training-capped training');
  const later = countEntry({ ...entry, ...half }, capped, { kept: 6000, training: 0 });
  assert.deepEqual([later.counted, later.countedTraining], [6000, 3000]);
  const used = countEntry({ ...entry, ...half }, capped, { kept: 6000, training: 1500 });
  assert.deepEqual([used.counted, used.countedTraining], [4500, 1500]);
  const series = ['2026-02', '2026-03', '2026-04'].map((month) => ({
    entry: { ...entry, id: month, month, minutes: 1000, trainingMinutes: month === '2026-02' ? 200 : 400 },
    settings: capped,
  }));
  assert.deepEqual(
    countEntries(series).map(({ countedTraining }) => countedTraining),
    [200, 300, 250],
  );
});

test('what counts is never negative nor above what was worked', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-05-${String(date).padStart(2, '0')}`);
  const asked = fc.record({
    minutes: fc.nat(9000),
    share: fc.nat(100),
    decidedOn: day,
    notifiedOn: day,
    cap: fc.nat(10_000),
  });
  fc.assert(
    fc.property(asked, fc.boolean(), ({ minutes, share, decidedOn, notifiedOn, cap }, shared) => {
      const under = settings([
        { code: 'training', from, source, value: { counted: true, capBasisPoints: cap } },
        { code: 'partial-month', from, source, value: shared ? 'by-calendar-days' : 'days-needed' },
      ]);
      const found = countEntry(
        {
          ...entry,
          minutes,
          trainingMinutes: Math.floor((minutes * share) / 100),
          validation: { decidedOn, eligibleAtHire: true },
          market: { notifiedOn, endsOn: null },
        },
        under,
      );
      assert.ok(found.counted >= 0 && found.counted <= minutes && Number.isSafeInteger(found.counted));
      assert.ok(found.countedTraining >= 0 && found.countedTraining <= found.counted);
      assert.equal(found.counted === minutes || found.refusedBecause !== undefined, true);
    }),
    { numRuns: 1000 },
  );
});

test('a counter-entry counts the exact opposite, and the order of typing changes nothing', () => {
  const under = settings([{ code: 'training', from, source, value: { counted: true, capBasisPoints: 3000 } }]);
  const month = fc.constantFrom('2026-02', '2026-03', '2026-04', '2026-05');
  const made = fc.record({ month, minutes: fc.nat(9000), training: fc.nat(9000), cancelled: fc.boolean() });
  fc.assert(
    fc.property(fc.array(made, { maxLength: 8 }), (all) => {
      const items = all.flatMap(({ month: worked, minutes, training, cancelled }, place) => {
        const one = {
          ...entry,
          id: `b${place}`,
          month: worked,
          minutes,
          trainingMinutes: Math.min(training, minutes),
        };
        const counter = { ...one, id: `a${place}`, minutes: -minutes, cancels: one.id };
        return [one, ...(cancelled ? [counter] : [])].map((each) => ({ entry: each, settings: under }));
      });
      const counted = countEntries(items);
      assert.deepEqual([...countEntries([...items].reverse())].reverse(), counted);
      const of = new Map(counted.map((each) => [each.id, each.counted]));
      all.forEach(({ cancelled }, place) => {
        if (cancelled) assert.equal((of.get(`a${place}`) ?? NaN) + (of.get(`b${place}`) ?? NaN), 0);
      });
    }),
    { numRuns: 500 },
  );
  assert.throws(() => countEntries([{ entry: { ...entry, cancels: 'lost' }, settings: under }]), RangeError);
});
