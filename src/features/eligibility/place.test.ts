/** Addresses, districts, levels and numbers; what each position reads of them, down to the rows. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { visit } from '#tests/visitor.ts';
import { aDecision, anImport } from '#tests/world-eligibility.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { Thread } from '#tests/world-thread.ts';
import type { Person } from '#tests/world.ts';
import { eligibilityRoutes } from './routes.ts';

let house: MarketHouse;
let thread: Thread;
const nantes: [number, number] = [-1.554, 47.218];

before(async () => {
  house = await marketHouse(eligibilityRoutes);
  thread = await house.thread.aThread();
});
after(() => house.close());

const row = async (query: string, values: unknown[] = []) => (await house.admin.query(query, values)).rows[0];

async function post(person: string, path: string, fields: Record<string, string>) {
  const page = `/personnes/${person}/situation`;
  return visit(house.app, thread.facilitator).submit(`/personnes/${person}/${path}`, fields, { on: page });
}

async function located(address = '12 rue des Tilleuls 44000 Nantes'): Promise<string> {
  const person = await house.thread.aFollowedPerson(thread.facilitator.organisation, { eligible: null });
  const sent = await post(person, 'adresse', { address, 'address-texte': address });
  assert.equal(sent.status, 303);
  return person;
}

async function hired(person: string, startsOn = '2026-11-02') {
  const holder = thread.facilitator.organisation;
  await visit(house.app, thread.facilitator).submit(`/personnes/${person}/contrats/nouveau`, {
    lot: thread.lot,
    companyId: thread.company.organisation,
    method: 'direct-hire',
    type: 'CDI',
    startsOn,
  });
  return row('select * from contract_residence where person_id = $1 and holder_id = $2', [person, holder]);
}

test('an address is proposed while typing, chosen, and located again by the server', async () => {
  const visitor = visit(house.app, thread.facilitator);
  const proposed = await visitor.get(`/adresses/propositions?q=${encodeURIComponent('12 rue des Tilleuls Nantes')}`);
  const { options } = JSON.parse(proposed.text);
  assert.equal(options.length, 1);
  const person = await located(options[0].value);
  const kept = await row('select commune, commune_code, precise from person_residence where person_id = $1', [person]);
  assert.deepEqual(kept, { commune: 'Nantes', commune_code: '44109', precise: true });
  const page = await visitor.get(`/personnes/${person}/situation`);
  assert.match(page.text, /les contours officiels de cette commune ne sont pas importés/);
});

test('without scripts the addresses found are offered, and nothing is kept until one is chosen', async () => {
  const person = await house.thread.aFollowedPerson(thread.facilitator.organisation, { eligible: null });
  const offered = await post(person, 'adresse', {
    'address-texte': '3 allée des Érables, Nantes',
    address: '',
    chercher: 'address',
  });
  assert.equal(offered.status, 422);
  assert.match(offered.text, /<option value="3 allée des Érables/);
  assert.equal(await row('select person_id from person_residence where person_id = $1', [person]), undefined);
  for (const [typed, says] of [
    ['', /Écrivez l’adresse/],
    ['nulle part au monde', /Aucune adresse ne correspond/],
    ['1 85 05 78 006 084 91', /sécurité sociale/],
  ] as const) {
    const sent = await post(person, 'adresse', { 'address-texte': typed, address: '' });
    assert.equal(sent.status, 422, typed);
    assert.match(sent.text, says);
  }
});

test('without outlines the district is unknown; with them it is yes or no, and the hire keeps its own answer', async () => {
  const before = await hired(await located());
  assert.deepEqual([before.district, before.vintage, before.commune_code], ['unknown', 2024, '44109']);
  const list = await anImport(house.admin, { state: 'in-force', around: nantes });
  const inside = await located();
  assert.deepEqual(
    (({ district, district_code, vintage, source }) => ({ district, district_code, vintage, source }))(
      await hired(inside),
    ),
    { district: 'yes', district_code: 'QN04401M', vintage: 2024, source: 'ANCT' },
  );
  const page = await visit(house.app, thread.facilitator).get(`/personnes/${inside}/situation`);
  assert.match(page.text, /En quartier prioritaire\u00a0: Les Tilleuls/);
  await house.admin.query('update district_outline set west = 3, east = 4, polygons = $2 where import_id = $1', [
    list,
    '[[[[3,47],[4,47],[4,48],[3,47]]]]',
  ]);
  assert.equal((await hired(await located())).district, 'no');
  assert.equal(
    (await hired(await located('12 rue des Tilleuls 59000 Lille'))).district,
    'unknown',
    'another département',
  );
  assert.equal((await hired(await located('Nantes 44000'))).district, 'unknown', 'only the town is known');
  assert.equal((await hired(await located(), '2023-12-31')).vintage, 2015, 'the list in force that day');
  const moved = await row('select district from contract_residence where person_id = $1', [inside]);
  assert.equal(moved.district, 'yes', 'what was true at hire stays');
  assert.deepEqual(house.failures, []);
});

test('P4: a resident of a district who has a job elsewhere is not eligible for it, without one she is', async () => {
  await house.admin.query("update district_import set state = 'withdrawn' where state = 'in-force'");
  await anImport(house.admin, { state: 'in-force', around: nantes });
  const person = await located();
  const path = `/personnes/${person}/eligibilite`;
  const fields = {
    situation: 'DISTRICT',
    'date-DISTRICT': '2026-10-01',
    fromDay: '2026-11-18',
    type: 'CDD',
    courante: '',
    verdict: 'eligible',
  };
  const visitor = visit(house.app, thread.facilitator);
  assert.equal((await visitor.submit(path, { ...fields, employedElsewhere: 'oui' })).status, 422);
  assert.equal((await visitor.submit(path, { ...fields, employedElsewhere: 'non' })).status, 303);
});

test('a level keeps its scale; numbers are checked by their format and replaced, never a social security number', async () => {
  const person = await located();
  assert.equal((await post(person, 'niveau', { training: 'former:III' })).status, 303);
  const level = await row('select training_scale, training_value from person_profile where person_id = $1', [person]);
  assert.deepEqual(level, { training_scale: 'former', training_value: 'III' });
  assert.equal((await post(person, 'niveau', { training: 'national:III' })).status, 422);
  assert.equal((await post(person, 'numeros', { kind: 'pass-iae', number: '99999 1234567' })).status, 303);
  assert.equal((await post(person, 'numeros', { kind: 'pass-iae', number: '99999 7654321' })).status, 303);
  const nir = await post(person, 'numeros', { kind: 'france-travail', number: '1 85 05 78 006 084 91' });
  assert.equal(nir.status, 422);
  assert.match(nir.text, /sécurité sociale/);
  const numbers = await house.admin.query(
    'select value from person_number where person_id = $1 and removed_at is null',
    [person],
  );
  assert.deepEqual(numbers.rows, [{ value: '999997654321' }]);
  const entries = await house.admin.query(
    "select entry from audit_event where subject_id = $1 and action like 'person.%'",
    [person],
  );
  for (const { entry } of entries.rows) assert.doesNotMatch(entry, /7654321|Tilleuls|III/);
});

async function rowsAs(person: Person, query: string): Promise<number> {
  const client = await house.fresh.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      "select set_config('role', 'guichet_app', true), set_config('app.organisation', $1, true), set_config('app.account', $2, true)",
      [person.organisation, person.account],
    );
    return (await client.query(query)).rowCount ?? 0;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('the rows themselves: reasons, papers and numbers for those who decide, to the prescriber what it supplied, to nobody else', async () => {
  const { person } = thread.workers[2];
  const prescriber = await house.world.aMember(await house.world.anOrganisation('prescriber'), 'prescriber.user');
  await aDecision(house.admin, { person, document: randomUUID(), suppliedBy: prescriber.organisation });
  await house.admin.query(
    `insert into person_number (person_id, holder_id, kind, value) select id, holder_id, 'pass-iae', '999991234567' from person where id = $1`,
    [person],
  );
  const own = thread.facilitator.organisation;
  const seats = {
    facilitator: thread.facilitator,
    accompaniment: await house.world.aMember(own, 'facilitator.accompaniment'),
    clerk: await house.world.aMember(own, 'facilitator.clerk'),
    steering: await house.world.aMember(own, 'facilitator.steering'),
    auditor: await house.world.aMember(own, 'control.auditor'),
    buyer: thread.buyer,
    company: thread.company,
    stranger: house.stranger,
    prescriber,
  };
  const tables = ['eligibility_reason', 'eligibility_proof', 'eligibility_document', 'person_number'];
  for (const [seat, someone] of Object.entries(seats)) {
    const decides = seat === 'facilitator' || seat === 'accompaniment';
    for (const table of tables) {
      const column = table === 'eligibility_document' ? 'holder_id' : 'person_id';
      const value = table === 'eligibility_document' ? own : person;
      const expected = decides || (seat === 'prescriber' && table === 'eligibility_proof') ? 1 : 0;
      assert.equal(
        await rowsAs(someone, `select from ${table} where ${column} = '${value}'`),
        expected,
        `${seat} ${table}`,
      );
    }
  }
});

test('who enters hours and the company know the answer, never why', async () => {
  const { person } = thread.workers[2];
  const clerk = await house.world.aMember(thread.facilitator.organisation, 'facilitator.clerk');
  const file = await visit(house.app, clerk).get(`/personnes/${person}`);
  assert.match(file.text, /Éligible jusqu’au/);
  assert.doesNotMatch(file.text, /RSA|Bénéficiaire/);
  const own = await visit(house.app, thread.company).get('/mes-marches');
  assert.match(own.text, /Éligible jusqu’au/);
  assert.doesNotMatch(own.text, /RSA|Bénéficiaire/);
});

test('a kept document goes when its time has passed, and what was seen of it stays', async () => {
  const { person } = thread.workers[1];
  const gone = randomUUID();
  const kept = randomUUID();
  await aDecision(house.admin, { person, document: gone, keepUntil: '2026-11-17' });
  await aDecision(house.admin, { person, criterion: 'ASS', document: kept, keepUntil: '2026-11-18' });
  const client = await house.fresh.pool.connect();
  try {
    await client.query("begin; select set_config('role', 'guichet_job', true)");
    await client.query("delete from eligibility_document where keep_until < '2026-11-18'");
    await client.query('commit');
  } finally {
    client.release();
  }
  const left = await house.admin.query('select id from eligibility_document where id = any($1)', [[gone, kept]]);
  assert.deepEqual(left.rows, [{ id: kept }]);
});
