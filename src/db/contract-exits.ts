/** The measures of a person's exits, redrawn from all her contracts with the structure that follows her. */
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import { addDays, parisDay } from '#domain/day.ts';
import type { PathContract } from '#domain/exit-plan.ts';
import { planMeasures } from '#domain/exit-plan.ts';
import type { KnownMeasure, MeasureChanges } from '#domain/exit-replan.ts';
import { replanMeasures } from '#domain/exit-replan.ts';
import type { PathwaySettings } from '#domain/pathway-rules.ts';
import type { Transaction } from './transaction.ts';

interface Measured {
  person: string;
  holder: string;
  settings: PathwaySettings;
}

export async function followExits(
  ctx: { db: Transaction; now: Date },
  { person, holder, settings }: Measured,
): Promise<void> {
  const { db, now } = ctx;
  const contracts = await sql<PathContract>`select id, starts_on, ended_on from employment_contract
    where person_id = ${person} and holder_id = ${holder} and state <> 'removed' and end_reason is distinct from 'never-started'`.execute(
    db,
  );
  const today = parisDay(now);
  // A window still open says nothing yet: it may be renewed.
  const window = await sql<{ untilDay: Day | null }>`select max(until_day) as until_day from eligibility
    where person_id = ${person} and verdict = 'eligible' and ended_on is null having max(until_day) <= ${today}::date`.execute(
    db,
  );
  const known = await sql<KnownMeasure>`select id, contract_id, point, due_on, state from exit_situation
    where person_id = ${person} and holder_id = ${holder}`.execute(db);
  const changes = replanMeasures({
    plan: planMeasures(contracts.rows, { windowEnd: window.rows[0]?.untilDay ?? null }),
    known: known.rows,
    openFrom: addDays(today, -settings['exit-measure-days']),
  });
  await keepMeasures(ctx, { person, holder, changes });
}

async function keepMeasures(
  { db, now }: { db: Transaction; now: Date },
  { person, holder, changes }: { person: string; holder: string; changes: MeasureChanges },
): Promise<void> {
  for (const { id, dueOn } of changes.move) {
    await db
      .updateTable('exitSituation')
      .set((row) => ({ dueOn, state: 'expected', version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }
  if (changes.cancel.length > 0) {
    await db
      .updateTable('exitSituation')
      .set((row) => ({ state: 'cancelled', version: row('version', '+', 1) }))
      .where('id', 'in', changes.cancel)
      .execute();
  }
  if (changes.add.length === 0) return;
  await db
    .insertInto('exitSituation')
    .values(changes.add.map((measure) => ({ ...measure, personId: person, holderId: holder, createdAt: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
