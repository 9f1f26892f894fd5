/** A line of declared hours: each block and each warning at its edge. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { checkLine } from './hours-checks.ts';
import type { HoursLine, LineFacts } from './hours-line.ts';

const line: HoursLine = {
  id: 'line-1',
  person: 'person-1',
  contract: 'contract-1',
  lot: 'lot-1',
  month: '2026-06',
  minutes: 150 * 60,
  trainingMinutes: 0,
};

const facts: LineFacts = {
  today: '2026-07-05',
  declarant: 'holder',
  contract: { employer: 'holder', startsOn: '2026-01-05', endsOn: null, removed: false },
  lot: {
    parties: ['holder', 'sub'],
    linkedStructures: ['agency'],
    notifiedOn: '2026-01-01',
    endsOn: '2026-12-31',
  },
  validation: { from: '2026-01-05', until: '2028-01-04' },
  sealed: false,
  others: [],
  limits: {
    'weekly-warning': { week: 2880, day: 600 },
    'weekly-block': { week: 3600, day: 720 },
    'monthly-warning': 10_800,
    'day-impossible': 1440,
    'day-over-two-lots': 720,
  },
};

type FactsChange = Partial<Omit<LineFacts, 'contract' | 'lot'>> & {
  contract?: Partial<LineFacts['contract']>;
  lot?: Partial<LineFacts['lot']>;
};

function told(change: Partial<HoursLine> = {}, more: FactsChange = {}): string {
  const { contract, lot, ...rest } = more;
  const found = checkLine(
    { ...line, ...change },
    { ...facts, ...rest, contract: { ...facts.contract, ...contract }, lot: { ...facts.lot, ...lot } },
  );
  return [...found.blocks.map(({ because }) => because), ...found.warnings.map(({ code }) => `(${code})`)].join(' ');
}

function onDays(...days: [string, number][]): Partial<HoursLine> {
  const minutes = days.reduce((sum, [, hours]) => sum + hours * 60, 0);
  return { minutes, days: days.map(([date, hours]) => ({ day: `2026-06-${date}`, minutes: hours * 60 })) };
}

function other(change: Partial<HoursLine>): LineFacts['others'][number] {
  return {
    line: { ...line, id: 'line-2', contract: 'contract-2', minutes: 0, ...change },
    contract: { startsOn: '2026-01-05', endsOn: null },
  };
}

test('a plain line has nothing to say', () => {
  assert.equal(told(), '');
  assert.equal(told({ trainingMinutes: 35 * 60 }), '');
  assert.equal(told(onDays(['01', 8], ['02', 8])), '');
});

test('the quantity is positive, made of its parts, and its days are days of the month', () => {
  assert.equal(told({ minutes: 0 }), 'hours-zero');
  assert.equal(told({ minutes: 1 }), '');
  assert.equal(told({ minutes: -1 }), 'hours-negative training-over-total');
  assert.equal(told({ trainingMinutes: -1 }), 'hours-negative');
  assert.equal(told({ minutes: 600, trainingMinutes: 601 }), 'training-over-total');
  assert.equal(told({ minutes: 600, trainingMinutes: 600 }), '(all-training)');
  assert.equal(told({ ...onDays(['01', 8]), minutes: 481 }), 'days-total');
  assert.equal(
    told({ days: [{ day: '2026-05-31', minutes: 9000 }] }),
    'day-outside-month day-impossible week-too-long',
  );
  const away = [
    { day: '2026-05-31', minutes: 60 },
    { day: '2026-06-01', minutes: 60 },
  ];
  assert.equal(told({ minutes: 120, days: away }), 'day-outside-month');
  assert.equal(told(onDays(['01', 8], ['02', 0])), '');
  assert.equal(told(onDays(['01', 4], ['01', 4])), 'day-twice');
  assert.equal(
    told({
      minutes: 0,
      days: [
        { day: '2026-06-01', minutes: 60 },
        { day: '2026-06-02', minutes: -60 },
      ],
    }),
    'hours-negative',
  );
});

test('H10 190 hours in a month ask for a look, 25 hours in a day are refused', () => {
  assert.equal(told({ minutes: 180 * 60 }), '');
  assert.equal(told({ minutes: 180 * 60 + 1 }), '(month-high)');
  assert.equal(told({ minutes: 190 * 60 }), '(month-high)');
  assert.equal(told(onDays(['01', 24])), '');
  assert.equal(told(onDays(['01', 25])), 'day-impossible');
});

test('the legal week on a month of 30 days that begins a Monday: 48 h warn, 60 h refuse', () => {
  const warning = (4 * 48 + 2 * 10) * 60;
  const block = (4 * 60 + 2 * 12) * 60;
  assert.equal(told({ minutes: warning }), '(month-high)');
  assert.equal(told({ minutes: warning + 1 }), '(weekly-limit)');
  assert.equal(told({ minutes: block }), '(weekly-limit)');
  assert.equal(told({ minutes: block + 1 }), 'month-too-long');
});

test('the legal week when the days are given, and when the contract covers a few days only', () => {
  const week = (last: number) => onDays(['01', 10], ['02', 10], ['03', 10], ['04', 10], ['05', last]);
  assert.equal(told(week(8)), '');
  assert.equal(told(week(9)), '(weekly-limit)');
  assert.equal(told(week(20)), '(weekly-limit)');
  assert.equal(told(week(21)), 'week-too-long');
  const short = { contract: { startsOn: '2026-06-29' } };
  assert.equal(told({ minutes: 24 * 60 + 1 }, short), 'month-too-long (partly-outside-contract)');
  assert.equal(told({ minutes: 24 * 60 }, short), '(partly-outside-contract) (weekly-limit)');
  assert.equal(told({ minutes: 12 * 60 }, short), '(partly-outside-contract)');
});

test('H11 the same person, the same day, 10 hours in each of two lots is refused', () => {
  const elsewhere = (hours: number) => ({ others: [other({ lot: 'lot-2', ...onDays(['01', hours]) })] });
  assert.equal(told(onDays(['01', 10]), elsewhere(10)), 'day-two-lots');
  assert.equal(told(onDays(['01', 6]), elsewhere(6)), '');
  assert.equal(told(onDays(['01', 6]), elsewhere(6.5)), 'day-two-lots');
  assert.equal(told(onDays(['01', 10]), { others: [other({ lot: 'lot-2', ...onDays(['02', 10]) })] }), '');
});

test('the month of a person is read over all her lots', () => {
  const others = [other({ lot: 'lot-2', minutes: 100 * 60 })];
  assert.equal(told({ minutes: 80 * 60 }, { others }), '');
  assert.equal(told({ minutes: 81 * 60 }, { others }), '(month-high)');
  assert.equal(told({ minutes: 165 * 60 }, { others }), 'month-too-long');
});

test('a contract is declared once for a lot and a month', () => {
  const twin = { contract: 'contract-1', minutes: 60 };
  assert.equal(told({ minutes: 60 }, { others: [other(twin)] }), 'line-twice');
  assert.equal(told({ minutes: 60 }, { others: [other({ ...twin, contract: 'contract-2' })] }), '');
  assert.equal(told({ minutes: 60 }, { others: [other({ ...twin, lot: 'lot-2' })] }), '');
});

test('the month is over, or warned about, never ahead', () => {
  assert.equal(told({}, { today: '2026-05-31' }), 'month-future');
  assert.equal(told({}, { today: '2026-06-29' }), '(month-not-over)');
  assert.equal(told({}, { today: '2026-06-30' }), '');
  assert.equal(told(onDays(['10', 7]), { today: '2026-06-09' }), 'day-future');
  assert.equal(told(onDays(['10', 7]), { today: '2026-06-10' }), '(month-not-over)');
  assert.equal(told(onDays(['09', 7], ['10', 7]), { today: '2026-06-09' }), 'day-future');
  assert.equal(told({}, { sealed: true }), 'month-sealed');
});

test('the days fall inside the contract', () => {
  assert.equal(told({}, { contract: { startsOn: '2026-07-01' } }), 'line-outside-contract');
  assert.equal(told({}, { contract: { endsOn: '2026-05-31' } }), 'line-outside-contract');
  assert.equal(told({ minutes: 60 }, { contract: { endsOn: '2026-06-01' } }), '(partly-outside-contract)');
  assert.equal(told(onDays(['10', 7]), { contract: { endsOn: '2026-06-10' } }), '');
  assert.equal(told(onDays(['11', 7]), { contract: { endsOn: '2026-06-10' } }), 'line-outside-contract');
  assert.equal(told({}, { contract: { removed: true } }), 'contract-removed');
});

test('the days fall between the notification and the end of the market', () => {
  assert.equal(told({}, { lot: { notifiedOn: null } }), 'market-not-notified');
  assert.equal(told({}, { lot: { notifiedOn: '2026-07-01' } }), 'line-outside-market');
  assert.equal(told({}, { lot: { notifiedOn: '2026-06-30' } }), '(partly-outside-market)');
  assert.equal(told({}, { lot: { endsOn: '2026-05-31' } }), 'line-outside-market');
  assert.equal(told({}, { lot: { endsOn: '2026-06-29' } }), '(partly-outside-market)');
  assert.equal(told({}, { lot: { endsOn: null } }), '');
  assert.equal(told(onDays(['10', 7]), { lot: { notifiedOn: '2026-06-10' } }), '');
  assert.equal(told(onDays(['09', 7]), { lot: { notifiedOn: '2026-06-10' } }), 'line-outside-market');
  assert.equal(told(onDays(['10', 7]), { lot: { endsOn: '2026-06-10' } }), '');
  assert.equal(told(onDays(['11', 7]), { lot: { endsOn: '2026-06-10' } }), 'line-outside-market');
});

test('H9 a person not validated is listed with a warning, as are hours before and after her window', () => {
  assert.equal(told({}, { validation: null }), '(person-not-validated)');
  assert.equal(told({}, { validation: { from: '2026-06-02', until: '2028-01-01' } }), '(before-validation)');
  assert.equal(told({}, { validation: { from: '2026-06-01', until: '2026-06-30' } }), '');
  assert.equal(told({}, { validation: { from: '2026-01-01', until: '2026-06-29' } }), '(outside-window)');
  const late = { validation: { from: '2026-06-10', until: '2026-06-20' } };
  assert.equal(told(onDays(['10', 7], ['20', 7]), late), '');
  assert.equal(told(onDays(['09', 7], ['21', 7]), late), '(before-validation) (outside-window)');
});

test('the declarant and the employer belong to the lot', () => {
  const rows: [string, string, string][] = [
    ['holder', 'holder', ''],
    ['sub', 'sub', ''],
    ['agency', 'agency', ''],
    ['holder', 'agency', ''],
    ['stranger', 'stranger', 'lot-not-yours'],
    ['stranger', 'holder', 'lot-not-yours'],
    ['holder', 'stranger', 'employer-not-linked'],
  ];
  for (const [declarant, employer, expected] of rows) {
    assert.equal(told({}, { declarant, contract: { employer } }), expected, `${declarant} ${employer}`);
  }
});

test('more hours never lift a warning or a block of the month', () => {
  const severity = (minutes: number) => {
    const found = told({ minutes });
    return ['', '(month-high)', '(weekly-limit)', 'month-too-long'].indexOf(found);
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), fc.nat(2000), (one, more) => {
      assert.ok(severity(one) >= 0 && severity(one) <= severity(one + more), `${one} ${more}`);
    }),
    { numRuns: 1000 },
  );
});
