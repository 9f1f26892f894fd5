/** kill -9 in the middle of a delivery: nothing is lost, and what leaves twice is the same letter. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { post } from '#db/outbox.ts';
import { inTransaction } from '#db/transaction.ts';
import { runJob } from '#http/job.ts';
import type { Mailer } from '#services/mail.ts';
import { createSmtpMailer } from '#services/mail.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { mailJobs } from './jobs.ts';

const root = path.join(import.meta.dirname, '../../..');

/** Where the server stops answering, until it is told to speak again. */
let silentAt: 'sender' | 'end' | null = null;
let received: string[] = [];
let reached = (): void => undefined;
let url = '';
let standing: TestHouse;
let mailer: Mailer;
let letter: string;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  closeTimeout: 100,
  onMailFrom(_address, _session, done) {
    if (silentAt === 'sender') reached();
    else done();
  },
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      received.push(Buffer.concat(chunks).toString('utf8'));
      if (silentAt === 'end') reached();
      else done();
    });
  },
});
server.on('error', () => undefined);

before(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  mailer = createSmtpMailer({ url, from: 'Guichet <guichet@exemple.test>' });
});
after(async () => {
  mailer.close();
  await new Promise<void>((closed) => server.close(() => closed()));
});
beforeEach(async () => {
  standing = await testHouse({ demo: false });
  received = [];
  const { account, email } = await standing.world.anAccount();
  const scope = {
    role: 'gate',
    actor: 'test',
    organisation: null,
    account: null,
    today: '2026-11-18',
  } as const;
  letter = await inTransaction(standing.database, scope, (db) =>
    post(
      { db, now: standing.clock.now() },
      { organisation: null, account, template: 'password-reset', recipient: email, parameters: {} },
    ),
  );
});
afterEach(() => standing.close());

test('killed after it claimed, before the letter left: it leaves once, five minutes later', async () => {
  await killWhenSilent('sender');
  assert.deepEqual(await state(), { status: 'sending', attempts: 1 });
  await deliver();
  assert.equal(received.length, 0);
  standing.clock.walk(5 * 60_000);
  await deliver();
  assert.equal(received.length, 1);
  assert.deepEqual(await state(), { status: 'sent', attempts: 2 });
});

test('killed after the letter left, before it was written down: the same letter again, recorded once', async () => {
  await killWhenSilent('end');
  assert.deepEqual(await state(), { status: 'sending', attempts: 1 });
  standing.clock.walk(5 * 60_000);
  await deliver();
  assert.equal(received.length, 2);
  const [first, second] = received.map(lasting);
  assert.equal(first, second);
  assert.match(received[0] ?? '', new RegExp(`^Message-ID: <${letter}@guichet>$`, 'imu'));
  assert.deepEqual(await state(), { status: 'sent', attempts: 2 });
  assert.equal((await standing.admin.query('select from link_token')).rowCount, 1);
});

async function killWhenSilent(where: 'sender' | 'end'): Promise<void> {
  const silence = new Promise<void>((resolve) => void (reached = resolve));
  silentAt = where;
  const { host = '' } = standing.fresh.settings;
  const child = spawn(
    process.execPath,
    ['--import', './scripts/loader.js', 'tests/mail-worker.ts', host, standing.fresh.name, url],
    { cwd: root, stdio: 'ignore' },
  );
  const gone = once(child, 'exit');
  const early = gone.then(() => assert.fail('the process ended before the server fell silent'));
  try {
    await Promise.race([silence, early]);
  } finally {
    child.kill('SIGKILL');
    await gone;
    early.catch(() => undefined);
    silentAt = null;
  }
}

function deliver(): Promise<void> {
  const [job] = mailJobs;
  assert.ok(job);
  return runJob({ ...standing.house, mailer }, job);
}

async function state(): Promise<unknown> {
  return (await standing.admin.query('select status, attempts from outbox')).rows[0];
}

/** All of a letter but what the mail library draws anew: the date and the boundary of the parts. */
function lasting(sent: string): string {
  return sent.replaceAll(/^Date: .*$/gmu, '').replaceAll(/-{2,}_NmP-[\w.-]+/gu, 'boundary');
}
