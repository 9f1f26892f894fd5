/** ProConnect: a person is an issuer and a subject; an address opens nothing by itself. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { App } from '#http/mount.ts';
import type { ProviderDouble } from '#services/sign-in-double.ts';
import { createProviderDouble, subject } from '#services/sign-in-double.ts';
import type { SignInHouse } from '#tests/sign-in-house.ts';
import { signInHouse } from '#tests/sign-in-house.ts';
import type { Visited, Visitor } from '#tests/visitor.ts';
import { visit } from '#tests/visitor.ts';

let house: SignInHouse;
let provider: ProviderDouble;
let app: App;
const email = 'camille.exemple@ville.test';

before(async () => {
  house = await signInHouse();
  provider = await createProviderDouble('ES256');
  const proConnect = provider.open({
    redirectUri: 'http://localhost:3000/connexion/proconnect/retour',
    signedOutUri: 'http://localhost:3000/deconnexion/retour',
    milliseconds: 5000,
  });
  app = house.appWith({ demo: false, proConnect });
});
beforeEach(() => house.clock.walk(61_000));
afterEach(async () => {
  provider.play({});
  await house.admin.query('delete from professional_identity');
  await house.admin.query(`update account set email = id || '@exemple.test' where email = $1`, [email]);
});
after(async () => {
  await provider.close();
  await house.close();
});

/** To the provider and back to the path it names. */
async function callback(visitor: Visitor, suite = ''): Promise<string> {
  const left = await visitor.get(`/connexion/proconnect${suite === '' ? '' : `?suite=${encodeURIComponent(suite)}`}`);
  assert.ok(left.location?.startsWith(provider.settings.issuer));
  const back = await fetch(left.location ?? '', { redirect: 'manual' });
  const { pathname, search } = new URL(back.headers.get('location') ?? '');
  return `${pathname}${search}`;
}

async function goAndComeBack(visitor: Visitor, suite = ''): Promise<Visited> {
  return visitor.get(await callback(visitor, suite));
}

async function tied(more: { email?: string } = {}) {
  const person = await house.aPerson(more);
  await house.admin.query('insert into professional_identity (issuer, subject, account_id) values ($1, $2, $3)', [
    provider.settings.issuer,
    subject,
    person.account,
  ]);
  return person;
}

test('a known identity opens its account, whatever its address has become, with the factors it used', async () => {
  const { account } = await tied();
  const visitor = visit(app);
  assert.equal((await goAndComeBack(visitor, '/contacts')).location, '/contacts');
  const row = await house.admin.query(
    'select method, second_factor, oidc_id_token from session where account_id = $1',
    [account],
  );
  assert.equal(row.rows[0]?.method, 'proconnect');
  assert.equal(row.rows[0]?.second_factor, true);
  assert.match(row.rows[0]?.oidc_id_token, /^ey/);
});

test('without mfa, our own second factor is asked of who has one; the session of others has none', async () => {
  const { account } = await tied();
  provider.play({ identity: (token) => Object.assign(token.payload, { amr: ['pwd'] }) });
  assert.equal((await goAndComeBack(visit(app))).location, '/');
  assert.equal(await house.count('session where account_id = $1 and not second_factor', [account]), 1);
  const { code } = await house.withCodes(account);
  const visitor = visit(app);
  assert.equal((await goAndComeBack(visitor)).location, '/connexion/code');
  assert.equal(visitor.cookie('guichet'), undefined);
  assert.equal((await visitor.submit('/connexion/code', { code: code() })).location, '/');
  assert.equal(
    await house.count(`session where account_id = $1 and second_factor and oidc_id_token is not null`, [account]),
    1,
  );
});

test('an unknown identity opens nothing, even with the address of an account, and the page tells nothing', async () => {
  const absent = await goAndComeBack(visit(app));
  await house.aPerson({ email });
  const visitor = visit(app);
  const present = await goAndComeBack(visitor);
  assert.equal(present.status, 403);
  assert.equal(present.text, absent.text);
  assert.match(present.text, /Demandez une invitation/);
  assert.equal(visitor.cookie('guichet'), undefined);
  assert.equal(await house.count('professional_identity'), 0);
});

test('a closed account is as unknown as none', async () => {
  const { account } = await tied();
  await house.admin.query('update account set disabled_at = now() where id = $1', [account]);
  assert.equal((await goAndComeBack(visit(app))).status, 403);
});

test('with an open invitation for this very address, the identity makes the account and joins', async () => {
  const organisation = await house.world.anOrganisation();
  const { token } = await house.anInvitation(organisation, email);
  const visitor = visit(app);
  assert.equal((await goAndComeBack(visitor, `/invitation/${token}`)).location, '/');
  const row = await house.admin.query(
    `select a.name, a.password_hash, m.organisation_id from account a join membership m on m.account_id = a.id
     join professional_identity p on p.account_id = a.id where a.email = $1 and p.subject = $2`,
    [email, subject],
  );
  assert.deepEqual(row.rows, [{ name: 'Camille Exemple', password_hash: null, organisation_id: organisation }]);
});

test('an invitation for another address, withdrawn or invented gives the identity nothing', async () => {
  const organisation = await house.world.anOrganisation();
  const other = await house.anInvitation(organisation, 'autre.personne@ville.test');
  const withdrawn = await house.anInvitation(organisation, email);
  await house.admin.query('update invitation set withdrawn_at = now() where id = $1', [withdrawn.id]);
  for (const token of [other.token, withdrawn.token, 'a'.repeat(43)]) {
    assert.equal((await goAndComeBack(visit(app), `/invitation/${token}`)).status, 403);
  }
  assert.equal(await house.count('account where email = $1', [email]), 0);
});

test('an invitation does not tie the identity to an account that already has this address', async () => {
  await house.aPerson({ email });
  const organisation = await house.world.anOrganisation();
  const { token } = await house.anInvitation(organisation, email);
  const visitor = visit(app);
  assert.equal((await goAndComeBack(visitor, `/invitation/${token}`)).location, `/invitation/${token}`);
  assert.equal(visitor.cookie('guichet'), undefined);
  assert.equal(await house.count('professional_identity'), 0);
});

test('who has just confirmed who she is ties her identity; who has not does not', async () => {
  const { account } = await house.aPerson();
  const weak = visit(app, { session: await house.world.aSession(account, null, { strong: false }) });
  assert.equal((await goAndComeBack(weak, '/compte/securite')).status, 403);
  const strong = visit(app, { session: await house.world.aSession(account, null) });
  assert.equal((await goAndComeBack(strong, '/compte/securite')).location, '/compte/securite');
  assert.equal(await house.count('professional_identity where account_id = $1', [account]), 1);
  assert.equal(
    await house.count(`audit_event where action = 'account.identity-linked' and account_id = $1`, [account]),
    1,
  );
});

test('the identity of somebody else is never tied again: it opens its own account', async () => {
  const owner = await tied();
  const { account } = await house.aPerson();
  const visitor = visit(app, { session: await house.world.aSession(account, null) });
  assert.equal((await goAndComeBack(visitor, '/compte/securite')).location, '/compte/securite');
  assert.equal(await house.count('professional_identity where account_id = $1', [owner.account]), 1);
  assert.equal(await house.count('professional_identity'), 1);
});

test('a return serves once, in the browser that began, in time', async () => {
  await tied();
  const visitor = visit(app);
  const path = await callback(visitor);
  assert.equal((await visit(app).get(path)).status, 422, 'another browser');
  assert.equal((await visitor.get(path.replace(/state=[^&]+/, 'state=invented'))).status, 422, 'another state');
  assert.equal((await visitor.get(path)).status, 422, 'the first return ended it');
  const late = visit(app);
  const latePath = await callback(late);
  house.clock.walk(11 * 60_000);
  assert.equal((await late.get(latePath)).status, 422);
  const once = visit(app);
  const oncePath = await callback(once);
  assert.equal((await once.get(oncePath)).status, 303);
  assert.equal((await once.get(oncePath)).status, 422);
});

test('a forged answer, a refusal of the person and another site next end on a page', async () => {
  await tied();
  provider.play({ identity: (token) => Object.assign(token.payload, { nonce: 'another' }) });
  assert.equal((await goAndComeBack(visit(app))).status, 422);
  provider.play({});
  const visitor = visit(app);
  const state = new URLSearchParams((await callback(visitor)).split('?')[1]).get('state') ?? '';
  const cancelled = await visitor.get(`/connexion/proconnect/retour?error=access_denied&state=${state}`);
  assert.match(cancelled.text, /Vous avez interrompu/);
  assert.equal((await goAndComeBack(visit(app), '//mal.test')).location, '/');
});

test('signing out closes the session of ProConnect too, and its return is checked', async () => {
  const { account } = await tied();
  const visitor = visit(app);
  await goAndComeBack(visitor);
  const out = await visitor.submit('/deconnexion', {}, { on: '/connexion/confirmer' });
  const away = new URL(out.location ?? '');
  assert.equal(away.origin, provider.settings.issuer);
  assert.match(away.searchParams.get('id_token_hint') ?? '', /^ey/);
  assert.equal(visitor.cookie('guichet'), undefined);
  assert.equal(await house.count('session where account_id = $1 and oidc_id_token is not null', [account]), 0);
  const state = away.searchParams.get('state') ?? '';
  assert.equal((await visitor.get(`/deconnexion/retour?state=${state}`)).status, 200);
  assert.equal(await house.count(`link_token where detail->>'use' = 'sign-out' and used_at is null`), 0);
});

test('without ProConnect its doors do not exist', async () => {
  assert.equal((await house.visitor().get('/connexion/proconnect')).status, 404);
  assert.doesNotMatch((await house.visitor().get('/connexion')).text, /ProConnect/);
  assert.match((await visit(app).get('/connexion')).text, /S’identifier avec ProConnect/);
});
