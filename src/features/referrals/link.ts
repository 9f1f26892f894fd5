/** A dead link of a referent repairs itself: a new one leaves for the address already known. Runs as the gate. */
import { sql } from 'kysely';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { ThrottleClass } from '#domain/throttle.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { spend } from '#http/throttle.ts';
import { hashSecret } from '#services/random.ts';

interface Reached {
  id: string;
  prescriberId: string;
  email: string;
}

export async function repairReferralLink(ctx: Context, { token }: { token: string }): Promise<Result<null>> {
  const tries: { throttle: ThrottleClass; holder: string }[] = [
    { throttle: 'sign-in-address', holder: ctx.from },
    { throttle: 'reset', holder: `referral-link:${token}` },
  ];
  for (const each of tries) {
    const seconds = await spend(ctx.db, { ...each, now: ctx.now });
    if (seconds > 0) return { ...refuse('too-many-tries-wait', { details: { seconds } }), keep: true };
  }
  const referent = await findReferentOfToken(ctx, hashSecret(token));
  if (referent === null) return done(null);
  const wait = await spend(ctx.db, { throttle: 'reset', holder: `referent:${referent.id}`, now: ctx.now });
  if (wait > 0) return done(null);
  await post(ctx, {
    organisation: referent.prescriberId,
    template: 'referral-link',
    recipient: referent.email,
    parameters: { referent: referent.id },
  });
  return done(null);
}

/** Whatever the age of the link: it says for whom it was sent. */
async function findReferentOfToken({ db }: Context, tokenHash: string): Promise<Reached | null> {
  const found = await sql<Reached>`select t.id, t.prescriber_id, t.email
    from link_token l join referent t on t.id = l.subject_id and t.prescriber_id = l.organisation_id
    where l.token_hash = ${tokenHash} and l.purpose = 'referral' and t.ended_at is null and t.email <> ''`.execute(db);
  return found.rows[0] ?? null;
}
