/** Public holidays against published calendars, and the working days that follow from them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addDays, weekday } from './day.ts';
import type { HolidayTerritory } from './public-holidays.ts';
import {
  easterSunday,
  holidayTerritoryOf,
  isPublicHoliday,
  isWorkingDay,
  nextWorkingDay,
  publicHolidays,
  workingDayFrom,
} from './public-holidays.ts';

test('Easter falls where the published tables say', () => {
  const table = [
    '1961-04-02',
    '2000-04-23',
    '2008-03-23',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
    '2100-03-28',
  ];
  for (const day of table) assert.equal(easterSunday(Number(day.slice(0, 4))), day);
  for (let year = 1900; year <= 2199; year += 1) {
    const easter = easterSunday(year);
    assert.equal(weekday(easter), 7);
    assert.ok(easter >= `${year}-03-22` && easter <= `${year}-04-25`, easter);
  }
});

test('2026 has its eleven holidays in mainland France, each with its source', () => {
  const holidays = publicHolidays(2026);
  assert.deepEqual(
    holidays.map(({ day }) => day),
    [
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ],
  );
  for (const { source } of holidays) assert.match(source, /Code du travail, article L\d{4}-\d+/u);
});

test('each territory has its own days, and only them', () => {
  const table: [string, HolidayTerritory, string[]][] = [
    ['67', 'alsace-moselle', ['2026-04-03', '2026-12-26']],
    ['971', 'guadeloupe', ['2026-05-27']],
    ['972', 'martinique', ['2026-05-22']],
    ['973', 'guyane', ['2026-06-10']],
    ['974', 'la-reunion', ['2026-12-20']],
    ['976', 'mayotte', ['2026-04-27']],
    ['977', 'saint-barthelemy', ['2026-10-09']],
    ['978', 'saint-martin', ['2026-05-28']],
    ['75', 'metropole', []],
  ];
  const mainland = publicHolidays(2026).map(({ day }) => day);
  for (const [departement, territory, own] of table) {
    assert.equal(holidayTerritoryOf(departement), territory);
    const days = publicHolidays(2026, territory).map(({ day }) => day);
    assert.deepEqual(days, [...mainland, ...own].sort(), territory);
  }
});

test('a rule holds from its own day only', () => {
  assert.equal(isPublicHoliday('1981-05-08'), false);
  assert.equal(isPublicHoliday('1982-05-08'), true);
});

test('a time limit that ends on a day of rest ends on the next working day', () => {
  const table: [string, HolidayTerritory, string, string][] = [
    ['2026-11-20', 'metropole', '2026-11-20', '2026-11-23'],
    ['2026-11-21', 'metropole', '2026-11-23', '2026-11-23'],
    ['2026-04-03', 'metropole', '2026-04-03', '2026-04-07'],
    ['2026-04-03', 'alsace-moselle', '2026-04-07', '2026-04-07'],
    ['2026-12-24', 'metropole', '2026-12-24', '2026-12-28'],
    ['2027-12-31', 'metropole', '2027-12-31', '2028-01-03'],
    ['2026-12-31', 'metropole', '2026-12-31', '2027-01-04'],
    ['2026-05-22', 'martinique', '2026-05-26', '2026-05-26'],
  ];
  for (const [day, territory, from, next] of table) {
    assert.equal(workingDayFrom(day, territory), from, day);
    assert.equal(nextWorkingDay(day, territory), next, day);
  }
});

test('between a day and its next working day nobody works', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (count) => {
      const day = addDays('1990-01-01', count);
      const next = nextWorkingDay(day);
      assert.ok(isWorkingDay(next));
      for (let between = addDays(day, 1); between < next; between = addDays(between, 1)) {
        assert.equal(isWorkingDay(between), false, between);
      }
    }),
  );
});
