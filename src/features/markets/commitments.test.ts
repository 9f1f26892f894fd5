/** What a lot owes, amended, signed and split, through the doors. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hiddenKey, visit } from '#tests/visitor.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { LotPlace } from '#tests/world-thread.ts';
import { amountRoutes } from './amount-routes.ts';
import { commitmentRoutes } from './commitment-routes.ts';
import { marketWriteRoutes } from './routes.ts';

let house: MarketHouse;

before(async () => {
  house = await marketHouse([...marketWriteRoutes, ...commitmentRoutes, ...amountRoutes]);
});
after(() => house.close());

async function aLot(): Promise<LotPlace> {
  const { thread, facilitator, buyer } = house;
  const market = await thread.aMarket({ keeper: facilitator.organisation, buyer: buyer.organisation });
  const place = await thread.aLot({ market });
  await thread.anAssignment(place, facilitator.organisation);
  return place;
}

/** Validated hours, as the totals keep them. */
async function validated({ lot, market }: LotPlace, hours: number): Promise<void> {
  await house.admin.query(
    `insert into hours_delta (lot_id, market_id, company_id, holder_id, month, contract_type, method, counted_minutes)
     values ($1, $2, $3, $4, '2026-10', 'CDD', 'DIRECT_HIRE', $5)`,
    [lot, market, house.company.organisation, house.facilitator.organisation, hours * 60],
  );
}

async function versionsOf(lot: string) {
  const found = await house.admin.query(
    `select v.number, v.minutes, v.signed_on::text as signed from commitment_version v
     join commitment c on c.id = v.commitment_id where c.lot_id = $1 order by v.number`,
    [lot],
  );
  return found.rows;
}

const amendment = {
  version: '1',
  effectiveOn: '2026-11-01',
  reason: 'Travaux supplémentaires',
  hours: '700',
};

test('H15: an amended duration and amount leave the contractual target unchanged until the amendment is signed', async () => {
  const place = await aLot();
  const commitment = await house.thread.aCommitment(place, 500);
  const visitor = visit(house.app, house.facilitator);
  const path = `/lots/${place.lot}/avenant`;
  const simulated = await visitor.submit(path, {
    ...amendment,
    commitment,
    endsOn: '2028-06-30',
    simulate: 'oui',
  });
  assert.equal(simulated.status, 200, simulated.text.slice(0, 400));
  assert.match(simulated.text, /500\u00a0h/);
  assert.match(simulated.text, /700\u00a0h/);
  assert.match(simulated.text, /30\/06\/2028/);
  assert.equal((await versionsOf(place.lot)).length, 1);
  const key = hiddenKey(simulated.text.slice(simulated.text.indexOf('Proposer cet avenant') - 3000));
  const proposed = await visitor.submit(path, { ...amendment, commitment, endsOn: '2028-06-30' }, { key });
  assert.equal(proposed.status, 303, proposed.text.slice(0, 400));
  assert.deepEqual(await versionsOf(place.lot), [
    { number: 1, minutes: 30_000, signed: '2026-01-05' },
    { number: 2, minutes: 42_000, signed: null },
  ]);
  const page = await visitor.get(`/lots/${place.lot}/engagement`);
  assert.match(page.text, /<dt>Dû<\/dt><dd>500\u00a0h<\/dd>/);
  assert.match(page.text, /attend sa signature/);
  const ends = () => house.admin.query('select ends_on::text from lot where id = $1', [place.lot]);
  assert.equal((await ends()).rows[0].ends_on, '2027-12-31');
  const signed = await visitor.submit(`${path}/signer`, { commitment, signedOn: '2026-11-15' });
  assert.equal(signed.status, 303, signed.text.slice(0, 400));
  assert.equal((await ends()).rows[0].ends_on, '2028-06-30');
  assert.match((await visitor.get(`/lots/${place.lot}/engagement`)).text, /<dt>Dû<\/dt><dd>700\u00a0h<\/dd>/);
});

test('an amendment below the hours already validated is refused, and so is its signature when they came meanwhile', async () => {
  const place = await aLot();
  const commitment = await house.thread.aCommitment(place, 500);
  await validated(place, 450);
  const visitor = visit(house.app, house.facilitator);
  const path = `/lots/${place.lot}/avenant`;
  const refused = await visitor.submit(path, { ...amendment, commitment, hours: '449' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /sous les heures déjà validées, 450\u00a0h/);
  assert.equal((await visitor.submit(path, { ...amendment, commitment, hours: '460' })).status, 303);
  await validated(place, 20);
  const late = await visitor.submit(`${path}/signer`, { commitment, signedOn: '2026-11-15' });
  assert.equal(late.status, 422);
  assert.match(late.text, /déjà validées, 470\u00a0h/);
  assert.equal((await visitor.submit(path, { ...amendment, version: '2', commitment })).status, 422);
  const back = await visitor.submit(`${path}/retirer`, { commitment }, { on: `/lots/${place.lot}/engagement` });
  assert.equal(back.status, 303, back.text.slice(0, 400));
  assert.equal((await versionsOf(place.lot)).length, 1);
});

test('H12: one hour for each full 2 000 € invoiced beyond 2 700 000 €, not triggered below', async () => {
  const place = await aLot();
  const visitor = visit(house.app, house.facilitator);
  const path = `/lots/${place.lot}/engagement`;
  const sent = await visitor.submit(path, {
    commitmentKind: 'variable',
    eurosPerHour: '2 000',
    thresholdEuros: '2 700 000',
    signedOn: '2026-01-05',
  });
  assert.equal(sent.status, 303, sent.text.slice(0, 400));
  const seen: string[] = [];
  for (const amount of ['2 701 999', '2 702 000', '3 000 000']) {
    const typed = await visitor.submit(`/marches/${place.market}/montants`, {
      nature: 'invoiced',
      origin: 'declared',
      lotId: place.lot,
      amount,
      onDay: '2026-11-18',
      source: 'Situation de travaux',
    });
    assert.equal(typed.status, 303, typed.text.slice(0, 400));
    house.clock.walk(1000);
    seen.push(/Dû au vu du facturé<\/dt><dd>([^,<]+)/.exec((await visitor.get(path)).text)?.[1] ?? '');
  }
  assert.deepEqual(seen, ['0\u00a0h', '1\u00a0h', '150\u00a0h']);
});

test('H13: training hours left empty follow the brackets; in a gap the next is proposed and the person decides', async () => {
  const place = await aLot();
  const visitor = visit(house.app, house.buyer);
  const amounts = `/marches/${place.market}/montants`;
  const estimate = { nature: 'estimate', origin: 'confidential', onDay: '2026-11-18', source: 'Étude' };
  await visitor.submit(amounts, { ...estimate, amount: '99 500' });
  const path = `/lots/${place.lot}/engagement`;
  const asked = await visitor.submit(path, { commitmentKind: 'training', hours: '' });
  assert.equal(asked.status, 422);
  assert.match(asked.text, /Nous proposons 300\u00a0h/);
  assert.equal((await visitor.submit(path, { commitmentKind: 'training', hours: '300' })).status, 303);
  assert.deepEqual(
    (await versionsOf(place.lot)).map(({ minutes }) => minutes),
    [18_000],
  );
});

test('the parts of holder and joint contractors make the whole, a subcontractor stays within its part', async () => {
  const place = await aLot();
  await house.thread.aCommitment(place, 500);
  const [other, sub] = [await house.world.anOrganisation('company'), await house.world.anOrganisation('company')];
  const lead = await house.thread.aParty(place, house.company.organisation, { role: 'lead' });
  const joint = await house.thread.aParty(place, other, { role: 'joint' });
  const under = await house.thread.aParty(place, sub, { role: 'subcontractor', under: lead });
  await house.admin.query("update lot_party set act_on = '2026-02-01' where id = $1", [under]);
  const visitor = visit(house.app, house.facilitator);
  const path = `/lots/${place.lot}/repartition`;
  const parts = (a: string, b: string, c: string) => ({
    version: '1',
    [`part-${lead}`]: a,
    [`part-${joint}`]: b,
    [`part-${under}`]: c,
  });
  const short = await visitor.submit(path, parts('300', '150', '200'));
  assert.equal(short.status, 422);
  assert.match(short.text, /font 450\u00a0h pour un total de 500\u00a0h/);
  const over = await visitor.submit(path, parts('300', '200', '301'));
  assert.equal(over.status, 422);
  const sent = await visitor.submit(path, { ...parts('300', '200', '200'), joint: 'oui' });
  assert.equal(sent.status, 303, sent.text.slice(0, 400));
  const shares = await house.admin.query(
    'select share_minutes from lot_party where lot_id = $1 order by created_at, id',
    [place.lot],
  );
  assert.deepEqual(
    shares.rows.map(({ share_minutes }) => share_minutes).sort((one, other) => one - other),
    [12_000, 12_000, 18_000],
  );
  const kept = await house.admin.query('select joint from commitment where lot_id = $1', [place.lot]);
  assert.deepEqual(kept.rows, [{ joint: true }]);
});

test('a draft becomes contractual by the buyer, on a day; a facilitator may not decide it for a buyer who is here', async () => {
  const place = await aLot();
  const facilitator = visit(house.app, house.facilitator);
  const path = `/lots/${place.lot}/engagement`;
  assert.equal((await facilitator.submit(path, { commitmentKind: 'fixed', hours: '100' })).status, 303);
  const found = await house.admin.query('select id, state from commitment where lot_id = $1', [place.lot]);
  const [{ id: commitment, state }] = found.rows;
  assert.equal(state, 'draft');
  const step = (to: string, version: string, more = {}) => ({ commitment, to, version, ...more });
  assert.equal((await facilitator.submit(`${path}/etat`, step('proposed', '1'))).status, 303);
  const refused = await facilitator.submit(`${path}/etat`, step('contractual', '2', { day: '2026-11-18' }));
  assert.equal(refused.status, 422);
  assert.match(refused.text, /revient à l’acheteur/);
  const buyer = visit(house.app, house.buyer);
  assert.match((await buyer.submit(`${path}/etat`, step('contractual', '2'))).text, /date de cette étape/);
  assert.equal((await buyer.submit(`${path}/etat`, step('contractual', '2', { day: '2026-11-18' }))).status, 303);
  assert.equal((await versionsOf(place.lot))[0].signed, '2026-11-18');
});

test('two people amend at once: one is told, one proposal is kept', async () => {
  const place = await aLot();
  const commitment = await house.thread.aCommitment(place, 500);
  const path = `/lots/${place.lot}/avenant`;
  const answers = await Promise.all(
    [house.facilitator, house.buyer].map((person) =>
      visit(house.app, person).submit(path, { ...amendment, commitment }),
    ),
  );
  assert.deepEqual(
    answers.map(({ status }) => status).sort((one, other) => one - other),
    [303, 409],
  );
  assert.equal((await versionsOf(place.lot)).length, 2);
});

test('another organisation, a company on the lot, and who only types hours, all get no door', async () => {
  const place = await aLot();
  const commitment = await house.thread.aCommitment(place, 500);
  await house.thread.aParty(place, house.company.organisation);
  for (const path of [
    'engagement',
    'engagement/etat',
    'avenant',
    'avenant/signer',
    'repartition',
    'modifier',
    'etat',
    'tranches',
  ]) {
    assert.equal((await visit(house.app, house.stranger).get(`/lots/${place.lot}/${path}`)).status, 404, path);
    assert.equal((await visit(house.app, house.company).get(`/lots/${place.lot}/${path}`)).status, 403, path);
  }
  const key = hiddenKey((await visit(house.app, house.stranger).get('/marches/nouveau')).text);
  const stolen = await visit(house.app, house.stranger).submit(
    `/lots/${place.lot}/avenant`,
    { ...amendment, commitment },
    { key },
  );
  assert.equal(stolen.status, 404);
  assert.equal((await versionsOf(place.lot)).length, 1);
  assert.deepEqual(house.failures, []);
});
