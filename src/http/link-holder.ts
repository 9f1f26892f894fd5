/** From the secret of a link to its holder: no account, one organisation, one purpose. */
import type { Actor } from '#domain/actor.ts';
import { anonymous } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { LinkPurpose } from '#domain/magic-links.ts';
import { isStillHeld } from '#db/declaration-link.ts';
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
  const { organisationId: organisation, accountId: account, subjectId: subject } = link;
  const address = addressIn(link.detail);
  if (purpose === 'declaration' && !(await isStillHeld(db, { organisation, subject, address, today: parisDay(now) }))) {
    return anonymous;
  }
  return {
    kind: 'link',
    token: tokenHash,
    purpose,
    organisation,
    account,
    subject,
    address,
    until: link.expiresAt,
  };
}

function addressIn(detail: unknown): string {
  const sent = typeof detail === 'object' && detail !== null && 'address' in detail ? detail.address : '';
  return typeof sent === 'string' ? sent : '';
}
