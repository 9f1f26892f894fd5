/** Two files of one person: found, compared, merged in one go, given back whole; other structures stay out of sight. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runJob } from '#http/job.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { createPlacementWorld } from '#tests/world-placements.ts';
import type { PlacementWorld } from '#tests/world-placements.ts';
import { createReferralWorld } from '#tests/world-referrals.ts';
import type { ReferralWorld } from '#tests/world-referrals.ts';
import type { Thread } from '#tests/world-thread.ts';
import type { Person } from '#tests/world.ts';
import { duplicateJobs } from './jobs.ts';

let house: TestHouse;
let build: ReferralWorld;
let thread: Thread;
let recruiting: PlacementWorld;
let prescriber: Person;
let other: Person;

before(async () => {
  house = await testHouse();
  build = createReferralWorld(house);
  recruiting = createPlacementWorld(house);
  thread = await build.thread.aThread();
  ({ prescriber, other } = await build.aTerritory());
  await build.aPartner(thread.facilitator.organisation, prescriber.organisation);
  await build.aPartner(thread.facilitator.organisation, other.organisation);
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

/** Tables whose rows go with a person. A new one with a reference to a person is found by the merge itself; name it here once looked at. */
const followed = [
  'contract_residence',
  'eligibility',
  'eligibility_proof',
  'eligibility_reason',
  'employment_contract',
  'exit_situation',
  'hour_entry',
  'hours_certificate',
  'legal_hold',
  'next_contract',
  'obstacle',
  'person_access',
  'person_distinct',
  'person_merge',
  'person_number',
  'person_profile',
  'person_residence',
  'placement',
  'platform_candidate',
  'pool_profile',
  'referral',
  'referral_feedback',
  'retention_notice',
  'rights_request',
  'session_registration',
  'skill',
  'tripartite_report',
  'visit',
  'work_evaluation',
];

test('every table that refers to a person is known to the merge, with a key', async () => {
  const found = await house.admin.query('select place::text, link, keys from person_references() order by 1');
  assert.deepEqual([...new Set(found.rows.map(({ place }) => place))], followed);
  for (const { place, keys } of found.rows) assert.ok(keys !== null && keys.length > 0, `${place} has no primary key`);
  const named = await house.admin.query(
    `select table_name from information_schema.columns
     where table_schema = 'public' and column_name = 'person_id' and table_name not in (select place::text from person_references())`,
  );
  assert.deepEqual(named.rows, [], 'a person_id without a reference would be left behind');
});

let lots = 10;

/** A worked, sealed, decided, pooled, proposed person, and her twin proposed by somebody else. */
async function aPair(family: string): Promise<{ kept: string; removed: string }> {
  const holder = thread.facilitator.organisation;
  const kept = await build.aReferral(
    { holder, prescriber: prescriber.organisation },
    { family, given: 'Amadou', eligible: true, state: 'in-pool' },
  );
  const twin = await build.aReferral(
    { holder, prescriber: other.organisation },
    { family: family.toUpperCase(), given: 'amadou', eligible: true },
  );
  const contract = await build.thread.aContract(thread, {
    person: twin.person,
    holder,
    company: thread.company.organisation,
    startsOn: '2026-02-01',
  });
  const month = `2026-0${2 + (family.length % 7)}`;
  const lot = await build.thread.aLot({ market: thread.market, number: (lots += 1) });
  const declaration = await build.thread.aDeclaration(lot, {
    company: thread.company.organisation,
    month,
    state: 'locked',
  });
  await build.thread.anEntry({ declaration, contract, hours: 35, state: 'locked' });
  for (const person of [kept.person, twin.person]) await build.aProfile(holder, person);
  await build.aMeeting(holder, { people: [kept.person, twin.person] });
  await presentBoth(kept.person, twin.person);
  await house.admin.query("insert into referral_feedback (person_id, holder_id, what, at) values ($1, $2, 'met', $3)", [
    twin.person,
    holder,
    house.clock.now(),
  ]);
  return { kept: kept.person, removed: twin.person };
}

/** Both on the same post, each with what hangs on a candidate. */
async function presentBoth(one: string, other: string): Promise<void> {
  const { organisation: holder } = thread.facilitator;
  const { organisation: company } = thread.company;
  const offer = await recruiting.anOffer(thread, { facilitator: holder, company });
  for (const person of [one, other]) {
    const placement = await recruiting.aPlacement(offer, { person, holder, company, state: 'interview' });
    const own = { placement_id: placement, holder_id: holder, company_id: company };
    const rows: Record<string, Record<string, unknown>> = {
      placement_step: { from_state: 'proposed', to_state: 'interview', side: 'company' },
      interview: { starts_at: '2026-12-01T09:00:00Z', place: 'Salle 2' },
      pre_hire_training: {
        kind: 'CARED',
        organiser: 'AFPA',
        starts_on: '2026-11-02',
        ends_on: '2026-11-06',
        minutes: 2100,
        counted: true,
        rule_version: 'national/training-before-hire',
      },
      welcome_sheet: {
        first_day: '2026-12-07',
        first_time: '08:00',
        address: '1 quai des Docks',
        receives: 'Léa Prat',
      },
    };
    for (const [table, more] of Object.entries(rows)) {
      const row = { ...own, ...more };
      const names = Object.keys(row);
      await house.admin.query(
        `insert into ${table} (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
        Object.values(row),
      );
    }
  }
}

/** They refer to a candidate, not to a person. */
const ofCandidates = ['interview', 'placement_step', 'pre_hire_training', 'welcome_sheet'];

async function everything(people: readonly string[]): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of ['person', ...followed.filter((name) => name !== 'person_merge')]) {
    const link = table === 'person' ? 'id' : table === 'person_distinct' ? 'one_id' : 'person_id';
    const found = await house.admin.query(
      `select to_jsonb(t) - 'version' as row from ${table} t where ${link} = any($1) order by to_jsonb(t)::text`,
      [people],
    );
    all[table] = found.rows.map(({ row }) => row);
  }
  for (const table of ofCandidates) {
    const found = await house.admin.query(
      `select to_jsonb(t) as row from ${table} t
       where placement_id in (select id from placement where person_id = any($1)) order by to_jsonb(t)::text`,
      [people],
    );
    all[table] = found.rows.map(({ row }) => row);
  }
  return all;
}

async function merge(kept: string, removed: string, more: Record<string, string> = {}) {
  const versions = await house.admin.query('select id, version from person where id = any($1)', [[kept, removed]]);
  const versionOf = (id: string) => String(versions.rows.find((row) => row.id === id)?.version ?? 1);
  const on = `/doublons/${kept}?avec=${removed}`;
  return visit(house.app, thread.facilitator).submit(
    `/doublons/${kept}/fusionner`,
    { avec: removed, version: versionOf(kept), versionAvec: versionOf(removed), ...more },
    { on },
  );
}

test('the list shows pairs of one’s own structure, the certain ones first', async () => {
  const { kept } = await aPair('Liste');
  const far = await house.world.aMember(await house.world.anOrganisation('facilitator'), 'facilitator.facilitator');
  await build.thread.aFollowedPerson(far.organisation, { family: 'Liste', given: 'Amadou' });
  const { text } = await visit(house.app, thread.facilitator).get('/doublons');
  assert.match(text, /LISTE amadou|Liste Amadou/);
  assert.match(text, /Même nom, même naissance/);
  assert.doesNotMatch((await visit(house.app, far).get('/doublons')).text, /Liste/);
  assert.equal((await visit(house.app, far).get(`/doublons/${kept}`)).status, 404);
});

test('a merge moves contracts, sealed hours, decisions, proposals and news; the undo gives all back', async () => {
  const { kept, removed } = await aPair('Fusion');
  const before = await everything([kept, removed]);
  const page = await visit(house.app, thread.facilitator).get(`/doublons/${kept}?avec=${removed}`);
  assert.match(page.text, /Fiche gardée/);
  const sent = await merge(kept, removed, { 'choix-familyName': 'autre' });
  assert.equal(sent.status, 303, sent.text);
  const after = await everything([kept, removed]);
  assert.equal(after['person']?.length, 1);
  assert.match(JSON.stringify(after['person']), /FUSION/);
  for (const table of ['employment_contract', 'hour_entry', 'eligibility', 'referral', 'referral_feedback']) {
    assert.equal(after[table]?.length, before[table]?.length, table);
    assert.doesNotMatch(JSON.stringify(after[table]), new RegExp(removed), table);
  }
  for (const table of ['pool_profile', 'platform_candidate', 'placement', 'interview', 'welcome_sheet'])
    assert.equal(after[table]?.length, 1, `${table}: one is enough`);
  for (const table of ['placement_step', 'pre_hire_training']) assert.equal(after[table]?.length, 2, table);
  const open = await house.admin.query('select id from eligibility where person_id = $1 and ended_on is null', [kept]);
  assert.equal(open.rowCount, 1, 'one decision in force');
  const acts = await house.admin.query(
    "select entry from audit_event where action = 'person.merged' and subject_id = $1",
    [kept],
  );
  assert.doesNotMatch(acts.rows[0].entry, /fusion"|FUSION|Amadou/);
  const done = await house.admin.query('select id from person_merge where kept_id = $1', [kept]);
  const undo = `/fusions/${done.rows[0].id}/annuler`;
  const stranger = await house.world.aMember(
    await house.world.anOrganisation('facilitator'),
    'facilitator.facilitator',
  );
  assert.equal((await visit(house.app, stranger).submit(undo, {}, { on: '/doublons' })).status, 404);
  const undone = await visit(house.app, thread.facilitator).submit(undo, {}, { on: '/doublons' });
  assert.equal(undone.status, 303, undone.text);
  assert.deepEqual(await everything([kept, removed]), before);
  assert.equal((await visit(house.app, thread.facilitator).submit(undo, {}, { on: '/doublons' })).status, 422);
});

test('the candidate who was hired stays hired, whichever file is kept', async () => {
  const { kept, removed } = await aPair('Embauche');
  const contract = await house.admin.query('select id from employment_contract where person_id = $1', [removed]);
  await house.admin.query("update placement set state = 'hired', contract_id = $2 where person_id = $1", [
    removed,
    contract.rows[0].id,
  ]);
  const before = await everything([kept, removed]);
  assert.equal((await merge(kept, removed)).status, 303);
  const states = async (person: string) =>
    (await house.admin.query('select state, contract_id from placement where person_id = $1', [person])).rows;
  assert.deepEqual(await states(kept), [{ state: 'hired', contract_id: contract.rows[0].id }]);
  await undoOf(removed);
  assert.deepEqual(await everything([kept, removed]), before);
});

test('merged twice, the first merge is undone: neither identity goes to somebody else', async () => {
  const holder = thread.facilitator.organisation;
  const first = await aPair('Double');
  const third = await build.thread.aFollowedPerson(holder, { family: 'Tierce', given: 'Nora' });
  assert.equal((await merge(first.kept, first.removed)).status, 303);
  assert.equal((await merge(third, first.kept, { 'choix-familyName': 'autre' })).status, 303);
  const named = async () =>
    (await house.admin.query('select family_name, given_name from person where id = $1', [third])).rows[0];
  const before = await named();
  assert.equal((await undoOf(first.removed)).status, 303);
  assert.deepEqual(await named(), before);
  const back = await house.admin.query('select family_name from person where id = $1', [first.removed]);
  assert.deepEqual(back.rows, [{ family_name: 'DOUBLE' }]);
  assert.equal((await undoOf(first.kept)).status, 303);
  assert.equal((await named()).family_name, 'Tierce');
});

async function undoOf(removed: string) {
  const done = await house.admin.query('select id from person_merge where removed_id = $1', [removed]);
  return visit(house.app, thread.facilitator).submit(`/fusions/${done.rows[0].id}/annuler`, {}, { on: '/doublons' });
}

test('each prescriber keeps her own words and her own candidate through a merge', async () => {
  const { kept, removed } = await aPair('Paroles');
  assert.equal((await merge(kept, removed)).status, 303);
  const own = await house.admin.query(
    "select id, person_id from referral where prescriber_id = $1 and family_name = 'PAROLES'",
    [other.organisation],
  );
  assert.equal(own.rows[0].person_id, kept);
  const page = await visit(house.app, other).get(`/candidats/${own.rows[0].id}`);
  assert.match(page.text, /PAROLES amadou/);
  assert.doesNotMatch(page.text, /Mission locale|Paroles Amadou/);
});

test('what was done since the merge stays with the file kept', async () => {
  const { kept, removed } = await aPair('Depuis');
  await merge(kept, removed);
  const holder = thread.facilitator.organisation;
  const contract = await build.thread.aContract(thread, {
    person: kept,
    holder,
    company: thread.company.organisation,
    startsOn: '2026-09-01',
  });
  const done = await house.admin.query('select id from person_merge where kept_id = $1', [kept]);
  await visit(house.app, thread.facilitator).submit(`/fusions/${done.rows[0].id}/annuler`, {}, { on: '/doublons' });
  const found = await house.admin.query('select person_id from employment_contract where id = $1', [contract]);
  assert.equal(found.rows[0].person_id, kept);
});

test('after the delay a merge is final, and what undid it is forgotten', async () => {
  const { kept, removed } = await aPair('Tard');
  await merge(kept, removed);
  const done = await house.admin.query('select id from person_merge where kept_id = $1', [kept]);
  house.clock.walk(15 * 86_400_000);
  for (const job of duplicateJobs) await runJob(house.house, job);
  const snapshot = await house.admin.query('select snapshot from person_merge where id = $1', [done.rows[0].id]);
  assert.equal(snapshot.rows[0].snapshot, null);
  const colleague = await house.world.aMember(thread.facilitator.organisation, 'facilitator.facilitator');
  const late = await visit(house.app, colleague).submit(`/fusions/${done.rows[0].id}/annuler`, {}, { on: '/doublons' });
  assert.equal(late.status, 422);
  assert.match(late.text, /ne peut plus être annulée/);
});

test('two files said to be two people leave the list; a changed file, another structure’s or the same one is refused', async () => {
  const { kept, removed } = await aPair('Jumelles');
  const colleague = await house.world.aMember(thread.facilitator.organisation, 'facilitator.accompaniment');
  const visitor = visit(house.app, colleague);
  const on = `/doublons/${kept}?avec=${removed}`;
  const path = `/doublons/${kept}/fusionner`;
  const fields = { avec: removed, version: '7', versionAvec: '1' };
  assert.equal((await visitor.submit(path, fields, { on })).status, 409);
  assert.equal((await visitor.submit(path, { ...fields, avec: kept, version: '1' }, { on })).status, 422);
  const foreign = await build.thread.aFollowedPerson(await house.world.anOrganisation('facilitator'), {
    family: 'Jumelles',
  });
  assert.equal((await visitor.submit(path, { ...fields, avec: foreign, version: '1' }, { on })).status, 404);
  assert.equal((await visitor.submit(`/doublons/${kept}/distinguer`, { avec: removed }, { on })).status, 303);
  assert.doesNotMatch((await visitor.get('/doublons')).text, /Jumelles/);
  const clerk = await house.world.aMember(thread.facilitator.organisation, 'facilitator.clerk');
  assert.equal((await visit(house.app, clerk).get('/doublons')).status, 403);
});
