/** States the validated hours of a period, with a number that anybody may verify and that says nothing else. */
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { signCertificate } from '#services/certificate-seal.ts';
import { newCode } from '#services/random.ts';
import type { CertificateInput } from './input.ts';
import { findMe } from './me.ts';
import { insertCertificate, validatedMinutes } from './queries.ts';

export async function certify(ctx: Context, { du, au }: CertificateInput): Promise<Result<{ code: string }>> {
  const me = await findMe(ctx);
  if (me === null) return refuse('not-found');
  if (au < du) return refuse('months-order', { field: 'au' });
  const minutes = await validatedMinutes(ctx, { person: me.id, from: du, until: au });
  if (minutes <= 0) return refuse('certificate-empty', { field: 'du' });
  const facts = { code: newCode(12), fromMonth: du, untilMonth: au, minutes, issuedOn: parisDay(ctx.now) };
  const signature = signCertificate(ctx.house.configuration.secret.reveal(), facts);
  await insertCertificate(ctx, { person: me.id, holder: me.holderId, ...facts, signature });
  await record(ctx, { action: 'certificate.issued', subjectType: 'person', subjectId: me.id, after: { du, au } });
  return done({ code: facts.code });
}
