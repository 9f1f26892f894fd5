/** What the operator does to an organisation is written twice: in that organisation's journal and in the instance's. */
import { record } from '#db/audit.ts';
import type { AuditFact } from '#db/audit.ts';
import type { Context } from '#http/context.ts';

type HelpFact = Pick<AuditFact, 'subjectType' | 'subjectId' | 'reason' | 'after'> & {
  action: 'second-factor.reset' | 'organisation.closed' | 'organisation.reopened' | 'invitation.sent';
};

/** Always in the same order: two acts at once wait instead of blocking each other. */
export async function recordHelp(ctx: Context, organisation: string, fact: HelpFact): Promise<void> {
  await record(ctx, { ...fact, organisation });
  await record(ctx, { ...fact, organisation: null, after: { ...fact.after, organisation } });
}
