/** Contracts that change again and again: nothing done is lost, nothing is asked twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from './day.ts';
import { pathwaySettings } from './pathway-rules.ts';
import { isWorkingDay } from './public-holidays.ts';
import type { VisitedContract } from './visit-plan.ts';
import { planVisits } from './visit-plan.ts';
import type { KnownVisit } from './visit-replan.ts';
import { replanVisits } from './visit-replan.ts';
import { isOpenVisit } from './visit-state.ts';

const settings = pathwaySettings([], '2026-01-05');
const knownOn = '2026-01-01';

const contract: VisitedContract = {
  startsOn: '2026-01-05',
  trialEndsOn: '2026-02-04',
  plannedEndOn: '2026-09-30',
  endedOn: null,
  endReason: null,
  removed: false,
};

/** What the database would hold after this change. */
function follow(known: readonly KnownVisit[], changed: VisitedContract): KnownVisit[] {
  const plan = planVisits(changed, { settings });
  const { endedOn, removed } = changed;
  const { add, move, cancel } = replanVisits({ plan, known, knownOn, endedOn, removed });
  const kept = known.map((visit): KnownVisit => {
    const moved = move.find(({ id }) => id === visit.id);
    if (moved !== undefined) return { ...visit, state: 'planned', dueOn: moved.dueOn, cancelledBecause: null };
    const cancelled = cancel.find(({ id }) => id === visit.id);
    return cancelled === undefined ? visit : { ...visit, state: 'cancelled', cancelledBecause: cancelled.because };
  });
  return [
    ...kept,
    ...add.map(({ key, dueOn }): KnownVisit => ({ id: key, key, state: 'planned', dueOn, cancelledBecause: null })),
  ];
}

const planned = follow([], contract);

function withState(key: string, change: Partial<KnownVisit>): KnownVisit[] {
  return planned.map((visit) => (visit.key === key ? { ...visit, ...change } : visit));
}

function open(visits: readonly KnownVisit[]): string[] {
  return visits.filter(({ state }) => isOpenVisit(state)).map(({ key, dueOn }) => `${dueOn} ${key}`);
}

test('an early break cancels what comes after and adds the interview; what was missed before stays missed', () => {
  const after = follow(withState('first-day', { state: 'done' }), {
    ...contract,
    endedOn: '2026-03-20',
    endReason: 'trial-break',
  });
  assert.deepEqual(open(after), ['2026-01-09 first-week', '2026-02-04 trial-end', '2026-03-27 exit-interview']);
  assert.equal(after.find(({ key }) => key === 'quarterly-1')?.cancelledBecause, 'contract-ended');
});

test('a longer contract moves its end and adds a quarter; the done, the absent and the moved stay', () => {
  const before = withState('quarterly-1', { state: 'moved', dueOn: '2026-04-10' });
  const after = follow(before, { ...contract, plannedEndOn: '2026-12-31' });
  assert.ok(open(after).includes('2026-04-10 quarterly-1'));
  assert.ok(open(after).includes('2026-12-24 before-end'));
  assert.ok(open(after).includes('2026-10-05 quarterly-3'));
});

test('a break taken back brings the visits back, except the one that somebody cancelled', () => {
  const byHand = withState('quarterly-2', { state: 'cancelled', cancelledBecause: 'by-hand' });
  const broken = follow(byHand, { ...contract, endedOn: '2026-03-20', endReason: 'mutual-break' });
  const back = follow(broken, contract);
  assert.ok(open(back).includes('2026-04-03 quarterly-1'));
  assert.ok(!open(back).some((line) => line.endsWith('quarterly-2')));
  assert.ok(!open(back).some((line) => line.endsWith('exit-interview')));
});

test('a visit added by hand is cancelled only when the contract stops before it', () => {
  const mine: KnownVisit = { id: 'mine', key: '', state: 'planned', dueOn: '2026-05-05', cancelledBecause: null };
  const stopped = (endedOn: string) =>
    follow([mine], { ...contract, endedOn, endReason: 'employer-break' }).find(({ id }) => id === 'mine')?.state;
  assert.equal(stopped('2026-05-04'), 'cancelled');
  assert.equal(stopped('2026-05-05'), 'planned');
  assert.equal(follow([mine], { ...contract, removed: true })[0]?.state, 'cancelled');
});

test('recorded late, a contract asks for no visit of the past', () => {
  const plan = planVisits(contract, { settings });
  const late = replanVisits({ plan, known: [], knownOn: '2026-02-04', endedOn: null, removed: false });
  assert.deepEqual(
    late.add.map(({ key }) => key),
    ['trial-end', 'quarterly-1', 'quarterly-2', 'before-end'],
  );
});

const day = fc.integer({ min: 0, max: 700 }).map((count) => addDays('2026-01-01', count));

const change = fc.oneof(
  fc.record({ act: fc.constant('dates' as const), startsOn: day, length: fc.integer({ min: 0, max: 500 }) }),
  fc.record({ act: fc.constant('end' as const), day }),
  fc.record({ act: fc.constant('reopen' as const) }),
  fc.record({ act: fc.constant('note' as const), place: fc.nat(20), done: fc.boolean() }),
);

test('random lives of a contract: the done never move, one visit a key, open ones on working days and inside', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
      let now = contract;
      let visits = follow([], now);
      for (const one of changes) {
        const closed = visits.filter(({ state }) => state === 'done' || state === 'absent');
        if (one.act === 'note') {
          const place = one.place % visits.length;
          visits = visits.map((visit, index) =>
            index === place && isOpenVisit(visit.state) ? { ...visit, state: one.done ? 'done' : 'absent' } : visit,
          );
        } else {
          if (one.act === 'dates') {
            const trialEndsOn = one.length > 40 ? addDays(one.startsOn, 30) : null;
            now = { ...now, startsOn: one.startsOn, trialEndsOn, plannedEndOn: addDays(one.startsOn, one.length) };
          }
          if (one.act === 'end') now = { ...now, endedOn: one.day, endReason: 'mutual-break' };
          if (one.act === 'reopen') now = { ...now, endedOn: null, endReason: null };
          visits = follow(visits, now);
        }
        for (const visit of closed)
          assert.deepEqual(
            visits.find(({ id }) => id === visit.id),
            visit,
          );
        assert.equal(new Set(visits.map(({ key }) => key)).size, visits.length);
        for (const { state, dueOn, key } of visits) {
          if (state !== 'planned') continue;
          assert.ok(isWorkingDay(dueOn), dueOn);
          if (now.endedOn !== null && key !== 'exit-interview' && key !== 'first-day') assert.ok(dueOn <= now.endedOn);
        }
        assert.deepEqual(follow(visits, now), visits);
      }
    }),
    { numRuns: 300 },
  );
});
