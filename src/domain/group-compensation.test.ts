/** Compensation inside a joint group: traced, within surplus and shortfall, and without moving the total. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Compensation, MemberHours } from './group-compensation.ts';
import { compensate, coveredHours, recognisedHours } from './group-compensation.ts';
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

test('what surpluses cover: in proportion, never more than either, nothing when each owes alone', () => {
  const told = (joint: boolean, of: readonly MemberHours[]) =>
    coveredHours(of, { joint }).map(({ member, given, received, remaining }) => [member, given, received, remaining]);
  assert.deepEqual(told(true, members), [
    ['A', 120, 0, 0],
    ['B', 0, 200, 0],
    ['C', 0, 0, 0],
    ['D', 80, 0, 0],
  ]);
  assert.deepEqual(told(false, members), [
    ['A', 0, 0, 0],
    ['B', 0, 0, 200],
    ['C', 0, 0, 0],
    ['D', 0, 0, 0],
  ]);
  const short = [
    { member: 'A', due: 600, done: 700 },
    { member: 'B', due: 600, done: 300 },
    { member: 'C', due: 600, done: 500 },
  ];
  assert.deepEqual(told(true, short), [
    ['A', 100, 0, 0],
    ['B', 0, 75, 225],
    ['C', 0, 25, 75],
  ]);
});

test('what is given is what is received, and the group lacks the same in all', () => {
  const member = fc.record({ member: fc.uuid(), due: fc.nat(5000), done: fc.nat(5000) });
  fc.assert(
    fc.property(fc.array(member, { maxLength: 6 }), (of) => {
      const covered = coveredHours(of, { joint: true });
      assert.equal(sumMinutes(covered.map(({ given }) => given)), sumMinutes(covered.map(({ received }) => received)));
      for (const { due, done, given, received, remaining } of covered) {
        assert.ok(given >= 0 && given <= Math.max(0, done - due));
        assert.ok(received >= 0 && received <= Math.max(0, due - done));
        assert.equal(remaining, Math.max(0, due - done) - received);
      }
    }),
  );
});
