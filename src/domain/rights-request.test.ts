/** The month to answer, its extension, and who may move a request. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequestMover, RequestState } from './rights-request.ts';
import { extendRequest, moveRequest, requestClock, requestDueOn, requestStates } from './rights-request.ts';

for (const [received, due, why] of [
  ['2026-11-18', '2026-12-18', 'a month later'],
  ['2026-01-31', '2026-03-02', 'the end of February is a Saturday'],
  ['2026-10-11', '2026-11-12', 'the eleventh of November is a public holiday'],
  ['2026-11-25', '2026-12-28', 'Christmas, then a week-end'],
  ['2026-12-01', '2027-01-04', 'New Year’s Day, then a week-end'],
] as const) {
  test(`received on ${received}, due on ${due}: ${why}`, () => assert.equal(requestDueOn(received), due));
}

const asked = {
  state: 'received',
  receivedOn: '2026-11-18',
  extendedOn: null,
  reason: 'Dossier ancien',
  today: '2026-12-18',
} as const;

test('extended once, by two months, until the last day of the first month', () => {
  assert.deepEqual(extendRequest(asked), { ok: true, value: '2027-02-18' });
  assert.equal(because(extendRequest({ ...asked, today: '2026-12-19' })), 'request-too-late');
  assert.equal(because(extendRequest({ ...asked, extendedOn: '2026-12-01' })), 'request-extended');
  assert.equal(because(extendRequest({ ...asked, reason: ' ' })), 'reason-missing');
  assert.equal(because(extendRequest({ ...asked, state: 'refused' })), 'request-closed');
});

test('the clock says what is left, then how late it is', () => {
  const clock = (today: string) => requestClock({ state: 'received', dueOn: '2026-12-18' }, today);
  assert.deepEqual(clock('2026-12-10'), { tone: 'progress', label: 'Restent 8 jours' });
  assert.deepEqual(clock('2026-12-11'), { tone: 'attention', label: 'Restent 7 jours' });
  assert.deepEqual(clock('2026-12-17'), { tone: 'attention', label: 'Reste 1 jour' });
  assert.deepEqual(clock('2026-12-18'), { tone: 'problem', label: 'À répondre aujourd’hui' });
  assert.deepEqual(clock('2026-12-19'), { tone: 'problem', label: 'En retard d’un jour' });
  assert.equal(requestClock({ state: 'accepted', dueOn: '2026-12-18' }, '2027-01-01').label, 'Acceptée');
});

test('every answer has its reason, and only the right side moves', () => {
  const allowed: Record<string, RequestMover> = {
    'received under-review': 'holder',
    'received accepted': 'holder',
    'received partly-accepted': 'holder',
    'received refused': 'holder',
    'received withdrawn': 'person',
    'under-review accepted': 'holder',
    'under-review partly-accepted': 'holder',
    'under-review refused': 'holder',
    'under-review withdrawn': 'person',
  };
  const states = Object.keys(requestStates) as RequestState[];
  for (const from of states) {
    for (const to of states) {
      for (const by of ['person', 'holder'] as const) {
        const moved = moveRequest({ from, to, by, reason: 'Parce que' });
        assert.equal(moved.ok, allowed[`${from} ${to}`] === by, `${from} ${to} ${by}`);
      }
    }
  }
  assert.equal(because(moveRequest({ from: 'received', to: 'refused', by: 'holder' })), 'reason-missing');
});

function because(result: { ok: boolean; because?: string }): string | undefined {
  return result.because;
}
