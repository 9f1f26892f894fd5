/** Every column of the pathway that holds a fact about somebody has its card, and no card speaks of a column that is not. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TestHouse } from '#tests/house.ts';
import { testHouse } from '#tests/house.ts';
import { pathwayCards } from './cards-pathway.ts';

/** Numbers, keys and versions of the mechanisms themselves. */
const technical = ['id', 'holder_id', 'version', 'created_at', 'note_key', 'received_at', 'withdrawn_at', 'removed_at'];

let house: TestHouse;

before(async () => {
  house = await testHouse();
});
after(() => house.close());

for (const [table, columns] of Object.entries(pathwayCards)) {
  test(`${table} : une fiche par colonne`, async () => {
    const found = await house.admin.query(
      'select column_name as name from information_schema.columns where table_name = $1',
      [table],
    );
    const facts = found.rows.map(({ name }) => name).filter((name) => !technical.includes(name));
    assert.deepEqual(new Set(Object.keys(columns)), new Set(facts));
    for (const { purpose, recipients, retention } of Object.values(columns)) {
      for (const text of [purpose, recipients, retention]) assert.match(text, /^\p{Lu}[^.]{5,}$/u);
    }
  });
}

test('only the kind of an obstacle may touch health, and it says no more than whom to pass on', () => {
  const health = Object.entries(pathwayCards).flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([column, { sensitivity }]) =>
      sensitivity === 'health' ? [`${table}.${column}`] : [],
    ),
  );
  assert.deepEqual(health, ['obstacle.kind']);
});
