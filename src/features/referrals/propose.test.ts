/** A prescriber proposes, corrects, withdraws and follows her candidates; what others know never shows. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inTransaction } from '#db/transaction.ts';
import { scopeOf } from '#http/context.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { actingAs } from '#tests/world-review.ts';
import { createReferralWorld } from '#tests/world-referrals.ts';
import type { ReferralWorld } from '#tests/world-referrals.ts';
import type { Person } from '#tests/world.ts';
import { sql } from 'kysely';

let house: TestHouse;
let build: ReferralWorld;
let facilitator: Person;
let prescriber: Person;
let other: Person;

const form = '/candidats/nouveau';

before(async () => {
  house = await testHouse();
  build = createReferralWorld(house);
  ({ facilitator, prescriber, other } = await build.aTerritory());
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

function typed(more: Record<string, string> = {}): Record<string, string> {
  return {
    familyName: 'Ndiaye',
    givenName: 'Zoé',
    birthDate: '12/04/1991',
    commune: 'Trignac',
    claims: 'RSA',
    holderId: facilitator.organisation,
    informed: 'oui',
    ...more,
  };
}

async function proposed(by: Person, more: Record<string, string> = {}): Promise<string> {
  const sent = await visit(house.app, by).submit(form, typed(more));
  assert.equal(sent.status, 303, sent.text);
  return String(sent.location).replace('/candidats/', '');
}

async function rowOf(id: string) {
  const found = await house.admin.query(
    `select r.*, p.family_name as filed, p.commune as filed_commune, p.holder_id as filed_holder, p.proposed_by
     from referral r join person p on p.id = r.person_id where r.id = $1`,
    [id],
  );
  return found.rows[0];
}

test('a new person reaches the structure with her file, her referent and nothing of health or justice', async () => {
  const id = await proposed(prescriber);
  const row = await rowOf(id);
  assert.equal(row.state, 'referred');
  assert.equal(row.filed, 'Ndiaye');
  assert.equal(row.filed_holder, facilitator.organisation);
  assert.equal(row.proposed_by, prescriber.organisation);
  assert.deepEqual(row.claims, ['RSA']);
  const referent = await house.admin.query('select account_id, email from referent where id = $1', [row.referent_id]);
  assert.deepEqual(referent.rows, [{ account_id: prescriber.account, email: prescriber.email }]);
  const { text } = await visit(house.app, prescriber).get('/candidats');
  assert.match(text, /Ndiaye Zoé/);
  assert.match(text, /À la structure\u00A0: répondre à la proposition/);
  assert.match((await visit(house.app, facilitator).get('/orientations')).text, /Ndiaye Zoé/);
});

for (const code of ['TH', 'AAH', 'PPSMJ', 'INVALIDITE', 'ASE']) {
  test(`the criterion ${code}, which tells of health, justice or childhood, cannot be claimed`, async () => {
    const sent = await visit(house.app, prescriber).submit(form, typed({ familyName: `Secret ${code}`, claims: code }));
    assert.equal(sent.status, 422);
    const kept = await house.admin.query('select from referral where $1 = any(claims)', [code]);
    assert.equal(kept.rowCount, 0);
  });
}

for (const [what, fields, says] of [
  ['no name', { familyName: '' }, /Indiquez le nom de famille/],
  ['no criterion', { claims: '' }, /Cochez au moins un critère/],
  ['a person who was not told', { informed: '' }, /Prévenez la personne/],
  ['a birth date to come', { birthDate: '2030-01-01' }, /n’est pas encore passée/],
  ['a social security number', { familyName: '2 84 05 75 123 456 12' }, /sécurité sociale/],
] as const) {
  test(`${what} is refused with a sentence, and what was typed is kept`, async () => {
    const count = async () => (await house.admin.query('select from person')).rowCount;
    const was = await count();
    const sent = await visit(house.app, prescriber).submit(form, typed({ givenName: 'Gardée', ...fields }));
    assert.equal(sent.status, 422);
    assert.match(sent.text, says);
    assert.match(sent.text, /value="Gardée"/);
    assert.equal(await count(), was);
  });
}

test('a structure that does not work with her is refused, whatever the form says', async () => {
  const elsewhere = await house.world.anOrganisation('facilitator');
  const sent = await visit(house.app, prescriber).submit(form, typed({ holderId: elsewhere }));
  assert.equal(sent.status, 422);
  assert.match(sent.text, /Choisissez une structure de la liste/);
});

test('whoever another prescriber or the structure already knows gets the very same answer as a new person', async () => {
  const fresh = typed({ familyName: 'Inconnue', givenName: 'Irma' });
  const knownByOther = typed({ familyName: 'Connue', givenName: 'Carla' });
  await proposed(other, { familyName: 'Connue', givenName: 'Carla' });
  await build.thread.aFollowedPerson(facilitator.organisation, { family: 'Suivie', given: 'Sara' });
  const followed = typed({ familyName: 'Suivie', givenName: 'Sara', birthDate: '12/04/1990' });
  const answers: string[] = [];
  for (const fields of [fresh, knownByOther, followed]) {
    const visitor = visit(house.app, prescriber);
    const sent = await visitor.submit(form, fields);
    assert.equal(sent.status, 303);
    const page = await visitor.get(String(sent.location));
    const main = page.text.slice(page.text.indexOf('<main'), page.text.indexOf('</main>'));
    answers.push(
      main
        .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, 'ID')
        .replaceAll(/value="[^"]+"/gu, '')
        .replaceAll(/popovertarget="[^"]+"|id="[^"]+"|data-close="[^"]+"/gu, '')
        .replaceAll(/Inconnue|Connue|Suivie|Irma|Carla|Sara/gu, 'NOM')
        .replaceAll('12/04/1990', '12/04/1991')
        .replaceAll('1990-04-12', '1991-04-12'),
    );
  }
  assert.equal(answers[1], answers[0]);
  assert.equal(answers[2], answers[0]);
  const files = await house.admin.query("select from person where family_name = 'Connue'");
  assert.equal(files.rowCount, 2, 'each has a file of her own until the structure merges them');
});

test('her own open proposal is not sent twice, a name written otherwise included', async () => {
  await proposed(prescriber, { familyName: 'El Amrani', givenName: 'Jean-Noël' });
  const again = await visit(house.app, prescriber).submit(
    form,
    typed({ familyName: 'AMRANI', givenName: 'Jean Noel' }),
  );
  assert.equal(again.status, 422);
  assert.match(again.text, /Vous suivez déjà cette personne/);
});

test('a known person is proposed again without retyping: the same file here, a new one elsewhere', async () => {
  const id = await proposed(prescriber, { familyName: 'Revenue', givenName: 'Rose' });
  const visitor = visit(house.app, prescriber);
  const path = `/candidats/${id}`;
  await visitor.submit(`${path}/retirer`, { reason: 'training' }, { on: path });
  const again = await visitor.submit(`${path}/proposer`, { holderId: facilitator.organisation, informed: 'oui' });
  assert.equal(again.status, 303, again.text);
  const second = String(again.location).replace('/candidats/', '');
  assert.equal((await rowOf(second)).person_id, (await rowOf(id)).person_id);
  const elsewhere = await house.world.anOrganisation('facilitator');
  await build.aPartner(elsewhere, prescriber.organisation);
  const third = await visitor.submit(`${path}/proposer`, { holderId: elsewhere, informed: 'oui' });
  assert.equal(third.status, 303);
  const far = await rowOf(String(third.location).replace('/candidats/', ''));
  assert.equal(far.filed_holder, elsewhere);
  assert.notEqual(far.person_id, (await rowOf(id)).person_id);
});

test('she corrects until the person is met; what the structure changed meanwhile stays', async () => {
  const id = await proposed(prescriber, { familyName: 'Corrigee', givenName: 'Cora' });
  const { person_id: person } = await rowOf(id);
  await house.admin.query("update person set commune = 'Pornic' where id = $1", [person]);
  const visitor = visit(house.app, prescriber);
  const path = `/candidats/${id}/modifier`;
  const fields = { ...typed({ familyName: 'Corrigée', givenName: 'Cora', commune: 'Nantes' }), version: '1' };
  assert.equal((await visitor.submit(path, fields)).status, 303);
  const row = await rowOf(id);
  assert.equal(row.filed, 'Corrigée');
  assert.equal(row.filed_commune, 'Pornic');
  assert.equal(row.commune, 'Nantes');
  const late = await visitor.submit(path, { ...fields, commune: 'Rezé' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Rezé/);
  await visit(house.app, facilitator).submit(`/orientations/${id}/rencontrer`, {}, { on: `/orientations/${id}` });
  const over = await visitor.submit(path, { ...fields, version: '3' }, { on: `/candidats/${id}` });
  assert.equal(over.status, 422);
  assert.match(over.text, /a déjà été rencontrée/);
});

test('she withdraws with a ready reason and puts back; a colleague of another house finds nothing', async () => {
  const id = await proposed(prescriber, { familyName: 'Retirée', givenName: 'Rita' });
  const path = `/candidats/${id}`;
  const visitor = visit(house.app, prescriber);
  assert.equal((await visitor.submit(`${path}/retirer`, { reason: 'parce que' }, { on: path })).status, 422);
  assert.equal((await visitor.submit(`${path}/retirer`, { reason: 'training' }, { on: path })).status, 303);
  assert.match((await visitor.get(path)).text, /Entre en formation/);
  assert.equal((await visitor.submit(`${path}/remettre`, {}, { on: path })).status, 303);
  assert.equal((await rowOf(id)).state, 'referred');
  const stranger = visit(house.app, other);
  for (const door of ['', '/modifier', '/proposer'])
    assert.equal((await stranger.get(`${path}${door}`)).status, 404, door);
  for (const [door, fields] of [
    ['/retirer', { reason: 'training' }],
    ['/reprendre', {}],
    ['/modifier', { ...typed(), version: '1' }],
  ] as const) {
    assert.equal((await stranger.submit(`${path}${door}`, fields, { on: form })).status, 404, door);
  }
});

test('the second lock: a prescriber neither decides, nor reads the file once the person is met', async () => {
  const id = await proposed(prescriber, { familyName: 'Verrou', givenName: 'Vera' });
  const { person_id: person } = await rowOf(id);
  const as = <Value>(who: Person, work: (db: Parameters<Parameters<typeof inTransaction>[2]>[0]) => Promise<Value>) =>
    inTransaction(house.database, scopeOf(actingAs(who), 'app', house.clock.now()), work);
  const reads = async (who: Person) =>
    (await as(who, (db) => sql`select from person where id = ${person}`.execute(db))).rows.length;
  assert.equal(await reads(prescriber), 1);
  assert.equal(await reads(other), 0);
  await assert.rejects(
    as(prescriber, (db) => sql`update referral set state = 'eligible' where id = ${id}`.execute(db)),
    /withdraws/,
  );
  await visit(house.app, facilitator).submit(`/orientations/${id}/rencontrer`, {}, { on: `/orientations/${id}` });
  assert.equal(await reads(prescriber), 0);
  await assert.rejects(
    as(prescriber, (db) => sql`update referral set phone = '+33261910001' where id = ${id}`.execute(db)),
    /withdraws/,
  );
  const attached = as(other, (db) =>
    sql`insert into referral (person_id, holder_id, prescriber_id, referent_id, family_name, given_name, folded_name, informed_on, source, since)
      values (${person}, ${facilitator.organisation}, ${other.organisation}, gen_random_uuid(), 'X', 'Y', 'x y', '2026-11-01', 'form', '2026-11-01')`.execute(
      db,
    ),
  );
  await assert.rejects(attached, /row-level security/);
});
