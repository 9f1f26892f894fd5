/** The prescribers of the structure, and who was told of a post. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { Context } from '#http/context.ts';

export interface PrescriberRow {
  id: string;
  name: string;
  city: string;
  postcode: string;
  /** Empty when nobody there may be written to. */
  addresses: string[];
}

/** Those of one's own active list, each with the addresses of its referents, else its own. */
export async function listPrescribers({ db, actor }: Context): Promise<PrescriberRow[]> {
  const found = await sql<PrescriberRow>`
    select o.id, o.name, o.city, o.postcode,
      coalesce(nullif(array(select distinct lower(t.email) from referent t
        where t.prescriber_id = o.id and t.ended_at is null and t.email <> '' order by 1), '{}'),
        case when o.email = '' then '{}' else array[o.email] end) as addresses
    from prescriber_partner p join organisation o on o.id = p.prescriber_id and o.closed_at is null
    where p.holder_id = ${organisationOf(actor)} and p.ended_at is null
    order by o.name, o.id limit 1000`.execute(db);
  return found.rows;
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
