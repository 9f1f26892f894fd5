/** Whatever is proposed, signed, shared, ended, recounted or taken back, each counted minute serves one lot, and totals never double. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inTransaction } from '#db/transaction.ts';
import { appendHoursDeltas } from '#db/hours.ts';
import { scopeOf } from '#http/context.ts';
import { seeded } from './conservation.ts';
import { testHouse } from './house.ts';
import type { TestHouse } from './house.ts';
import { visit } from './visitor.ts';
import type { Visitor } from './visitor.ts';
import { anAgreement } from './world-agreements.ts';
import { createThreadWorld } from './world-thread.ts';
import type { LotPlace, Thread, ThreadWorld } from './world-thread.ts';
import { actingAs } from './world-review.ts';

let house: TestHouse;
let thread: ThreadWorld;

before(async () => {
  house = await testHouse();
  thread = createThreadWorld(house);
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

const months = ['2026-03', '2026-04', '2026-05'];

interface Bench {
  place: Thread;
  lots: LotPlace[];
  declarations: string[];
  desk: Visitor;
  buyer: Visitor;
}

async function aBench(random: () => number): Promise<Bench> {
  const place = await thread.aThread();
  await house.admin.query('update commitment_version set minutes = $2 where market_id = $1', [
    place.market,
    60 * Math.ceil(random() * 120),
  ]);
  const lots: LotPlace[] = [place];
  for (const number of [2, 3]) {
    const lot = await thread.aLot({ market: place.market, number });
    await thread.anAssignment(lot, place.facilitator.organisation, { account: place.facilitator.account });
    await thread.aParty(lot, place.company.organisation);
    await thread.aCommitment(lot, Math.ceil(random() * 120));
    lots.push(lot);
  }
  // A partner on the first lot, whose hours no agreement of the company may move.
  const partner = await house.world.anOrganisation('company');
  await thread.aParty(place, partner, { role: 'joint' });
  const declarations: string[] = [];
  for (const month of months) {
    for (const [lot, company] of [
      [lots[0], place.company.organisation],
      [lots[1], place.company.organisation],
      [lots[0], partner],
    ] as const) {
      if (lot === undefined || random() < 0.2) continue;
      const person = await thread.aFollowedPerson(place.facilitator.organisation);
      const contract = await thread.aContract(lot, { person, holder: place.facilitator.organisation, company });
      const id = await thread.aDeclaration(lot, { company, month, state: 'submitted' });
      await thread.anEntry({
        declaration: id,
        contract,
        hours: Math.ceil(random() * 90),
        training: Math.floor(random() * 30),
      });
      declarations.push(id);
    }
  }
  return {
    place,
    lots,
    declarations,
    desk: visit(house.app, place.facilitator),
    buyer: visit(house.app, place.buyer),
  };
}

/** A refusal is a step too; a failure never is. */
async function step({ place, lots, declarations, desk, buyer }: Bench, random: () => number): Promise<void> {
  const one = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const lot = one(lots).lot;
  const declaration = one(declarations);
  const agreement = async () => {
    const found = await house.admin.query(
      `select id, version from globalisation g
       where exists (select from globalisation_lot l where l.globalisation_id = g.id and l.market_id = $1) order by created_at`,
      [place.market],
    );
    return one(found.rows) as { id: string; version: number } | undefined;
  };
  const hours = `/lots/${lot}/heures`;
  const rules = `/marches/${place.market}/regles`;
  const kinds: (() => Promise<unknown>)[] = [
    () => desk.submit(`/heures/${declaration}/valider`, { version: '1' }, { on: `/heures/${declaration}` }),
    () => desk.submit(`/heures/${declaration}/remettre`, {}, { on: `/heures/${declaration}` }),
    () => desk.submit(`${hours}/repartir`, {}, { on: hours }),
    () => desk.submit(`${hours}/repartir`, {}, { on: hours }),
    () => desk.submit(`${hours}/ramener`, {}, { on: hours }),
    () => propose(desk, { place, lots, random }),
    async () => {
      const found = await agreement();
      if (found === undefined) return;
      const fields = {
        signatory: place.buyer.organisation,
        version: String(found.version),
        signedOn: one(['2026-02-01', '2026-04-15']),
      };
      await buyer.submit(`/globalisations/${found.id}/signer`, fields, { on: `/globalisations/${found.id}/signer` });
    },
    async () => {
      const found = await agreement();
      if (found === undefined) return;
      const path = `/globalisations/${found.id}`;
      await one([desk, buyer]).submit(
        `${path}/${one(['revenir', 'retirer', 'remettre', 'retablir'])}`,
        {},
        { on: path },
      );
    },
    async () => {
      const found = await agreement();
      if (found === undefined) return;
      const path = `/globalisations/${found.id}/terme`;
      const fields = {
        version: String(found.version),
        endedOn: one(['2026-03-31', '2026-04-30', '2026-06-30']),
        reason: 'Fin',
      };
      await desk.submit(path, fields);
    },
    () =>
      desk.submit(
        `${rules}/regle`,
        {
          regle: 'training',
          counted: one(['oui', 'non']),
          cap: one(['10', '50', '100']),
          fromDay: '2026-01-01',
          source: 'CCAP',
        },
        { on: `${rules}/regle?regle=training` },
      ),
    () => desk.submit(`${rules}/recompter`, { regle: 'training' }, { on: rules }),
  ];
  await one(kinds)();
}

async function propose(
  desk: Visitor,
  { place, lots, random }: { place: Thread; lots: LotPlace[]; random: () => number },
) {
  const chosen = random() < 0.5 ? lots.slice(0, 2) : lots;
  const fields = {
    company: place.company.organisation,
    reason: 'Un seul parcours',
    fromDay: '2026-02-01',
    untilDay: '2026-12-31',
    companySignedOn: '2026-02-01',
  };
  await desk.submit('/globalisations/nouveau', fields, {
    on: `/globalisations/nouveau?entreprise=${place.company.organisation}`,
    fields: chosen.map(({ lot }) => ['lots', lot] as const),
  });
}

/** Each law, broken or not, in words. */
async function broken(market: string): Promise<string[]> {
  const doubled = await house.admin.query(
    `select 'line ' || e.id as what from hour_entry e left join hour_allocation a on a.entry_id = e.id where e.market_id = $1
     group by e.id having coalesce(sum(a.minutes), 0) <> case when e.state = 'validated' then e.counted_minutes else 0 end`,
    [market],
  );
  const stray = await house.admin.query(
    `select 'stray ' || e.id as what from hour_allocation a join hour_entry e on e.id = a.entry_id
     join employment_contract c on c.id = e.contract_id left join globalisation g on g.id = a.agreement_id
     where e.market_id = $1 and a.lot_id <> e.lot_id and (g.id is null or g.signed_on is null or g.company_id <> c.company_id
       or g.signed_on > (e.month || '-01')::date or g.from_day > (e.month || '-01')::date
       or coalesce(g.ended_on, g.until_day) < ((e.month || '-01')::date + interval '1 month - 1 day')::date
       or not exists (select from globalisation_lot l where l.globalisation_id = g.id and l.lot_id = a.lot_id)
       or not exists (select from globalisation_lot l where l.globalisation_id = g.id and l.lot_id = e.lot_id))`,
    [market],
  );
  const totals = await house.admin.query(
    `select 'totals ' || kept || ' for ' || counted as what from (
       select (select coalesce(sum(counted_minutes), 0) from (select counted_minutes from hours_total where market_id = $1
           union all select counted_minutes from hours_delta where market_id = $1) k)::int as kept,
         (select coalesce(sum(counted_minutes), 0) from hour_entry where market_id = $1)::int as counted) both_sums
     where kept <> counted`,
    [market],
  );
  return [...doubled.rows, ...stray.rows, ...totals.rows].map(({ what }) => what);
}

test(
  'over random lives of agreements, no minute is counted twice nor outside an agreement signed by all',
  { timeout: 240_000 },
  async () => {
    let moved = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = seeded(seed);
      const bench = await aBench(random);
      for (const id of bench.declarations) {
        await bench.desk.submit(`/heures/${id}/valider`, { version: '1' }, { on: `/heures/${id}` });
      }
      for (let turn = 0; turn < 28; turn += 1) {
        await step(bench, random);
        assert.deepEqual(await broken(bench.place.market), [], `history ${seed}, turn ${turn}`);
        const now = await house.admin.query(
          'select count(*)::int as count from hour_allocation a join hour_entry e on e.id = a.entry_id where e.market_id = $1 and a.lot_id <> e.lot_id',
          [bench.place.market],
        );
        moved += now.rows[0].count;
      }
    }
    assert.ok(moved > 20, `hours moved ${moved} times: is the test still asking anything?`);
  },
);

test('the database itself refuses a minute given twice, or given to another lot without an agreement', async () => {
  const place = await thread.aThread();
  const other = await thread.aLot({ market: place.market, number: 2 });
  await thread.anAssignment(other, place.facilitator.organisation);
  const id = await thread.aDeclaration(place, {
    company: place.company.organisation,
    month: '2026-03',
    state: 'submitted',
  });
  const entry = await thread.anEntry({ declaration: id, contract: place.workers[0].contract, hours: 10 });
  await visit(house.app, place.facilitator).submit(`/heures/${id}/valider`, { version: '1' }, { on: `/heures/${id}` });
  const scope = scopeOf(actingAs(place.facilitator), 'app', house.clock.now());
  const give = (lotId: string, minutes: number, agreementId: string | null) =>
    inTransaction(house.database, scope, async (db) => {
      await db.deleteFrom('hourAllocation').where('entryId', '=', entry).execute();
      await db
        .insertInto('hourAllocation')
        .values({ entryId: entry, lotId, marketId: place.market, agreementId, minutes })
        .execute();
      await appendHoursDeltas(db, []);
    });
  await assert.rejects(give(place.lot, 601, null), /counts 600 minutes and gives 601/);
  await assert.rejects(give(other.lot, 600, null), /without an agreement/);
  const signed = await anAgreement(house.admin, {
    company: place.company.organisation,
    proposedBy: place.facilitator.organisation,
    lots: [place, other],
  });
  const waiting = await anAgreement(house.admin, {
    company: place.company.organisation,
    proposedBy: place.facilitator.organisation,
    lots: [place, other],
    signedOn: null,
  });
  await assert.rejects(give(other.lot, 600, waiting), /without an agreement/);
  await give(other.lot, 600, signed);
});

test('a structure that lost the other lot still takes back all a line gives', async () => {
  const place = await thread.aThread();
  await house.admin.query('update commitment_version set minutes = 60 where market_id = $1', [place.market]);
  const other = await thread.aLot({ market: place.market, number: 2 });
  const assignment = await thread.anAssignment(other, place.facilitator.organisation);
  await thread.aParty(other, place.company.organisation);
  await thread.aCommitment(other, 20);
  await anAgreement(house.admin, {
    company: place.company.organisation,
    proposedBy: place.buyer.organisation,
    lots: [place, other],
  });
  const id = await thread.aDeclaration(place, {
    company: place.company.organisation,
    month: '2026-03',
    state: 'submitted',
  });
  const entry = await thread.anEntry({ declaration: id, contract: place.workers[0].contract, hours: 10 });
  const desk = visit(house.app, place.facilitator);
  await desk.submit(`/heures/${id}/valider`, { version: '1' }, { on: `/heures/${id}` });
  const hours = `/lots/${place.lot}/heures`;
  assert.equal((await desk.submit(`${hours}/repartir`, {}, { on: hours })).status, 303);
  await house.admin.query('delete from lot_assignment where id = $1', [assignment]);
  await house.admin.query('update market set keeper_id = buyer_id where id = $1', [place.market]);
  assert.equal((await desk.submit(`/heures/${id}/remettre`, {}, { on: `/heures/${id}` })).status, 303);
  const left = await house.admin.query('select count(*)::int as count from hour_allocation where entry_id = $1', [
    entry,
  ]);
  assert.equal(left.rows[0].count, 0);
  assert.deepEqual(await broken(place.market), []);
});
