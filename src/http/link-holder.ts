/** From the secret of a link to its holder: no account, one organisation, one purpose. */
import type { Actor } from '#domain/actor.ts';
import { anonymous } from '#domain/actor.ts';
import type { LinkPurpose } from '#domain/magic-links.ts';
import { findLinkToken } from '#db/link-token.ts';
import type { Transaction } from '#db/transaction.ts';
import { hashSecret } from '#services/random.ts';

/** Runs as the gate. The link is looked at, not consumed: it serves until it expires. */
export async function identifyLink(
  db: Transaction,
  { purpose, token, now }: { purpose: LinkPurpose; token: string; now: Date },
): Promise<Actor> {
  const tokenHash = hashSecret(token);
  const link = await findLinkToken(db, { tokenHash, purpose, now });
  if (link === null || link.organisationId === null) return anonymous;
  return {
    kind: 'link',
    token: tokenHash,
    purpose,
    organisation: link.organisationId,
    account: link.accountId,
    subject: link.subjectId,
    until: link.expiresAt,
  };
}
