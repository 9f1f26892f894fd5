/** A person's own space through its doors: link, code, hours, certificate, contact, requests, readings; and nobody else's. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runJob } from '#http/job.ts';
import { hashSecret, newSecret } from '#services/random.ts';
import { visit } from '#tests/visitor.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { Thread } from '#tests/world-thread.ts';
import { ownSpaceRoutes } from './routes.ts';

let house: MarketHouse;
let thread: Thread;
let person: string;
let other: string;
let space: string;

before(async () => {
  house = await marketHouse(ownSpaceRoutes);
  thread = await house.thread.aThread();
  person = thread.workers[0].person;
  other = thread.workers[1].person;
  await house.admin.query("update person set email = 'amadou@exemple.test', phone = '+33639981201' where id = $1", [
    person,
  ]);
  const months = [
    ['2026-08', 'validated', 70],
    ['2026-09', 'locked', 80],
    ['2026-10', 'submitted', 60],
  ] as const;
  for (const [month, state, hours] of months) {
    const declaration = await house.thread.aDeclaration(thread, {
      company: thread.company.organisation,
      month,
      state: 'submitted',
    });
    await house.thread.anEntry({ declaration, contract: thread.workers[0].contract, hours, state });
    await house.thread.anEntry({ declaration, contract: thread.workers[1].contract, hours: 33, state });
  }
  space = `/mon-espace/${await aLink(person)}`;
});

after(() => house.close());

async function aLink(subject: string, days = 30): Promise<string> {
  const token = newSecret();
  await house.admin.query(
    `insert into link_token (token_hash, purpose, organisation_id, subject_id, expires_at) values ($1, 'person-space', $2, $3, $4)`,
    [
      hashSecret(token),
      thread.facilitator.organisation,
      subject,
      new Date(house.clock.now().getTime() + days * 86_400_000),
    ],
  );
  return token;
}

function somebody() {
  return visit(house.app);
}

test('she reads her hours, contracts and contacts, and nobody else’s', async () => {
  const home = await somebody().get(space);
  assert.equal(home.status, 200);
  for (const shown of [/Bonjour Amadou/, /150\u00A0h/, /60\u00A0h/, /Maçon/, /Bâtir Ouest/, /Nadia Berthelot/])
    assert.match(home.text, shown);
  assert.doesNotMatch(home.text, /Céline|Marchand|Peintre|<title>[^<]*Amadou/);
  const hours = await somebody().get(`${space}/heures`);
  assert.match(hours.text, /octobre 2026/);
  assert.match(hours.text, /En attente/);
  assert.match(hours.text, /150\u00A0h validées/);
  assert.doesNotMatch(hours.text, /33\u00A0h/);
});

test('the second lock: in her space the application itself reads one person only', async () => {
  const client = await house.fresh.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('role', 'guichet_app', true), set_config('app.organisation', $1, true), set_config('app.person', $2, true)`,
      [thread.facilitator.organisation, person],
    );
    for (const table of ['person', 'employment_contract', 'hour_entry', 'eligibility']) {
      const column = table === 'person' ? 'id' : 'person_id';
      const found = await client.query(`select distinct ${column} as id from ${table}`);
      assert.deepEqual(found.rows, [{ id: person }], table);
    }
    const changed = await client.query("update person set phone = '' where id = $1", [other]);
    assert.equal(changed.rowCount, 0);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('a dead link repairs itself to the known address, and tells nobody who is known', async () => {
  const dead = await aLink(person, -1);
  const moved = await somebody().get(`/mon-espace/${dead}`);
  assert.equal(moved.location, `/mon-espace/nouveau-lien/${dead}`);
  const known = await count("outbox where template = 'person-space'");
  const sent = await somebody().submit(`/mon-espace/nouveau-lien/${dead}`, {});
  assert.equal(sent.location, '/mon-espace/nouveau-lien?envoye=1');
  assert.equal(await count("outbox where template = 'person-space' and recipient = 'amadou@exemple.test'"), known + 1);
  const answers = [];
  for (const contact of ['amadou@exemple.test', 'inconnue@exemple.test', '06 39 98 12 01', 'n’importe quoi']) {
    const { status, location, text } = await somebody().submit('/mon-espace/nouveau-lien', { contact });
    answers.push(`${status} ${location} ${text}`);
  }
  assert.equal(new Set(answers).size, 1);
});

test('the mailed link opens her space', async () => {
  const mails = await import('../../jobs.ts');
  const job = mails.jobs.find(({ name }) => name === 'mail.deliver');
  assert.ok(job);
  await runJob(house.house, job);
  const found = await house.admin.query(
    "select kept_body from outbox where template = 'person-space' and kept_body is not null order by created_at desc limit 1",
  );
  const address = /\/mon-espace\/[\w-]{20,}/.exec(found.rows[0].kept_body)?.[0] ?? '';
  assert.match((await somebody().get(address)).text, /Bonjour Amadou/);
});

test('a sheet with a code: with the birth date it opens, without it nothing tells why', async () => {
  const facilitator = visit(house.app, thread.facilitator);
  const page = `/personnes/${person}/acces`;
  const sheet = await facilitator.submit(`${page}/feuille`, {}, { on: page });
  assert.equal(sheet.status, 200);
  const code = /paper-code">([0-9A-Z]{4}-[0-9A-Z]{4})</.exec(sheet.text)?.[1] ?? '';
  assert.match(code, /-/);
  assert.equal(await count(`person_access where code_hash like '%${code}%'`), 0);
  const wrong = await somebody().submit('/mon-espace', { code, naissance: '1990-04-13' });
  const unknown = await somebody().submit('/mon-espace', { code: 'ZZZZ-ZZZZ', naissance: '1990-04-12' });
  assert.deepEqual([wrong.status, unknown.status], [422, 422]);
  const said = (text: string) => /ne vont pas ensemble/.test(text);
  assert.deepEqual([said(wrong.text), said(unknown.text)], [true, true]);
  const entered = await somebody().submit('/mon-espace', {
    code: code.toLowerCase().replace('-', ' '),
    naissance: '12/04/1990',
  });
  assert.equal(entered.status, 303, entered.text);
  const opened = String(entered.location);
  assert.match((await somebody().get(opened)).text, /Bonjour Amadou/);
  const closed = await somebody().submit(`${opened}/fermer`, {}, { on: opened });
  assert.equal(closed.location, '/mon-espace?ferme=1');
  assert.equal((await somebody().get(opened)).status, 303);
  const again = await facilitator.submit(`${page}/feuille`, {}, { on: page });
  assert.equal(again.status, 200);
  assert.equal((await somebody().submit('/mon-espace', { code, naissance: '12/04/1990' })).status, 422);
});

test('a code tried too often waits', async () => {
  const statuses = [];
  for (let tries = 0; tries < 6; tries += 1) {
    house.clock.walk(61_000);
    statuses.push((await somebody().submit('/mon-espace', { code: 'AAAA-AAAA', naissance: '1990-04-12' })).status);
  }
  assert.ok(statuses.includes(429), statuses.join());
});

test('a certificate verifies true or false, says dates and hours and nothing else; a line altered is false', async () => {
  const none = await somebody().submit(`${space}/attestation`, { du: '2025-01', au: '2025-02' });
  assert.equal(none.status, 422);
  assert.equal((await somebody().submit(`${space}/attestation`, { du: '2026-09', au: '2026-08' })).status, 422);
  const made = await somebody().submit(`${space}/attestation`, { du: '2026-08', au: '2026-10' });
  assert.equal(made.status, 303, made.text);
  const printed = await somebody().get(String(made.location));
  for (const shown of [/Amadou Darrieux/, /150\u00A0h/, /<svg class="qr"/]) assert.match(printed.text, shown);
  const code = /numero=([\w-]+)/.exec(String(made.location))?.[1] ?? '';
  const verified = await somebody().get(`/attestation?numero=${code.toLowerCase()}`);
  assert.match(verified.text, /Cette attestation est vraie/);
  assert.match(verified.text, /150\u00A0h/);
  assert.doesNotMatch(verified.text, /Amadou|Darrieux|Bâtir|Maison de l’emploi/);
  assert.match((await somebody().get('/attestation?numero=AAAA-BBBB-CCCC')).text, /n’est pas vraie/);
  await house.admin.query('update hours_certificate set minutes = minutes + 60 where code = $1', [code]);
  assert.match((await somebody().get(`/attestation?numero=${code}`)).text, /n’est pas vraie/);
  assert.match((await somebody().get('/attestation/cle.pem')).text, /BEGIN PUBLIC KEY/);
  const stolen = await somebody().get(`/mon-espace/${await aLink(other)}/attestation?numero=${code}`);
  assert.equal(stolen.status, 404);
});

test('she corrects her address, the former one is told, and two at once see it', async () => {
  const page = `${space}/coordonnees`;
  const bad = await somebody().submit(page, { email: 'pas une adresse', phone: '', version: '1' });
  assert.equal(bad.status, 422);
  const sent = await somebody().submit(page, { email: 'nouvelle@exemple.test', phone: '06 39 98 12 02', version: '1' });
  assert.equal(sent.status, 303, sent.text);
  assert.equal(await count("outbox where template = 'own-contact-changed' and recipient = 'amadou@exemple.test'"), 1);
  assert.equal((await somebody().submit(page, { email: '', phone: '', version: '1' })).status, 409);
  const row = await house.admin.query('select email, phone from person where id = $1', [person]);
  assert.deepEqual(row.rows, [{ email: 'nouvelle@exemple.test', phone: '+33639981202' }]);
});

test('a request starts its month, says what she wants, is asked once and may be taken back', async () => {
  const page = `${space}/demandes`;
  const sent = await somebody().submit(page, { kind: 'opposition', message: 'Je suis malade' });
  assert.equal(sent.status, 303, sent.text);
  const again = await somebody().submit(page, { kind: 'opposition', message: '' });
  assert.match(again.text, /déjà en cours/);
  const shown = await somebody().get(page);
  assert.match(shown.text, /Restent 30 jours|18 décembre 2026/);
  const { rows } = await house.admin.query(
    'select id, due_on::text as due, state from rights_request where person_id = $1',
    [person],
  );
  assert.deepEqual([rows[0].due, rows[0].state], ['2026-12-18', 'received']);
  const stolen = await somebody().submit(
    `/mon-espace/${await aLink(other)}/demandes/retirer`,
    { demande: rows[0].id },
    { on: `/mon-espace/${await aLink(other)}/demandes` },
  );
  assert.notEqual(stolen.status, 303);
  const withdrawn = await somebody().submit(`${page}/retirer`, { demande: rows[0].id }, { on: page });
  assert.equal(withdrawn.status, 303, withdrawn.text);
});

test('she reads who opened her file: the organisation and the office, not the agent', async () => {
  await visit(house.app, thread.facilitator).get(`/personnes/${person}`);
  const { text } = await somebody().get(`${space}/lectures`);
  assert.match(text, /Maison de l’emploi des Rives \(Facilitation\)/);
  assert.doesNotMatch(text, /Nadia Berthelot/);
});

test('she takes her data away as a page, JSON and CSV', async () => {
  const page = await somebody().get(`${space}/mes-donnees`);
  assert.match(page.text, /Darrieux/);
  assert.doesNotMatch(page.text, /Marchand/);
  const json: { kept: { table: string }[] } = JSON.parse((await somebody().get(`${space}/mes-donnees.json`)).text);
  assert.ok(json.kept.some(({ table }) => table === 'hour_entry'));
  const csv = await somebody().get(`${space}/mes-donnees.csv`);
  assert.match(csv.headers.get('content-disposition') ?? '', /filename="mes-donnees.csv"/);
  assert.match(csv.text, /Darrieux/);
});

test('the notice is open to everyone, in short sentences', async () => {
  const { status, text } = await somebody().get('/donnees-personnelles/personnes');
  assert.equal(status, 200);
  assert.match(text, /numéro de sécurité sociale/);
  const sentences = [...text.matchAll(/<li>([^<]+)<\/li>/g)].flatMap(([, line = '']) => line.split(/(?<=[.?!]) /));
  assert.ok(sentences.length > 10);
  assert.deepEqual(
    sentences.filter((sentence) => sentence.split(/\s+/).length > 22),
    [],
  );
});

test('a withdrawn access opens nothing any more', async () => {
  const facilitator = visit(house.app, thread.facilitator);
  const page = `/personnes/${person}/acces`;
  assert.equal((await facilitator.submit(`${page}/retirer`, {}, { on: page })).status, 303);
  assert.equal((await somebody().get(space)).status, 303);
  assert.equal((await visit(house.app, house.stranger).get(page)).status, 404);
});

async function count(from: string): Promise<number> {
  return (await house.admin.query(`select count(*)::int as count from ${from}`)).rows[0].count;
}
