/** Invitations: shown before they are accepted, accepted once, by the address that received them. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { SignInHouse } from '#tests/sign-in-house.ts';
import { password, signInHouse } from '#tests/sign-in-house.ts';

let house: SignInHouse;
let people = 0;
const typed = {
  name: 'Léa Exemple',
  password: 'tortue violette sept marteaux',
  passwordAgain: 'tortue violette sept marteaux',
};

before(async () => {
  house = await signInHouse();
});
beforeEach(() => house.clock.walk(61_000));
after(() => house.close());

async function invited() {
  people += 1;
  const email = `invitee${people}@exemple.test`;
  const organisation = await house.world.anOrganisation('facilitator', { name: `Relais numéro ${people}` });
  const administrator = await house.world.aMember(organisation, 'facilitator.admin');
  const { id, token } = await house.anInvitation(organisation, email);
  return { email, organisation, administrator, id, token, path: `/invitation/${token}` };
}

test('the invitation says who invites and for what, then makes the account, the membership and the session', async () => {
  const { email, organisation, path, id } = await invited();
  const visitor = house.visitor();
  const { status, text } = await visitor.get(path);
  assert.equal(status, 200);
  assert.match(text, /Relais numéro/);
  assert.match(text, /Saisie des heures/);
  assert.equal((await visitor.submit(path, typed)).location, '/');
  const row = await house.admin.query(
    `select a.name, m.organisation_id, m.position, m.administers, s.membership_id = m.id as works_there
     from account a join membership m on m.account_id = a.id join session s on s.account_id = a.id where a.email = $1`,
    [email],
  );
  assert.deepEqual(row.rows[0], {
    name: 'Léa Exemple',
    organisation_id: organisation,
    position: 'facilitator.clerk',
    administers: false,
    works_there: true,
  });
  const journal = await house.admin.query(
    `select action from audit_event where organisation_id = $1 and subject_id = $2`,
    [organisation, id],
  );
  assert.deepEqual(journal.rows, [{ action: 'invitation.accepted' }]);
});

test('the last day of an invitation is shown and becomes the member’s; once past, the invitation is dead', async () => {
  const { email, path, id } = await invited();
  const late = await invited();
  const lastDay = 'update invitation set valid_until = $2 where id = $1';
  await house.admin.query(lastDay, [id, '2027-03-31']);
  await house.admin.query(lastDay, [late.id, '2026-11-17']);
  assert.match((await house.visitor().get(path)).text, /Votre dernier jour d’accès.*31\/03\/2027/s);
  assert.equal((await house.visitor().submit(path, typed)).location, '/');
  const kept = await house.admin.query(
    `select m.valid_until::text as day from membership m join account a on a.id = m.account_id where a.email = $1`,
    [email],
  );
  assert.deepEqual(kept.rows, [{ day: '2027-03-31' }]);
  assert.equal((await house.visitor().get(late.path)).status, 410);
});

test('a weak password, another repetition and no name are said together', async () => {
  const { path } = await invited();
  const wrong = { name: '', password: 'court', passwordAgain: 'autre' };
  const { status, text } = await house.visitor().submit(path, wrong);
  assert.equal(status, 422);
  for (const field of ['name', 'password', 'passwordAgain']) assert.match(text, new RegExp(`id="${field}-erreur"`));
  const known = { ...typed, name: 'Barnabé Quatrevingts', password: 'barnabé quatrevingts', passwordAgain: 'autre' };
  const told = (await house.visitor().submit(path, known)).text;
  for (const field of ['password', 'passwordAgain']) assert.match(told, new RegExp(`id="${field}-erreur"`));
});

test('an invitation serves once: sent again, opened again or sent by two at once', async () => {
  const { email, path } = await invited();
  const answers = await Promise.all([1, 2, 3].map(() => house.visitor().submit(path, typed)));
  assert.equal(answers.filter(({ status }) => status === 303).length, 1);
  assert.equal(await house.count('account where email = $1', [email]), 1);
  assert.equal(await house.count('membership m join account a on a.id = m.account_id where a.email = $1', [email]), 1);
  const again = await house.visitor().get(path);
  assert.equal(again.status, 410);
  assert.match(again.text, /déjà servi/);
  assert.deepEqual(house.failures, []);
});

test('what the form adds about rights, address or organisation changes nothing', async () => {
  const { email, organisation, path } = await invited();
  const other = await house.world.anOrganisation();
  await house.visitor().submit(path, {
    ...typed,
    administers: 'oui',
    position: 'facilitator.admin',
    email: 'autre@exemple.test',
    organisationId: other,
  });
  const row = await house.admin.query(
    'select m.organisation_id, m.administers, m.position from membership m join account a on a.id = m.account_id where a.email = $1',
    [email],
  );
  assert.deepEqual(row.rows, [{ organisation_id: organisation, administers: false, position: 'facilitator.clerk' }]);
});

test('who has an account signs in first, comes back, and joins with one button under a new session', async () => {
  const { organisation, path, email } = await invited();
  const { account } = await house.aPerson({ email });
  const visitor = house.visitor();
  const refused = await visitor.submit(path, typed);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /href="\/connexion\?suite=%2Finvitation%2F/);
  assert.equal((await visitor.submit('/connexion', { email, password, suite: path })).location, path);
  await house.admin.query('update session set strong_until = null where account_id = $1', [account]);
  const former = visitor.cookie('guichet');
  assert.match((await visitor.get(path)).text, /Rejoindre l’organisation/);
  assert.equal((await visitor.submit(`${path}/rejoindre`, {}, { on: path })).location, '/');
  assert.notEqual(visitor.cookie('guichet'), former);
  assert.equal((await visitor.get('/essai')).status, 303, 'joining proves nothing about the person');
  assert.equal(
    await house.count(
      'session s join membership m on m.id = s.membership_id where s.account_id = $1 and s.revoked_at is null and m.organisation_id = $2',
      [account, organisation],
    ),
    1,
  );
});

test('nobody else can join with it, signed in under another address or not at all', async () => {
  const { path, organisation } = await invited();
  const stranger = await house.aPerson();
  const visitor = house.visitor();
  await visitor.submit('/connexion', { email: stranger.email, password });
  assert.match((await visitor.get(path)).text, /une autre adresse/);
  assert.equal((await visitor.submit(`${path}/rejoindre`, {}, { on: path })).status, 422);
  assert.equal((await house.visitor().submit(`${path}/rejoindre`, {}, { on: path })).status, 401);
  assert.equal(
    await house.count('membership where organisation_id = $1 and account_id = $2', [organisation, stranger.account]),
    0,
  );
});

test('an expired, withdrawn or invented invitation opens nothing and offers to ask again, without saying whose it was', async () => {
  const dead = [await invited(), await invited(), await invited(), await invited()];
  const [expired, withdrawn, closed, linkOver] = dead;
  await house.admin.query('update invitation set expires_at = $2 where id = $1', [expired?.id, house.clock.now()]);
  await house.admin.query('update invitation set withdrawn_at = now() where id = $1', [withdrawn?.id]);
  await house.admin.query('update organisation set closed_at = now() where id = $1', [closed?.organisation]);
  await house.admin.query('update link_token set expires_at = $2 where subject_id = $1', [
    linkOver?.id,
    house.clock.now(),
  ]);
  const other = await house.aMailedLink({ purpose: 'sign-in', ...(linkOver && { subject: linkOver.id }) });
  const pages = new Set<string>();
  for (const path of [...dead.map((one) => one.path), `/invitation/${other}`, '/invitation/inventee']) {
    const { status, text } = await house.visitor().get(path);
    assert.equal(status, 410);
    assert.doesNotMatch(text, /Relais|invitee/);
    pages.add(text.replaceAll(/(?:value|action)="[^"]*"/g, ''));
    assert.equal((await house.visitor().submit(path, typed)).status, 410);
  }
  assert.equal(pages.size, 1);
  assert.equal(
    await house.count(`account where email like 'invitee%' and name = 'Léa Exemple' and email = any($1)`, [
      dead.map((one) => one.email),
    ]),
    0,
  );
});

test('asking again tells the administrators once in a while, and the answer is the same for an invented link', async () => {
  const { id, path, administrator } = await invited();
  await house.admin.query('update invitation set withdrawn_at = now() where id = $1', [id]);
  const asked = await house.visitor().submit(`${path}/redemander`, {}, { on: path });
  assert.equal(asked.location, `${path}?demande=1`);
  const invented = await house.visitor().submit('/invitation/inventee/redemander', {}, { on: '/invitation/inventee' });
  assert.equal(invented.location, '/invitation/inventee?demande=1');
  const page = (visited: string) => visited.replaceAll(/(?:value|action)="[^"]*"/g, '');
  assert.equal(
    page((await house.visitor().get(asked.location ?? '')).text),
    page((await house.visitor().get(invented.location ?? '')).text),
  );
  const posted = await house.admin.query(
    `select account_id, parameters from outbox where template = 'invitation-new-asked'`,
  );
  assert.deepEqual(posted.rows, [{ account_id: administrator.account, parameters: { invitation: id } }]);
  for (let turn = 0; turn < 2; turn += 1) await house.visitor().submit(`${path}/redemander`, {}, { on: path });
  assert.equal((await house.visitor().submit(`${path}/redemander`, {}, { on: path })).status, 429);
});

test('a member does not receive the same place twice', async () => {
  const { organisation, path, email } = await invited();
  const { account } = await house.aPerson({ email });
  await house.world.aMember(organisation, 'facilitator.clerk', { account });
  const visitor = house.visitor();
  await visitor.submit('/connexion', { email, password });
  const refused = await visitor.submit(`${path}/rejoindre`, {}, { on: path });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /déjà membre de cette organisation/);
});
