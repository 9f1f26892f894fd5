/** G19: a copy of one's data is whole, an erasure leaves no trace, totals stay, the journal stays whole, a restore erases again. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cardOf } from '#domain/register.ts';
import { findChainBreaks } from '#db/audit-chain.ts';
import { copyPerson } from '#db/personal-copy.ts';
import { erasePerson } from '#db/erase-person.ts';
import { inTransaction } from '#db/transaction.ts';
import { copyAsCsv, copyAsJson } from '#http/personal-copy.tsx';
import { overPool } from '../src/open-house.ts';
import { visit } from './visitor.ts';
import { rowsInEveryTable } from './world-everywhere.ts';
import { findWords, markEverywhere } from './world-privacy.ts';
import type { MarketHouse } from './world-markets.ts';
import { marketHouse } from './world-markets.ts';
import type { Thread } from './world-thread.ts';

let house: MarketHouse;
let thread: Thread;
let person: string;
let words: string[];
/** Those that a copy must hold, whatever becomes of them. */
let copied: string[];
let former: unknown;

const identity = {
  family: 'Zzcanarifamille',
  given: 'Zzcanariprenom',
  phone: '+33639981234',
  email: 'zzcanari@exemple.test',
};

before(async () => {
  house = await marketHouse([]);
  thread = await house.thread.aThread();
  const { admin, world } = house;
  const holder = thread.facilitator.organisation;
  const boss = await world.aMember(holder, 'facilitator.admin');
  person = thread.workers[0].person;
  await admin.query(
    `update person set family_name = $2, given_name = $3, folded_name = 'zzcanarifamille zzcanariprenom', email = $4, phone = $5,
       commune = 'Zzcanaricommune', commune_code = '44109', birth_date = '1991-07-13' where id = $1`,
    [person, identity.family, identity.given, identity.email, identity.phone],
  );
  await rowsEverywhere(boss.account);
  await act(boss.session);
  // A month or a mark keeps its shape; everything else that is free text carries a word of its own.
  const shaped = ['month', 'from_month', 'until_month', 'code_hash', 'signature'];
  const marked = await markEverywhere(admin, {
    person,
    only: (table, column) => table !== 'person' && !shaped.includes(column),
  });
  const own = [identity.family, identity.given, '639981234', identity.email, 'Zzcanaricommune', '1991-07-13'];
  copied = [...marked.map(({ word }) => word), ...own];
  words = [...marked.filter(({ table, column }) => goes(table, column)).map(({ word }) => word), ...own];
  former = await totals();
});

after(() => house.close());

/** One row at least in every table that refers to a person, so that no table is tested empty. */
async function rowsEverywhere(account: string): Promise<void> {
  const { admin } = house;
  const holder = thread.facilitator.organisation;
  const [worker] = thread.workers;
  const declaration = await house.thread.aDeclaration(thread, {
    company: thread.company.organisation,
    month: '2026-03',
    state: 'validated',
  });
  const entry = await house.thread.anEntry({
    declaration,
    contract: worker.contract,
    hours: 70,
    state: 'validated',
    reason: 'x',
    days: [{ day: '2026-03-02', minutes: 480 }],
  });
  await admin.query('insert into hour_allocation (entry_id, lot_id, market_id, minutes) values ($1, $2, $3, 4200)', [
    entry,
    thread.lot,
    thread.market,
  ]);
  await admin.query(`update declaration set note = 'Heures de Zzcanariprénom ZZCANARIFAMILLE' where id = $1`, [
    declaration,
  ]);
  const paper = await admin.query(
    `insert into document (organisation_id, market_id, lot_id, declaration_id, kind, name) values ($1, $2, $3, $4, 'proof', 'zzcanarifamille.pdf') returning id`,
    [thread.company.organisation, thread.market, thread.lot, declaration],
  );
  await admin.query(
    `insert into document_version (document_id, number, media_type, bytes, sha256, content) values ($1, 1, 'application/pdf', 9, 'x', $2)`,
    [paper.rows[0].id, Buffer.from('%PDF Zzcanarifamille')],
  );
  await admin.query(
    `insert into person_access (person_id, holder_id, code_hash, expires_on) values ($1, $2, 'mark', '2027-11-18')`,
    [person, holder],
  );
  await admin.query(
    `insert into rights_request (person_id, holder_id, kind, via, state, message, received_on, due_on) values ($1, $2, 'access', 'paper', 'accepted', 'm', '2026-01-05', '2026-02-05')`,
    [person, holder],
  );
  await admin.query(
    `insert into hours_certificate (person_id, holder_id, code, from_month, until_month, minutes, issued_on, signature) values ($1, $2, 'AAAA-BBBB-CCCC', '2026-01', '2026-03', 4200, '2026-04-01', 's')`,
    [person, holder],
  );
  await admin.query(
    `insert into legal_hold (organisation_id, person_id, ground, reason, until_day, created_by, lifted_on) values ($1, $2, 'other', 'r', '2026-12-31', $3, '2026-06-01')`,
    [holder, person, account],
  );
  await admin.query(
    `insert into retention_notice (holder_id, person_id, deed, due_on, notified_on, state) values ($1, $2, 'anonymise', '2026-12-31', '2026-11-18', 'lapsed')`,
    [holder, person],
  );
  await admin.query(
    `insert into saved_view (organisation_id, account_id, name, address) values ($1, $2, 'Suivi', '/personnes?q=zzcanarifamille')`,
    [holder, account],
  );
  await admin.query(
    `insert into outbox (organisation_id, template, recipient, parameters, status, message_id, subject, kept_body) values
       ($1, 'person-space', $2, $3, 'kept', 'one', 's', 'Bonjour Zzcanariprenom'), ($1, 'person-space', 'old@exemple.test', $3, 'sent', 'two', 's', null)`,
    [holder, identity.email, JSON.stringify({ person })],
  );
  const { lot, market } = thread;
  await rowsInEveryTable(admin, {
    person,
    known: { organisation: holder, account, lot, market, employment_contract: worker.contract, declaration },
  });
}

/** Not a word that statistics count, nor one that says nothing of her. */
function goes(table: string, column: string): boolean {
  const card = cardOf(table, column);
  return card === null || (card.sensitivity !== 'ordinary' && card.kept !== true);
}

/** Acts through the doors, so that the journal of two organisations tells of her. */
async function act(session: string): Promise<void> {
  const facilitator = visit(house.app, { session });
  const edited = await facilitator.submit(`/personnes/${person}/modifier`, {
    familyName: identity.family,
    givenName: identity.given,
    birthDate: '1991-07-13',
    commune: 'Zzcanaricommune',
    email: identity.email,
    phone: '06 39 98 12 34',
    version: '1',
  });
  assert.equal(edited.status, 303, edited.text);
  await facilitator.get(`/personnes/${person}`);
  await facilitator.submit(`/personnes/${person}/acces/courriel`, {}, { on: `/personnes/${person}/acces` });
}

test('the journal keeps the act in its chain, and what it tells of her beside', async () => {
  const found = await house.admin.query(
    "select entry from audit_event where action = 'person.edited' and subject_id = $1",
    [person],
  );
  assert.equal(found.rows.length, 1);
  assert.doesNotMatch(found.rows[0].entry, /zzcanari/iu);
  assert.match(found.rows[0].entry, /"detail": ?"[0-9a-f]{64}"/u);
  const told = await house.admin.query('select told from audit_detail where subject_id = $1', [person]);
  assert.match(told.rows.map((row) => row.told).join(''), /Zzcanarifamille/u);
});

test('the copy holds every word in every table about her, as JSON and as CSV, in less than a minute', async () => {
  const started = performance.now();
  const copy = await asPrivacy((db) => copyPerson(db, person));
  const elapsed = performance.now() - started;
  assert.ok(copied.length > 16, `only ${copied.length} words were marked`);
  for (const text of [copyAsJson(copy), copyAsCsv(copy)]) {
    assert.deepEqual(
      copied.filter((word) => !text.includes(word)),
      [],
    );
  }
  const tables = await house.admin.query("select 'person' as name union all select name from personal_table");
  assert.deepEqual(
    tables.rows.map(({ name }) => name).filter((name) => !copy.tables.some(({ table }) => table === name)),
    [],
  );
  assert.ok(elapsed < 60_000);
});

test('put aside, what is private goes and what proves her hours stays', async () => {
  await erase('archive');
  const row = (
    await house.admin.query('select family_name, email, phone, archived_on from person where id = $1', [person])
  ).rows[0];
  assert.deepEqual([row.family_name, row.email, row.phone], [identity.family, '', '']);
  assert.ok(row.archived_on !== null);
  const { text } = await visit(house.app, thread.facilitator).get('/personnes?q=zzcanari');
  assert.doesNotMatch(text, /Zzcanarifamille/u);
});

test('anonymised, not one word is left in any table, file, letter or journal; totals are equal; chains are whole', async () => {
  assert.ok((await findWords(house.admin, words)).length > 8, 'the sweep finds what is there');
  await erase('anonymise');
  assert.deepEqual(await findWords(house.admin, words), []);
  assert.deepEqual(await totals(), former);
  assert.deepEqual(await findChainBreaks(overPool(house.admin)), []);
  const row = (
    await house.admin.query(
      'select family_name, given_name, birth_date, age_band, department_code from person where id = $1',
      [person],
    )
  ).rows[0];
  assert.deepEqual(row, {
    family_name: 'Personne',
    given_name: 'anonymisée',
    birth_date: null,
    age_band: '26-49',
    department_code: '44',
  });
});

test('a detail taken away without a purge that owns up to it breaks its chain', async () => {
  const client = await house.admin.connect();
  try {
    await client.query('begin');
    const other = await visit(house.app, thread.facilitator).submit(`/personnes/${thread.workers[1].person}/modifier`, {
      familyName: 'Marchand',
      givenName: 'Céline',
      birthDate: '',
      commune: '',
      email: '',
      phone: '',
      version: '1',
    });
    assert.equal(other.status, 303, other.text);
    await client.query('commit');
    const taken = await house.admin.query('delete from audit_detail where subject_id = $1 returning sequence', [
      thread.workers[1].person,
    ]);
    const [found] = await findChainBreaks(overPool(house.admin));
    assert.deepEqual([found?.because, found?.sequence], ['gap', Number(taken.rows[0].sequence)]);
  } finally {
    client.release();
  }
});

test('erased once, an erasure again does nothing', async () => {
  assert.equal(await erase('anonymise'), false);
});

test('never hired, she is deleted with all that refers to her', async () => {
  const candidate = await house.thread.aFollowedPerson(thread.facilitator.organisation, { family: 'Zzcandidate' });
  await house.admin.query(
    `insert into rights_request (person_id, holder_id, kind, via, message, received_on, due_on) values ($1, $2, 'access', 'paper', 'Zzcandidate', '2026-01-05', '2026-02-05')`,
    [candidate, thread.facilitator.organisation],
  );
  await asPrivacy((db) => erasePerson(context(db), { person: candidate, deed: 'delete' }));
  assert.deepEqual(await findWords(house.admin, ['Zzcandidate', candidate]), []);
});

type Db = Parameters<Parameters<typeof inTransaction>[2]>[0];

function context(db: Db) {
  return { db, actor: { kind: 'job', name: 'test' } as const, now: house.clock.now() };
}

function erase(deed: 'archive' | 'anonymise'): Promise<boolean> {
  return asPrivacy((db) => erasePerson(context(db), { person, deed }));
}

function asPrivacy<Value>(work: (db: Db) => Promise<Value>): Promise<Value> {
  const scope = { role: 'privacy', actor: 'job:test', organisation: null, account: null, today: '2026-11-18' } as const;
  return inTransaction(house.database, scope, work);
}

async function totals(): Promise<unknown> {
  const found = await house.admin.query(`
    select 'entry' as what, month, sum(worked_minutes + training_minutes)::int as worked, sum(counted_minutes)::int as counted, count(distinct person_id)::int as people
      from hour_entry group by month
    union all select 'delta', month, sum(submitted_minutes)::int, sum(counted_minutes)::int, 0 from hours_delta group by month
    union all select 'allocated', '', sum(minutes)::int, 0, 0 from hour_allocation
    union all select 'contract', type, count(*)::int, 0, 0 from employment_contract group by type
    union all select 'eligible', rule_code, count(*)::int, 0, 0 from eligibility group by rule_code order by 1, 2`);
  return found.rows;
}
