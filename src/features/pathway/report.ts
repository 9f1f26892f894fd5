/** Writes the report of a tripartite meeting, or changes one unless somebody changed it meanwhile. */
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { ReportInput } from './input.ts';
import { lockWalked } from './next-queries.ts';
import type { ReportFields } from './report-queries.ts';
import { insertReport, lockReport, updateReport } from './report-queries.ts';

export async function writeReport(ctx: Context, input: ReportInput): Promise<Result<{ id: string }>> {
  const contract = await lockWalked(ctx, input.id);
  if (contract === null) return refuse('not-found');
  const checked = check(ctx, input);
  if (!checked.ok) return checked;
  const { personId, holderId } = contract;
  const id = await insertReport(ctx, { ...checked.value, personId, holderId, contractId: contract.id });
  await record(ctx, {
    action: 'report.written',
    subjectType: 'tripartite-report',
    subjectId: id,
    after: { heldOn: input.heldOn, present: input.present },
  });
  return done({ id });
}

export async function editReport(ctx: Context, input: ReportInput): Promise<Result<{ id: string }>> {
  const before = await lockReport(ctx, input.id);
  if (before === null) return refuse('not-found');
  const checked = check(ctx, input);
  if (!checked.ok) return checked;
  if (before.version !== input.version) return refuse('changed-meanwhile');
  await updateReport(ctx, input.id, checked.value);
  await record(ctx, {
    action: 'report.edited',
    subjectType: 'tripartite-report',
    subjectId: input.id,
    before: { heldOn: before.heldOn, present: before.present },
    after: { heldOn: input.heldOn, present: input.present },
  });
  return done({ id: input.id });
}

/** Tripartite: the person is there, and somebody besides the structure. */
function check(ctx: Context, { heldOn, present, said, agreed, nextOn }: ReportInput): Result<ReportFields> {
  if (heldOn > parisDay(ctx.now)) return refuse('report-future', { field: 'heldOn' });
  const others = present.filter((one) => one !== 'person' && one !== 'facilitator');
  if (!present.includes('person') || others.length === 0)
    return refuse('report-presence-missing', { field: 'present' });
  return done({ heldOn, present, said, agreed, nextOn });
}
