/** Creates a key of the API: its secret leaves in this answer only, and every administrator is told. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import { parisBounds, parisDay } from '#domain/day.ts';
import { checkLastDay } from '#domain/partner-key.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { administratorsOf } from '#db/administrators.ts';
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { hashSecret, newCode, newSecret } from '#services/random.ts';
import type { NewKey } from './input.ts';
import type { KeyRow } from './queries.ts';
import { insertKey } from './queries.ts';

export interface CreatedKey {
  key: KeyRow;
  /** Whole, as a program sends it. */
  secret: string;
}

export async function createKey(ctx: Context, { name, scopes, lastDay }: NewKey): Promise<Result<CreatedKey>> {
  const organisation = organisationOf(ctx.actor);
  const account = accountOf(ctx.actor);
  if (organisation === null || account === null) return refuse('not-allowed');
  const lasts = checkLastDay(lastDay, parisDay(ctx.now));
  if (!lasts.ok) return lasts;
  const prefix = `gk_${newCode(8).replaceAll('-', '').toLowerCase()}`;
  const secret = newSecret();
  const key = await insertKey(ctx, {
    organisationId: organisation,
    name,
    prefix,
    scopes,
    expiresAt: parisBounds(lastDay).until,
    secretHash: hashSecret(secret),
    createdBy: account,
  });
  await record(ctx, {
    action: 'partner-key.created',
    subjectType: 'partner-key',
    subjectId: key.id,
    after: { name, scopes, expiresAt: lastDay },
  });
  await tellAdministrators(ctx, organisation);
  return done({ key, secret: `${prefix}_${secret}` });
}

async function tellAdministrators(ctx: Context, organisation: string): Promise<void> {
  for (const { account, email } of await administratorsOf(ctx, [organisation])) {
    await post(ctx, {
      organisation,
      account,
      template: 'partner-key-created',
      recipient: email,
      parameters: { organisation },
    });
  }
}
