/** Points of contact through both doors, on a real database. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';

let house: TestHouse;
let admin: Person;
let reader: Person;
let stranger: Person;
let partner: Person;

before(async () => {
  house = await testHouse();
  const { world } = house;
  const own = await world.anOrganisation('facilitator', { name: 'Relais' });
  const other = await world.anOrganisation('buyer', { name: 'Métropole' });
  const linked = await world.anOrganisation('company', { name: 'Bâtir' });
  admin = await world.aMember(own, 'facilitator.admin');
  reader = await world.aMember(own, 'facilitator.clerk');
  stranger = await world.aMember(other, 'buyer.admin');
  partner = await world.aMember(linked, 'company.admin');
  await world.aLink(own, linked, { createdBy: admin.account });
});

after(() => house.close());

test('an administrator adds a point of contact, reads it back, and its act is in the journal', async () => {
  const visitor = visit(house.app, admin);
  const sent = await visitor.submit('/contacts/nouveau', {
    label: 'Service marchés',
    purpose: 'markets',
    email: 'Marches@Relais.Example',
    phone: '02 61 91 00 01',
  });
  assert.equal(sent.status, 303, sent.text);
  const list = await visitor.get('/contacts');
  assert.match(list.text, /Service marchés/);
  assert.match(list.text, /Point de contact «\u00A0Service marchés\u00A0» ajouté\./);
  const events = await house.admin.query(
    "select action, entry::jsonb -> 'after' ->> 'label' as label from audit_event where action = 'contact.created'",
  );
  assert.deepEqual(events.rows, [{ action: 'contact.created', label: 'Service marchés' }]);
});

test('a message is shown once', async () => {
  const visitor = visit(house.app, admin);
  await visitor.get('/contacts');
  assert.doesNotMatch((await visitor.get('/contacts')).text, /ajouté\./);
});

test('what is missing is said beside the field, and what was typed is kept', async () => {
  const sent = await visit(house.app, admin).submit('/contacts/nouveau', {
    label: '',
    purpose: 'markets',
    email: 'a@b.example',
  });
  assert.equal(sent.status, 422);
  assert.match(sent.text, /<title>Erreur\u00A0: /);
  assert.match(sent.text, /Donnez un nom à ce point de contact/);
  assert.match(sent.text, /value="a@b\.example"/);
});

test('a contact nobody can reach is refused', async () => {
  const sent = await visit(house.app, admin).submit('/contacts/nouveau', {
    label: 'Vide',
    purpose: 'general',
  });
  assert.equal(sent.status, 422);
  assert.equal((await house.admin.query("select from contact where label = 'Vide'")).rowCount, 0);
});

for (const [what, label] of [
  ['a NUL', 'a\u0000b'],
  ['a lone surrogate', 'a\uD800b'],
  ['a text too long', 'x'.repeat(81)],
  ['a social security number', 'dossier 2 84 05 75 123 456 12'],
] as const) {
  test(`${what} in a name is refused with a sentence, never a failure`, async () => {
    const sent = await visit(house.app, admin).submit('/contacts/nouveau', {
      label,
      purpose: 'general',
      email: 'a@b.example',
    });
    assert.equal(sent.status, what === 'a lone surrogate' ? 303 : 422, sent.text.slice(0, 200));
    assert.deepEqual(house.failures, []);
  });
}

test('sending the same form twice has one effect', async () => {
  const visitor = visit(house.app, admin);
  const key = await formKey('/contacts/nouveau');
  const fields = { label: 'Deux fois', purpose: 'general', email: 'deux@relais.example' };
  const answers = await Promise.all([1, 2, 3].map(() => visitor.submit('/contacts/nouveau', fields, { key })));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303, 303],
  );
  assert.equal((await house.admin.query("select from contact where label = 'Deux fois'")).rowCount, 1);
  const other = await visitor.submit('/contacts/nouveau', { ...fields, label: 'Autre' }, { key });
  assert.equal(other.status, 422);
});

test('a form drawn for somebody else, or for nobody, is not accepted', async () => {
  const key = await formKey('/contacts/nouveau');
  const sent = await visit(house.app, stranger).submit(
    '/contacts/nouveau',
    { label: 'X', purpose: 'general', email: 'a@b.example' },
    { key },
  );
  assert.equal(sent.status, 422);
  assert.match(sent.text, /trop longtemps/);
});

test('a conflict shows both versions and loses nothing', async () => {
  const id = await house.world.aContact(admin.organisation, { label: 'Accueil', email: 'a@relais.example' });
  const visitor = visit(house.app, admin);
  const fields = { label: 'Accueil', purpose: 'general', email: 'b@relais.example', version: '1' };
  assert.equal((await visitor.submit(`/contacts/${id}`, fields)).status, 303);
  const late = await visitor.submit(`/contacts/${id}`, { ...fields, email: 'c@relais.example' });
  assert.equal(late.status, 409);
  assert.match(late.text, /b@relais\.example/);
  assert.match(late.text, /c@relais\.example/);
  assert.match(late.text, /Garder la mienne/);
  const kept = await visitor.submit(`/contacts/${id}`, {
    ...fields,
    email: 'c@relais.example',
    version: '2',
  });
  assert.equal(kept.status, 303);
});

test('a removed contact comes back by undo', async () => {
  const id = await house.world.aContact(admin.organisation, { label: 'À retirer' });
  const visitor = visit(house.app, admin);
  assert.equal((await visitor.submit(`/contacts/${id}/retirer`, {}, { on: '/contacts' })).status, 303);
  const page = await visitor.get('/contacts');
  assert.match(page.text, new RegExp(`action="/contacts/${id}/remettre"`));
  assert.equal((await visitor.submit(`/contacts/${id}/remettre`, {}, { on: '/contacts' })).status, 303);
  assert.equal(
    (await house.admin.query('select archived_at from contact where id = $1', [id])).rows[0].archived_at,
    null,
  );
});

test('who may not write reads, and is told so when she tries', async () => {
  const visitor = visit(house.app, reader);
  const list = await visitor.get('/contacts');
  assert.equal(list.status, 200);
  assert.doesNotMatch(list.text, /Nouveau point de contact/);
  const refused = await visitor.get('/contacts/nouveau');
  assert.equal(refused.status, 403);
  assert.match(refused.text, /Votre rôle ne permet pas/);
});

test('another organisation gets the same answer as for what does not exist', async () => {
  const id = await house.world.aContact(admin.organisation, { label: 'ZZ-SECRET' });
  const visitor = visit(house.app, stranger);
  const [theirs, absent] = [
    await visitor.get(`/contacts/${id}`),
    await visitor.get(`/contacts/${crypto.randomUUID()}`),
  ];
  assert.equal(theirs.status, 404);
  assert.equal(bare(theirs.text), bare(absent.text));
  assert.doesNotMatch((await visitor.get('/contacts')).text, /ZZ-SECRET/);
});

test('a linked organisation reads the contact without the internal note, and stops when the link ends', async () => {
  await house.world.aContact(admin.organisation, { label: 'Partagé', note: 'ZZ-NOTE' });
  const key = await house.world.aPartnerKey(partner.organisation, partner.account, ['contacts:read']);
  const read = await call('GET', '/api/v1/contacts', { key });
  assert.equal(read.status, 200);
  const text = await read.text();
  assert.match(text, /Partagé/);
  assert.doesNotMatch(text, /ZZ-NOTE/);
  await house.admin.query("update exchange_link set valid_until = '2026-11-17'");
  assert.doesNotMatch(await (await call('GET', '/api/v1/contacts', { key })).text(), /Partagé/);
  await house.admin.query("update exchange_link set valid_until = '2027-12-31'");
});

test('the interface for programs obeys the same rules: scope, key, idempotency, problem', async () => {
  const reading = await house.world.aPartnerKey(admin.organisation, admin.account, ['contacts:read']);
  const writing = await house.world.aPartnerKey(admin.organisation, admin.account, ['contacts:write']);
  const body = { label: 'Par API', purpose: 'general', email: 'api@relais.example' };
  assert.equal((await call('POST', '/api/v1/contacts', { body })).status, 401);
  const refused = await call('POST', '/api/v1/contacts', { key: reading, body, idempotency: 'clef-0001' });
  assert.equal(refused.status, 403);
  assert.equal(refused.headers.get('content-type'), 'application/problem+json');
  assert.equal((await call('POST', '/api/v1/contacts', { key: writing, body })).status, 400);
  const first = await call('POST', '/api/v1/contacts', { key: writing, body, idempotency: 'clef-0002' });
  const second = await call('POST', '/api/v1/contacts', { key: writing, body, idempotency: 'clef-0002' });
  assert.equal(first.status, 201);
  assert.deepEqual(await first.json(), await second.json());
  assert.equal(second.headers.get('idempotency-replayed'), 'true');
  const other = await call('POST', '/api/v1/contacts', {
    key: writing,
    body: { ...body, label: 'X' },
    idempotency: 'clef-0002',
  });
  assert.equal(other.status, 422);
  const unknown = await call('POST', '/api/v1/contacts', {
    key: writing,
    body: { ...body, organisationId: 'x' },
    idempotency: 'clef-0003',
  });
  assert.equal(unknown.status, 422);
});

async function formKey(path: string): Promise<string> {
  const { hiddenKey } = await import('#tests/visitor.ts');
  return hiddenKey((await visit(house.app, admin).get(path)).text);
}

function call(
  method: string,
  path: string,
  { key, body, idempotency }: { key?: string; body?: unknown; idempotency?: string },
) {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (key !== undefined) headers['authorization'] = `Bearer ${key}`;
  if (idempotency !== undefined) headers['idempotency-key'] = idempotency;
  return house.app.request(path, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** Two refusals may differ only by the keys of their forms. */
function bare(html: string): string {
  return html.replace(/name="cle" value="[^"]+"/g, '');
}
