/** The link printed at the first start, while the instance has nobody: each start ends the former one. */
import { anonymous } from '#domain/actor.ts';
import { minutesAfter } from '#domain/session-policy.ts';
import { endSetUpLinks } from '#db/instance-open.ts';
import { keepLinkToken } from '#db/link-token.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Database } from '#db/transaction.ts';
import { scopeOf } from '#http/context.ts';
import { hashSecret, newSecret } from '#services/random.ts';
import { hasAnyAccount, isInstanceOpen } from './queries.ts';

const openMinutes = 24 * 60;

/** null: the instance is open, or somebody already has an account. */
export function mintSetUpLink(
  database: Database,
  { now, baseUrl }: { now: Date; baseUrl: string },
): Promise<string | null> {
  return inTransaction(database, scopeOf(anonymous, 'gate', now), async (db) => {
    if ((await isInstanceOpen({ db, now })) || (await hasAnyAccount({ db, now }))) return null;
    await endSetUpLinks(db, now);
    const token = newSecret();
    const expiresAt = minutesAfter(now, openMinutes);
    await keepLinkToken(db, { tokenHash: hashSecret(token), purpose: 'set-up', expiresAt, now });
    return `${baseUrl}/premier-demarrage/${token}`;
  });
}
