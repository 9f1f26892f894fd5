/** Chooses the organisation one works in: the session changes token, so that the former one opens neither. */
import { localPath } from '#domain/local-path.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { writeLastMembership } from '#db/account.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { listMemberships, mine } from './queries.ts';
import type { OrganisationInput } from './input.ts';
import type { NewToken } from './rotate.ts';
import { rotate } from './rotate.ts';

export interface Chosen extends NewToken {
  suite: string;
}

/** Runs as the gate: an organisation one does not work in yet is out of sight for the application. */
export async function chooseOrganisation(
  ctx: Context,
  { membership, suite }: OrganisationInput,
): Promise<Result<Chosen>> {
  const chosen = (await listMemberships(ctx)).find(({ id }) => id === membership);
  if (chosen === undefined) return refuse('membership-closed', { field: 'membership' });
  const token = await rotate(ctx, { membershipId: membership });
  if (token === null) return refuse('session-expired');
  await writeLastMembership(ctx.db, { account: mine(ctx), membership });
  await record(ctx, {
    action: 'session.organisation-chosen',
    subjectType: 'membership',
    subjectId: membership,
    organisation: chosen.organisationId,
  });
  return done({ ...token, suite: localPath(suite) ?? '/' });
}
