/** Keeps the hash of a link the moment its mail leaves; the same mail sent again carries the same link. Runs as a job. */
import { sql } from 'kysely';
import type { MailedPurpose } from '#domain/magic-links.ts';
import type { Transaction } from './transaction.ts';

export interface MintedLink {
  tokenHash: string;
  purpose: MailedPurpose;
  account: string | null;
  organisation: string | null;
  subject: string | null;
  detail: Record<string, string>;
  expiresAt: Date;
  now: Date;
}

/** A link already used stays used: only one that waits is given its full time again. */
export async function mintLink(db: Transaction, link: MintedLink): Promise<void> {
  await sql`insert into link_token (token_hash, purpose, account_id, organisation_id, subject_id, detail, expires_at, created_at)
    values (${link.tokenHash}, ${link.purpose}, ${link.account}, ${link.organisation}, ${link.subject},
      ${JSON.stringify(link.detail)}::jsonb, ${link.expiresAt}, ${link.now})
    on conflict (token_hash) do update set expires_at = excluded.expires_at
      where link_token.used_at is null`.execute(db);
}
