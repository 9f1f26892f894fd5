/** Records where a person is at a point of measure, or takes that back. */
import type { ExitCode } from '#domain/exit-groups.ts';
import { fixedTermCode } from '#domain/exit-groups.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { ExitInput } from './input.ts';
import { clearSituation, keepSituation, lockExit, lockTwin } from './queries.ts';

export async function recordExit(ctx: Context, input: ExitInput): Promise<Result<{ id: string }>> {
  const exit = await lockExit(ctx, input.id);
  if (exit === null) return refuse('not-found');
  if (exit.state === 'cancelled') return refuse('exit-cancelled');
  const today = parisDay(ctx.now);
  if (exit.dueOn > today) return refuse('exit-not-due', { details: { day: formatShortDay(exit.dueOn) } });
  if (input.observedOn > today) return refuse('exit-future', { field: 'observedOn' });
  const code = codeOf(input);
  if (!code.ok) return code;
  if (exit.version !== input.version) return refuse('changed-meanwhile');
  const { observedOn, source } = input;
  const twin = await lockTwin(ctx, exit);
  for (const one of twin === null ? [exit] : [exit, twin]) {
    await keepSituation(ctx, one.id, { code: code.value, observedOn, source });
    await record(ctx, {
      action: 'exit.recorded',
      subjectType: 'exit-situation',
      subjectId: one.id,
      before: { code: one.code },
      after: { code: code.value, observedOn, source },
    });
  }
  return done({ id: exit.id });
}

export async function clearExit(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const exit = await lockExit(ctx, id);
  if (exit === null) return refuse('not-found');
  if (exit.state !== 'answered') return refuse('already-done');
  await clearSituation(ctx, id);
  await record(ctx, {
    action: 'exit.cleared',
    subjectType: 'exit-situation',
    subjectId: id,
    before: { code: exit.code },
  });
  return done({ id });
}

/** The dates of a fixed-term contract, when they are typed, tell its group. */
function codeOf({ situation: code, from, until }: ExitInput): Result<ExitCode> {
  if (code !== 'fixed-term-long' && code !== 'fixed-term-short') return done(code);
  if (from === null && until === null) return done(code);
  if (from === null || until === null) {
    return refuse('exit-dates-missing', { field: from === null ? 'from' : 'until' });
  }
  if (until < from) return refuse('contract-days-order', { field: 'until' });
  return done(fixedTermCode({ from, until }));
}
