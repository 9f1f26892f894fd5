/** What must leave is written with the decision that causes it; a job composes and sends it afterwards. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Transaction } from './transaction.ts';

export interface Posting {
  organisation: string | null;
  account?: string | null;
  template: string;
  recipient: string;
  parameters: Record<string, unknown>;
}

export async function post(
  { db, now }: { db: Transaction; now: Date },
  { organisation, account = null, template, recipient, parameters }: Posting,
): Promise<string> {
  const id = randomUUID();
  await sql`insert into outbox (id, organisation_id, account_id, template, recipient, parameters, message_id, created_at, next_attempt_at)
    values (${id}, ${organisation}, ${account}, ${template}, ${recipient}, ${JSON.stringify(parameters)}::jsonb,
      ${messageIdOf(id)}, ${now}, ${now})`.execute(db);
  await sql`select pg_notify('guichet_outbox', '')`.execute(db);
  return id;
}

/** The same on each attempt, so that a receiver can drop a repetition. */
export function messageIdOf(letter: string): string {
  return `<${letter}@guichet>`;
}
