/** Keeps a request of a person about her data, whoever brought it, and writes to those who must answer. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import type { RequestKind, RequestState } from '#domain/rights-request.ts';
import { requestDueOn } from '#domain/rights-request.ts';
import { post } from './outbox.ts';
import type { Transaction } from './transaction.ts';

export interface NewRequest {
  personId: string;
  holderId: string;
  kind: RequestKind;
  via: 'own-space' | 'paper' | 'mail' | 'visit';
  message: string;
  receivedOn: Day;
}

export async function insertRequest({ db, now }: { db: Transaction; now: Date }, request: NewRequest): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('rightsRequest')
    .values({ id, ...request, dueOn: requestDueOn(request.receivedOn), createdAt: now })
    .execute();
  return id;
}

export interface RequestChange {
  state?: RequestState;
  answer?: string;
  answeredOn?: Day;
  answeredBy?: string | null;
  doneOn?: Day | null;
  dueOn?: Day;
  extendedOn?: Day;
  extensionReason?: string;
}

export async function updateRequest(
  { db }: { db: Transaction },
  { id, ...change }: RequestChange & { id: string },
): Promise<void> {
  await db
    .updateTable('rightsRequest')
    .set((row) => ({ ...change, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Administrators and data protection officers of the structure: the letter says that something waits, never whose. */
export async function tellAnswerable(
  ctx: { db: Transaction; now: Date },
  { organisation, template }: { organisation: string; template: 'request-received' | 'retention-notice' },
): Promise<void> {
  const found = await sql<{ account: string; email: string }>`
    select distinct a.id as account, a.email from membership m join account a on a.id = m.account_id and a.disabled_at is null
    where m.organisation_id = ${organisation}::uuid and m.suspended_at is null
      and m.position in ('facilitator.admin', 'control.dpo')
      and (m.valid_until is null or m.valid_until >= ${parisDay(ctx.now)}::date)`.execute(ctx.db);
  for (const { account, email } of found.rows) {
    await post(ctx, { organisation, account, template, recipient: email, parameters: {} });
  }
}
