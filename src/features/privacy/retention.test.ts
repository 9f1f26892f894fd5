/** Years walked by the clock: told thirty days before, kept after a contact, frozen, then done; totals never move. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { runJob } from '#http/job.ts';
import { visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import { privacyJobs } from './jobs.ts';
import { privacyRoutes } from './routes.ts';

let house: MarketHouse;
let officer: Person;
let holder: string;

before(async () => {
  house = await marketHouse(privacyRoutes);
  officer = await house.world.aMember(house.facilitator.organisation, 'control.dpo');
  holder = house.facilitator.organisation;
});

after(() => house.close());

async function night(day: string): Promise<void> {
  house.clock.set(`${day}T02:30:00Z`);
  await house.admin.query('update session set expires_at = $1, seen_at = $2', [
    new Date(house.clock.now().getTime() + 3_600_000),
    house.clock.now(),
  ]);
  // Whoever answers signs in now and then.
  await house.admin.query('update account set last_sign_in_at = $2 where id = any($1)', [
    [officer.account],
    house.clock.now(),
  ]);
  for (const job of privacyJobs) await runJob(house.house, job);
}

async function candidate(family: string, createdOn: string): Promise<string> {
  const id = await house.thread.aFollowedPerson(holder, { family, eligible: null });
  await house.admin.query('update person set created_at = $2 where id = $1', [id, `${createdOn}T10:00:00Z`]);
  return id;
}

async function noticeOf(person: string) {
  const found = await house.admin.query(
    'select id, deed, due_on::text as due, state, version from retention_notice where person_id = $1 order by created_at desc',
    [person],
  );
  return found.rows[0];
}

test('a candidate never hired is told of thirty days before two years, then deleted', async () => {
  const person = await candidate('Zzcandidat', '2024-12-31');
  await night('2026-11-30');
  assert.equal(await noticeOf(person), undefined);
  await night('2026-12-01');
  assert.deepEqual([(await noticeOf(person)).deed, (await noticeOf(person)).due], ['delete', '2026-12-31']);
  const letters = await house.admin.query("select recipient from outbox where template = 'retention-notice'");
  assert.deepEqual(
    letters.rows.map(({ recipient }) => recipient),
    [officer.email],
  );
  assert.match((await visit(house.app, officer).get('/donnees/conservation')).text, /Zzcandidat/);
  await night('2026-12-30');
  assert.equal((await house.admin.query('select from person where id = $1', [person])).rowCount, 1);
  await night('2026-12-31');
  assert.equal((await house.admin.query('select from person where id = $1', [person])).rowCount, 0);
  assert.equal(
    (await house.admin.query("select from audit_event where action = 'person.deleted' and subject_id = $1", [person]))
      .rowCount,
    1,
  );
});

test('kept after a contact Guichet does not know: two years run again from it', async () => {
  const person = await candidate('Zzgardee', '2025-02-01');
  await night('2027-01-15');
  const notice = await noticeOf(person);
  const page = `/donnees/conservation/${notice.id}`;
  const keep = (contact: string) =>
    visit(house.app, officer).submit(`${page}/garder`, { version: String(notice.version), contact }, { on: page });
  assert.equal((await keep('2027-02-01')).status, 422);
  assert.equal((await keep('2024-01-01')).status, 422);
  assert.equal((await keep('2027-01-10')).status, 303);
  await night('2027-02-20');
  assert.equal((await house.admin.query('select from person where id = $1', [person])).rowCount, 1);
  assert.equal((await noticeOf(person)).state, 'kept');
  await night('2028-12-12');
  assert.deepEqual([(await noticeOf(person)).state, (await noticeOf(person)).due], ['open', '2029-01-11']);
});

test('a file written meanwhile lets the notice lapse', async () => {
  const person = await candidate('Zzrevenue', '2027-01-10');
  await night('2028-12-20');
  assert.equal((await noticeOf(person)).state, 'open');
  await house.admin.query(
    `insert into eligibility (person_id, holder_id, verdict, from_day, rule_code, rule_version, decided_on, created_at)
     values ($1, $2, 'eligible', '2028-12-21', 'DELD', 'v', '2028-12-21', '2028-12-21')`,
    [person, holder],
  );
  await night('2029-01-25');
  assert.equal((await noticeOf(person)).state, 'lapsed');
  assert.equal((await house.admin.query('select from person where id = $1', [person])).rowCount, 1);
});

test('a hold with its reason, author and end suspends; lifted, what was told is done', async () => {
  const person = await candidate('Zzgelee', '2027-06-01');
  await night('2029-05-10');
  const holds = '/donnees/gels';
  const set = (fields: Record<string, string>) =>
    visit(house.app, officer).submit(
      holds,
      { cible: `person:${person}`, ground: 'esf', reason: 'Contrôle européen', untilDay: '2031-12-31', ...fields },
      { on: `${holds}?cible=person:${person}` },
    );
  assert.equal((await set({ reason: '' })).status, 422);
  assert.equal((await set({ untilDay: '2029-01-01' })).status, 422);
  assert.equal((await set({ cible: `person:${house.facilitator.account}` })).status, 422);
  assert.equal((await set({})).status, 303);
  await night('2029-06-15');
  assert.equal((await house.admin.query('select from person where id = $1', [person])).rowCount, 1);
  assert.match((await visit(house.app, officer).get('/donnees/conservation')).text, /Gelée/);
  const hold = (await house.admin.query('select id from legal_hold where person_id = $1', [person])).rows[0].id;
  const lift = await visit(house.app, officer).submit(`${holds}/${hold}/lever`, { version: '1' }, { on: holds });
  assert.equal(lift.status, 303, lift.text);
  await night('2029-06-16');
  assert.equal((await house.admin.query('select from person where id = $1', [person])).rowCount, 0);
});

test('a duration is chosen between its bounds and counts at once', async () => {
  const set = (months: string, rule = 'candidate') =>
    visit(house.app, officer).submit('/donnees/conservation', { rule, months, reason: 'Délibération' });
  assert.match((await set('5')).text, /entre 6 et 24/);
  assert.equal((await set('60', 'proof-works')).status, 422);
  assert.equal((await set('6')).status, 303);
  const person = await candidate('Zzcourte', '2029-06-20');
  await night('2029-11-21');
  assert.equal((await noticeOf(person)).due, '2029-12-21');
});

test('an account that sleeps is told, wakes by one sign-in, else loses its address and keeps its signed name', async () => {
  const sleeper = await house.world.aMember(holder, 'facilitator.clerk', {
    name: 'Zzdormeur',
    email: 'zzdormeur@exemple.test',
  });
  const signer = await house.world.aMember(holder, 'facilitator.facilitator', {
    name: 'Zzsignataire',
    email: 'zzsignataire@exemple.test',
  });
  const woken = await house.world.aMember(holder, 'facilitator.clerk', { name: 'Zzréveil' });
  await house.admin.query(
    "update account set created_at = '2028-01-01', last_sign_in_at = '2028-01-10' where id = any($1)",
    [[sleeper.account, signer.account, woken.account]],
  );
  const person = await candidate('Zzdecidee', '2029-12-01');
  await house.admin.query(
    `insert into eligibility (person_id, holder_id, verdict, from_day, rule_code, rule_version, decided_on, decided_by)
     values ($1, $2, 'eligible', '2029-12-01', 'DELD', 'v', '2029-12-01', $3)`,
    [person, holder, signer.account],
  );
  await night('2029-12-12');
  await house.admin.query("update account set last_sign_in_at = '2029-12-20' where id = $1", [woken.account]);
  await night('2030-01-12');
  const accounts = await house.admin.query(
    'select id, name, email, erased_at is not null as erased from account where id = any($1)',
    [[sleeper.account, signer.account, woken.account]],
  );
  const of = (id: string) => accounts.rows.find((row) => row.id === id);
  assert.deepEqual([of(sleeper.account).name, of(sleeper.account).erased], ['Compte effacé', true]);
  assert.deepEqual([of(signer.account).name, of(signer.account).erased], ['Zzsignataire', true]);
  assert.match(of(signer.account).email, /@guichet\.invalid$/);
  assert.equal(of(woken.account).erased, false);
});

test('whatever the lives, totals are the same before and after', async () => {
  const life = fc.record({
    works: fc.boolean(),
    ends: fc.constantFrom('2016-06-30', '2022-06-30', '2028-06-30'),
    hours: fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 0, maxLength: 3 }),
    validated: fc.boolean(),
    commune: fc.constantFrom('Nantes', 'Laval'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(life, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('2030-02-01', '2034-02-01'),
      async (lives, day) => {
        for (const one of lives) await live(one);
        const sums = await totals();
        await night(day);
        await night(`${day.slice(0, 4)}-03-15`);
        assert.deepEqual(await totals(), sums);
      },
    ),
    { numRuns: 6 },
  );
  assert.ok(
    (await house.admin.query('select from person where anonymised_at is not null')).rowCount,
    'some were anonymised',
  );
});

async function live(one: {
  works: boolean;
  ends: string;
  hours: number[];
  validated: boolean;
  commune: string;
}): Promise<void> {
  const market = await house.thread.aMarket({ keeper: holder, buyer: house.buyer.organisation, endsOn: null });
  await house.admin.query("update market set starts_on = '2015-01-01', ccag = $2, ends_on = $3 where id = $1", [
    market,
    one.works ? 'works' : 'none',
    one.ends,
  ]);
  const place = await house.thread.aLot({ market, endsOn: null });
  const person = await candidate('Zzvecue', '2015-01-05');
  await house.admin.query('update person set commune = $2 where id = $1', [person, one.commune]);
  const contract = await house.thread.aContract(place, {
    person,
    holder,
    company: house.company.organisation,
    startsOn: '2015-01-05',
    plannedEndOn: '2016-01-31',
  });
  await house.admin.query(
    "update employment_contract set ended_on = '2016-01-31', end_reason = 'term', state = 'ended', created_at = '2015-01-05' where id = $1",
    [contract],
  );
  for (const [index, hours] of one.hours.entries()) {
    const declaration = await house.thread.aDeclaration(place, {
      company: house.company.organisation,
      month: `2015-0${index + 2}`,
      state: 'submitted',
    });
    const entry = await house.thread.anEntry({
      declaration,
      contract,
      hours,
      state: one.validated ? 'validated' : 'submitted',
    });
    await house.admin.query("update hour_entry set created_at = '2015-06-01' where id = $1", [entry]);
  }
}

async function totals(): Promise<unknown> {
  const found = await house.admin.query(`
    select e.market_id, e.month, c.type, sum(e.worked_minutes + e.training_minutes)::int as minutes, sum(e.counted_minutes)::int as counted,
      count(distinct e.person_id)::int as people
    from hour_entry e join employment_contract c on c.id = e.contract_id group by 1, 2, 3
    union all select market_id, month, contract_type, sum(submitted_minutes)::int, sum(counted_minutes)::int, 0 from hours_delta group by 1, 2, 3
    union all select market_id, '', state, count(*)::int, 0, count(distinct person_id)::int from employment_contract group by 1, 2, 3
    order by 1, 2, 3, 4`);
  return found.rows;
}
