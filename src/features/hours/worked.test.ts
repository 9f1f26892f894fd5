/** Hours worked by everybody, through each door: the target follows, is explained, and reads the same for every side. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Declaring } from '#tests/declaring.ts';
import { openDeclaring } from '#tests/declaring.ts';
import type { Thread } from '#tests/world-thread.ts';
import { routes } from '../../routes.ts';

let desk: Declaring;

before(async () => {
  desk = await openDeclaring(routes);
});

after(async () => {
  assert.deepEqual(desk.house.failures, []);
  await desk.close();
});

type Shared = Thread & { link: string };

/** The lot owes 5 % of the hours worked instead of a number. */
async function aShare(): Promise<Shared> {
  const thread = await desk.aThread();
  await desk.house.admin.query("update commitment set kind = 'share' where id = $1", [thread.commitment]);
  await desk.house.admin.query(
    'update commitment_version set minutes = null, share_basis_points = 500 where commitment_id = $1',
    [thread.commitment],
  );
  return thread;
}

async function worked({ lot }: Shared): Promise<Record<string, unknown>[]> {
  const found = await desk.house.admin.query(
    'select month, minutes / 60 as hours, via, version from worked_month where lot_id = $1 order by month',
    [lot],
  );
  return found.rows;
}

test('by the link, with the month: the total is told once, and the target is five hours in a hundred', async () => {
  const thread = await aShare();
  const visitor = desk.visitor();
  assert.match((await visitor.get(`${thread.link}?mois=2026-10`)).text, /Heures travaillées par tous/u);
  const sent = await visitor.submit(thread.link, desk.typed(thread, [60, 40, 0], { travail: '4 000' }));
  assert.equal(sent.status, 303, sent.text);
  assert.deepEqual(await worked(thread), [{ month: '2026-10', hours: 4000, via: 'link', version: 1 }]);
  for (const reader of [thread.buyer, thread.facilitator]) {
    const page = await desk.visitor(reader.session).get(`/marches/${thread.market}`);
    assert.match(page.text, /\/ 200/u, 'hours validated on hours due');
  }
  const own = await desk.visitor(thread.company.session).get('/mes-marches');
  assert.match(own.text, /<strong>200\u00a0h<\/strong>/u, 'the company reads the same target');
  const explained = await desk.visitor(thread.buyer.session).get(`/lots/${thread.lot}/travail`);
  assert.match(explained.text, /5\u00a0% de 4\u00a0000\u00a0h travaillées, soit 200\u00a0h/u);
});

test('« aucune heure » leaves the total to say: the receipt asks for it, even once validated, until it is sealed', async () => {
  const thread = await aShare();
  const visitor = desk.visitor();
  await visitor.submit(thread.link, { mois: '2026-10', version: '0', aucune: 'oui' });
  const receipt = await visitor.get(`${thread.link}?mois=2026-10`);
  assert.match(receipt.text, /à indiquer/u);
  const account = desk.visitor(thread.company.session);
  assert.match((await account.get('/declarations')).text, /Heures travaillées par tous à indiquer/u);
  await desk.house.admin.query("update declaration set state = 'validated' where lot_id = $1", [thread.lot]);
  const on = `${thread.link}?mois=2026-10`;
  const told = await visitor.submit(
    `${thread.link}/travail`,
    { mois: '2026-10', travail: '900', version: '0' },
    { on },
  );
  assert.equal(told.status, 303, told.text);
  assert.doesNotMatch((await account.get('/declarations')).text, /par tous à indiquer/u);
  await desk.house.admin.query("update declaration set state = 'locked' where lot_id = $1", [thread.lot]);
  const late = await visitor.submit(
    `${thread.link}/travail`,
    { mois: '2026-10', travail: '950', version: '1' },
    { on },
  );
  assert.equal(late.status, 422);
  assert.deepEqual(await worked(thread), [{ month: '2026-10', hours: 900, via: 'link', version: 1 }]);
  const place = `/lots/${thread.lot}/travail?entreprise=${thread.company.organisation}&mois=2026-10`;
  const by = desk.visitor(thread.facilitator.session);
  const fields = { entreprise: thread.company.organisation, mois: '2026-10', travail: '950', version: '1' };
  const corrected = await by.submit(`/lots/${thread.lot}/travail`, fields, { on: place });
  assert.equal(corrected.status, 303, corrected.text);
  assert.deepEqual(await worked(thread), [{ month: '2026-10', hours: 950, via: 'facilitator', version: 2 }]);
});

test('bad input gets its sentence, and nothing of the month is half written', async () => {
  const thread = await aShare();
  const visitor = desk.visitor();
  const below = await visitor.submit(thread.link, desk.typed(thread, [60, 40, 0], { travail: '99' }));
  assert.equal(below.status, 422);
  assert.match(below.text, /insertion de ce mois font déjà 100\u00a0h/u);
  assert.match(below.text, /value="99"/u, 'what was typed is kept');
  assert.deepEqual(await desk.rows(thread), [], 'the lines are not sent without it');
  const unreadable = await visitor.submit(thread.link, desk.typed(thread, [60, 40, 0], { travail: 'beaucoup' }));
  assert.equal(unreadable.status, 422);
  const account = desk.visitor(thread.company.session);
  const on = `/declarations/${thread.lot}?mois=2026-10`;
  const send = (fields: Record<string, string>) =>
    account.submit(`/declarations/${thread.lot}/travail`, { mois: '2026-10', version: '0', ...fields }, { on });
  await visitor.submit(thread.link, { mois: '2026-10', version: '0', aucune: 'oui' });
  assert.match((await send({ travail: '' })).text, /Indiquez les heures travaillées par tous/u);
  assert.match((await send({ travail: '-4' })).text, /négati|positi|zéro/iu);
  assert.equal((await send({ mois: '2027-02', travail: '10' })).status, 422, 'a month to come');
  assert.equal((await send({ travail: '300' })).status, 303);
  assert.equal((await send({ travail: '310' })).status, 409, 'the month changed since the form was drawn');
  assert.deepEqual(
    (await worked(thread)).map(({ hours }) => hours),
    [300],
  );
});

test('by the API: with the month or apart, read back, refused on the field that is wrong', async () => {
  const thread = await aShare();
  const secret = await desk.house.world.aPartnerKey(thread.company.organisation, thread.company.account, [
    'hours:write',
  ]);
  const path = `/api/v1/lots/${thread.lot}/hours/2026-10`;
  const lines = [{ contract: thread.workers[0].contract, minutes: 6000 }];
  const below = await desk.call(path, secret, { lines, allWorkedMinutes: 5999 });
  assert.equal(below.status, 422);
  assert.match(below.text, /"field":"allWorkedMinutes"/u);
  assert.equal((await desk.call(path, secret, { lines, allWorkedMinutes: 60_000 })).status, 200);
  const read = JSON.parse((await desk.call(path, secret)).text);
  assert.deepEqual([read.asksAllWorkedMinutes, read.allWorkedMinutes], [true, 60_000]);
  const apart = `/api/v1/lots/${thread.lot}/worked-hours/2026-10`;
  assert.equal((await desk.call(apart, secret, { allWorkedMinutes: 72_000 }, 'the-very-same-call')).status, 200);
  assert.equal((await desk.call(apart, secret, { allWorkedMinutes: 72_000 }, 'the-very-same-call')).status, 200);
  assert.deepEqual(await worked(thread), [{ month: '2026-10', hours: 1200, via: 'api', version: 2 }]);
  const stranger = await desk.aThread();
  assert.equal(
    (await desk.call(`/api/v1/lots/${stranger.lot}/worked-hours/2026-10`, secret, { allWorkedMinutes: 1 })).status,
    404,
  );
});

test('a programme with a rate asks for the same hours; a lot that owes a number without programme asks nothing', async () => {
  const thread = await desk.aThread();
  const form = () => desk.visitor().get(`${thread.link}?mois=2026-10`);
  assert.doesNotMatch((await form()).text, /travaillées par tous/u);
  await desk.house.admin.query(
    "insert into market_programme (market_id, programme_id) select $1, id from programme where code = 'NPNRU'",
    [thread.market],
  );
  assert.match((await form()).text, /travaillées par tous/u);
  await desk.visitor().submit(thread.link, desk.typed(thread, [60, 40, 0], { travail: '2 000' }));
  await desk.house.admin.query(
    `insert into hours_delta (lot_id, market_id, company_id, holder_id, month, contract_type, method, counted_minutes)
     values ($1, $2, $3, $4, '2026-10', 'CDD', 'direct-hire', 6000)`,
    [thread.lot, thread.market, thread.company.organisation, thread.facilitator.organisation],
  );
  const page = await desk.visitor(thread.buyer.session).get(`/lots/${thread.lot}/travail`);
  assert.match(page.text, /5\u00a0% de 2\u00a0000\u00a0h travaillées, soit 100\u00a0h/u);
  assert.doesNotMatch(
    page.text,
    /100\u00a0%/u,
    'hours of everybody are not those of the inhabitants of priority districts',
  );
  assert.match(page.text, /la page du marché les compte/u);
});

test('H12 an invoiced amount typed by the buyer moves what is owed for every side, and stays secret', async () => {
  const thread = await desk.aThread();
  await desk.house.admin.query("update commitment set kind = 'variable' where id = $1", [thread.commitment]);
  await desk.house.admin.query(
    'update commitment_version set minutes = null, hour_per_cents = 200000, threshold_cents = 270000000 where commitment_id = $1',
    [thread.commitment],
  );
  const buyer = desk.visitor(thread.buyer.session);
  const page = `/marches/${thread.market}/montants`;
  const invoice = (amount: string) =>
    buyer.submit(page, {
      lotId: thread.lot,
      nature: 'invoiced',
      origin: 'declared',
      amount,
      onDay: '2026-11-10',
      source: 'Situations de travaux',
    });
  const company = desk.visitor(thread.company.session);
  const owed = async () => /Vous devez <strong>([^<]+)<\/strong>/u.exec((await company.get('/mes-marches')).text)?.[1];
  assert.equal((await invoice('2 701 999')).status, 303);
  assert.match((await company.get('/mes-marches')).text, /quand le montant facturé dépasse son seuil/u);
  for (const [amount, hours] of [
    ['2 702 000', '1\u00a0h'],
    ['3 000 000', '150\u00a0h'],
  ] as const) {
    desk.house.clock.walk(1000);
    assert.equal((await invoice(amount)).status, 303);
    assert.equal(await owed(), hours, amount);
  }
  for (const reader of [thread.buyer, thread.facilitator]) {
    const text = (await desk.visitor(reader.session).get(`/lots/${thread.lot}/engagement`)).text;
    assert.match(text, /Dû au vu du facturé<\/dt><dd>150\u00a0h/u);
  }
  const elsewhere = await desk.visitor(thread.company.session).get(`/marches/${thread.market}`);
  assert.doesNotMatch(elsewhere.text, /3\u00a0000\u00a0000/u);
});
