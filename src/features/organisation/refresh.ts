/** Takes from the State's register the parts of the identity an administrator ticked, and dates the check. */
import { allIdentityParts, differingParts, takenParts } from '#domain/organisation-identity.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { Refresh } from './input.ts';
import type { OrganisationRow } from './queries.ts';
import { lockOwnOrganisation, updateOrganisation } from './queries.ts';
import type { RegisterAnswer } from './register.ts';

/** The register is asked again here: what a form proposes is not what the register said. */
export async function refreshOrganisation(
  ctx: Context,
  input: Refresh,
  answer: RegisterAnswer,
): Promise<Result<OrganisationRow>> {
  const before = await lockOwnOrganisation(ctx);
  if (before === null) return refuse('not-found');
  if (before.version !== input.version) return refuse('changed-meanwhile');
  if (!answer.ok) return refuse(answer.because === 'no-siret' ? 'register-unknown' : answer.because);
  const differing = differingParts(before, answer.proposed);
  const taken = allIdentityParts.filter((part) => input[part] && differing.includes(part));
  const changes = takenParts(answer.proposed, taken);
  const whole = taken.length === differing.length;
  const after = await updateOrganisation(ctx, {
    id: before.id,
    version: input.version,
    changes: {
      ...changes,
      ...(whole && { identitySource: 'register' as const }),
      identityCheckedAt: ctx.now,
    },
  });
  await record(ctx, {
    action: 'organisation.refreshed',
    subjectType: 'organisation',
    subjectId: before.id,
    before: takenParts(before, taken),
    after: changes,
  });
  return done(after);
}
