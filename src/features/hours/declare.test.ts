/** Declaring a month, by link, by account and in the place of a company: prefilled, sent once, corrected until validated. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Declaring } from '#tests/declaring.ts';
import { openDeclaring } from '#tests/declaring.ts';
import { hiddenKey } from '#tests/visitor.ts';
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

test('the month that has just ended opens with last month in its fields, its total, and whom to ask', async () => {
  await desk.lastMonth(thread, [112, 70, 35]);
  const page = await desk.visitor().get(thread.link);
  assert.equal(page.status, 200);
  assert.match(page.text, /<h1>Heures d’octobre 2026<\/h1>/u);
  for (const hours of [112, 70, 35]) assert.match(page.text, new RegExp(`value="${hours}"`, 'u'));
  assert.match(page.text, /217\u00a0h/u);
  assert.match(page.text, /Amadou D\./u);
  assert.doesNotMatch(page.text, /Darrieux/u);
  assert.match(page.text, /Nadia Berthelot/u);
  assert.match(page.text, /Bâtir Ouest · accès sécurisé jusqu’au 17\/01\/2027/u);
});

test('nothing changed: one sending, a receipt with its number, and the answer is noted', async () => {
  await desk.lastMonth(thread, [112, 70, 35]);
  const visitor = desk.visitor();
  const sent = await visitor.submit(thread.link, desk.typed(thread, [112, 70, 35]));
  assert.equal(sent.status, 303);
  const receipt = await visitor.get(sent.location ?? '');
  const { id, state, via, submitted_by: by } = await desk.declaration(thread);
  assert.deepEqual([state, via, by], ['submitted', 'link', 'Paul Martin']);
  assert.ok(receipt.text.includes(`2026-10-${String(id).slice(0, 8).toUpperCase()}`));
  assert.match(receipt.text, /Modifier jusqu’à la validation/u);
  assert.deepEqual(await desk.totals(thread), { submitted: 217 * 60, counted: 0 });
  const party = await desk.house.admin.query('select answered_at from lot_party where id = $1', [thread.party]);
  assert.deepEqual(party.rows[0].answered_at, desk.house.clock.now());
  const journal = await desk.house.admin.query('select entry from audit_event where organisation_id = $1', [
    thread.company.organisation,
  ]);
  assert.match(journal.rows[0].entry, /declaration\.sent/u);
});

test('no hours this month is one sending, even when last month had some', async () => {
  await desk.lastMonth(thread, [112, 70, 35]);
  const visitor = desk.visitor();
  const sent = await visitor.submit(thread.link, { mois: '2026-10', version: '0', aucune: 'oui' });
  assert.equal(sent.status, 303);
  assert.match((await visitor.get(sent.location ?? '')).text, /Aucune heure ce mois-ci/u);
  assert.deepEqual(await desk.rows(thread), []);
  assert.equal((await desk.declaration(thread))['no_hours'], true);
});

test('sent again until it is validated: lines change, are withdrawn, come back, and the totals follow', async () => {
  const visitor = desk.visitor();
  await visitor.submit(thread.link, desk.typed(thread, [100, 50, '7 h 30']));
  assert.deepEqual(await desk.totals(thread), { submitted: (100 + 50) * 60 + 450, counted: 0 });
  const change = `${thread.link}?mois=2026-10&modifier=1`;
  const page = await visitor.get(change);
  assert.match(page.text, /value="7\u00a0h\u00a030"/u);
  const version = String((await desk.declaration(thread))['version']);
  const again = await visitor.submit(thread.link, desk.typed(thread, [100, 0, 20], { version }), {
    on: change,
  });
  assert.equal(again.status, 303);
  assert.deepEqual(
    (await desk.rows(thread)).map(({ hours }) => hours),
    [100, 20],
  );
  assert.deepEqual(await desk.totals(thread), { submitted: 120 * 60, counted: 0 });
  assert.equal((await desk.declaration(thread))['state'], 'submitted');
});

test('training is a part of the total, and the days are kept', async () => {
  const [first] = thread.workers;
  const sent = await desk.visitor().submit(
    thread.link,
    desk.typed(thread, [15, 0, 0], {
      [`formation-${first.contract}`]: '7',
      [`jours-${first.contract}`]: '5/10\u00A0: 8 h\n6\u00A0: 7',
    }),
  );
  assert.equal(sent.status, 303);
  assert.deepEqual(await desk.rows(thread), [{ hours: 15, training: 7, state: 'submitted', counted: 0 }]);
  const kept = await desk.house.admin.query('select days from hour_entry where lot_id = $1', [thread.lot]);
  assert.deepEqual(kept.rows[0].days, [
    { day: '2026-10-05', minutes: 480 },
    { day: '2026-10-06', minutes: 420 },
  ]);
});

test('the same form sent twice is one declaration; its key with other hours is refused', async () => {
  const visitor = desk.visitor();
  const key = hiddenKey((await visitor.get(thread.link)).text);
  const hours = desk.typed(thread, [10, 20, 30]);
  const [one, two] = await Promise.all([
    visitor.submit(thread.link, hours, { key }),
    visitor.submit(thread.link, hours, { key }),
  ]);
  assert.deepEqual([one.status, two.status, two.location], [303, 303, one.location]);
  assert.equal((await desk.rows(thread)).length, 3);
  assert.equal((await desk.declaration(thread))['version'], 2);
  const other = await visitor.submit(thread.link, desk.typed(thread, [11, 20, 30]), { key });
  assert.equal(other.status, 422);
  assert.deepEqual(await desk.totals(thread), { submitted: 60 * 60, counted: 0 });
});

test('two people at once: the second sees the first and keeps her typing', async () => {
  const visitor = desk.visitor();
  const other = desk.visitor(thread.company.session);
  await other.submit(`/declarations/${thread.lot}?mois=2026-10`, desk.typed(thread, [1, 2, 3]), {});
  const late = await visitor.submit(thread.link, desk.typed(thread, [40, 50, 60]), {
    on: `${thread.link}?mois=2026-10&modifier=1`,
  });
  assert.equal(late.status, 409);
  assert.match(late.text, /a envoyé ce mois à 10:00/u);
  assert.match(late.text, /Son envoi compte 6\u00a0h/u);
  assert.match(late.text, /value="40"/u);
  assert.match(late.text, /name="version" value="2"/u);
  assert.deepEqual(
    (await desk.rows(thread)).map(({ hours }) => hours),
    [1, 2, 3],
  );
});

test('a person added while declaring goes to the facilitator, is listed, and counts for zero', async () => {
  const visitor = desk.visitor();
  const added = {
    prenom: 'Inès',
    nom: 'Okoro',
    naissance: '12/04/1999',
    contrat: 'CDD',
    debut: '01/10/2026',
  };
  const sent = await visitor.submit(thread.link, desk.typed(thread, [1, 2, 3], { ...added, 'heures-nouvelle': '35' }));
  assert.equal(sent.status, 303);
  const receipt = await visitor.get(sent.location ?? '');
  assert.match(receipt.text, /comptées pour zéro d’ici là\u00a0: Inès O\./u);
  const person = await desk.house.admin.query(
    `select holder_id, proposed_by, given_name from person where family_name = 'Okoro' and proposed_by = $1`,
    [thread.company.organisation],
  );
  assert.equal(person.rows[0].holder_id, thread.facilitator.organisation);
  assert.deepEqual(await desk.totals(thread), { submitted: 41 * 60, counted: 0 });
  const version = String((await desk.declaration(thread))['version']);
  const twice = await visitor.submit(
    thread.link,
    desk.typed(thread, [1, 2, 3], { ...added, version, 'heures-nouvelle': '35' }),
    { on: `${thread.link}?mois=2026-10&modifier=1` },
  );
  assert.equal(twice.status, 422);
  assert.match(twice.text, /déjà dans votre liste/u);
  const half = await visitor.submit(thread.link, desk.typed(thread, [1, 2, 3], { version, prenom: 'Zoé' }), {
    on: `${thread.link}?mois=2026-10&modifier=1`,
  });
  assert.match(half.text, /Indiquez le nom de famille/u);
  assert.match(half.text, /value="Zoé"/u);
});

test('an account sees what it owes, what it sent and why it came back, and corrects the refused line alone', async () => {
  const company = thread.company.organisation;
  const declaration = await desk.world.aDeclaration(thread, {
    company,
    month: '2026-10',
    state: 'partially-validated',
    reason: 'La fiche de paie de Céline dit 60 h.',
  });
  const [amadou, celine] = thread.workers;
  await desk.world.anEntry({ declaration, contract: amadou.contract, hours: 100, state: 'validated' });
  await desk.world.anEntry({
    declaration,
    contract: celine.contract,
    hours: 70,
    state: 'rejected',
    reason: '60 h lues',
  });
  const visitor = desk.visitor(thread.company.session);
  const list = await visitor.get('/declarations');
  assert.match(list.text, /La fiche de paie de Céline dit 60 h\./u);
  const page = await visitor.get(`/declarations/${declaration}`);
  assert.match(page.text, /Refusée\u00a0: 60 h lues/u);
  assert.match(page.text, /Ligne validée/u);
  assert.doesNotMatch(page.text, new RegExp(`name="heures-${amadou.contract}"`, 'u'));
  const sent = await visitor.submit(`/declarations/${declaration}`, {
    mois: '2026-10',
    version: '1',
    [`heures-${celine.contract}`]: '60',
  });
  assert.equal(sent.status, 303);
  assert.deepEqual(
    (await desk.rows(thread)).map(({ hours, state }) => `${hours} ${state}`),
    ['100 validated', '60 submitted'],
  );
  assert.deepEqual(await desk.totals(thread), { submitted: 160 * 60, counted: 100 * 60 });
});

test('a facilitator types in the place of the company, and it is written so', async () => {
  const visitor = desk.visitor(thread.facilitator.session);
  const choice = await visitor.get(`/lots/${thread.lot}/saisie`);
  assert.match(choice.text, /Bâtir Ouest/u);
  const place = `/lots/${thread.lot}/saisie?entreprise=${thread.company.organisation}&mois=2026-10`;
  const sent = await visitor.submit(
    `/lots/${thread.lot}/saisie`,
    desk.typed(thread, [5, 6, 7], { entreprise: thread.company.organisation }),
    { on: place },
  );
  assert.equal(sent.status, 303);
  const { via, submitted_by: by } = await desk.declaration(thread);
  assert.deepEqual([via, by], ['facilitator', 'Nadia Berthelot']);
  const party = await desk.house.admin.query('select answered_at from lot_party where id = $1', [thread.party]);
  assert.equal(party.rows[0].answered_at, null);
});

test('a structure that lends people declares them itself, and the company sees them without typing them', async () => {
  const { world, house } = desk;
  const structure = await house.world.aMember(
    await house.world.anOrganisation('inclusion', { name: 'ETTI Passerelle' }),
    'inclusion.user',
  );
  await world.aParty(thread, structure.organisation, { role: 'inclusion', under: thread.party });
  const holder = thread.facilitator.organisation;
  const person = await world.aFollowedPerson(holder, { given: 'Lou', family: 'Prêtée' });
  const company = thread.company.organisation;
  const employer = structure.organisation;
  const contract = await world.aContract(thread, { person, holder, company, employer, type: 'CTT' });
  const seen = await desk.visitor().get(thread.link);
  assert.match(seen.text, /Heures déclarées par ETTI Passerelle/u);
  assert.doesNotMatch(seen.text, new RegExp(`heures-${contract}"`, 'u'));
  const visitor = desk.visitor(structure.session);
  const place = `/declarations/${thread.lot}`;
  const page = await visitor.get(`${place}?mois=2026-10`);
  assert.doesNotMatch(page.text, /Amadou/u);
  const sent = await visitor.submit(place, { mois: '2026-10', version: '0', [`heures-${contract}`]: '80' });
  assert.equal(sent.status, 303);
  const forced = await desk
    .visitor()
    .submit(thread.link, desk.typed(thread, [1, 2, 3], { [`heures-${contract}`]: '9' }));
  assert.equal(forced.status, 422);
  assert.match(forced.text, /Ces heures sont déclarées par ETTI Passerelle/u);
  const byCompany = await house.admin.query(
    'select company_id, sum(submitted_minutes) as minutes from hours_delta where lot_id = $1 group by 1',
    [thread.lot],
  );
  assert.deepEqual(byCompany.rows, [{ company_id: employer, minutes: '4800' }]);
});
