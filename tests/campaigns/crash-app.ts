/** Kills the application with SIGKILL while clients write, starts it again, retries what is unknown: nothing lost, nothing twice. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { socketFolder, socketPort } from '#db/embedded-socket.ts';
import { hashSecret, newSecret } from '#services/random.ts';
import { numbersFrom } from '#features/demonstration/rows.ts';

const cycles = Number(process.argv[2] ?? 30);
const clients = 8;
const keyCount = 80;
const port = 3900 + Math.floor(Math.random() * 90);
const base = `http://127.0.0.1:${port}`;
const folder = mkdtempSync('/tmp/guichet-crash-');
const seed = Number(process.argv[3] ?? 20_261_121);
const draw = numbersFrom(seed);

interface Write {
  idempotency: string;
  label: string;
  outcome: 'acknowledged' | 'unknown';
}

const writes: Write[] = [];
let app: ChildProcess | null = null;

try {
  await run();
} finally {
  await stop('SIGTERM');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function run(): Promise<void> {
  await start();
  const database = new Client({
    host: socketFolder(join(folder, 'postgres')),
    port: socketPort,
    user: 'postgres',
    database: 'guichet',
  });
  database.on('error', () => undefined);
  await database.connect();
  const keys = await createKeys(database);
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const stopped = { now: false };
    const working = Promise.all(
      Array.from({ length: clients }, (_, client) => writeUntil(stopped, { cycle, client, keys })),
    );
    await pause(100 + draw() * 500);
    await stop('SIGKILL');
    stopped.now = true;
    await working;
    await start();
    for (const write of writes.filter(({ outcome }) => outcome === 'unknown')) await send(write, keyFor(keys, write));
  }
  const found = await database.query<{ label: string }>("select label from contact where label like 'crash %'");
  await database.end();
  report(found.rows.map(({ label }) => label));
}

function report(labels: string[]): void {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const lost = writes.filter(({ outcome, label }) => outcome === 'acknowledged' && !counts.has(label)).length;
  const twice = [...counts.values()].filter((count) => count > 1).length;
  const known = new Set(writes.map(({ label }) => label));
  const orphans = labels.filter((label) => !known.has(label)).length;
  const unknown = writes.filter(({ outcome }) => outcome === 'unknown').length;
  console.log(
    `seed ${seed}: ${cycles} kill -9, ${writes.length} writes, ${lost} lost, ${twice} twice, ${orphans} orphans, ${unknown} still unknown`,
  );
  if (lost + twice + orphans + unknown > 0 || writes.length < cycles * 5) process.exitCode = 1;
}

async function writeUntil(
  stopped: { now: boolean },
  { cycle, client, keys }: { cycle: number; client: number; keys: string[] },
): Promise<void> {
  for (let index = 0; !stopped.now; index += 1) {
    const write: Write = {
      idempotency: randomUUID(),
      label: `crash ${cycle} ${client} ${index}`,
      outcome: 'unknown',
    };
    writes.push(write);
    await send(write, keyFor(keys, write));
    if (write.outcome === 'unknown') return;
  }
}

/** The same key for the same write: idempotency belongs to who asks. */
function keyFor(keys: string[], { idempotency }: Write): string {
  return keys[Number.parseInt(idempotency.slice(0, 6), 16) % keys.length] ?? '';
}

async function send(write: Write, key: string): Promise<void> {
  try {
    const response = await fetch(`${base}/api/v1/contacts`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': write.idempotency,
      },
      body: JSON.stringify({ label: write.label, purpose: 'general', email: 'charge@guichet.example' }),
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status === 429) throw new Error('the campaign writes faster than its keys allow: raise keyCount');
    if (response.status === 201) write.outcome = 'acknowledged';
    await response.arrayBuffer();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('the campaign')) throw error;
  }
}

async function createKeys(database: Client): Promise<string[]> {
  const place = await database.query(
    "select organisation_id, account_id from membership where position = 'facilitator.admin' limit 1",
  );
  const keys: string[] = [];
  for (let index = 0; index < keyCount; index += 1) {
    const prefix = `gk_crash${String(index).padStart(3, '0')}`;
    const secret = newSecret();
    await database.query(
      `insert into partner_key (organisation_id, name, prefix, secret_hash, scopes, expires_at, created_by)
       values ($1, 'crash', $2, $3, '{contacts:write}', now() + interval '1 day', $4)`,
      [place.rows[0].organisation_id, prefix, hashSecret(secret), place.rows[0].account_id],
    );
    keys.push(`${prefix}_${secret}`);
  }
  return keys;
}

async function start(): Promise<void> {
  const child = spawn(process.execPath, ['--import', './scripts/loader.js', 'src/main.ts', 'start'], {
    env: {
      ...process.env,
      PORT: String(port),
      GUICHET_DATA: folder,
      GUICHET_DEMO: '1',
      NODE_COMPILE_CACHE: '.cache/node',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  app = child;
  for (let turn = 0; turn < 300; turn += 1) {
    if (child.exitCode !== null) throw new Error(`the application stopped at start with ${child.exitCode}`);
    const answered = await fetch(`${base}/sante`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return;
    await pause(100);
  }
  throw new Error('the application did not answer within 30 s');
}

async function stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const child = app;
  app = null;
  if (child === null || child.exitCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
