/** Opens the declarations expected for the month just over, and says late those not sent when they were due. */
import { sql } from 'kysely';
import { parisDay } from '#domain/day.ts';
import { dueDay } from '#domain/declaration-sending.ts';
import type { Month } from '#domain/month.ts';
import { addToMonth, monthOf } from '#domain/month.ts';
import { isExpected } from '#db/expected-months.ts';
import type { Context } from '#http/context.ts';

/** Every party of a lot that runs, or stopped in the month, and owes hours; a month once opened, or already declared, is left as it is. */
export async function expectMonth({ db, now }: Context, month?: Month): Promise<number> {
  const expected = month ?? addToMonth(monthOf(parisDay(now)), -1);
  const opened = await sql`
    insert into declaration (lot_id, market_id, company_id, month, state, due_on, created_at)
    select distinct p.lot_id, p.market_id, p.organisation_id, ${expected}, 'expected', ${dueDay(expected)}::date, ${now}::timestamptz
    from lot_party p join lot l on l.id = p.lot_id join market m on m.id = p.market_id
    where ${isExpected(expected)}
    on conflict (lot_id, company_id, month) do nothing`.execute(db);
  return Number(opened.numAffectedRows ?? 0);
}

/** The day it is due is still in time. */
export async function turnLate({ db, now }: Context): Promise<number> {
  const turned = await sql`
    update declaration set state = 'late', version = version + 1
    where state = 'expected' and due_on < ${parisDay(now)}`.execute(db);
  return Number(turned.numAffectedRows ?? 0);
}
