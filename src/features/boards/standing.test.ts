/** What the database counts for lists is what the domain says of each lot, whatever the hours, the dates and the day. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { nationalRules } from '#domain/national-rules.ts';
import { dueMinutes } from '#domain/commitment.ts';
import { dueOn } from '#domain/commitment-versions.ts';
import { progressOf } from '#domain/progress.ts';
import { inTransaction } from '#db/transaction.ts';
import type { LotFacts, StandingScope } from '#db/lot-standing.ts';
import { lotStanding, progressFacts } from '#db/lot-standing.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { createThreadWorld } from '#tests/world-thread.ts';

let house: TestHouse;

before(async () => {
  house = await testHouse();
});

after(() => house.close());

const thresholds = nationalRules.find(({ code }) => code === 'progress-thresholds')
  ?.value as StandingScope['thresholds'];

function read(organisation: string, today: string): Promise<LotFacts[]> {
  const scope = { role: 'app', actor: 'test', organisation, account: null, today } as const;
  return inTransaction(house.database, scope, async (db) => {
    const rules = { today, thresholds, tranche: 'full', partyOf: null, settings: [] } as const;
    return (await sql<LotFacts>`${lotStanding(rules, sql`true`)} order by 1`.execute(db)).rows;
  });
}

test('status and expected hours: the database and the domain agree on every lot and every day', async () => {
  const world = createThreadWorld(house);
  const keeper = await house.world.anOrganisation('facilitator');
  const market = await world.aMarket({ keeper, buyer: await house.world.anOrganisation('buyer') });
  for (let number = 1; number <= 60; number += 1) {
    const place = await world.aLot({
      market,
      number,
      endsOn: `2026-${String((number % 12) + 1).padStart(2, '0')}-17`,
    });
    if (number % 7 !== 0) await world.aCommitment(place, number % 11 === 0 ? 0 : number * 13);
    await house.admin.query(
      `insert into hours_delta (lot_id, market_id, company_id, holder_id, month, contract_type, method, counted_minutes)
       values ($1, $2, $3, $3, '2026-02', 'CDD', 'direct-hire', $4)`,
      [place.lot, market, keeper, (number ** 3 * 7919) % (number * 13 * 75)],
    );
  }
  const seen = new Set<string>();
  for (const today of ['2026-01-05', '2026-03-31', '2026-06-17', '2026-09-01', '2026-12-31']) {
    const lots = await read(keeper, today);
    assert.equal(lots.length, 60);
    for (const lot of lots) {
      const { status, expectedToday } = progressOf(progressFacts(lot, today), thresholds);
      assert.deepEqual([lot.number, lot.status, lot.expected], [lot.number, status, expectedToday]);
      seen.add(status);
    }
  }
  assert.deepEqual([...seen].sort(), ['fulfilled', 'late', 'no-obligation', 'on-track', 'to-watch']);
});

test('what is due: amendments, the latest amount invoiced and untriggered volumes, as the domain counts them', async () => {
  const world = createThreadWorld(house);
  const keeper = await house.world.anOrganisation('facilitator');
  const market = await world.aMarket({ keeper, buyer: keeper });
  const amended = await world.aLot({ market, number: 1 });
  const commitment = await world.aCommitment(amended, 100);
  const version = (commitmentId: string, values: Record<string, unknown>) => {
    const row = {
      commitment_id: commitmentId,
      market_id: market,
      from_day: '2026-01-05',
      signed_on: '2026-01-05',
      number: 1,
      ...values,
    };
    const names = Object.keys(row);
    return house.admin.query(
      `insert into commitment_version (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
      Object.values(row),
    );
  };
  await version(commitment, { number: 2, from_day: '2026-06-01', signed_on: '2026-05-20', minutes: 9000 });
  await version(commitment, { number: 3, from_day: '2026-07-01', signed_on: null, minutes: 12_000 });
  const variable = await world.aLot({ market, number: 2 });
  const { rows } = await house.admin.query(
    "insert into commitment (lot_id, market_id, kind) values ($1, $2, 'variable') returning id",
    [variable.lot, market],
  );
  await version(rows[0].id, { hour_per_cents: 200_000, threshold_cents: 1_000_000 });
  const due = async (today: string) =>
    (await read(keeper, today)).sort((a, b) => a.number - b.number).map((lot) => lot.due);
  assert.deepEqual(await due('2026-05-31'), [6000, 0]);
  assert.deepEqual(await due('2026-12-01'), [9000, 0]);
  assert.equal((await read(keeper, '2026-12-01')).find(({ number }) => number === 2)?.status, 'not-triggered');
  await house.admin.query(
    `insert into market_amount (market_id, lot_id, nature, origin, cents, on_day)
     values ($1, $2, 'invoiced', 'declared', 1750000, '2026-04-01'), ($1, $2, 'invoiced', 'declared', 1300000, '2026-03-01')`,
    [market, variable.lot],
  );
  const domain = dueOn({
    versions: [
      {
        number: 1,
        commitment: { kind: 'variable', centsPerHour: 200_000, thresholdCents: 1_000_000 },
        signedOn: '2026-01-05',
        effectiveOn: '2026-01-05',
        reason: '',
      },
    ],
    day: '2026-12-01',
    measures: { invoicedCents: 1_750_000, workedMinutes: 0 },
    tranche: 'full',
  });
  assert.deepEqual(await due('2026-12-01'), [9000, domain]);
});

test('what is due: a share of the hours worked, and conditional tranches once affirmed', async () => {
  const world = createThreadWorld(house);
  const keeper = await house.world.anOrganisation('facilitator');
  const company = await house.world.anOrganisation('company');
  const market = await world.aMarket({ keeper, buyer: await house.world.anOrganisation('buyer') });
  const shared = await world.aLot({ market, number: 1 });
  await world.aParty(shared, company);
  const { rows } = await house.admin.query(
    "insert into commitment (lot_id, market_id, kind) values ($1, $2, 'share') returning id",
    [shared.lot, market],
  );
  await house.admin.query(
    `insert into commitment_version (commitment_id, market_id, number, from_day, signed_on, share_basis_points)
     values ($1, $2, 1, '2026-01-05', '2026-01-05', 733)`,
    [rows[0].id, market],
  );
  const sliced = await world.aLot({ market, number: 2 });
  await world.aCommitment(sliced, 100);
  const tranche = (number: number, hours: number, affirmedOn: string | null) =>
    house.admin.query(
      `insert into tranche (lot_id, market_id, number, conditional, minutes, affirmed_on) values ($1, $2, $3, $4, $5, $6)`,
      [sliced.lot, market, number, affirmedOn !== '2026-01-05', hours * 60, affirmedOn],
    );
  await tranche(1, 40, '2026-01-05');
  await tranche(2, 30, '2026-06-01');
  await tranche(3, 20, null);
  const due = async (today: string, reader = keeper) =>
    (await read(reader, today)).sort((a, b) => a.number - b.number).map((lot) => [lot.due, lot.status]);
  assert.deepEqual((await due('2026-05-31'))[1]?.[0], (100 - 30 - 20) * 60);
  assert.deepEqual((await due('2026-06-01'))[1]?.[0], (100 - 20) * 60);
  assert.deepEqual((await due('2026-06-01'))[0], [0, 'not-triggered']);
  for (const [month, minutes] of [
    ['2026-03', 100_007],
    ['2026-04', 23_456],
  ] as const) {
    await house.admin.query(
      `insert into worked_month (lot_id, market_id, company_id, month, minutes, via, declared_at)
       values ($1, $2, $3, $4, $5, 'link', now())`,
      [shared.lot, market, company, month, minutes],
    );
  }
  const domain = dueMinutes({ kind: 'share', basisPoints: 733 }, { invoicedCents: 0, workedMinutes: 123_463 }, 'full');
  assert.deepEqual((await due('2026-06-01'))[0], [domain, 'late']);
  assert.deepEqual((await due('2026-06-01', company))[0]?.[0], domain, 'the company reads the same target');
  await house.admin.query('update tranche set affirmed_on = null where lot_id = $1', [sliced.lot]);
  await house.admin.query('update tranche set minutes = 3000 where lot_id = $1 and number = 1', [sliced.lot]);
  assert.deepEqual((await due('2026-06-01'))[1], [0, 'not-triggered'], 'nothing affirmed, nothing owed yet');
});
