/** A part of a file that goes before the file itself: obstacles with their notes, reasons of health and justice. Runs as privacy. */
import { sql } from 'kysely';
import type { PartDeed } from '#domain/retention-rules.ts';
import { graveCriteria } from '#domain/retention-rules.ts';
import { parisDay } from '#domain/day.ts';
import type { ErasingContext } from './erase-traces.ts';
import { purgeJournal } from './erase-traces.ts';
import { keepErasure } from './erasure-ledger.ts';

/** What was written up to now; played again after a restore, it leaves what was written since. */
export async function erasePart(
  ctx: ErasingContext,
  { person, deed, organisation }: { person: string; deed: PartDeed; organisation: string | null },
): Promise<boolean> {
  const gone = deed === 'erase-obstacles' ? await eraseObstacles(ctx, person) : await eraseReasons(ctx, person);
  await purgeJournal(ctx, gone);
  await keepErasure(ctx, { kind: 'person', id: person, deed, organisation });
  return gone.length > 0;
}

export async function eraseObstacles({ db, now }: ErasingContext, person: string): Promise<string[]> {
  const of = sql`select id from obstacle where person_id = ${person}::uuid and created_at <= ${now}`;
  await sql`delete from obstacle_share where obstacle_id in (${of})`.execute(db);
  await sql`delete from obstacle_note where obstacle_id in (${of})`.execute(db);
  const gone = await sql<{ id: string }>`delete from obstacle where person_id = ${person}::uuid and created_at <= ${now}
    returning id::text as id`.execute(db);
  return gone.rows.map(({ id }) => id);
}

/** Only where the window is over: the answer stays with its dates, and the count by year. */
async function eraseReasons({ db, now }: ErasingContext, person: string): Promise<string[]> {
  const gone = await sql<{ id: string; holderId: string; criterion: string; year: number }>`
    delete from eligibility_reason r using eligibility e
    where r.eligibility_id = e.id and r.person_id = ${person}::uuid and r.criterion = any(${[...graveCriteria]})
      and least(e.until_day, e.ended_on) < ${parisDay(now)}::date
    returning r.id::text as id, r.holder_id, r.criterion, extract(year from e.from_day)::integer as year`.execute(db);
  for (const { holderId, criterion, year } of gone.rows) {
    await sql`insert into reason_tally (holder_id, criterion, year, decisions) values (${holderId}, ${criterion}, ${year}, 1)
      on conflict (holder_id, criterion, year) do update set decisions = reason_tally.decisions + 1`.execute(db);
  }
  return gone.rows.map(({ id }) => id);
}
