/** A letter leaves once, with the same number each time, and its secret stays in it. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { post } from '#db/outbox.ts';
import type { Posting } from '#db/outbox.ts';
import { inTransaction } from '#db/transaction.ts';
import type { House } from '#http/house.ts';
import { runJob } from '#http/job.ts';
import { mailRetryMinutes } from '#services/mail-failure.ts';
import type { Mailer } from '#services/mail.ts';
import { createSmtpMailer } from '#services/mail.ts';
import { hashSecret } from '#services/random.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { mailJobs } from './jobs.ts';

interface Row {
  status: string;
  attempts: number;
  subject: string;
  kept_body: string | null;
  last_problem: string;
  message_id: string;
  next_attempt_at: Date;
}

/** What the server answers to the next letters, in order; then 250. */
const script: number[] = [];
let received: string[] = [];
let inTransit = 0;
let standing: TestHouse;
let house: House;
let mailer: Mailer;
let organisation: string;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  closeTimeout: 100,
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const code = script.shift() ?? 250;
      if (code !== 250) return done(Object.assign(new Error('no'), { responseCode: code }));
      received.push(Buffer.concat(chunks).toString('utf8'));
      inTransit += 1;
      setTimeout(done, 20);
    });
  },
});
server.on('error', () => undefined);

before(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  mailer = createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'Guichet <guichet@exemple.test>' });
});
after(async () => {
  mailer.close();
  await new Promise<void>((closed) => server.close(() => closed()));
});
beforeEach(async () => {
  standing = await testHouse({ demo: false });
  house = { ...standing.house, mailer };
  organisation = await standing.world.anOrganisation('facilitator', { name: 'Relais d’Exemple' });
  received = [];
  script.length = 0;
  inTransit = 0;
});
afterEach(() => standing.close());

test('a letter is sent once, and only its subject stays', async () => {
  await posted({ template: 'partner-key-created' });
  await deliver();
  await deliver();
  assert.equal(received.length, 1);
  const { status, subject, kept_body: body, attempts } = await row();
  assert.deepEqual([status, subject, body, attempts], ['sent', 'Une clé de l’API a été créée', null, 1]);
});

test('twenty letters and three processes at once: each leaves once', async () => {
  for (let count = 0; count < 20; count++) await posted({ template: 'link-accepted' });
  await Promise.all([deliver(), deliver(), deliver()]);
  assert.equal(received.length, 20);
  assert.equal(new Set(received.map(messageIdOf)).size, 20);
});

test('a process killed before it sends: another sends after five minutes, under the same number', async () => {
  const id = await posted({ template: 'link-accepted' });
  const killed: Mailer = { send: () => new Promise(() => undefined), close: () => undefined };
  void runJob({ ...house, mailer: killed }, job());
  await until(async () => (await row()).status === 'sending');
  standing.clock.walk(4 * 60_000);
  await deliver();
  assert.equal(received.length, 0);
  standing.clock.walk(2 * 60_000);
  await deliver();
  assert.deepEqual(received.map(messageIdOf), [`<${id}@guichet>`]);
  assert.equal((await row()).status, 'sent');
});

test('a process killed after it sent: the letter that leaves again is the very same one, link included', async () => {
  const { account, email } = await standing.world.anAccount();
  await posted({ template: 'password-reset', organisation: null, account, recipient: email });
  const killed: Mailer = {
    async send(message) {
      await mailer.send(message);
      return new Promise(() => undefined);
    },
    close: () => undefined,
  };
  void runJob({ ...house, mailer: killed }, job());
  await until(async () => inTransit === 1);
  standing.clock.walk(6 * 60_000);
  await deliver();
  assert.equal(received.length, 2);
  assert.equal(messageIdOf(received[0]), messageIdOf(received[1]));
  assert.equal(tokenOf(received[0]), tokenOf(received[1]));
  const links = await standing.admin.query('select expires_at from link_token');
  assert.equal(links.rowCount, 1);
  assert.deepEqual(links.rows[0].expires_at, new Date(standing.clock.now().getTime() + 30 * 60_000));
});

test('a process believed dead that comes back does not overwrite what the next one wrote', async () => {
  await posted({ template: 'link-accepted' });
  let release = (): void => undefined;
  const slow: Mailer = {
    async send() {
      await new Promise<void>((resolve) => void (release = resolve));
      return { ok: false, because: 'mail-refused', code: '550' };
    },
    close: () => undefined,
  };
  const late = runJob({ ...house, mailer: slow }, job());
  await until(async () => (await row()).status === 'sending');
  standing.clock.walk(6 * 60_000);
  await deliver();
  release();
  await late;
  assert.equal((await row()).status, 'sent');
});

test('a delay is tried again after 1 min, 5 min, 30 min, 2 h, 12 h and 24 h, then shows as a failure', async () => {
  await posted({ template: 'link-accepted' });
  for (const minutes of mailRetryMinutes) {
    script.push(451);
    await deliver();
    const { status, next_attempt_at: next, last_problem: problem } = await row();
    assert.deepEqual([status, problem], ['waiting', '451']);
    assert.equal(next.getTime() - standing.clock.now().getTime(), minutes * 60_000);
    await deliver();
    assert.equal((await row()).status, 'waiting');
    standing.clock.set(next);
  }
  script.push(451);
  await deliver();
  assert.deepEqual([(await row()).status, (await row()).attempts], ['failed', 7]);
  assert.equal(received.length, 0);
});

test('a refusal shows at once', async () => {
  await posted({ template: 'link-accepted' });
  script.push(550);
  await deliver();
  assert.deepEqual([(await row()).status, (await row()).last_problem], ['failed', '550']);
});

test('the link of a letter opens its purpose, and the table holds its hash only', async () => {
  const { account, email } = await standing.world.anAccount();
  await posted({ template: 'password-reset', organisation: null, account, recipient: email });
  await deliver();
  const token = tokenOf(received[0]);
  const { rows } = await standing.admin.query('select * from link_token');
  assert.equal(rows[0].token_hash, hashSecret(token));
  assert.deepEqual([rows[0].purpose, rows[0].account_id, rows[0].used_at], ['password-reset', account, null]);
  for (const table of ['outbox', 'link_token', 'audit_event']) {
    const kept = await standing.admin.query(`select t::text as text from ${table} t`);
    assert.ok(
      kept.rows.every(({ text }) => !text.includes(token)),
      `${table} keeps the secret`,
    );
  }
});

test('an invitation names its organisation and role, lasts as long as it, and is dropped once withdrawn', async () => {
  const invite = (expires: string) =>
    standing.admin.query<{ id: string }>(
      `insert into invitation (organisation_id, email, position, expires_at) values ($1, 'lea@exemple.test', 'facilitator.clerk', $2) returning id`,
      [organisation, expires],
    );
  const invitation = (await invite('2026-11-25T09:00:00Z')).rows[0]?.id ?? '';
  await posted({ template: 'invitation', recipient: 'lea@exemple.test', parameters: { invitation } });
  await deliver();
  assert.match(decoded(received[0]), /Relais d’Exemple \(Structure de facilitation\) vous invite.*Saisie des heures/su);
  const { rows } = await standing.admin.query('select subject_id, organisation_id, expires_at from link_token');
  assert.deepEqual(rows, [
    { subject_id: invitation, organisation_id: organisation, expires_at: new Date('2026-11-25T09:00:00Z') },
  ]);
  await standing.admin.query('update invitation set withdrawn_at = now()');
  await posted({ template: 'invitation', recipient: 'lea@exemple.test', parameters: { invitation } });
  await deliver();
  assert.equal(received.length, 1);
  assert.equal((await row()).status, 'cancelled');
});

test('a letter nobody can compose fails visibly and blocks no other', async () => {
  await posted({ template: 'no-such-letter' });
  await posted({ template: 'link-accepted' });
  await deliver();
  const { rows } = await standing.admin.query('select status, last_problem from outbox order by template');
  assert.deepEqual(rows, [
    { status: 'sent', last_problem: '' },
    { status: 'failed', last_problem: 'template-unknown' },
  ]);
});

test('without a mail server the text is kept, its secret link taken out; a demonstration keeps it whole', async () => {
  const { account, email } = await standing.world.anAccount();
  for (const demo of [false, true]) {
    await posted({ template: 'sign-in-link', organisation, account, recipient: email });
    await runJob({ ...standing.house, demo }, job());
  }
  const { rows } = await standing.admin.query<Row>('select status, kept_body from outbox order by created_at, ctid');
  const bodies = rows.map(({ kept_body: body }) => body ?? '');
  assert.deepEqual(
    rows.map(({ status }) => status),
    ['kept', 'kept'],
  );
  assert.equal(bodies.filter((body) => /\/[\w-]{43}\b/u.test(body)).length, 1);
  assert.equal(bodies.filter((body) => body.includes('/…')).length, 1);
});

async function posted(more: Partial<Posting> & { template: string }): Promise<string> {
  const now = standing.clock.now();
  const scope = {
    role: 'gate',
    actor: 'test',
    organisation: null,
    account: null,
    today: '2026-11-18',
  } as const;
  return inTransaction(standing.database, scope, (db) =>
    post({ db, now }, { organisation, recipient: 'agent@exemple.test', parameters: {}, ...more }),
  );
}

function deliver(): Promise<void> {
  return runJob(house, job());
}

function job() {
  const [found] = mailJobs;
  assert.ok(found);
  return found;
}

/** The letter posted last. */
async function row(): Promise<Row> {
  const { rows } = await standing.admin.query<Row>('select * from outbox order by xmin::text::bigint desc limit 1');
  assert.ok(rows[0]);
  return rows[0];
}

function messageIdOf(letter = ''): string {
  return /^Message-ID: (\S+)/imu.exec(letter)?.[1] ?? '';
}

function tokenOf(letter = ''): string {
  const token = /\/([\w-]{43})\b/u.exec(decoded(letter))?.[1];
  assert.ok(token, 'the letter holds a link');
  return token;
}

function decoded(letter = ''): string {
  const soft = letter.replaceAll(/=\r\n/gu, '');
  const bytes = soft.replaceAll(/=([0-9A-F]{2})/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let time = 0; time < 200; time++) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  assert.fail('it did not happen within five seconds');
}
