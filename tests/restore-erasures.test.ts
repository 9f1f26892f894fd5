/** A restore brings nobody back: what was erased since the export is erased again, by a ledger that names nobody. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Pool } from 'pg';
import { exportTo, restoreFrom } from '#db/backup.ts';
import { requestPool } from '#db/connect.ts';
import { eraseAccount } from '#db/erase-account.ts';
import { erasePerson } from '#db/erase-person.ts';
import { replayLedger, writeLedger } from '#db/erasure-file.ts';
import { findChainBreaks } from '#db/audit-chain.ts';
import { inTransaction } from '#db/transaction.ts';
import { overPool } from '../src/open-house.ts';
import { emptyDatabase, migrationsFolder } from './database.ts';
import { findWords } from './world-privacy.ts';
import { visit } from './visitor.ts';
import { marketHouse } from './world-markets.ts';
import type { MarketHouse } from './world-markets.ts';
import type { Thread } from './world-thread.ts';

const folder = mkdtempSync(join(tmpdir(), 'guichet-erasures-'));
const exported = join(folder, 'all.gz');
const ledger = join(folder, 'ledger.effacements');

let house: MarketHouse;
let thread: Thread;

before(async () => {
  house = await marketHouse([]);
  thread = await house.thread.aThread();
  const { app, world, admin } = house;
  const [worker] = thread.workers;
  const sent = await visit(app, thread.facilitator).submit(`/personnes/${worker.person}/modifier`, {
    familyName: 'Zzrevenante',
    givenName: 'Amadou',
    birthDate: '1990-04-12',
    commune: '',
    email: 'zzrevenante@exemple.test',
    phone: '',
    version: '1',
  });
  assert.equal(sent.status, 303, sent.text);
  const agent = await world.aMember(thread.facilitator.organisation, 'facilitator.clerk', {
    email: 'zzagent@exemple.test',
    name: 'Zzagent Parti',
  });
  await exportTo({ admin: house.fresh.settings, file: exported, product: '1.0.0' });
  const scope = { role: 'privacy', actor: 'job:test', organisation: null, account: null, today: '2026-11-18' } as const;
  await inTransaction(house.database, scope, async (db) => {
    const ctx = { db, actor: { kind: 'job', name: 'test' } as const, now: house.clock.now() };
    await erasePerson(ctx, { person: worker.person, deed: 'archive' });
    await erasePerson(ctx, { person: worker.person, deed: 'anonymise' });
    await eraseAccount(ctx, agent.account);
  });
  assert.deepEqual(await findWords(admin, ['zzrevenante', 'zzagent']), []);
  assert.equal(await writeLedger(house.database, ledger, house.clock.now()), 3);
});

after(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

test('the ledger names nobody', () => {
  const text = readFileSync(ledger, 'utf8');
  assert.doesNotMatch(text, /zz|[0-9a-f]{8}-[0-9a-f]{4}/u);
});

test('the restored database brings her back, and the ledger takes her away again, once', async () => {
  const { settings, drop } = await emptyDatabase();
  const admin = new Pool({ ...settings, max: 2 });
  const pool = requestPool({ ...settings, user: 'guichet_login' });
  try {
    await restoreFrom({ admin: settings, file: exported, migrationsFolder });
    assert.ok((await findWords(admin, ['zzrevenante', 'zzagent'])).length > 2, 'the export held her');
    const database = overPool(pool);
    assert.equal(await replayLedger(database, ledger, new Date()), 3);
    assert.deepEqual(await findWords(admin, ['zzrevenante', 'zzagent']), []);
    assert.equal(await replayLedger(database, ledger, new Date()), 0);
    assert.deepEqual(await findChainBreaks(overPool(admin)), []);
    const again = join(folder, 'again.effacements');
    await writeLedger(database, again, new Date());
    assert.equal(readFileSync(again, 'utf8'), readFileSync(ledger, 'utf8'));
  } finally {
    await pool.end();
    await admin.end();
    await drop();
  }
});

test('a ledger altered or cut is refused with a sentence', async () => {
  const altered = join(folder, 'altered.effacements');
  for (const change of [
    (text: string) => text.replace('anonymise', 'archive'),
    (text: string) => text.slice(0, 200),
    () => '{}',
  ]) {
    writeFileSync(altered, change(readFileSync(ledger, 'utf8')));
    await assert.rejects(replayLedger(house.database, altered, new Date()), /utilisez une autre copie/u);
  }
});
