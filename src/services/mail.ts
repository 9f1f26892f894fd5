/** Sends one letter by SMTP, or keeps it in the application when no server is configured. */
import { createTransport } from 'nodemailer';
import { readMailFailure, type MailFailure } from './mail-failure.ts';
import { readMailServer } from './mail-server.ts';

export type MailMessage = {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** The same on each attempt, such as `<42@guichet.example>`, so that a receiver can drop a repetition. */
  messageId: string;
  replyTo?: string;
};

/** Failure codes carry no server text: it may quote an address. */
export type Delivery = { ok: true; outcome: 'sent' | 'kept' } | MailFailure;

export type Mailer = { send(message: MailMessage): Promise<Delivery>; close(): void };

type MailTimeouts = { connection: number; greeting: number; silence: number; whole: number };

const patientTimeouts: MailTimeouts = {
  connection: 10_000,
  greeting: 10_000,
  silence: 20_000,
  whole: 60_000,
};
const addressPattern = /^[^\s<>()[\]\\,;:"@\p{Cc}]{1,64}@[^\s<>()[\]\\,;:"@\p{Cc}]{1,255}$/u;
const messageIdPattern = /^<[\w.+=~-]{1,120}@[\w.-]{1,120}>$/;
const controlPattern = /\p{Cc}|\p{Zl}|\p{Zp}/u;

/** Nothing leaves: the outbox of the application is where the letter can be read. */
export function createKeptMailer(): Mailer {
  return {
    send: async (message) => refusalOf(message) ?? { ok: true, outcome: 'kept' },
    close() {},
  };
}

export function createSmtpMailer(options: { url: string; from: string; timeouts?: MailTimeouts }): Mailer {
  const timeouts = options.timeouts ?? patientTimeouts;
  const transport = createTransport({
    ...readMailServer(options.url),
    pool: true,
    maxConnections: 2,
    // Once, and only before a byte of the letter left: an idle connection may have been dropped since.
    // Every other retry belongs to the outbox, which records it.
    maxRequeues: 1,
    connectionTimeout: timeouts.connection,
    greetingTimeout: timeouts.greeting,
    dnsTimeout: timeouts.connection,
    socketTimeout: timeouts.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // An idle connection that breaks is reported here; without a listener it would end the process.
  transport.on('error', () => {});
  return {
    async send(message) {
      const refused = refusalOf(message);
      if (refused) return refused;
      try {
        await transport.sendMail({
          from: options.from,
          to: { name: '', address: message.to },
          subject: message.subject,
          text: message.text,
          messageId: message.messageId,
          ...(message.html === undefined ? {} : { html: message.html }),
          ...(message.replyTo === undefined ? {} : { replyTo: { name: '', address: message.replyTo } }),
          headers: { 'Auto-Submitted': 'auto-generated' },
          // Withdraws the letter from the pool too: it must not leave after its delay was recorded.
          signal: AbortSignal.timeout(timeouts.whole),
        });
        return { ok: true, outcome: 'sent' };
      } catch (error) {
        return readMailFailure(error);
      }
    },
    close() {
      transport.close();
    },
  };
}

function refusalOf(message: MailMessage): MailFailure | undefined {
  const addresses = message.replyTo === undefined ? [message.to] : [message.to, message.replyTo];
  const sound =
    addresses.every((address) => addressPattern.test(address)) &&
    messageIdPattern.test(message.messageId) &&
    message.subject.length <= 500 &&
    !controlPattern.test(message.subject);
  return sound ? undefined : { ok: false, because: 'mail-refused', code: 'INVALID' };
}
