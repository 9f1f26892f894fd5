/** One's own organisation through both doors, on a real database. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fictitiousSirets } from '#services/fictitious-company-register.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { hiddenKey, visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';

let house: TestHouse;
let admin: Person;
let second: Person;
let reader: Person;
let stranger: Person;

const edit = '/organisation/modifier';
const newService = '/organisation/services/nouveau';

before(async () => {
  house = await testHouse();
  const { world } = house;
  const own = await world.anOrganisation('buyer', {
    name: 'Département des Marais',
    siret: fictitiousSirets.open,
  });
  const other = await world.anOrganisation('company', { name: 'ZZ-AILLEURS' });
  admin = await world.aMember(own, 'buyer.admin', { name: 'Claire Aubin' });
  second = await world.aMember(own, 'buyer.admin', { name: 'Omar Second' });
  reader = await world.aMember(own, 'buyer.site');
  stranger = await world.aMember(other, 'company.admin');
});

after(() => house.close());

test('every member reads the card with the origin of each value; only administrators are offered the forms', async () => {
  const card = await visit(house.app, reader).get('/organisation');
  assert.equal(card.status, 200);
  assert.match(card.text, /Département des Marais/);
  assert.match(card.text, /Donnée de démonstration/);
  assert.doesNotMatch(card.text, /href="\/organisation\/(modifier|journal|cles)"/);
  const full = await visit(house.app, admin).get('/organisation');
  for (const door of ['modifier', 'actualiser', 'membres', 'journal', 'cles', 'decisions']) {
    assert.match(full.text, new RegExp(`href="/organisation/${door}"`));
  }
});

test('who does not administer is told so, and changes nothing', async () => {
  for (const path of [edit, '/organisation/actualiser', newService]) {
    const refused = await visit(house.app, reader).get(path);
    assert.equal(refused.status, 403, path);
    assert.match(refused.text, /Votre rôle ne permet pas/);
  }
});

test('an administrator changes the card, and a page shows her organisation’s colour', async () => {
  const visitor = visit(house.app, admin);
  const sent = await visitor.submit(edit, fields({ accent: '#0A3D91', city: 'Pornic', version: '1' }));
  assert.equal(sent.status, 303, sent.text);
  const card = await visitor.get('/organisation');
  assert.match(card.text, /Saisi à la main/);
  const sheet = /href="(\/organisation\/couleur\.css\?v=0a3d91)"/.exec(card.text)?.[1] ?? '';
  const style = await visitor.get(sheet);
  assert.equal(style.status, 200);
  assert.match(style.headers.get('content-type') ?? '', /^text\/css/);
  assert.match(style.headers.get('cache-control') ?? '', /immutable/);
  assert.match(style.text, /^:root\{--brand:light-dark\(#0a3d91,#[0-9a-f]{6}\);/);
  assert.doesNotMatch((await visit(house.app, stranger).get('/organisation')).text, /couleur\.css/);
});

test('the style sheet of a colour accepts a readable colour and nothing else', async () => {
  for (const wrong of ['', 'fff', 'ffff00', '0a3d91}body{display:none', '%3C']) {
    const style = await visit(house.app).get(`/organisation/couleur.css?v=${encodeURIComponent(wrong)}`);
    assert.equal(style.status, 404, wrong);
    assert.equal(style.text, '', wrong);
  }
});

test('a colour that cannot be read is refused beside its field, and the rest is kept', async () => {
  const sent = await visit(house.app, admin).submit(
    edit,
    fields({ accent: '#ffcc00', postcode: '44999', version: '2' }),
  );
  assert.equal(sent.status, 422);
  assert.match(sent.text, /id="accent-erreur"/);
  assert.match(sent.text, /contraste de 1,\d pour 4,5/);
  assert.match(sent.text, /value="44999"/);
});

test('a name missing, a postcode too long and a colour that cannot be read are said together', async () => {
  const wrong = fields({ name: '', postcode: '4'.repeat(13), accent: '#ffcc00', version: '2' });
  const sent = await visit(house.app, admin).submit(edit, wrong);
  assert.equal(sent.status, 422);
  for (const field of ['name', 'postcode', 'accent']) {
    assert.match(sent.text, new RegExp(`id="${field}-erreur"`), field);
  }
});

test('what cannot be kept is refused with a sentence, never a failure', async () => {
  for (const wrong of [
    { name: '' },
    { name: 'a\u0000b' },
    { name: 'x'.repeat(161) },
    { email: 'pas une adresse' },
    { phone: '12' },
  ]) {
    const sent = await visit(house.app, admin).submit(edit, fields({ ...wrong, version: '2' }));
    assert.equal(sent.status, 422, JSON.stringify(wrong));
  }
  assert.deepEqual(house.failures, []);
});

test('a conflict shows both versions and loses nothing', async () => {
  const version = String(await versionOf(admin.organisation));
  const first = await visit(house.app, second).submit(edit, fields({ street: '3 rue du Port', version }));
  assert.equal(first.status, 303, first.text);
  const late = await visit(house.app, admin).submit(
    edit,
    fields({ street: '9 quai Vert', postcode: '44600', version }),
  );
  assert.equal(late.status, 409);
  assert.match(late.text, /Omar Second a modifié/);
  assert.match(late.text, /3 rue du Port/);
  assert.match(late.text, /name="street" value="9 quai Vert"/);
  assert.match(late.text, /name="postcode" value="44600"/);
});

test('the register proposes its differences, and only what is ticked is taken', async () => {
  const visitor = visit(house.app, admin);
  const proposal = await visitor.get('/organisation/actualiser');
  assert.match(proposal.text, /name="name"/);
  assert.match(proposal.text, /name="address"/);
  const version = String(await versionOf(admin.organisation));
  const sent = await visitor.submit('/organisation/actualiser', { address: 'oui', version });
  assert.equal(sent.status, 303, sent.text);
  const row = await rowOf(admin.organisation);
  assert.equal(row.name, 'Département des Marais');
  assert.notEqual(row.commune_code, '');
  assert.match((await visitor.get('/organisation')).text, /Annuaire des entreprises/);
});

test('a silent register or a closed establishment never blocks', async () => {
  const { world } = house;
  const silent = await world.aMember(
    await world.anOrganisation('company', { siret: fictitiousSirets.unreachable }),
    'company.admin',
  );
  const page = await visit(house.app, silent).get('/organisation/actualiser');
  assert.equal(page.status, 200);
  assert.match(page.text, /ne répond pas/);
  assert.match(page.text, /href="\/organisation\/modifier"/);
  const closed = await world.aMember(
    await world.anOrganisation('company', { siret: fictitiousSirets.closed }),
    'company.admin',
  );
  const warned = visit(house.app, closed);
  assert.match((await warned.get('/organisation/actualiser')).text, /Établissement fermé/);
  assert.equal((await warned.submit('/organisation/actualiser', { name: 'oui', version: '1' })).status, 303);
});

test('another service opens once, its administrator is invited, and whoever opens it gets no right in it', async () => {
  const visitor = visit(house.app, admin);
  const key = hiddenKey((await visitor.get(newService)).text);
  const service = {
    kind: 'insertion',
    serviceName: 'Insertion et emploi',
    email: 'chef@marais.example',
    position: 'insertion.officer',
  };
  const sent = await Promise.all([1, 2].map(() => visitor.submit(newService, service, { key })));
  assert.deepEqual(
    sent.map(({ status }) => status),
    [303, 303],
  );
  const opened = await house.admin.query('select id, parent_id, identifier from organisation where service_name = $1', [
    service.serviceName,
  ]);
  assert.equal(opened.rowCount, 1);
  const { id, parent_id: parent, identifier } = opened.rows[0];
  assert.deepEqual([parent, identifier], [admin.organisation, fictitiousSirets.open]);
  const invited = await house.admin.query(
    'select id, email, position, administers from invitation where organisation_id = $1',
    [id],
  );
  const { id: invitation, ...told } = invited.rows[0];
  assert.deepEqual(told, { email: service.email, position: service.position, administers: true });
  const mails = await house.admin.query(
    "select parameters from outbox where organisation_id = $1 and template = 'invitation'",
    [id],
  );
  assert.deepEqual(mails.rows, [{ parameters: { invitation } }]);
  assert.equal((await house.admin.query('select from membership where organisation_id = $1', [id])).rowCount, 0);
  const card = await visitor.get('/organisation');
  assert.match(card.text, /Insertion et emploi \(Service insertion du Département\)/);
  assert.match(card.text, /Vous n’y avez aucun droit/);
});

test('a service of the same name, of a kind not hers, or a role that administers nothing is refused', async () => {
  const visitor = visit(house.app, admin);
  const service = {
    kind: 'insertion',
    serviceName: 'Achats',
    email: 'x@marais.example',
    position: 'insertion.grants',
  };
  const wrongs: [Record<string, string>, RegExp][] = [
    [{ serviceName: 'INSERTION et Émploi', position: 'insertion.officer' }, /Un service porte déjà ce nom/],
    [{ kind: 'state', position: 'state.coordination' }, /Choisissez une valeur de la liste/],
    [{ kind: 'buyer', position: 'buyer.site' }, /Ce rôle n’existe pas/],
  ];
  for (const [wrong, says] of wrongs) {
    const sent = await visitor.submit(newService, { ...service, ...wrong });
    assert.equal(sent.status, 422);
    assert.match(sent.text, says);
  }
});

test('a partner reads its own organisation, the listed fields only, with the right scope', async () => {
  const key = await house.world.aPartnerKey(admin.organisation, admin.account, ['organisation:read']);
  const other = await house.world.aPartnerKey(admin.organisation, admin.account, ['contacts:read']);
  const answer = await call(key);
  assert.equal(answer.status, 200);
  const body: Record<string, unknown> = JSON.parse(answer.text);
  assert.equal(body['id'], admin.organisation);
  assert.deepEqual(['accent' in body, 'parentId' in body, 'closedAt' in body], [false, false, false]);
  assert.equal((await call(other)).status, 403);
});

function call(key: string) {
  return visit(house.app).get('/api/v1/organisation', { authorization: `Bearer ${key}` });
}

function fields(more: Record<string, string>): Record<string, string> {
  const kept = {
    name: 'Département des Marais',
    street: '',
    postcode: '44000',
    city: 'Pornic',
    email: '',
    phone: '',
    accent: '',
  };
  return { ...kept, ...more };
}

async function rowOf(id: string) {
  return (await house.admin.query('select name, commune_code, version from organisation where id = $1', [id])).rows[0];
}

async function versionOf(id: string): Promise<number> {
  return (await rowOf(id)).version;
}
