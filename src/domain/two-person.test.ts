/** The two-person rule as a table, then as a long random walk. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { ApprovalAsked, ApprovalState } from './two-person.ts';
import { decideApproval, decidersAmong, isDecidableInside, lastDayToDecide } from './two-person.ts';

const asked: ApprovalAsked = {
  state: 'waiting',
  requestedBy: 'nadia',
  decidedBy: 'omar',
  mayDecide: true,
  requestedAt: new Date('2026-11-21T10:00:00Z'),
  now: new Date('2026-11-22T10:00:00Z'),
  validForDays: 7,
  decision: 'approve',
};

test('who asks and whom it is about never decide; one person under two hats counts once', () => {
  const [nadia, omar, lea] = [{ account: 'nadia' }, { account: 'omar' }, { account: 'lea' }];
  const all = [nadia, omar, lea, { account: 'lea' }];
  assert.deepEqual(decidersAmong(all, { requester: 'nadia', subject: 'omar' }), [lea]);
  assert.deepEqual(decidersAmong(all, { requester: 'nadia', subject: null }), [omar, lea]);
  for (const [administrators, decidable] of [
    [[nadia], false],
    [[nadia, omar], false],
    [[nadia, lea, lea], false],
    [[nadia, omar, lea], true],
    [[omar, lea], true],
    [[], false],
  ] as const) {
    assert.equal(isDecidableInside(administrators, 'nadia'), decidable);
  }
});

test('a decision needs another person, entitled, in time, once', () => {
  const table: [Partial<ApprovalAsked>, string][] = [
    [{}, 'approved'],
    [{ decision: 'refuse' }, 'refused'],
    [{ decidedBy: 'nadia' }, 'approval-same-person'],
    [{ decidedBy: 'nadia', decision: 'refuse' }, 'approval-same-person'],
    [{ mayDecide: false }, 'approval-role'],
    [{ mayDecide: false, state: 'approved' }, 'approval-role'],
    [{ state: 'approved' }, 'approval-decided'],
    [{ state: 'refused' }, 'approval-decided'],
    [{ state: 'withdrawn' }, 'approval-decided'],
    [{ now: new Date('2026-11-28T22:59:59Z') }, 'approved'],
    [{ now: new Date('2026-11-28T23:00:00Z') }, 'approval-expired'],
    [{ now: new Date('2026-11-28T23:00:00Z'), state: 'approved' }, 'approval-decided'],
    [{ now: new Date('2026-11-21T09:00:00Z') }, 'approved'],
    [{ validForDays: 0, now: new Date('2026-11-21T22:59:00Z') }, 'approved'],
    [{ validForDays: 0, now: new Date('2026-11-21T23:00:00Z') }, 'approval-expired'],
  ];
  for (const [change, expected] of table) {
    const decided = decideApproval({ ...asked, ...change });
    assert.equal(decided.ok ? decided.value.state : decided.because, expected, JSON.stringify(change));
  }
  assert.equal(lastDayToDecide(asked), '2026-11-28');
  assert.deepEqual(decideApproval(asked), {
    ok: true,
    value: { state: 'approved', decidedBy: 'omar', decidedAt: asked.now },
  });
});

test('on any walk, at most one decision is taken, never by who asked nor after the last day', () => {
  const step = fc.record({
    decidedBy: fc.constantFrom('nadia', 'omar', 'lucie'),
    mayDecide: fc.boolean(),
    hours: fc.integer({ min: -2, max: 60 }),
    decision: fc.constantFrom('approve' as const, 'refuse' as const),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let state: ApprovalState = 'waiting';
      let time = asked.requestedAt.getTime();
      let decisions = 0;
      for (const { hours, ...change } of steps) {
        time += hours * 3_600_000;
        const decided = decideApproval({ ...asked, ...change, state, now: new Date(time) });
        if (!decided.ok) continue;
        decisions += 1;
        state = decided.value.state;
        assert.ok(change.mayDecide);
        assert.notEqual(change.decidedBy, 'nadia');
        assert.ok(time < Date.parse('2026-11-28T23:00:00Z'));
        assert.equal(decided.value.state, change.decision === 'approve' ? 'approved' : 'refused');
      }
      assert.ok(decisions <= 1);
    }),
    { numRuns: 2000 },
  );
});
