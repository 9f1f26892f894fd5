/** Erases the account of an agent: no more access, no more address; the name stays where she signed a decision. Runs as privacy. */
import { sql } from 'kysely';
import { keepErasure } from './erasure-ledger.ts';
import type { Transaction } from './transaction.ts';

/** false: nobody of that number, or already erased. */
export async function eraseAccount({ db, now }: { db: Transaction; now: Date }, account: string): Promise<boolean> {
  const found = await sql<{ email: string; signed: boolean }>`
    select email, exists (select from eligibility where decided_by = a.id)
      or exists (select from declaration where reviewed_by = a.id)
      or exists (select from rights_request where answered_by = a.id)
      or exists (select from approval where a.id in (requested_by, decided_by)) as signed
    from account a where id = ${account}::uuid and erased_at is null for update`.execute(db);
  const whom = found.rows[0];
  if (whom === undefined) return false;
  const placeholder = `efface-${account}@guichet.invalid`;
  await sql`update account set email = ${placeholder}, name = case when ${whom.signed} then name else 'Compte effacé' end,
      password_hash = null, last_sign_in_at = null, disabled_at = coalesce(disabled_at, ${now}), erased_at = ${now}
    where id = ${account}::uuid`.execute(db);
  for (const table of [
    'second_factor',
    'recovery_code',
    'passkey',
    'professional_identity',
    'session',
    'saved_view',
    'notice',
    'link_token',
  ]) {
    await sql`delete from ${sql.id(table)} where account_id = ${account}::uuid`.execute(db);
  }
  await sql`update membership set suspended_at = coalesce(suspended_at, ${now}), suspended_reason = 'Compte effacé'
    where account_id = ${account}::uuid`.execute(db);
  await sql`update invitation set email = ${placeholder} where email = ${whom.email}`.execute(db);
  await sql`update outbox set recipient = '', parameters = '{}', subject = '', kept_body = null
    where account_id = ${account}::uuid or recipient = ${whom.email}`.execute(db);
  await keepErasure({ db, now }, { kind: 'account', id: account, deed: 'erase-account', organisation: null });
  return true;
}
