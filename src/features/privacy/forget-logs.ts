/** Each night: readings and sign-ins whose time is over leave the journal by runs; decisions stay with what they decided. */
import { sql } from 'kysely';
import { auditOver, auditTerms, isSecurityLog, readingActions } from '#domain/audit-terms.ts';
import { auditActions } from '#domain/audit-actions.ts';
import { parisBounds, parisDay } from '#domain/day.ts';
import { record } from '#db/audit.ts';
import type { JobContext } from '#http/job.ts';

export async function forgetLogs(job: JobContext): Promise<void> {
  const chains = await job.transaction(
    async ({ db }) => (await sql<{ chain: string }>`select chain from audit_head order by chain`.execute(db)).rows,
  );
  const logs = Object.keys(auditActions).filter(isSecurityLog);
  let total = 0;
  for (const { chain } of chains) {
    if (job.signal.aborted) return;
    total += await job.transaction(async ({ db, now }) => {
      const today = parisDay(now);
      const since = (term: keyof typeof auditTerms) => parisBounds(auditOver(auditTerms[term], today)).from;
      const cut = await sql<{
        gone: number;
      }>`select audit_forget(${chain}, ${logs}::text[], ${since('security')}::timestamptz,
        ${readingActions()}::text[], ${since('readings')}::timestamptz, ${now}::timestamptz) as gone`.execute(db);
      return cut.rows[0]?.gone ?? 0;
    });
  }
  if (total === 0) return;
  await job.transaction((ctx) =>
    record(ctx, {
      action: 'journal.cut',
      subjectType: 'journal',
      subjectId: '',
      organisation: null,
      account: null,
      after: { entries: total },
    }),
  );
}
