/** Each counted minute serves one commitment, once; another lot only under a signed agreement in force. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { AllocatableEntry, LotCommitment } from './allocation.ts';
import { allocateEntry, allocatedByCommitment, allocateToOwnLots } from './allocation.ts';
import type { GlobalisationAgreement } from './globalisation.ts';
import { agreementFor } from './globalisation.ts';
import { sumMinutes } from './minutes.ts';
import type { PooledCommitment } from './pooling.ts';
import { proposePooling } from './pooling.ts';
import { progressOf } from './progress.ts';

const june = { from: '2026-06-01', until: '2026-06-30' };
const entry: AllocatableEntry = { id: 'e1', lot: 'A', company: 'c1', worked: june, counted: 7200 };
const commitments: PooledCommitment[] = [
  { id: 'of-A', lot: 'A', due: 6000 },
  { id: 'of-B', lot: 'B', due: 1200 },
];
const agreement: GlobalisationAgreement = {
  id: 'g1',
  company: 'c1',
  lots: ['A', 'B'],
  signedOn: '2026-05-01',
  from: '2026-05-01',
  until: '2026-12-31',
};

function pool(agreements: readonly GlobalisationAgreement[]) {
  return Object.fromEntries(allocatedByCommitment(proposePooling({ entries: [entry], commitments, agreements })));
}

test('H5 without an agreement a surplus stays on its lot, above 100 %, and the other lot still lacks', () => {
  assert.deepEqual(pool([]), { 'of-A': 7200 });
  const facts = { kind: 'fixed', today: '2026-07-01', startsOn: '2026-01-01', endsOn: '2026-12-31' } as const;
  const thresholds = { onTrackBasisPoints: 9000, toWatchBasisPoints: 7500 };
  const a = progressOf({ ...facts, due: 6000, done: 7200 }, thresholds);
  const b = progressOf({ ...facts, due: 1200, done: 0 }, thresholds);
  assert.deepEqual([a.percentHundredths, a.surplus, b.missing], [12_000, 1200, 1200]);
});

test('H6 under an agreement covering both lots 20 hours may serve the other one, the total unchanged', () => {
  assert.deepEqual(pool([agreement]), { 'of-A': 6000, 'of-B': 1200 });
  const parts = [
    { commitment: 'of-A', minutes: 6000 },
    { commitment: 'of-B', minutes: 1200 },
  ];
  const made = allocateEntry({ entry, parts, commitments, agreements: [agreement] });
  assert.ok(made.ok);
  assert.deepEqual(
    made.value.map((each) => each.agreement),
    [null, 'g1'],
  );
  assert.equal(sumMinutes(made.value.map(({ minutes }) => minutes)), entry.counted);
});

test('an agreement counts when it is signed and in force on every day of the hours', () => {
  const rows: [Partial<GlobalisationAgreement>, boolean][] = [
    [{}, true],
    [{ signedOn: null }, false],
    [{ signedOn: '2026-06-01' }, true],
    [{ signedOn: '2026-06-02' }, false],
    [{ from: '2026-06-01', until: '2026-06-30' }, true],
    [{ from: '2026-06-02' }, false],
    [{ until: '2026-06-29' }, false],
    [{ company: 'c2' }, false],
    [{ lots: ['A', 'C'] }, false],
    [{ lots: ['B', 'C'] }, false],
    [{ lots: ['C', 'B', 'A'] }, true],
  ];
  for (const [change, holds] of rows) {
    const found = agreementFor([{ ...agreement, ...change }], { company: 'c1', from: 'A', to: 'B', worked: june });
    assert.equal(found !== undefined, holds, JSON.stringify(change));
  }
});

test('an allocation makes exactly the counted minutes, each commitment once, in the sense of the entry', () => {
  const because = (parts: [string, number][], counted = 7200) => {
    const found = allocateEntry({
      entry: { ...entry, counted },
      parts: parts.map(([commitment, minutes]) => ({ commitment, minutes })),
      commitments: [...commitments, { id: 'of-C', lot: 'C' }],
      agreements: [agreement],
    });
    return found.ok || found.because;
  };
  assert.equal(because([['of-A', 7200]]), true);
  assert.equal(because([['of-A', 7199]]), 'allocation-sum');
  assert.equal(because([['of-A', 7201]]), 'allocation-sum');
  assert.equal(because([]), 'allocation-sum');
  assert.equal(because([], 0), true);
  assert.equal(
    because([
      ['of-A', 7300],
      ['of-B', -100],
    ]),
    'allocation-sign',
  );
  assert.equal(
    because([
      ['of-A', 7200],
      ['of-B', 0],
    ]),
    'allocation-sign',
  );
  assert.equal(
    because([
      ['of-A', 3600],
      ['of-A', 3600],
    ]),
    'allocation-doubled',
  );
  assert.equal(because([['of-Z', 7200]]), 'allocation-unknown');
  assert.equal(because([['of-C', 7200]]), 'allocation-other-lot');
  assert.equal(because([['of-A', -7200]], -7200), true);
});

const lots = ['A', 'B', 'C'];
const companies = fc.constantFrom('c1', 'c2');
const drawnEntry = fc.record({
  lot: fc.constantFrom(...lots),
  company: companies,
  counted: fc.nat(900),
  month: fc.integer({ min: 1, max: 9 }),
});
const entries = fc.array(drawnEntry, { maxLength: 12 }).map((all) =>
  all.map(({ lot, company, counted, month }, place) => ({
    id: `e${String(place).padStart(2, '0')}`,
    lot,
    company,
    counted,
    worked: { from: `2026-0${month}-01`, until: `2026-0${month}-28` },
  })),
);
const agreements = fc
  .array(
    fc.record({
      company: companies,
      lots: fc.subarray(lots, { minLength: 2 }),
      from: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 3 },
  )
  .map((all) =>
    all.map((each, place) => ({
      id: `g${place}`,
      company: each.company,
      lots: each.lots,
      signedOn: `2026-0${each.from}-01`,
      from: `2026-0${each.from}-01`,
      until: '2026-12-31',
    })),
  );
const dues = fc.array(fc.option(fc.nat(2000)), { minLength: 3, maxLength: 3 });

test('by default each entry serves its own lot, whatever the order', () => {
  const nothing = [
    { ...entry, counted: 0 },
    { ...entry, id: 'e2', lot: 'Z' },
  ];
  assert.deepEqual(allocateToOwnLots(nothing, commitments), []);
  const own: LotCommitment[] = lots.map((lot) => ({ id: `of-${lot}`, lot }));
  fc.assert(
    fc.property(entries, (all) => {
      const made = allocateToOwnLots(all, own);
      assert.deepEqual(allocateToOwnLots([...all].reverse(), [...own].reverse()), made);
      assert.equal(sumMinutes(made.map(({ minutes }) => minutes)), sumMinutes(all.map(({ counted }) => counted)));
      assert.equal(new Set(made.map(({ entry: id }) => id)).size, made.length);
    }),
    { numRuns: 500 },
  );
});

test('pooling allocates each minute once, keeps every rule, helps, and does not depend on the order', () => {
  fc.assert(
    fc.property(entries, agreements, dues, (all, signed, wanted) => {
      const pooled = lots.map((lot, place) => ({ id: `of-${lot}`, lot, due: wanted[place] ?? null }));
      const made = proposePooling({ entries: all, commitments: pooled, agreements: signed });
      const backwards = proposePooling({
        entries: [...all].reverse(),
        commitments: [...pooled].reverse(),
        agreements: [...signed].reverse(),
      });
      assert.deepEqual(backwards, made);
      for (const each of all) {
        const parts = made.filter(({ entry: id }) => id === each.id);
        const checked = allocateEntry({ entry: each, parts, commitments: pooled, agreements: signed });
        assert.deepEqual(checked, { ok: true, value: parts });
      }
      const before = allocatedByCommitment(allocateToOwnLots(all, pooled));
      const after = allocatedByCommitment(made);
      for (const { id, due } of pooled) {
        const [had, has] = [before.get(id) ?? 0, after.get(id) ?? 0];
        if (due === null) assert.equal(has, had, id);
        else assert.ok(had >= due ? has >= due : has >= had && has <= due, id);
      }
    }),
    { numRuns: 2000 },
  );
});
