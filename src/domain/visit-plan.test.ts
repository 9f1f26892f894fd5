/** The agenda of visits, as domain.md §13.9 expects it, and around each of its borders. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathwaySettings } from './pathway-rules.ts';
import type { VisitedContract } from './visit-plan.ts';
import { endedEarly, planVisits, visitRules } from './visit-plan.ts';

const settings = pathwaySettings([], '2026-01-05');

const contract: VisitedContract = {
  startsOn: '2026-01-05',
  trialEndsOn: '2026-02-04',
  plannedEndOn: '2026-09-30',
  endedOn: null,
  endReason: null,
  removed: false,
};

function agenda(change: Partial<VisitedContract> = {}, more: { territory?: 'alsace-moselle' } = {}): string[] {
  return planVisits({ ...contract, ...change }, { settings, ...more }).map(({ key, dueOn }) => `${dueOn} ${key}`);
}

function days(change: Partial<VisitedContract> = {}): string[] {
  return planVisits({ ...contract, ...change }, { settings }).map(({ dueOn }) => dueOn);
}

test('V1 contrat du 05/01/2026 au 30/09/2026, essai jusqu’au 04/02 : 05/01, 09/01, 04/02, 03/04, 03/07, 23/09', () => {
  assert.deepEqual(agenda(), [
    '2026-01-05 first-day',
    '2026-01-09 first-week',
    '2026-02-04 trial-end',
    '2026-04-03 quarterly-1',
    '2026-07-03 quarterly-2',
    '2026-09-23 before-end',
  ]);
});

test('V2 rupture anticipée le 20/03 : les visites suivantes disparaissent, un entretien de sortie est créé', () => {
  assert.deepEqual(agenda({ endedOn: '2026-03-20', endReason: 'employee-break' }), [
    '2026-01-05 first-day',
    '2026-01-09 first-week',
    '2026-02-04 trial-end',
    '2026-03-27 exit-interview',
  ]);
});

test('V3 chaque règle est datée et dit sa source', () => {
  for (const { from, source, kind } of visitRules) assert.ok(from <= '2014-01-01' && /S0/u.test(source), kind);
});

for (const [what, change, expected] of [
  ['a term kept is no early break', { endedOn: '2026-09-30', endReason: 'term' }, false],
  ['a break on the last day is none either', { endedOn: '2026-09-30', endReason: 'mutual-break' }, false],
  ['a break the day before is one', { endedOn: '2026-09-29', endReason: 'mutual-break' }, true],
  [
    'a contract without term broken is one',
    { plannedEndOn: null, endedOn: '2026-05-01', endReason: 'misconduct' },
    true,
  ],
  ['a conversion to CDI is none', { endedOn: '2026-05-01', endReason: 'converted-to-cdi' }, false],
  ['a contract never started is none', { endedOn: '2026-01-05', endReason: 'never-started' }, false],
] as const satisfies readonly (readonly [string, Partial<VisitedContract>, boolean])[]) {
  test(what, () => assert.equal(endedEarly({ ...contract, ...change }), expected));
}

test('begun on a Friday, the first day and the end of the first week are one visit', () => {
  assert.deepEqual(days({ startsOn: '2026-01-09', trialEndsOn: null, plannedEndOn: '2026-02-27' }), [
    '2026-01-09',
    '2026-02-20',
  ]);
});

test('begun on a Saturday, nobody is visited before the work: the Monday, then the next Friday', () => {
  assert.deepEqual(days({ startsOn: '2026-01-10', trialEndsOn: null, plannedEndOn: '2026-02-27' }), [
    '2026-01-12',
    '2026-01-16',
    '2026-02-20',
  ]);
});

test('a day on a Saturday, a Sunday or a public holiday goes to the working day before', () => {
  assert.ok(days({ trialEndsOn: '2026-01-31' }).includes('2026-01-30'));
  assert.ok(days({ trialEndsOn: '2026-02-01' }).includes('2026-01-30'));
  assert.ok(days({ startsOn: '2026-04-20', trialEndsOn: '2026-05-08' }).includes('2026-05-07'));
});

test('Good Friday is worked at Nantes and not at Strasbourg', () => {
  const change = { startsOn: '2026-03-09', trialEndsOn: '2026-04-03' };
  assert.ok(agenda(change).includes('2026-04-03 trial-end'));
  assert.ok(agenda(change, { territory: 'alsace-moselle' }).includes('2026-04-02 trial-end'));
});

test('a contract of a week has no visit before its end besides the first ones', () => {
  assert.deepEqual(agenda({ trialEndsOn: null, plannedEndOn: '2026-01-12' }), [
    '2026-01-05 first-day',
    '2026-01-09 first-week',
  ]);
  assert.deepEqual(agenda({ trialEndsOn: null, plannedEndOn: '2026-01-13' }), [
    '2026-01-05 first-day',
    '2026-01-06 before-end',
    '2026-01-09 first-week',
  ]);
});

test('three months to the day is the end, not a visit; one day more is', () => {
  assert.ok(!agenda({ plannedEndOn: '2026-04-05' }).some((line) => line.endsWith('quarterly-1')));
  assert.ok(agenda({ plannedEndOn: '2026-04-06' }).some((line) => line.endsWith('quarterly-1')));
});

test('a contract without term is visited every three months during two years', () => {
  const quarters = agenda({ trialEndsOn: null, plannedEndOn: null }).filter((line) => line.includes('quarterly'));
  assert.equal(quarters.length, 8);
  assert.equal(quarters.at(-1), '2028-01-05 quarterly-8');
});

test('removed or never started, there is nothing to visit', () => {
  assert.deepEqual(agenda({ removed: true }), []);
  assert.deepEqual(agenda({ endedOn: '2026-01-05', endReason: 'never-started' }), []);
});

test('what an organisation sets replaces the default from its day', () => {
  const own = [{ code: 'visit-before-end-days', from: '2026-06-01', source: 'Réunion d’équipe', value: 14 }] as const;
  assert.equal(pathwaySettings(own, '2026-05-31')['visit-before-end-days'], 7);
  assert.equal(pathwaySettings(own, '2026-06-01')['visit-before-end-days'], 14);
  const fortnight = planVisits(contract, { settings: pathwaySettings(own, '2026-06-01') });
  assert.equal(fortnight.at(-1)?.dueOn, '2026-09-16');
});
