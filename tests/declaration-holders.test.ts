/** A link follows the person it was sent to: all her lots, nobody else's, and no longer than she answers for them. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { partyRoutes } from '#features/parties/routes.ts';
import { declareRoutes } from '#features/hours/declare-routes.ts';
import type { Declaring } from './declaring.ts';
import { openDeclaring } from './declaring.ts';
import { deliverMails } from './delivery.ts';
import type { Thread } from './world-thread.ts';

const address = 'chantier@exemple.test';
let desk: Declaring;
let thread: Thread;
let link: string;

before(async () => {
  desk = await openDeclaring([...declareRoutes, ...partyRoutes]);
});
after(async () => {
  assert.deepEqual(desk.house.failures, []);
  await desk.close();
});
beforeEach(async () => {
  thread = await desk.aThread();
  await sql('delete from outbox');
  await sql('delete from throttle');
  await sql('update lot_party set contact_email = $1 where id = $2', [address, thread.party]);
  link = await linkTo(address);
});

const sql = (query: string, values: unknown[] = []) => desk.house.admin.query(query, values);

async function linkTo(to: string, party = thread.party): Promise<string> {
  return `/declarer/${await desk.world.aDeclarationLink(thread.company.organisation, party, { address: to })}`;
}

/** Another lot of the same company, with its contact. */
async function another(number: number, more: { email?: string; organisation?: string; title?: string } = {}) {
  const { organisation = thread.company.organisation, email = address } = more;
  const lot = await desk.world.aLot({ market: thread.market, number, title: more.title ?? `Lot suivant ${number}` });
  await desk.world.aCommitment(lot);
  return { ...lot, party: await desk.world.aParty(lot, organisation, { email }) };
}

async function posted(): Promise<string[]> {
  const { rows } = await sql("select recipient from outbox where template = 'declaration-link' order by recipient");
  return rows.map(({ recipient }) => recipient);
}

async function versionOf(party: string): Promise<string> {
  return String((await sql('select version from lot_party where id = $1', [party])).rows[0].version);
}

const isDead = ({ status, location }: { status: number; location: string | null }) =>
  status === 303 && (location ?? '').startsWith('/declarer/nouveau-lien/');

test('one link lists and opens every lot of its contact, and declares on each', async () => {
  const second = await another(2, { title: 'Peinture' });
  const visitor = desk.visitor();
  const page = await visitor.get(link);
  assert.match(page.text, /Vos autres lots à déclarer/u);
  const there = `${link}?lot=${second.lot}&mois=2026-10`;
  assert.ok(page.text.includes(there.replace('&', '&amp;')), page.text);
  assert.match((await visitor.get(there)).text, /Peinture/u);
  const sent = await visitor.submit(
    link,
    { lot: second.lot, mois: '2026-10', version: '0', aucune: 'oui' },
    { on: there },
  );
  assert.equal(sent.status, 303, sent.text);
  assert.ok(sent.location?.includes(`lot=${second.lot}`));
  assert.equal((await desk.declaration(second))['state'], 'submitted');
  assert.deepEqual(await desk.declaration(thread), {}, 'nothing is sent for the first lot');
  const owed = await visitor.get(`${link}/marche`);
  assert.match(owed.text, /Gros œuvre/u);
  assert.match(owed.text, /Peinture/u);
});

test('where the first lot owes nothing, the link opens the one that does', async () => {
  const second = await another(2, { title: 'Peinture' });
  await desk.world.aDeclaration(thread, { company: thread.company.organisation, month: '2026-10', state: 'validated' });
  const page = await desk.visitor().get(link);
  assert.match(page.text, /Heures d’octobre 2026/u);
  assert.match(page.text, /Peinture/u);
  assert.ok(page.text.includes(`name="lot" value="${second.lot}"`));
});

test('never a lot of another contact, nor of another company with the same address', async () => {
  const stranger = await desk.house.world.anOrganisation('company', { name: 'Autre société' });
  const theirs = await another(2, { organisation: stranger, title: 'Lot d’une autre société' });
  const colleague = await another(3, { email: 'collegue@exemple.test', title: 'Lot d’une collègue' });
  const visitor = desk.visitor();
  const pages = [await visitor.get(link), await visitor.get(`${link}/marche`)];
  for (const { text } of pages) assert.doesNotMatch(text, /Lot d’une/u);
  for (const { lot } of [theirs, colleague]) {
    assert.equal((await visitor.get(`${link}?lot=${lot}`)).status, 404);
    assert.equal((await visitor.get(`${link}/contact?lot=${lot}`)).status, 404);
    const forced = await visitor.submit(link, { lot, mois: '2026-10', version: '0', aucune: 'oui' });
    assert.equal(forced.status, 404);
  }
  assert.deepEqual(
    (await sql('select id from declaration where lot_id = any($1)', [[theirs.lot, colleague.lot]])).rows,
    [],
  );
});

test('the page leads to what is owed and to passing it on; the receipt too', async () => {
  const visitor = desk.visitor();
  for (const path of [link, `${link}?mois=2026-10`]) {
    const { text } = await visitor.get(path);
    assert.ok(text.includes(`${link}/marche`));
    assert.ok(text.includes(`${link}/contact`));
  }
  await visitor.submit(link, { mois: '2026-10', version: '0', aucune: 'oui' });
  const receipt = await visitor.get(`${link}?mois=2026-10`);
  assert.match(receipt.text, /Accusé de réception/u);
  assert.ok(receipt.text.includes(`${link}/marche`));
});

test('a former contact’s link ends with the change; the next contact receives hers', async () => {
  const owner = desk.visitor(thread.company.session);
  const on = `/mes-marches/${thread.party}`;
  const changed = await owner.submit(
    `${on}/contact`,
    { version: await versionOf(thread.party), contactName: 'Lina Faure', contactEmail: 'lina@exemple.test' },
    { on },
  );
  assert.equal(changed.status, 303, changed.text);
  assert.ok(isDead(await desk.visitor().get(link)));
  assert.deepEqual(await posted(), ['lina@exemple.test']);
  await sql('update lot_party set contact_email = $1 where id = $2', [address, thread.party]);
  assert.ok(isDead(await desk.visitor().get(link)), 'ended for good');
});

test('whoever passes the contact on by her own link reads what she did, for an hour', async () => {
  const visitor = desk.visitor();
  const fields = { contactName: 'Lina Faure', contactEmail: 'lina@exemple.test', lot: thread.lot };
  const sent = await visitor.submit(`${link}/contact`, { ...fields, version: await versionOf(thread.party) });
  assert.match((await visitor.get(sent.location ?? '')).text, /Contact enregistré/u);
  desk.house.clock.walk(61 * 60_000);
  assert.ok(isDead(await visitor.get(link)));
});

test('the agency’s link lives until the last day of the delegation, and dies at once when it is taken back', async () => {
  const visitor = desk.visitor();
  const delegated = await visitor.submit(
    `${link}/delegation`,
    {
      version: await versionOf(thread.party),
      lot: thread.lot,
      delegateName: 'Agence',
      delegateEmail: 'agence@exemple.test',
      delegateUntil: '2026-11-30',
    },
    { on: `${link}/contact` },
  );
  assert.equal(delegated.status, 303, delegated.text);
  assert.equal((await visitor.get(link)).status, 200, 'the contact keeps hers');
  assert.deepEqual(await posted(), ['agence@exemple.test']);
  await deliverMails(desk.house);
  const { rows } = await sql(
    "select expires_at from link_token where purpose = 'declaration' and detail->>'address' = 'agence@exemple.test'",
  );
  assert.equal(rows[0].expires_at.toISOString(), '2026-11-30T23:00:00.000Z', 'midnight in Paris');
  const agency = await linkTo('agence@exemple.test');
  assert.equal((await visitor.get(agency)).status, 200);
  await visitor.submit(
    `${link}/delegation`,
    {
      version: await versionOf(thread.party),
      lot: thread.lot,
      delegateName: '',
      delegateEmail: '',
      delegateUntil: '',
    },
    { on: `${link}/contact` },
  );
  assert.ok(isDead(await visitor.get(agency)));
  assert.equal((await visitor.get(link)).status, 200);
});

test('a departure ends the links; months up to it stay declarable, later ones are refused', async () => {
  const desktop = desk.visitor(thread.facilitator.session);
  const on = `/lots/${thread.lot}/intervenants`;
  assert.equal((await desktop.submit(`/intervenants/${thread.party}/depart`, {}, { on })).status, 303);
  assert.ok(isDead(await desk.visitor().get(link)));
  await sql("update lot_party set ended_on = '2026-10-12' where id = $1", [thread.party]);
  const owner = desk.visitor(thread.company.session);
  const path = `/declarations/${thread.lot}`;
  const sent = await owner.submit(path, desk.typed(thread, [0, 0, 0]), { on: `${path}?mois=2026-10` });
  assert.equal(sent.status, 303, sent.text);
  assert.equal((await owner.get(`${path}?mois=2026-11`)).status, 404);
  const late = await owner.submit(path, { mois: '2026-11', version: '0', aucune: 'oui' }, { on: '/declarations' });
  assert.equal(late.status, 422);
  assert.match(late.text, /n’intervient plus sur ce lot depuis le 12 octobre 2026/u);
});

test('papers of a lot dated after a company left are not shown to it', async () => {
  const paper = (name: string, at: string) =>
    sql(
      `insert into document (organisation_id, market_id, lot_id, kind, name, created_at) values ($1, $2, $3, 'other', $4, $5)`,
      [thread.facilitator.organisation, thread.market, thread.lot, name, at],
    );
  await paper('avant', '2026-10-12T20:00:00Z');
  await paper('après', '2026-10-12T22:30:00Z');
  const read = async () => {
    const client = await desk.house.fresh.pool.connect();
    try {
      await client.query('begin');
      await client.query("select set_config('role', 'guichet_app', true), set_config('app.organisation', $1, true)", [
        thread.company.organisation,
      ]);
      return (await client.query('select name from document where lot_id = $1 order by name', [thread.lot])).rows;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  assert.equal((await read()).length, 2);
  await sql("update lot_party set ended_on = '2026-10-12' where id = $1", [thread.party]);
  assert.deepEqual(await read(), [{ name: 'avant' }], 'midnight in Paris');
  await sql('update lot_party set ended_on = null where id = $1', [thread.party]);
  assert.equal((await read()).length, 2);
});
