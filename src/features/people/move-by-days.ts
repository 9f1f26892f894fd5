/** Moves contracts along the calendar: begun, trial over, come to their term; what follows from each is redrawn. */
import { sql } from 'kysely';
import type { ContractState } from '#domain/contract-state.ts';
import { stateByDays } from '#domain/contract-state.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import { recordAll } from '#db/audit.ts';
import { followContract } from '#db/contract-follow.ts';
import type { Context } from '#http/context.ts';
import type { JobContext } from '#http/job.ts';

/** In small transactions: nobody who writes a contract waits for the night. */
const atOnce = 100;

export async function moveContractsByDays(job: JobContext): Promise<void> {
  let last: number;
  do {
    last = await job.transaction(moveSome);
  } while (last === atOnce && !job.signal.aborted);
}

interface Due {
  id: string;
  holderId: string;
  state: ContractState;
  startsOn: Day;
  trialEndsOn: Day | null;
  plannedEndOn: Day | null;
}

/** The condition says what the domain moves; a contract somebody writes meanwhile waits for the next night. */
async function moveSome(ctx: Context): Promise<number> {
  const today = parisDay(ctx.now);
  const due = await sql<Due>`
    select id, holder_id, state, starts_on, trial_ends_on, planned_end_on from employment_contract
    where starts_on <= ${today}::date and (
      state = 'planned' or (state = 'active' and trial_ends_on < ${today}::date)
      or (state in ('active', 'trial-over', 'suspended') and planned_end_on < ${today}::date))
    order by id limit ${atOnce} for update skip locked`.execute(ctx.db);
  const moves = due.rows.flatMap((row) => {
    const to = stateByDays(row, today);
    return to === row.state ? [] : [{ ...row, to, endedOn: to === 'ended' ? row.plannedEndOn : null }];
  });
  if (moves.length === 0) return 0;
  await sql`
    update employment_contract c set state = move.to_state, ended_on = coalesce(move.ended_on, c.ended_on),
      end_reason = case when move.to_state = 'ended' then 'term' else c.end_reason end, version = c.version + 1
    from unnest(${moves.map(({ id }) => id)}::uuid[], ${moves.map(({ to }) => to)}::text[],
      ${moves.map(({ endedOn }) => endedOn)}::date[]) as move (id, to_state, ended_on)
    where c.id = move.id`.execute(ctx.db);
  await recordAll(
    ctx,
    moves.map(({ id, holderId, state, to, endedOn }) => ({
      action: to === 'ended' ? 'employment.ended' : 'employment.moved',
      subjectType: 'employment-contract',
      subjectId: id,
      organisation: holderId,
      before: { state },
      after: { state: to, ...(endedOn !== null && { endedOn, endReason: 'term' }) },
    })),
  );
  for (const { id } of moves) await followContract(ctx, id);
  return due.rows.length;
}
