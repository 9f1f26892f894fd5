/** Compensation inside a joint group: traced, within surplus and shortfall, and without moving the total. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Compensation, MemberHours } from './group-compensation.ts';
import { compensate, recognisedHours } from './group-compensation.ts';
import { sumMinutes } from './minutes.ts';

const members: MemberHours[] = [
  { member: 'A', due: 600, done: 900 },
  { member: 'B', due: 600, done: 400 },
  { member: 'C', due: 600, done: 600 },
  { member: 'D', due: 0, done: 200 },
];

function transfer(minutes: number, more: Partial<Compensation> = {}): Compensation {
  return {
    from: 'A',
    to: 'B',
    minutes,
    on: '2026-11-21',
    agreedBy: 'mandataire',
    reason: 'Lot commun',
    ...more,
  };
}

test('a member gives at most its surplus, to a member who lacks it', () => {
  const rows: [Compensation, string | true][] = [
    [transfer(1), true],
    [transfer(200), true],
    [transfer(201), 'compensation-shortfall'],
    [transfer(301), 'compensation-surplus'],
    [transfer(200, { from: 'D' }), true],
    [transfer(0), 'compensation-minutes'],
    [transfer(-5), 'compensation-minutes'],
    [transfer(5, { reason: '' }), 'reason-missing'],
    [transfer(5, { to: 'A' }), 'compensation-member'],
    [transfer(5, { to: 'Z' }), 'compensation-member'],
    [transfer(5, { from: 'Z' }), 'compensation-member'],
    [transfer(5, { to: 'C' }), 'compensation-shortfall'],
    [transfer(5, { from: 'C' }), 'compensation-surplus'],
  ];
  for (const [added, expected] of rows) {
    const found = compensate({ members, compensations: [], added });
    assert.equal(found.ok ? true : found.because, expected, JSON.stringify(added));
  }
});

test('what was given before is no longer there to give', () => {
  const first = compensate({ members, compensations: [], added: transfer(200) });
  assert.ok(first.ok);
  assert.deepEqual(
    recognisedHours(members, first.value).map(({ done }) => done),
    [700, 600, 600, 200],
  );
  const again = compensate({ members, compensations: first.value, added: transfer(1) });
  assert.equal(!again.ok && again.because, 'compensation-shortfall');
});

test('whatever is exchanged, the group’s total never moves and nobody gives below its target', () => {
  const name = fc.constantFrom('A', 'B', 'C', 'D');
  const asked = fc.record({ from: name, to: name, minutes: fc.integer({ min: -10, max: 400 }) });
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 12 }), (all) => {
      let compensations: Compensation[] = [];
      for (const each of all) {
        const next = compensate({ members, compensations, added: transfer(each.minutes, each) });
        if (next.ok) compensations = next.value;
      }
      const recognised = recognisedHours(members, compensations);
      assert.equal(sumMinutes(recognised.map(({ done }) => done)), 2100);
      for (const { member, due, done } of recognised) {
        assert.ok(done >= Math.min(due, members.find((each) => each.member === member)?.done ?? 0), member);
      }
    }),
    { numRuns: 1000 },
  );
});
