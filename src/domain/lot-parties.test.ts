/** Who may stand beside whom on a lot, and parts that never make more than the whole. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LotParty, PartyRole } from './lot-parties.ts';
import { checkParty, ownMinutes, wholeMinutes } from './lot-parties.ts';

function party(id: string, role: PartyRole, more: Partial<LotParty> = {}): LotParty {
  return {
    id,
    organisation: `org-${id}`,
    role,
    under: null,
    actOn: null,
    shareMinutes: null,
    endedOn: null,
    ...more,
  };
}

const holder = party('a', 'holder', { shareMinutes: 30_000 });
const sub = party('b', 'subcontractor', { under: 'a', actOn: '2026-02-01', shareMinutes: 12_000 });

for (const [what, candidate, others, because] of [
  ['a first holder', holder, [], null],
  ['a second holder', party('c', 'holder'), [holder], 'party-holder-taken'],
  ['a holder after the former one left', party('c', 'holder'), [{ ...holder, endedOn: '2026-05-01' }], null],
  ['a lead beside a holder', party('c', 'lead'), [holder], 'party-group-mixed'],
  ['a joint contractor beside a holder', party('c', 'joint'), [holder], 'party-group-mixed'],
  ['a holder inside a group', party('c', 'holder'), [party('l', 'lead')], 'party-group-mixed'],
  ['a joint contractor beside the lead', party('c', 'joint'), [party('l', 'lead')], null],
  [
    'the same company twice in one role',
    party('c', 'subcontractor', { organisation: 'org-b', under: 'a', actOn: '2026-02-01' }),
    [holder, sub],
    'party-doubled',
  ],
  ['the same company in another role', party('c', 'inclusion', { organisation: 'org-b' }), [holder, sub], null],
  ['a subcontractor of nobody', { ...sub, under: null }, [holder], 'party-under-missing'],
  ['a subcontractor of somebody of another lot', { ...sub, under: 'z' }, [holder], 'party-under-missing'],
  ['a subcontractor without an act', { ...sub, actOn: null }, [holder], 'party-act-missing'],
  ['a subcontractor within the holder’s part', sub, [holder], null],
  ['a subcontractor beyond the holder’s part', { ...sub, shareMinutes: 30_001 }, [holder], 'party-share-over'],
  [
    'two subcontractors beyond it together',
    party('c', 'subcontractor', { under: 'a', actOn: '2026-02-01', shareMinutes: 18_001 }),
    [holder, sub],
    'party-share-over',
  ],
  [
    'a holder’s part cut below what is subcontracted',
    { ...holder, shareMinutes: 11_999 },
    [holder, sub],
    'party-share-over',
  ],
] as const) {
  test(`${what}: ${because ?? 'accepted'}`, () => {
    const checked = checkParty(candidate, others);
    assert.equal(checked.ok ? null : checked.because, because);
  });
}

test('H16: what a subcontractor does is inside the lot, shown by company, and the sum is the lot’s', () => {
  const all = [holder, sub];
  assert.equal(wholeMinutes(all), 30_000);
  assert.equal(ownMinutes(holder, all), 18_000);
  assert.equal(ownMinutes(sub, all), 12_000);
});
