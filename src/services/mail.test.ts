/** Letters sent to a scripted SMTP server end in the outcome the outbox needs. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { createKeptMailer, createSmtpMailer, type MailMessage } from './mail.ts';

const closing: (() => void | Promise<void>)[] = [];
after(async () => {
  for (const close of closing.toReversed()) await close();
});

const timeouts = { connection: 500, greeting: 500, silence: 500, whole: 2000 };
const message: MailMessage = {
  to: 'agent@exemple.test',
  subject: 'Heures à valider : juin',
  text: 'Bonjour,\n\n.\nDes heures attendent votre validation.',
  messageId: '<42.abc@guichet.test>',
};

type Script = { atRecipient?: number; atData?: number; hang?: boolean };

async function serverFor(script: Script) {
  const received: string[] = [];
  const refusal = (code: number) => Object.assign(new Error('agent@exemple.test says no'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 100,
    onRcptTo: (_address, _session, done) => (script.atRecipient ? done(refusal(script.atRecipient)) : done()),
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (script.hang) return;
        if (script.atData) return done(refusal(script.atData));
        received.push(Buffer.concat(chunks).toString('utf8'));
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  closing.push(() => new Promise((closed) => server.close(() => closed())));
  const { port } = server.server.address() as AddressInfo;
  return { mailer: mailerFor(port), received };
}

function mailerFor(port: number) {
  const mailer = createSmtpMailer({
    url: `smtp://127.0.0.1:${port}`,
    from: 'Guichet <guichet@exemple.test>',
    timeouts,
  });
  closing.push(() => mailer.close());
  return mailer;
}

async function rawServer(talk: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    talk(socket);
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Answers each command politely, and leaves once the text of the letter was received. */
function vanishAfterData(connections: { count: number }) {
  return (socket: Socket) => {
    connections.count += 1;
    let inData = false;
    socket.write('220 bonjour\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      if (inData) {
        if (text.endsWith('\r\n.\r\n')) socket.destroy();
        return;
      }
      inData = text.startsWith('DATA');
      socket.write(inData ? '354 allez-y\r\n' : '250 ok\r\n');
    });
  };
}

test('a letter that the server accepts is sent once, with its own message id and its accents', async () => {
  const { mailer, received } = await serverFor({});
  assert.deepEqual(await mailer.send(message), { ok: true, outcome: 'sent' });
  assert.equal(received.length, 1);
  assert.match(received[0] ?? '', /^Message-ID: <42\.abc@guichet\.test>$/im);
  assert.match(received[0] ?? '', /^Auto-Submitted: auto-generated$/im);
  assert.match(received[0] ?? '', /^To: agent@exemple\.test$/im);
});

test('fifty letters pass through the pool', async () => {
  const { mailer, received } = await serverFor({});
  const letters = Array.from({ length: 50 }, (_, at) => ({ ...message, messageId: `<${at}@guichet.test>` }));
  const outcomes = await Promise.all(letters.map((letter) => mailer.send(letter)));
  assert.ok(outcomes.every((outcome) => outcome.ok));
  assert.equal(new Set(received.map((text) => /^Message-ID: (.*)$/im.exec(text)?.[1])).size, 50);
});

test('450 for the addressee or the text is a delay, 550 is a refusal, and no server text comes back', async () => {
  for (const [script, expected] of [
    [{ atRecipient: 450 }, { ok: false, because: 'mail-delayed', code: '450' }],
    [{ atData: 451 }, { ok: false, because: 'mail-delayed', code: '451' }],
    [{ atRecipient: 550 }, { ok: false, because: 'mail-refused', code: '550' }],
    [{ atData: 554 }, { ok: false, because: 'mail-refused', code: '554' }],
  ] as const) {
    const { mailer, received } = await serverFor(script);
    assert.deepEqual(await mailer.send(message), expected);
    assert.equal(received.length, 0);
  }
});

test('a server that takes the text and dies before answering is a delay, with a single attempt', async () => {
  const connections = { count: 0 };
  const mailer = mailerFor(await rawServer(vanishAfterData(connections)));
  const outcome = await mailer.send(message);
  assert.deepEqual([outcome.ok, !outcome.ok && outcome.because], [false, 'mail-delayed']);
  assert.equal(connections.count, 1);
});

test('a connection dropped since the last letter is replaced, and each letter arrives once', async () => {
  let arrived = 0;
  const port = await rawServer((socket) => {
    let letters = 0;
    let inData = false;
    socket.write('220 bonjour\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      if (inData && !text.endsWith('\r\n.\r\n')) return;
      if (inData) {
        letters += 1;
        arrived += 1;
      }
      inData = text.startsWith('DATA');
      if (letters > 0 && text.startsWith('MAIL')) socket.destroy();
      else socket.write(inData ? '354 allez-y\r\n' : '250 ok\r\n');
    });
  });
  const mailer = mailerFor(port);
  assert.deepEqual(await mailer.send(message), { ok: true, outcome: 'sent' });
  assert.deepEqual(await mailer.send({ ...message, messageId: '<43@guichet.test>' }), {
    ok: true,
    outcome: 'sent',
  });
  assert.equal(arrived, 2);
});

test('a server that hangs up before its greeting is tried twice at most, then it is a delay', async () => {
  let connections = 0;
  const port = await rawServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  const outcome = await mailerFor(port).send(message);
  assert.deepEqual([outcome.ok, !outcome.ok && outcome.because], [false, 'mail-delayed']);
  assert.ok(connections <= 2, `${connections} connections`);
});

test('a server that is silent, slow or absent is a delay within the time allowed', async () => {
  const mute = mailerFor(await rawServer(() => {}));
  const { mailer: hanging } = await serverFor({ hang: true });
  const absent = mailerFor(1);
  for (const mailer of [mute, hanging, absent]) {
    const start = performance.now();
    const outcome = await mailer.send(message);
    assert.deepEqual([outcome.ok, !outcome.ok && outcome.because], [false, 'mail-delayed']);
    assert.ok(performance.now() - start < 3000);
  }
});

test('a server that speaks one byte at a time is given up at the whole deadline', async () => {
  const port = await rawServer((socket) => {
    const drip = setInterval(() => socket.write('2'), 100);
    socket.on('close', () => clearInterval(drip));
  });
  const mailer = createSmtpMailer({
    url: `smtp://127.0.0.1:${port}`,
    from: 'guichet@exemple.test',
    timeouts: { connection: 60_000, greeting: 60_000, silence: 60_000, whole: 700 },
  });
  closing.push(() => mailer.close());
  assert.deepEqual(await mailer.send(message), { ok: false, because: 'mail-delayed', code: 'EABORT' });
});

test('letters queued behind a slow one are withdrawn when their delay is recorded, never sent later', async () => {
  const bodies: string[] = [];
  const port = await rawServer((socket) => {
    socket.write('220 bonjour\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      bodies.push(text);
      const reply = text.startsWith('DATA') ? '354 allez-y\r\n' : '250 ok\r\n';
      setTimeout(() => socket.writable && socket.write(reply), 150);
    });
  });
  const mailer = createSmtpMailer({
    url: `smtp://127.0.0.1:${port}`,
    from: 'guichet@exemple.test',
    timeouts: { connection: 60_000, greeting: 60_000, silence: 60_000, whole: 250 },
  });
  closing.push(() => mailer.close());
  const letters = Array.from({ length: 6 }, (_, at) => ({ ...message, messageId: `<${at}@guichet.test>` }));
  const outcomes = await Promise.all(letters.map((letter) => mailer.send(letter)));
  assert.ok(outcomes.every((outcome) => !outcome.ok && outcome.because === 'mail-delayed'));
  await new Promise((go) => {
    setTimeout(go, 1500);
  });
  assert.equal(bodies.join('').includes('Message-ID'), false);
});

test('no address, subject or message id can add a header or an addressee', async () => {
  const { mailer, received } = await serverFor({});
  const attacks: Partial<MailMessage>[] = [
    { to: 'a@exemple.test\r\nBcc: b@exemple.test' },
    { to: 'a@exemple.test, b@exemple.test' },
    { to: 'a@exemple.test>\r\nRCPT TO:<b@exemple.test' },
    { to: 'Nom <a@exemple.test>' },
    { to: '' },
    { subject: 'Bonjour\r\nBcc: b@exemple.test' },
    { subject: 'Bonjour\nX: y' },
    { subject: 'Bonjour\u2028Bcc: b@exemple.test' },
    { subject: 'Bonjour\0' },
    { messageId: '<1@guichet.test>\r\nBcc: b@exemple.test' },
    { messageId: 'sans chevrons' },
    { replyTo: 'a@exemple.test\nBcc: b@exemple.test' },
  ];
  for (const sender of [mailer, createKeptMailer()]) {
    for (const attack of attacks) {
      assert.deepEqual(await sender.send({ ...message, ...attack }), {
        ok: false,
        because: 'mail-refused',
        code: 'INVALID',
      });
    }
  }
  assert.equal(received.length, 0);
});

test('without a server the letter is kept', async () => {
  assert.deepEqual(await createKeptMailer().send(message), { ok: true, outcome: 'kept' });
});
