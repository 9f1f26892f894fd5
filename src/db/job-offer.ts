/** Moves a job sheet from one state to another: by whoever keeps it, by the hire that fills it, and by the day it closes. */
import { sql } from 'kysely';
import type { OfferState } from '#domain/offer-state.ts';
import type { Transaction } from './transaction.ts';

/** null: somebody changed it meanwhile, or it is not hers. */
export async function updateOfferState(
  { db, now }: { db: Transaction; now: Date },
  { id, version, state, reason = '' }: { id: string; version: number; state: OfferState; reason?: string },
): Promise<string | null> {
  const changed = await db
    .updateTable('jobOffer')
    .set({ state, stateSince: now, reason, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return changed?.id ?? null;
}

/** Filled by itself as soon as as many people are hired as there are posts. true: it has just been. */
export async function fillOffer({ db, now }: { db: Transaction; now: Date }, id: string): Promise<boolean> {
  const filled = await sql`
    update job_offer set state = 'filled', state_since = ${now}, version = version + 1
    where id = ${id} and state = 'open' and posts <= hired_on(id)`.execute(db);
  return Number(filled.numAffectedRows ?? 0) > 0;
}

/** Open again when a hire that filled it is taken back. */
export async function unfillOffer({ db, now }: { db: Transaction; now: Date }, id: string): Promise<void> {
  await sql`update job_offer set state = 'open', state_since = ${now}, version = version + 1
    where id = ${id} and state = 'filled' and posts > hired_on(id)`.execute(db);
}
