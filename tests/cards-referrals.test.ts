/** Every column of proposals, the pool, meetings and duplicates has its card, and no card lacks its column. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { referralCards } from '#domain/cards-referrals.ts';
import { testHouse } from './house.ts';
import type { TestHouse } from './house.ts';

let house: TestHouse;

before(async () => {
  house = await testHouse();
});

after(() => house.close());

test('cards and columns are the same', async () => {
  for (const [table, columns] of Object.entries(referralCards)) {
    const found = await house.admin.query(
      "select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1",
      [table],
    );
    assert.deepEqual(Object.keys(columns).toSorted(), found.rows.map(({ name }) => String(name)).toSorted(), table);
  }
});

test('nothing here is a fact of health or justice', () => {
  for (const [table, columns] of Object.entries(referralCards)) {
    for (const [column, { sensitivity }] of Object.entries(columns)) {
      assert.ok(sensitivity !== 'health' && sensitivity !== 'justice', `${table}.${column}`);
    }
  }
});
