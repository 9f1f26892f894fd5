/** The operator sees counts and opens organisations; nobody else does, and she reads nobody's data. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fictitiousSiret } from '#domain/siret.ts';
import { prepareJobs } from '#db/jobs-prepare.ts';
import { mount } from '#http/mount.ts';
import type { App } from '#http/mount.ts';
import { fictitiousSirets } from '#services/fictitious-company-register.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import type { Person } from '#tests/world.ts';
import type { Visitor } from '#tests/visitor.ts';
import { visit } from '#tests/visitor.ts';
import { instanceRoutes } from './pages.tsx';

let standing: TestHouse;
let app: App;
let olga: Person;
let nadia: Person;
let operator: Visitor;

const start = '/instance/organisations/nouvelle';
const form = `${start}?type=SIRET`;
const door = '/instance/organisations';

before(async () => {
  standing = await testHouse();
  const { world } = standing;
  app = mount(standing.house, instanceRoutes);
  olga = await world.aMember(await world.anOrganisation('operator', { name: 'Exploitation' }), 'operator.support');
  const relay = await world.anOrganisation('facilitator', { name: 'Relais d’Exemple' });
  nadia = await world.aMember(relay, 'facilitator.admin', { name: 'Nadia Exemple' });
  operator = visit(app, { session: olga.session });
});
after(() => standing.close());

test('only the operator opens these pages', async () => {
  for (const path of ['/instance', door, start, form]) {
    assert.equal((await operator.get(path)).status, 200, path);
    assert.equal((await visit(app, { session: nadia.session }).get(path)).status, 403, path);
    assert.equal((await visit(app).get(path)).status, 303, path);
  }
});

test('the state tells versions, sizes and counts, and says when the jobs are not installed', async () => {
  const bare = await operator.get('/instance');
  assert.match(bare.text, /Les travaux ne sont pas installés/u);
  await prepareJobs({ admin: standing.fresh.settings, jobs: [{ name: 'mail.deliver', cron: '* * * * *' }] });
  await standing.admin.query(
    "insert into pgboss.job (name, state, data) values ('mail.deliver', 'failed', '{\"secret\": \"confidential\"}')",
  );
  await standing.admin.query(
    "insert into outbox (template, recipient, message_id, next_attempt_at) values ('invitation', 'lea@exemple.test', '<m@g>', '2020-01-01')",
  );
  const { status, text } = await operator.get('/instance');
  assert.equal(status, 200);
  assert.match(text, /PostgreSQL \d/u);
  assert.match(text, /Envoi des courriels/u);
  assert.match(text, /attendent depuis plus d’un quart d’heure/u);
  assert.doesNotMatch(text, /lea@|confidential|Nadia/u);
});

test('the list holds names and kinds only', async () => {
  const { text } = await operator.get(`${door}?q=relais&type=facilitator`);
  assert.match(text, /Relais d’Exemple/u);
  assert.doesNotMatch(text, /Nadia|@exemple|>Exploitation</u);
});

test('the register fills the form; unknown or unreachable, the form stays open', async () => {
  const known = await operator.get(`${form}&numero=${fictitiousSirets.open}`);
  assert.match(known.text, /Fiche trouvée/u);
  const silent = await operator.get(`${form}&numero=${fictitiousSirets.unreachable}`);
  assert.match(silent.text, /ne répond pas/u);
  const wrong = await operator.get(`${form}&numero=123`);
  assert.match(wrong.text, /14 chiffres/u);
  for (const { status, text } of [known, silent, wrong]) {
    assert.equal(status, 200);
    assert.match(text, /Ouvrir et inviter/u);
  }
});

test('an organisation is opened with its invitation, its journal and its letter', async () => {
  const sent = await operator.submit(door, fields(), { on: form });
  assert.deepEqual([sent.status, sent.location], [303, door]);
  const { rows } = await standing.admin.query(
    `select o.identity_source, i.position, i.administers, i.email, m.template, m.parameters ->> 'invitation' = i.id::text as tied
     from organisation o join invitation i on i.organisation_id = o.id join outbox m on m.organisation_id = o.id
     where o.name = 'Ville d’Exemple'`,
  );
  assert.deepEqual(rows, [
    {
      identity_source: 'manual',
      position: 'buyer.admin',
      administers: true,
      email: 'premiere@exemple.test',
      template: 'invitation',
      tied: true,
    },
  ]);
  const journal = await standing.admin.query(
    `select e.action, e.organisation_id = $1 as at_operator from audit_event e where e.action <> 'session.opened' order by e.chain = $2, e.sequence`,
    [olga.organisation, `organisation:${olga.organisation}`],
  );
  assert.deepEqual(journal.rows, [
    { action: 'organisation.created', at_operator: false },
    { action: 'invitation.sent', at_operator: false },
    { action: 'organisation.created', at_operator: true },
  ]);
  assert.deepEqual(standing.failures, []);
});

test('what the register confirms is kept as such', async () => {
  const { text } = await operator.get(`${form}&numero=${fictitiousSirets.open}`);
  const name =
    /name="name"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="name"/u.exec(text)?.slice(1).find(Boolean) ?? '';
  const told = fields({ identifier: fictitiousSirets.open, name, kind: 'company' });
  assert.equal((await operator.submit(door, told, { on: form })).status, 303);
  const { rows } = await standing.admin.query(
    'select identity_source from organisation where identifier = $1 and kind = $2',
    [fictitiousSirets.open, 'company'],
  );
  assert.deepEqual(rows, [{ identity_source: 'register' }]);
});

test('the same organisation twice is refused with what was typed, and a wrong number too', async () => {
  const again = await operator.submit(door, fields(), { on: form });
  assert.equal(again.status, 422);
  assert.match(again.text, /déjà inscrite/u);
  assert.match(again.text, /Premiere@exemple\.test/u);
  const wrong = await operator.submit(door, fields({ identifier: '999 000 003 00016' }), { on: form });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /SIRET contient une erreur/u);
});

test('every kind of organisation can be opened, and its first person administers it', async () => {
  const kinds = ['facilitator', 'insertion', 'state', 'company', 'inclusion', 'prescriber', 'operator'];
  for (const [rank, kind] of kinds.entries()) {
    const told = fields({ kind, identifier: fictitiousSiret(700 + rank), name: `Essai ${kind}` });
    assert.equal((await operator.submit(door, told, { on: form })).status, 303, kind);
  }
  const { rows } = await standing.admin.query('select count(*) as count from invitation where administers');
  assert.equal(rows[0].count, kinds.length + 2);
});

test('the number is asked once; without any, two organisations open, and each has its journal', async () => {
  const first = await operator.get(start);
  assert.match(first.text, /name="numero"/u);
  assert.doesNotMatch(first.text, /name="identifier"|Ouvrir et inviter/u);
  assert.doesNotMatch((await operator.get(`${start}?type=NONE`)).text, /name="numero"/u);
  for (const name of ['Sans Numéro', 'Sans Numéro Non Plus']) {
    const told = fields({ identifierType: 'NONE', identifier: '123', name });
    assert.equal((await operator.submit(door, told, { on: form })).status, 303, name);
  }
  const { rows } = await standing.admin.query(
    "select identifier_type, identifier from organisation where name like 'Sans Numéro%'",
  );
  assert.deepEqual(rows, [
    { identifier_type: 'NONE', identifier: null },
    { identifier_type: 'NONE', identifier: null },
  ]);
  const missing = await operator.submit(door, fields({ identifier: '' }), { on: form });
  assert.match(missing.text, /id="identifier-erreur"/u);
});

function fields(more: Record<string, string> = {}): Record<string, string> {
  return {
    kind: 'buyer',
    identifierType: 'SIRET',
    identifier: fictitiousSiret(500),
    name: 'Ville d’Exemple',
    serviceName: '',
    street: '1 rue de l’Essai',
    postcode: '99000',
    city: 'Exemple',
    email: 'Premiere@exemple.test',
    ...more,
  };
}
