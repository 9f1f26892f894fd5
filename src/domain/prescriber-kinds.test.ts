/** What leaves the team about a prescriber: never what would tell why a person is followed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PrescriberKind } from './prescriber-kinds.ts';
import { isSensitivePrescriber, prescriberKinds, shownPrescriber } from './prescriber-kinds.ts';

const kinds = Object.keys(prescriberKinds) as PrescriberKind[];

test('the State list has 34 kinds, eight of which are sensitive', () => {
  assert.equal(kinds.length, 34);
  assert.deepEqual(kinds.filter(isSensitivePrescriber), [
    'ASE',
    'CAARUD',
    'CIDFF',
    'CSAPA',
    'PENSION',
    'PJJ',
    'PREVENTION',
    'SPIP',
  ]);
});

for (const kind of kinds) {
  test(`${kind}: named to the team, ${isSensitivePrescriber(kind) ? 'never' : 'also'} outside it`, () => {
    const prescriber = { name: 'Service des Tilleuls', kind };
    assert.deepEqual(shownPrescriber(prescriber, { team: true }), {
      name: 'Service des Tilleuls',
      kind: prescriberKinds[kind],
    });
    const outside = JSON.stringify(shownPrescriber(prescriber, { team: false }));
    assert.equal(outside.includes('Tilleuls'), !isSensitivePrescriber(kind));
    assert.equal(outside.includes(prescriberKinds[kind]), !isSensitivePrescriber(kind));
  });
}
