/** The journal tells its organisation who did what, leaves as a harmless file, and shows when it was altered. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { record } from '#db/audit.ts';
import { inTransaction } from '#db/transaction.ts';
import { runJob } from '#http/job.ts';
import { mount } from '#http/mount.ts';
import type { App } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import type { Person } from '#tests/world.ts';
import { visit } from '#tests/visitor.ts';
import { journalJobs } from './jobs.ts';
import { journalRoutes } from './pages.tsx';

let standing: TestHouse;
let app: App;
let nadia: Person;
let hugo: Person;
let stranger: Person;

const list = '/organisation/journal';

before(async () => {
  standing = await testHouse();
  const { world, clock } = standing;
  app = mount(standing.house, journalRoutes);
  const relay = await world.anOrganisation('facilitator');
  nadia = await world.aMember(relay, 'facilitator.admin', { name: 'Nadia Exemple' });
  hugo = await world.aMember(relay, 'facilitator.clerk', { name: 'Hugo Exemple' });
  stranger = await world.aMember(await world.anOrganisation('buyer'), 'buyer.admin', {
    name: 'Claire Ailleurs',
  });
  const label = '=HYPERLINK("http://mal.test")';
  await write(nadia, { action: 'contact.created', after: { label } });
  clock.set('2026-11-19T09:00:00Z');
  await write(hugo, {
    action: 'contact.edited',
    before: { label },
    after: { label: 'Accueil' },
    reason: '=2+3 Erreur',
  });
  clock.set('2026-11-19T23:30:00Z');
  await write(nadia, { action: 'member.suspended' });
  await write(stranger, { action: 'contact.archived' });
  await write({ ...stranger, organisation: relay }, { action: 'invitation.accepted' });
  clock.set('2026-11-18T09:00:00Z');
});
after(() => standing.close());

test('each action is told in French with who did it, newest first, and nothing of others', async () => {
  const { status, text } = await open(nadia, list);
  assert.equal(status, 200);
  const told = [...text.matchAll(/\/organisation\/journal\/\d+">([^<]+)</gu)].map(([, sentence]) => sentence);
  assert.deepEqual(told, [
    'A accepté une invitation',
    'A suspendu un membre',
    'A modifié un point de contact',
    'A ajouté un point de contact',
  ]);
  assert.match(text, /Nadia Exemple/u);
  assert.doesNotMatch(text, /Claire Ailleurs/u);
  assert.match(text, /Une personne extérieure/u);
});

test('an act of the operator is told as such, without a name, in words and not in codes', async () => {
  const { world } = standing;
  const helped = await world.aMember(await world.anOrganisation('company'), 'company.admin');
  const olga = await world.aMember(await world.anOrganisation('operator'), 'operator.support', {
    name: 'Olga Exploite',
  });
  const after = { method: 'password', secondFactor: true, purpose: 'hours', validUntil: '2027-03-31' };
  await write({ ...olga, organisation: helped.organisation }, { action: 'organisation.reopened', after });
  const { text } = await open(helped, `${list}/1`);
  assert.match(text, /L’exploitation de l’instance/u);
  for (const shown of [/Moyen de connexion/u, /mot de passe/u, /Double authentification/u, /31 mars 2027/u])
    assert.match(text, shown);
  assert.match(text, /Heures d’insertion/u);
  assert.doesNotMatch(text, /Olga|secondFactor|>password</u);
});

test('a member who does not administer is refused', async () => {
  assert.equal((await open(hugo, list)).status, 403);
  assert.equal((await open(hugo, `${list}.csv`)).status, 403);
});

test('filters by subject, person and Paris days', async () => {
  assert.equal(count((await open(nadia, `${list}?famille=contact`)).text), 2);
  assert.equal(count((await open(nadia, `${list}?personne=${hugo.account}`)).text), 1);
  assert.equal(count((await open(nadia, `${list}?du=2026-11-19&au=2026-11-19`)).text), 1);
  assert.equal(count((await open(nadia, `${list}?du=2026-11-20`)).text), 2);
  assert.equal(count((await open(nadia, `${list}?famille=nothing&personne=1&du=hier&apres=x`)).text), 4);
});

test('an entry shows what changed and why; another chain does not open', async () => {
  const { text } = await open(nadia, `${list}/2`);
  assert.match(text, /Accueil/u);
  assert.match(text, /Erreur/u);
  for (const wrong of ['99', '0', '-1', 'x', '1e3']) assert.equal((await open(nadia, `${list}/${wrong}`)).status, 404);
});

test('the file holds no formula, and its taking is in the journal', async () => {
  const { text, headers } = await open(nadia, `${list}.csv?famille=contact`);
  assert.match(headers.get('content-type') ?? '', /^text\/csv/u);
  assert.match(headers.get('content-disposition') ?? '', /journal-2026-11-18\.csv/u);
  const lines = text.trim().split('\r\n');
  assert.equal(lines.length, 3);
  for (const cell of text.replace('\ufeff', '').split(/[;\r\n]+/u)) assert.doesNotMatch(cell, /^"?[=+@-]/u);
  const { text: after } = await open(nadia, list);
  assert.match(after, /A exporté le journal/u);
});

test('the nightly verification says the journal is whole, then where it was altered', async () => {
  await verify();
  assert.match((await open(nadia, list)).text, /5 entrées, aucune altération/u);
  assert.deepEqual(standing.failures, []);
  await standing.admin.query('alter table audit_event disable trigger audit_is_final');
  await standing.admin.query(
    "update audit_event set entry = replace(entry, 'Accueil', 'Autre') where sequence = 2 and organisation_id = $1",
    [nadia.organisation],
  );
  await verify();
  assert.match((await open(nadia, list)).text, /n°\u00A0<?[^2]*2 n’est plus celle/u);
  assert.doesNotMatch((await open(stranger, list)).text, /altéré/u);
  assert.equal(standing.failures.length, 1);
});

test('what is written while the verification walks is not taken for a break', async () => {
  const writing = Promise.all(Array.from({ length: 30 }, () => write(stranger, { action: 'contact.edited' })));
  await Promise.all([writing, verify(), verify(), verify()]);
  const { rows } = await standing.admin.query('select broken_at from audit_check where chain = $1', [
    `organisation:${stranger.organisation}`,
  ]);
  assert.deepEqual(rows, [{ broken_at: null }]);
});

function open(person: Person, path: string) {
  return visit(app, { session: person.session }).get(path);
}

function count(html: string): number {
  return [...html.matchAll(/\/organisation\/journal\/\d+"/gu)].length;
}

async function verify(): Promise<void> {
  const [job] = journalJobs;
  assert.ok(job);
  await runJob(standing.house, job);
}

async function write(
  person: Person,
  fact: {
    action: string;
    before?: Record<string, unknown>;
    after?: Record<string, unknown>;
    reason?: string;
  },
): Promise<void> {
  const now = standing.clock.now();
  const { account, membership, organisation } = person;
  const kind = fact.action === 'organisation.reopened' ? 'operator' : 'facilitator';
  const scope = {
    role: 'app',
    actor: `member:${membership}`,
    organisation,
    account,
    today: '2026-11-18',
  } as const;
  const actor = {
    kind: 'member',
    account,
    membership,
    organisation,
    name: '',
    session: '',
    secondFactor: true,
    strongUntil: null,
    organisationName: '',
    organisationKind: kind,
    position: 'facilitator.admin',
    administers: true,
  } as const;
  await inTransaction(standing.database, scope, (db) =>
    record({ db, actor, now }, { subjectType: 'contact', subjectId: '1', ...fact }),
  );
}
