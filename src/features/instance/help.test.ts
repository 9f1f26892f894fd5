/** The operator helps an organisation that nobody inside can unblock, and only then; both journals and letters say so. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { OrganisationKind, Position } from '#domain/position.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import type { Person } from '#tests/world.ts';
import { visit } from '#tests/visitor.ts';
import type { Visitor } from '#tests/visitor.ts';

let house: TestHouse;
let olga: Person;
let operator: Visitor;

const list = '/instance/organisations';

before(async () => {
  house = await testHouse();
  const { world } = house;
  const exploitation = await world.anOrganisation('operator', { name: 'Exploitation' });
  olga = await world.aMember(exploitation, 'operator.support', { name: 'Olga Exploite' });
  operator = visit(house.app, olga);
});
after(() => house.close());

test('the card tells what an organisation is and who administers it, and nothing it works on', async () => {
  const { world } = house;
  const nadia = await anOrganisationOf('Nadia Seule', { name: 'Relais Seul' });
  await world.aMember(nadia.organisation, 'facilitator.clerk', { name: 'Zoé Saisie' });
  await world.aContact(nadia.organisation, { label: 'Accueil Secret' });
  assert.match((await operator.get(`${list}?q=relais`)).text, new RegExp(`href="${cardOf(nadia)}"`));
  const { status, text } = await operator.get(cardOf(nadia));
  assert.equal(status, 200);
  for (const shown of [/Relais Seul/, /Structure de facilitation/, /SIRET/, /Membres<\/dt><dd>2</, /Nadia Seule/])
    assert.match(text, shown);
  assert.doesNotMatch(text, new RegExp(`Zoé Saisie|Accueil Secret|ZZ-CANARI|${nadia.email}`));
  assert.equal((await operator.get(`${list}/${crypto.randomUUID()}`)).status, 404);
});

test('nobody but the operator opens these pages, and she confirms who she is to act', async () => {
  const nadia = await anOrganisationOf('Nadia Ailleurs');
  const weak = await house.world.aSession(olga.account, olga.membership, { strong: false });
  for (const path of [cardOf(nadia), resetOf(nadia), closingOf(nadia), reopeningOf(nadia)]) {
    assert.equal((await visit(house.app, nadia).get(path)).status, 403, path);
    const { status, location } = await visit(house.app, { session: weak }).get(path);
    if (path === cardOf(nadia)) assert.equal(status, 200);
    else assert.equal(location, `/connexion/confirmer?suite=${encodeURIComponent(path)}`);
  }
});

test('the lost proofs of the only administrator go away, with her sessions everywhere; both journals and she are told', async () => {
  const nadia = await anOrganisationOf('Nadia Perdue');
  await withProofs(nadia);
  const sent = await operator.submit(resetOf(nadia), { reason: 'Courrier signé, rappelée au standard' });
  assert.deepEqual([sent.status, sent.location], [303, cardOf(nadia)], sent.text);
  assert.deepEqual(await proofsOf(nadia), { factors: 0, codes: 0, passkeys: 0, sessions: 0 });
  assert.match((await visit(house.app, nadia).get('/organisation')).location ?? '', /^\/connexion/);
  assert.deepEqual(await lettersOf(nadia.organisation), [
    { template: 'second-factor-changed', recipient: nadia.email, change: 'reset-by-operator' },
  ]);
  assert.deepEqual(await journalOf(nadia.organisation, 'second-factor.reset'), [
    { chain: 'instance', reason: 'Courrier signé, rappelée au standard' },
    { chain: `organisation:${nadia.organisation}`, reason: 'Courrier signé, rappelée au standard' },
  ]);
});

test('of two administrators each may be helped, for neither can decide alone, and the other one is told', async () => {
  const nadia = await anOrganisationOf('Nadia Première');
  const second = await house.world.aMember(nadia.organisation, 'facilitator.admin', { name: 'Omar Second' });
  assert.equal((await operator.submit(resetOf(nadia), { reason: 'Téléphone perdu' })).status, 303);
  assert.deepEqual(await lettersOf(nadia.organisation), [
    { template: 'administrator-reset', recipient: second.email, change: null },
    { template: 'second-factor-changed', recipient: nadia.email, change: 'reset-by-operator' },
  ]);
});

test('where two others administer, the operator is refused: the page, then the story', async () => {
  const nadia = await anOrganisationOf('Nadia Entourée');
  const before = resetOf(nadia);
  const first = await house.world.aMember(nadia.organisation, 'facilitator.admin');
  const stale = await operator.get(before);
  assert.match(stale.text, /name="reason"/);
  await house.world.aMember(nadia.organisation, 'facilitator.admin', { name: 'Troisième' });
  const page = await operator.get(before);
  assert.match(page.text, /Au moins deux autres administrateurs peuvent en décider/);
  assert.doesNotMatch(page.text, /name="reason"/);
  const sent = await operator.submit(before, { reason: 'Téléphone perdu' }, { on: closingOf(nadia) });
  assert.equal(sent.status, 422);
  assert.match(sent.text, /Au moins deux autres administrateurs peuvent en décider/);
  assert.equal((await proofsOf(nadia)).sessions, 1);
  await house.admin.query('update membership set suspended_at = now() where id = $1', [first.membership]);
  assert.equal((await operator.submit(before, { reason: 'Téléphone perdu' })).status, 303);
});

test('a member who does not administer, or administers elsewhere, is out of reach', async () => {
  const nadia = await anOrganisationOf('Nadia Ici');
  const clerk = await house.world.aMember(nadia.organisation, 'facilitator.clerk');
  const elsewhere = await anOrganisationOf('Nadia Là-bas');
  for (const one of [clerk, { ...elsewhere, organisation: nadia.organisation }]) {
    assert.equal((await operator.get(resetOf(one))).status, 404);
    const sent = await operator.submit(resetOf(one), { reason: 'X' }, { on: closingOf(nadia) });
    assert.equal(sent.status, 404);
    assert.equal((await proofsOf(one)).sessions, 1);
  }
});

test('her own organisation and her own proofs stay with the decisions of two people', async () => {
  const colleague = await house.world.aMember(olga.organisation, 'operator.support');
  const nadia = await anOrganisationOf('Nadia Support');
  const hers = await house.world.aMember(await house.world.anOrganisation('company'), 'company.admin', {
    account: olga.account,
  });
  for (const [path, says] of [
    [resetOf(colleague), /votre propre organisation/],
    [closingOf(colleague), /votre propre organisation/],
    [resetOf(hers), /vous concerne/],
  ] as const) {
    assert.doesNotMatch((await operator.get(path)).text, /name="reason"/);
    const sent = await operator.submit(path, { reason: 'X' }, { on: closingOf(nadia) });
    assert.equal(sent.status, 422, path);
    assert.match(sent.text, says);
  }
  assert.equal((await operator.get('/instance')).status, 200);
});

test('closed on a written request, an organisation ends what an approved closing ends; opened again, its people come back', async () => {
  const { world } = house;
  const nadia = await anOrganisationOf('Nadia Ferme', { kind: 'company', position: 'company.admin' });
  const partner = await anOrganisationOf('Partenaire Ouvert', { kind: 'buyer', position: 'buyer.admin' });
  const third = await anOrganisationOf('Tiers Ouvert', { kind: 'buyer', position: 'buyer.admin' });
  const link = await world.aLink(nadia.organisation, partner.organisation, { createdBy: nadia.account });
  const other = await world.aLink(partner.organisation, third.organisation, { createdBy: partner.account });
  const invitation = await world.anInvitation(nadia.organisation, nadia.account);
  const kept = await world.anInvitation(partner.organisation, partner.account);
  const key = await world.aPartnerKey(nadia.organisation, nadia.account, ['organisation:read']);
  const reason = 'Courrier signé du 12 novembre';
  const closed = await operator.submit(closingOf(nadia), { reason });
  assert.deepEqual([closed.status, closed.location], [303, cardOf(nadia)], closed.text);
  const ended = await house.admin.query(
    `select (select closed_at is not null from organisation where id = $1) as closed,
      (select revoked_by = $6 from exchange_link where id = $2) as revoked,
      (select revoked_at is null from exchange_link where id = $3) as other_stands,
      (select withdrawn_at is not null from invitation where id = $4) as withdrawn,
      (select withdrawn_at is null from invitation where id = $5) as other_waits`,
    [nadia.organisation, link, other, invitation, kept, olga.account],
  );
  assert.deepEqual(ended.rows, [
    { closed: true, revoked: true, other_stands: true, withdrawn: true, other_waits: true },
  ]);
  assert.match((await visit(house.app, nadia).get('/organisation')).location ?? '', /^\/connexion/);
  assert.equal((await visit(house.app, partner).get('/organisation')).status, 200);
  const api = { authorization: `Bearer ${key}` };
  assert.equal((await visit(house.app).get('/api/v1/organisation', api)).status, 401);
  assert.deepEqual(await lettersOf(nadia.organisation), [
    { template: 'organisation-closed', recipient: nadia.email, change: null },
  ]);
  assert.deepEqual(await journalOf(nadia.organisation, 'organisation.closed'), [
    { chain: 'instance', reason },
    { chain: `organisation:${nadia.organisation}`, reason },
  ]);
  const twice = await operator.submit(closingOf(nadia), { reason }, { on: reopeningOf(nadia) });
  assert.equal(twice.status, 409);
  const barred = await operator.submit(resetOf(nadia), { reason }, { on: reopeningOf(nadia) });
  assert.match(barred.text, /Cette organisation est fermée/);

  const opened = await operator.submit(reopeningOf(nadia), { reason: 'Fermée par erreur' });
  assert.equal(opened.status, 303, opened.text);
  const back = await world.aSession(nadia.account, nadia.membership);
  assert.equal((await visit(house.app, { session: back }).get('/organisation')).status, 200);
  assert.match(
    (await visit(house.app, { session: back }).get('/organisation/journal')).text,
    /A rouvert l’organisation/,
  );
  assert.equal((await journalOf(nadia.organisation, 'organisation.reopened')).length, 2);
  const links = await house.admin.query('select revoked_at is null as lives from exchange_link where id = $1', [link]);
  assert.deepEqual(links.rows, [{ lives: false }]);
  const again = await operator.submit(reopeningOf(nadia), { reason: 'X' }, { on: closingOf(nadia) });
  assert.equal(again.status, 409);
});

test('two operators who close the same organisation at once close it once', async () => {
  const nadia = await anOrganisationOf('Nadia Course');
  const other = visit(house.app, await house.world.aMember(olga.organisation, 'operator.support'));
  const sent = await Promise.all(
    [operator, other].map((one) => one.submit(closingOf(nadia), { reason: 'Courrier reçu' })),
  );
  assert.deepEqual(new Set(sent.map(({ status }) => status)), new Set([303, 409]));
  assert.equal((await lettersOf(nadia.organisation)).length, 1);
});

test('without a reason that can be kept, nothing is done', async () => {
  const nadia = await anOrganisationOf('Nadia Motif');
  for (const reason of ['', 'a\u0000b', 'x'.repeat(301), 'dossier 2 84 05 75 123 456 12']) {
    for (const path of [resetOf(nadia), closingOf(nadia)]) {
      assert.equal((await operator.submit(path, { reason })).status, 422, path);
    }
  }
  assert.equal((await visit(house.app, nadia).get('/organisation')).status, 200);
  assert.deepEqual(house.failures, []);
});

async function anOrganisationOf(
  name: string,
  more: { name?: string; kind?: OrganisationKind; position?: Position } = {},
): Promise<Person> {
  const { kind = 'facilitator', position = 'facilitator.admin' } = more;
  const organisation = await house.world.anOrganisation(kind, { ...(more.name && { name: more.name }) });
  return house.world.aMember(organisation, position, { name });
}

function cardOf({ organisation }: { organisation: string }): string {
  return `${list}/${organisation}`;
}

function resetOf(one: { organisation: string; membership: string }): string {
  return `${cardOf(one)}/double-authentification/${one.membership}`;
}

function closingOf(one: { organisation: string }): string {
  return `${cardOf(one)}/fermer`;
}

function reopeningOf(one: { organisation: string }): string {
  return `${cardOf(one)}/rouvrir`;
}

async function withProofs({ account }: Person): Promise<void> {
  const { admin } = house;
  await admin.query("insert into second_factor (account_id, secret_sealed, confirmed_at) values ($1, 'x', now())", [
    account,
  ]);
  await admin.query("insert into recovery_code (account_id, code_hash) values ($1, 'x')", [account]);
  await admin.query("insert into passkey (account_id, credential_id, public_key, name) values ($1, $2, '', 'Clé')", [
    account,
    account,
  ]);
}

async function proofsOf({ account }: { account: string }) {
  const found = await house.admin.query(
    `select (select count(*)::int from second_factor where account_id = $1) as factors,
      (select count(*)::int from recovery_code where account_id = $1) as codes,
      (select count(*)::int from passkey where account_id = $1) as passkeys,
      (select count(*)::int from session where account_id = $1 and revoked_at is null) as sessions`,
    [account],
  );
  return found.rows[0];
}

async function lettersOf(organisation: string) {
  const found = await house.admin.query(
    `select template, recipient, parameters ->> 'change' as change from outbox where organisation_id = $1
     order by template, recipient`,
    [organisation],
  );
  return found.rows;
}

async function journalOf(organisation: string, action: string) {
  const found = await house.admin.query(
    `select chain, entry::jsonb ->> 'reason' as reason from audit_event
     where action = $2 and (organisation_id = $1 or entry::jsonb -> 'after' ->> 'organisation' = $1::text)
     order by chain`,
    [organisation, action],
  );
  return found.rows;
}
