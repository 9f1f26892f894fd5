/** Papers sent, read, replaced and archived through their doors. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hiddenKey, visit } from '#tests/visitor.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { LotPlace } from '#tests/world-thread.ts';
import type { Person } from '#tests/world.ts';
import { marketRoutes } from './market-routes.ts';

let house: MarketHouse;
let place: LotPlace;
const pdf = '%PDF-1.7\nun papier';

before(async () => {
  house = await marketHouse(marketRoutes);
  const { thread, facilitator, buyer, company } = house;
  const market = await thread.aMarket({ keeper: facilitator.organisation, buyer: buyer.organisation });
  place = await thread.aLot({ market });
  await thread.aParty(place, company.organisation);
});
after(() => house.close());

async function send(
  person: Person,
  {
    path,
    fields = {},
    name = 'acte.pdf',
    content = pdf,
  }: {
    path: string;
    fields?: Record<string, string>;
    name?: string;
    content?: string | Uint8Array<ArrayBuffer>;
  },
) {
  const page = await visit(house.app, person).get(path);
  const form = new FormData();
  form.set('cle', hiddenKey(page.text));
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new File([content], name));
  const response = await house.app.request(`http://localhost:3000${path}`, {
    method: 'POST',
    body: form,
    headers: { cookie: `guichet=${person.session}`, origin: 'http://localhost:3000' },
  });
  return { status: response.status, text: await response.text() };
}

const list = () => `/marches/${place.market}/documents`;
const latest = async () =>
  (await house.admin.query('select id, name from document order by created_at desc, id limit 1')).rows[0];

test('a paper is sent, named by its content, read back as an attachment, byte for byte', async () => {
  const sent = await send(house.facilitator, {
    path: list(),
    fields: { kind: 'award' },
    name: '../Acte <d’engagement>.exe',
  });
  assert.equal(sent.status, 303, sent.text.slice(0, 400));
  const { id, name } = await latest();
  assert.equal(name, 'Acte d’engagement.pdf');
  const read = await visit(house.app, house.buyer).get(`/documents/${id}`);
  assert.equal(read.status, 200);
  assert.equal(read.text, pdf);
  assert.match(
    read.headers.get('content-disposition') ?? '',
    /^attachment; filename="Acte dengagement\.pdf"; filename\*=UTF-8''Acte%20d%E2%80%99engagement\.pdf$/,
  );
  assert.equal(read.headers.get('content-type'), 'application/pdf');
});

test('a paper of the whole market is for its desks; a paper of a lot is also for its companies; strangers get nothing', async () => {
  await send(house.facilitator, { path: list(), fields: { kind: 'tender' }, name: 'marche.pdf' });
  const whole = (await house.admin.query("select id from document where name = 'marche.pdf'")).rows[0].id;
  await send(house.facilitator, {
    path: list(),
    fields: { kind: 'tender', lotId: place.lot },
    name: 'lot.pdf',
  });
  const ofLot = (await house.admin.query("select id from document where name = 'lot.pdf'")).rows[0].id;
  const status = async (person: Person, id: string) => (await visit(house.app, person).get(`/documents/${id}`)).status;
  assert.equal(await status(house.company, whole), 404);
  assert.equal(await status(house.company, ofLot), 200);
  assert.equal(await status(house.stranger, ofLot), 404);
  assert.equal(await status(house.otherBuyer, whole), 404);
  assert.equal(await status(house.facilitator, crypto.randomUUID()), 404);
  assert.equal((await visit(house.app, house.stranger).get(list())).status, 404);
});

test('a new version keeps the former; archiving can be undone', async () => {
  await send(house.facilitator, { path: list(), fields: { kind: 'letter' }, name: 'lettre.pdf' });
  const { id } = (await house.admin.query("select id from document where name = 'lettre.pdf'")).rows[0];
  const path = `/documents/${id}/version`;
  assert.equal((await send(house.facilitator, { path, content: `${pdf} 2`, name: 'lettre.pdf' })).status, 303);
  const visitor = visit(house.app, house.facilitator);
  assert.equal((await visitor.get(`/documents/${id}`)).text, `${pdf} 2`);
  assert.equal((await visitor.get(`/documents/${id}?version=1`)).text, pdf);
  assert.equal((await visitor.get(`/documents/${id}?version=9`)).status, 404);
  assert.equal((await visit(house.app, house.buyer).get(path)).status, 404);
  const archived = await visitor.submit(`/documents/${id}/archiver`, {}, { on: path });
  assert.equal(archived.status, 303, archived.text.slice(0, 300));
  assert.doesNotMatch((await visitor.get(list())).text, />lettre\.pdf</);
  const page = await visitor.get(`${list()}?vue=archives`);
  assert.match(page.text, />lettre\.pdf</);
  assert.equal((await visitor.submit(`/documents/${id}/remettre`, {}, { on: `${list()}?vue=archives` })).status, 303);
  assert.match((await visitor.get(list())).text, />lettre\.pdf</);
});

for (const [what, more, says] of [
  ['an executable named as a PDF', { content: 'MZ\u0090\u0000' }, /n’est pas accepté/],
  ['a page of markup', { content: '<html><script>alert(1)</script>', name: 'a.pdf' }, /n’est pas accepté/],
  ['a spreadsheet with macros', { content: 'PK\u0003\u0004 xl/workbook.xml xl/vbaProject.bin' }, /éléments dangereux/],
  ['an empty file', { content: '' }, /Choisissez un fichier/],
  ['a social security number in its name', { name: '2 84 05 75 123 456 12.pdf' }, /sécurité sociale/],
  ['a name of nothing', { name: '...pdf' }, /nom de fichier/],
] as const) {
  test(`${what} is refused with a sentence, and nothing is kept`, async () => {
    const count = (await house.admin.query('select from document')).rowCount;
    const sent = await send(house.facilitator, { path: list(), fields: { kind: 'other' }, ...more });
    assert.equal(sent.status, 422, sent.text.slice(0, 300));
    assert.match(sent.text, says);
    assert.equal((await house.admin.query('select from document')).rowCount, count);
    assert.deepEqual(house.failures, []);
  });
}

test('ten megabytes pass, one byte more is told, far more is not read', async () => {
  const heavy = (bytes: number) => {
    const content = new Uint8Array(bytes);
    content.set(new TextEncoder().encode('%PDF-1.7\n'));
    return content;
  };
  const most = 10 * 1024 * 1024;
  const fields = { kind: 'other' };
  assert.equal((await send(house.facilitator, { path: list(), fields, content: heavy(most) })).status, 303);
  const over = await send(house.facilitator, { path: list(), fields, content: heavy(most + 1) });
  assert.equal(over.status, 422);
  assert.match(over.text, /10\u00a0Mo au plus/);
  assert.equal((await send(house.facilitator, { path: list(), fields, content: heavy(12 * 1024 * 1024) })).status, 413);
});
