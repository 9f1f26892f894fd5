/** Whatever happens to declarations, no minute is lost, doubled or counted elsewhere than it is allocated. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded, tellHistory } from '#tests/conservation.ts';
import { testHouse } from '#tests/house.ts';
import { createThreadWorld } from '#tests/world-thread.ts';

/** The campaign `conservation` tells ten thousand. */
const histories = 60;

test('allocations make the counted minutes, and folded and waiting totals make both, after random histories', async () => {
  const house = await testHouse();
  try {
    const thread = createThreadWorld(house);
    const place = await thread.aThread();
    const other = await house.world.aMember(await house.world.anOrganisation('facilitator'), 'facilitator.facilitator');
    for (let seed = 1; seed <= histories; seed += 1) {
      const broken = await tellHistory({ house, thread, place, other, random: seeded(seed) });
      assert.deepEqual(broken, [], `history ${seed}`);
    }
    const told = await house.admin.query(
      `select (select count(*)::int from hour_allocation where agreement_id is not null) as pooled,
        (select count(*)::int from hour_entry where corrects_id is not null) as corrections,
        (select count(*)::int from hour_entry where state = 'rejected') as refused,
        (select count(*)::int from hour_refusal where state = 'accepted') as refused_by_buyer,
        (select count(*)::int from hours_total) as totals`,
    );
    for (const [what, count] of Object.entries(told.rows[0])) assert.ok(Number(count) > 0, `no history told ${what}`);
  } finally {
    await house.close();
  }
});
