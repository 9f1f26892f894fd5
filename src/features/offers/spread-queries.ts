/** The prescribers of the instance, and who was told of a post. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';

export interface PrescriberRow {
  id: string;
  name: string;
  city: string;
  postcode: string;
  email: string;
}

/** Names, towns and public addresses only; the structure is not tied to them before it writes to them. */
export function listPrescribers(ctx: Context): Promise<PrescriberRow[]> {
  return throughGate(ctx, ({ db }) =>
    db
      .selectFrom('organisation')
      .select(['id', 'name', 'city', 'postcode', 'email'])
      .where('kind', '=', 'prescriber')
      .where('closedAt', 'is', null)
      .orderBy('name')
      .limit(1000)
      .execute(),
  );
}

/** Sent again to who was already told: the same line, a new day, and the former answer stays. */
export async function keepRecipient(
  { db, actor, now }: Context,
  { offerId, organisationId, recipient }: { offerId: string; organisationId: string; recipient: string },
): Promise<string> {
  const found = await sql<{ id: string }>`
    insert into offer_recipient (offer_id, facilitator_id, organisation_id, recipient, sent_at, created_at)
    values (${offerId}, ${organisationOf(actor)}, ${organisationId}, ${recipient}, ${now}, ${now})
    on conflict (offer_id, organisation_id) do update set recipient = excluded.recipient, sent_at = excluded.sent_at
    returning id`.execute(db);
  const [row] = found.rows;
  if (row === undefined) throw new Error('an insert that returns gives one row');
  return row.id;
}

export async function markSpread({ db, now }: Context, offer: string): Promise<void> {
  await db.updateTable('jobOffer').set({ spreadAt: now }).where('id', '=', offer).execute();
}
