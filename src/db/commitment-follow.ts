/** What hours and days make of commitments in hours: called by all that moves hours or what is owed, and each night for the days that pass. */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '#domain/actor.ts';
import type { CommitmentState } from '#domain/commitment-state.ts';
import { followHours } from '#domain/commitment-state.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import type { ProgressStatus } from '#domain/progress.ts';
import { recordAll } from './audit.ts';
import { readBoardRules } from './board-rules.ts';
import { leadOf } from './counting-settings.ts';
import { lotStanding } from './lot-standing.ts';
import type { Transaction } from './transaction.ts';

interface Follower {
  db: Transaction;
  actor: Actor;
  now: Date;
}

/** Under the row security of whoever looks after the lots; the same lots followed twice change nothing the second time. */
export async function followCommitments(ctx: Follower, lots: readonly string[]): Promise<number> {
  const asked = [...new Set(lots)];
  return asked.length === 0 ? 0 : follow(ctx, sql`l.id = any(${asked}::uuid[])`);
}

/** All the lots an organisation answers for: those it leads on, or keeps while nobody leads. */
export async function followCommitmentsOf(ctx: Follower, organisation: string): Promise<number> {
  return follow(ctx, sql`${leadOf(sql`m.id`, sql`l.id`)} = ${organisation}::uuid`, organisation);
}

interface Standing {
  id: string;
  lotId: string;
  state: CommitmentState;
  due: number | null;
  done: number;
  status: ProgressStatus;
  startsOn: Day;
  over: boolean;
}

async function follow(ctx: Follower, which: RawBuilder<unknown>, organisation?: string): Promise<number> {
  const today = parisDay(ctx.now);
  const rules = await readBoardRules(ctx);
  const found = await sql<Standing>`
    select c.id, c.lot_id, c.state, s.due, s.done, s.status, s.starts_on,
      ${today}::date > s.ends_on or s.state in ('completed', 'closed', 'terminated') as over
    from (${lotStanding({ ...rules, partyOf: null }, which)}) s
    join commitment c on c.lot_id = s.lot_id and c.kind in ('fixed', 'variable', 'share', 'training')
      and c.state not in ('draft', 'proposed', 'suspended', 'waived', 'closed')
    order by c.id`.execute(ctx.db);
  const moves = found.rows.flatMap((row) => {
    const { state, startsOn, status } = row;
    const to = followHours({ ...row, atRisk: status === 'late', begun: startsOn <= today });
    return to === state ? [] : [{ id: row.id, lotId: row.lotId, from: state, to }];
  });
  return moves.length === 0 ? 0 : write(ctx, moves, organisation);
}

/** Somebody who moved one meanwhile is right: it is left. */
async function write(
  ctx: Follower,
  moves: readonly { id: string; lotId: string; from: CommitmentState; to: CommitmentState }[],
  organisation: string | undefined,
): Promise<number> {
  const ids = moves.map(({ id }) => id);
  await sql`select id from commitment where id = any(${ids}::uuid[]) order by id for update`.execute(ctx.db);
  const moved = await sql<{ id: string }>`
    update commitment c set state = move.to_state, version = c.version + 1
    from unnest(${ids}::uuid[], ${moves.map(({ from }) => from)}::text[], ${moves.map(({ to }) => to)}::text[])
      as move (id, from_state, to_state)
    where c.id = move.id and c.state = move.from_state returning c.id`.execute(ctx.db);
  const kept = new Set(moved.rows.map(({ id }) => id));
  await recordAll(
    ctx,
    moves
      .filter(({ id }) => kept.has(id))
      .map(({ id, lotId, from, to }) => ({
        action: 'commitment.followed',
        subjectType: 'lot',
        subjectId: lotId,
        ...(organisation !== undefined && { organisation }),
        before: { id, state: from },
        after: { id, state: to },
      })),
  );
  return kept.size;
}
