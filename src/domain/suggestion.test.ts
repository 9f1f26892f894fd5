/** Who is suggested for a post, in what order, and that each point has its reason; at, below and above each threshold. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Candidate, WantedPost } from './suggestion.ts';
import { mayBeSuggested, nearnessOf, suggest, suggestionWeights } from './suggestion.ts';

const post: WantedPost = {
  romeCode: 'F1703',
  commune: 'Nantes',
  communeCode: '44109',
  departmentCode: '44',
  startsOn: '2026-12-07',
  endsOn: '2027-06-30',
  licence: '',
  level: null,
};

function candidate(more: Partial<Candidate> = {}): Candidate {
  return {
    id: 'a',
    romeCodes: ['F1703'],
    commune: 'Nantes',
    communeCode: '44109',
    mobilityKm: null,
    availableOn: '2026-12-01',
    eligible: 'yes',
    eligibleUntil: '2027-12-31',
    licence: '',
    level: null,
    lacking: 1820 * 60,
    ...more,
  };
}

function scoreOf(more: Partial<Candidate>, wanted: Partial<WantedPost> = {}): number {
  return suggest({ ...post, ...wanted }, [candidate(more)])[0]?.score ?? Number.NaN;
}

function wordsOf(more: Partial<Candidate>, wanted: Partial<WantedPost> = {}): string[] {
  return suggest({ ...post, ...wanted }, [candidate(more)])[0]?.reasons.map(({ words }) => words) ?? [];
}

test('the best is of the trade, near, free, eligible throughout, and has worked little', () => {
  assert.deepEqual(wordsOf({}), [
    'Même métier',
    'Même commune',
    'Disponible au début du poste',
    'Éligible jusqu’au 31/12/2027',
    'Il lui manque 1\u00A0820\u00A0h',
  ]);
  assert.equal(scoreOf({}), 40 + 25 + 20 + 10 + 7);
});

for (const [code, points] of [
  ['F1703', 40],
  ['F1701', 25],
  ['F1606', 10],
  ['A1203', 0],
] as const) {
  test(`trade ${code} brings ${points}`, () => {
    assert.equal(scoreOf({ romeCodes: [code] }), 62 + points);
    assert.equal(scoreOf({ romeCodes: ['N1101', code] }), 62 + points, 'the best of her trades counts');
  });
}

test('availability: the first day, thirty days later, thirty-one', () => {
  assert.equal(scoreOf({ availableOn: '2026-12-07' }), 102);
  assert.equal(scoreOf({ availableOn: '2026-12-08' }), 92);
  assert.equal(scoreOf({ availableOn: '2027-01-06' }), 92);
  assert.equal(scoreOf({ availableOn: '2027-01-07' }), 82);
  assert.equal(scoreOf({ availableOn: null }), 87);
});

test('eligibility: to the end, to the day before the end, to the first day, to the day before', () => {
  assert.equal(scoreOf({ eligibleUntil: '2027-06-30' }), 102);
  assert.equal(scoreOf({ eligibleUntil: '2027-06-29' }), 97);
  assert.equal(scoreOf({ eligibleUntil: '2026-12-07' }), 97);
  assert.equal(mayBeSuggested(post, candidate({ eligibleUntil: '2026-12-06' })), false);
  assert.equal(mayBeSuggested(post, candidate({ eligible: 'no', eligibleUntil: null })), false);
  assert.equal(scoreOf({ eligible: 'to-decide', eligibleUntil: null }), 94);
});

test('hours lacking: none, less than half a year, half a year', () => {
  assert.equal(scoreOf({ lacking: 0 }), 95);
  assert.equal(scoreOf({ lacking: 909 * 60 }), 98);
  assert.equal(scoreOf({ lacking: 910 * 60 }), 102);
});

test('a licence and a level count only where they are asked', () => {
  assert.equal(scoreOf({ licence: 'B', level: 3 }), 102);
  assert.deepEqual(wordsOf({ licence: 'B, C' }, { licence: 'C' }).slice(4, 5), ['Permis C']);
  assert.equal(scoreOf({ licence: 'A' }, { licence: 'B' }), 82);
  assert.deepEqual(wordsOf({}, { licence: 'B' }).slice(4, 5), ['Permis B à vérifier']);
  assert.equal(scoreOf({ level: 3 }, { level: 3 }), 105);
  assert.equal(scoreOf({ level: 2 }, { level: 3 }), 97);
});

test('distance: by codes, else by names in départements that do not differ', () => {
  const at = (commune: string, communeCode = '', departmentCode = '') => ({ commune, communeCode, departmentCode });
  assert.equal(nearnessOf(at('Nantes', '44109'), at('NANTES', '44109')), 'commune');
  assert.equal(nearnessOf(at('Nantes', '', '44'), at('nantes')), 'commune');
  assert.equal(nearnessOf(at('Saint-Denis', '97411'), at('Saint-Denis', '93066')), 'elsewhere');
  assert.equal(nearnessOf(at('Rezé', '44143'), at('Nantes', '44109')), 'department');
  assert.equal(nearnessOf(at('Rezé'), at('Nantes', '44109')), 'unknown');
  assert.equal(nearnessOf(at('Saint-Paul', '97415'), at('Fort-de-France', '97209')), 'elsewhere');
  assert.equal(nearnessOf(at('Bastia', '2B033'), at('Ajaccio', '2A004')), 'elsewhere');
});

test('the order never depends on the order of reading, and every point has its reason', () => {
  const some = fc.record({
    id: fc.uuid(),
    romeCodes: fc.array(fc.constantFrom('F1703', 'F1701', 'A1203'), { maxLength: 2 }),
    availableOn: fc.constantFrom(null, '2026-12-01', '2027-03-01'),
    lacking: fc.constantFrom(0, 60, 1820 * 60),
  });
  fc.assert(
    fc.property(fc.uniqueArray(some, { selector: ({ id }) => id, maxLength: 12 }), (all) => {
      const people = all.map(candidate);
      const once = suggest(post, people);
      assert.deepEqual(
        suggest(post, people.toReversed()).map((each) => each.candidate.id),
        once.map((each) => each.candidate.id),
      );
      for (const { score, reasons } of once) {
        assert.equal(
          score,
          reasons.reduce((sum, { points }) => sum + points, 0),
        );
      }
    }),
  );
});

test('the weights are dated and say where they come from', () => {
  assert.match(suggestionWeights.from, /^\d{4}-\d\d-\d\d$/u);
  assert.notEqual(suggestionWeights.source, '');
});
