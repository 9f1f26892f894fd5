/** Bad input while declaring: each case has its sentence, what was typed stays, and nothing is lost or counted. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Declaring } from '#tests/declaring.ts';
import { openDeclaring } from '#tests/declaring.ts';
import type { Thread } from '#tests/world-thread.ts';
import { declareRoutes } from './declare-routes.ts';

let desk: Declaring;
let thread: Thread & { link: string };

before(async () => {
  desk = await openDeclaring(declareRoutes);
});
after(() => desk.close());
beforeEach(async () => {
  thread = await desk.aThread();
});

async function send(hours: readonly (number | string)[], more: Record<string, string> = {}) {
  const visitor = desk.visitor();
  const sent = await visitor.submit(thread.link, desk.typed(thread, hours, more), {
    on: `${thread.link}?mois=2026-10&modifier=1`,
  });
  return { ...sent, visitor };
}

test('every wrong line is told at once, beside its field, and nothing is written', async () => {
  const [first, second, third] = thread.workers;
  const sent = await send(['abc', '', 400]);
  assert.equal(sent.status, 422);
  assert.match(sent.text, /Écrivez la durée ainsi/u);
  assert.match(sent.text, /Indiquez les heures du mois, ou 0/u);
  assert.match(sent.text, new RegExp(`href="#heures-${first.contract}"`, 'u'));
  assert.match(sent.text, new RegExp(`id="heures-${second.contract}-erreur"`, 'u'));
  assert.match(sent.text, /value="abc"/u);
  const readable = await send([1, 400, 400]);
  assert.equal(readable.text.match(/une semaine au moins dépasse 60/gu)?.length, 4);
  assert.match(readable.text, new RegExp(`id="heures-${third.contract}-erreur"`, 'u'));
  assert.deepEqual(await desk.rows(thread), []);
  assert.deepEqual(await desk.declaration(thread), {});
});

test('H10 190 h in a month: shown once with what to check, sent when confirmed; 25 h in a day are refused', async () => {
  const [first] = thread.workers;
  const asked = await send([190, 0, 0]);
  assert.equal(asked.status, 422);
  assert.match(asked.text, /Envoyer quand même/u);
  assert.match(asked.text, /plus qu’un temps plein habituel/u);
  assert.doesNotMatch(asked.text, /data-error-summary/u);
  assert.deepEqual(await desk.rows(thread), []);
  const seen = /name="vus" value="([^"]+)"/u.exec(asked.text)?.[1] ?? '';
  assert.equal((await send([190, 0, 0], { vus: seen })).status, 303);
  assert.deepEqual(await desk.totals(thread), { submitted: 190 * 60, counted: 0 });
  const day = await send([25, 0, 0], { version: '2', [`jours-${first.contract}`]: '5 : 25 h' });
  assert.equal(day.status, 422);
  assert.match(day.text, /Un jour a 24 heures, et le 5 octobre 2026 en compte 25\u00a0h/u);
  assert.deepEqual(
    (await desk.rows(thread)).map(({ hours }) => hours),
    [190],
  );
});

test('H11 the same person, the same day, 10 h in each of two lots is refused', async () => {
  const [first] = thread.workers;
  const company = thread.company.organisation;
  const other = await desk.world.aLot({ market: thread.market, number: 2, title: 'Peinture' });
  await desk.world.aParty(other, company);
  const contract = await desk.world.aContract(other, {
    person: first.person,
    holder: thread.facilitator.organisation,
    company,
  });
  const declaration = await desk.world.aDeclaration(other, { company, month: '2026-10', state: 'submitted' });
  await desk.world.anEntry({ declaration, contract, hours: 10, days: [{ day: '2026-10-05', minutes: 600 }] });
  const refused = await send([10, 0, 0], { [`jours-${first.contract}`]: '5 : 10 h' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Le 5 octobre 2026, deux lots comptent 20\u00a0h pour la même personne/u);
  assert.equal((await send([10, 0, 0], { [`jours-${first.contract}`]: '6 : 10 h' })).status, 303);
});

test('H9 a person nobody validated is listed, told before sending, and counts for zero', async () => {
  const person = await desk.world.aFollowedPerson(thread.facilitator.organisation, {
    eligible: null,
    given: 'Noé',
  });
  const contract = await desk.world.aContract(thread, {
    person,
    holder: thread.facilitator.organisation,
    company: thread.company.organisation,
  });
  const sent = await send([0, 0, 0], { [`heures-${contract}`]: '30' });
  assert.match(sent.text, /ses heures sont listées, mais comptent pour zéro/u);
  const seen = /name="vus" value="([^"]+)"/u.exec(sent.text)?.[1] ?? '';
  const again = await send([0, 0, 0], { [`heures-${contract}`]: '30', vus: seen });
  assert.equal(again.status, 303);
  assert.deepEqual(await desk.rows(thread), [{ hours: 30, training: 0, state: 'submitted', counted: 0 }]);
  assert.match((await sent.visitor.get(again.location ?? '')).text, /En attente de la décision du facilitateur/u);
});

test('H7 hours before the validation of the person are told, kept, and nothing counts', async () => {
  const eligible = { from: '2026-11-01', until: '2027-12-31' };
  const person = await desk.world.aFollowedPerson(thread.facilitator.organisation, { eligible });
  const contract = await desk.world.aContract(thread, {
    person,
    holder: thread.facilitator.organisation,
    company: thread.company.organisation,
  });
  const told = await send([0, 0, 0], { [`heures-${contract}`]: '30' });
  assert.match(told.text, /Des heures précèdent la validation de la personne/u);
  const vus = `${contract}:before-validation`;
  assert.equal((await send([0, 0, 0], { [`heures-${contract}`]: '30', vus })).status, 303);
  assert.deepEqual(await desk.totals(thread), { submitted: 1800, counted: 0 });
});

test('H14 a user of an ESAT is declared like anybody', async () => {
  const person = await desk.world.aFollowedPerson(thread.facilitator.organisation);
  const contract = await desk.world.aContract(thread, {
    person,
    holder: thread.facilitator.organisation,
    company: thread.company.organisation,
    type: 'ESAT_USAGER',
  });
  assert.equal((await send([0, 0, 0], { [`heures-${contract}`]: '30' })).status, 303);
  const found = await desk.house.admin.query('select contract_type from hours_delta where lot_id = $1', [thread.lot]);
  assert.deepEqual(found.rows, [{ contract_type: 'ESAT_USAGER' }]);
});

test('H16 a subcontractor declares its own part: counted in the lot, told by company', async () => {
  const sub = await desk.house.world.aMember(await desk.house.world.anOrganisation('company'), 'company.admin');
  await desk.world.aParty(thread, sub.organisation, { role: 'subcontractor', under: thread.party });
  const holder = thread.facilitator.organisation;
  const person = await desk.world.aFollowedPerson(holder);
  const contract = await desk.world.aContract(thread, { person, holder, company: sub.organisation });
  await send([100, 100, 100]);
  const visitor = desk.visitor(sub.session);
  const place = `/declarations/${thread.lot}`;
  const sent = await visitor.submit(
    place,
    { mois: '2026-10', version: '0', [`heures-${contract}`]: '150' },
    { on: `${place}?mois=2026-10` },
  );
  assert.equal(sent.status, 303);
  const found = await desk.house.admin.query(
    'select company_id, sum(submitted_minutes)::int as minutes from hours_delta where lot_id = $1 group by 1 order by 2',
    [thread.lot],
  );
  assert.deepEqual(found.rows, [
    { company_id: sub.organisation, minutes: 9000 },
    { company_id: thread.company.organisation, minutes: 18_000 },
  ]);
});

test('a month ahead, before the notification, or already sealed, validated or not due is refused with its sentence', async () => {
  const ahead = await send([1, 0, 0], { mois: '2026-12' });
  assert.equal(ahead.status, 422);
  assert.match(ahead.text, /Ce mois n’a pas commencé\u00a0: décembre 2026/u);
  assert.match((await send([1, 0, 0], { mois: '2025-11' })).text, /hors du marché, de sa notification à sa fin/u);
  assert.match((await send([1, 0, 0], { mois: '2026-13' })).text, /Cette page n’existe pas/u);
  const sentences = {
    locked: /Ce mois figure dans un état déjà remis/u,
    validated: /Ce mois est déjà validé/u,
    'not-due': /aucune heure n’est attendue ce mois/u,
  } as const;
  const company = thread.company.organisation;
  for (const [place, state] of (['locked', 'validated', 'not-due'] as const).entries()) {
    const month = `2026-0${place + 5}`;
    await desk.world.aDeclaration(thread, { company, month, state });
    const sent = await send([1, 0, 0], { mois: month, version: '1' });
    assert.equal(sent.status, 422);
    assert.match(sent.text, sentences[state]);
  }
  const written = await desk.house.admin.query('select 1 from hour_entry where lot_id = $1', [thread.lot]);
  assert.equal(written.rowCount, 0);
});

test('a line already validated does not change, whatever is sent', async () => {
  const [first] = thread.workers;
  const declaration = await desk.world.aDeclaration(thread, {
    company: thread.company.organisation,
    month: '2026-10',
    state: 'partially-validated',
  });
  await desk.world.anEntry({ declaration, contract: first.contract, hours: 100, state: 'validated' });
  const refused = await send([50, 1, 1], { version: '1' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Cette ligne est déjà validée/u);
  assert.deepEqual(
    (await desk.rows(thread)).map(({ hours, state }) => `${hours} ${state}`),
    ['100 validated'],
  );
});

test('another company’s lot does not exist for this one, by page, by form and by account', async () => {
  const other = await desk.aThread();
  const visitor = desk.visitor(thread.company.session);
  for (const path of [`/declarations/${other.lot}`, `/declarations/${other.lot}?mois=2026-10`]) {
    assert.equal((await visitor.get(path)).status, 404);
  }
  const foreign = await desk.world.aDeclaration(other, {
    company: other.company.organisation,
    month: '2026-10',
  });
  assert.equal((await visitor.get(`/declarations/${foreign}`)).status, 404);
  const forced = await visitor.submit(`/declarations/${other.lot}`, desk.typed(other, [1, 1, 1]), {
    on: `/declarations/${thread.lot}?mois=2026-10`,
  });
  assert.equal(forced.status, 404);
  const mixed = await send([1, 1, 1], { [`heures-${other.workers[0].contract}`]: '10' });
  assert.equal(mixed.status, 422);
  assert.match(mixed.text, /Ce contrat n’est pas sur ce lot/u);
  assert.deepEqual(await desk.rows(other), []);
  assert.deepEqual(await desk.rows(thread), []);
});

test('a proof is joined by its content, without the place it was taken, and refused with its sentence otherwise', async () => {
  await send([1, 0, 0]);
  const jpeg = Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xe1,
    0,
    8,
    ...Buffer.from('Exif'),
    9,
    9,
    0xff,
    0xda,
    0,
    3,
    1,
    0xff,
    0xd9,
  ]);
  const joined = await desk.join(thread.link, { name: 'paie.pdf', content: jpeg });
  assert.equal(joined.status, 303);
  const kept = await desk.house.admin.query(
    'select d.name, d.kind, v.media_type, v.content from document d join document_version v on v.document_id = d.id where d.lot_id = $1',
    [thread.lot],
  );
  assert.deepEqual(
    kept.rows.map(({ name, kind, media_type: type }) => [name, kind, type]),
    [['paie.jpg', 'proof', 'image/jpeg']],
  );
  assert.equal(kept.rows[0].content.includes('Exif'), false);
  const page = await desk.join(thread.link, { name: 'paie.pdf', content: Buffer.from('<html>') });
  assert.match(page.text, /Envoyez un fichier PDF, JPEG ou PNG/u);
  const nir = await desk.join(thread.link, { name: '1 84 12 76 451 089 46.jpg', content: jpeg });
  assert.match(nir.text, /Retirez le numéro de sécurité sociale/u);
  const large = Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(10 * 1024 * 1024)]);
  assert.match((await desk.join(thread.link, { name: 'a.pdf', content: large })).text, /10\u00a0Mo au plus/u);
  const receipt = await desk.visitor().get(`${thread.link}?mois=2026-10`);
  assert.match(receipt.text, /\/pieces\/[0-9a-f-]{36}">paie\.jpg</u);
});
