/** Announces to each prescriber that contracts of its people end within the notice: one letter a day, each contract once. */
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import { addDays, parisDay } from '#domain/day.ts';
import { isToPrepare } from '#domain/next-contract.ts';
import { readPathwaySettings } from '#db/pathway-settings.ts';
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import { isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

interface Ending {
  contractId: string;
  holderId: string;
  prescriberId: string;
  recipient: string;
  endsOn: Day;
}

/** Wide enough for whatever notice a structure sets. */
const farthest = 120;

export async function announceEndings(ctx: Context): Promise<number> {
  const today = parisDay(ctx.now);
  const ending = await listEnding(ctx, today);
  const notices = new Map<string, number>();
  const due: Ending[] = [];
  for (const one of ending) {
    const noticeDays = notices.get(one.holderId) ?? (await noticeOf(ctx, one.holderId, today));
    notices.set(one.holderId, noticeDays);
    if (isToPrepare(one.endsOn, { today, noticeDays })) due.push(one);
  }
  for (const [prescriber, contracts] of Map.groupBy(due, ({ prescriberId }) => prescriberId)) {
    const recipient = contracts[0]?.recipient ?? '';
    if (recipient !== '') {
      await post(ctx, { organisation: prescriber, template: 'contract-ending', recipient, parameters: {} });
    }
    for (const contract of contracts) await keepAlert(ctx, contract, today);
  }
  return due.length;
}

async function noticeOf(ctx: Context, organisation: string, day: Day): Promise<number> {
  return (await readPathwaySettings(ctx, { organisation, day }))['next-contract-days'];
}

async function listEnding({ db }: Context, today: Day): Promise<Ending[]> {
  const found = await sql<Ending>`
    select c.id as contract_id, c.holder_id, o.id as prescriber_id, o.email as recipient, c.planned_end_on as ends_on
    from employment_contract c join person p on p.id = c.person_id
      join organisation o on o.id = p.proposed_by and o.kind = 'prescriber' and o.closed_at is null
    where ${isPresent('p')} and c.state not in ('ended', 'removed', 'planned')
      and c.planned_end_on between ${today}::date and ${addDays(today, farthest)}::date
      and not exists (select from contract_alert a where a.contract_id = c.id and a.ends_on = c.planned_end_on)
      and not exists (select from employment_contract f where f.follows_id = c.id and f.state <> 'removed')
    order by c.planned_end_on, c.id`.execute(db);
  return found.rows;
}

/** A contract made longer is announced again for its new end. */
async function keepAlert(
  ctx: Context,
  { contractId, holderId, prescriberId, endsOn }: Ending,
  today: Day,
): Promise<void> {
  await sql`insert into contract_alert (contract_id, holder_id, prescriber_id, ends_on, alerted_on)
    values (${contractId}, ${holderId}, ${prescriberId}, ${endsOn}, ${today})
    on conflict (contract_id) do update set prescriber_id = excluded.prescriber_id, ends_on = excluded.ends_on,
      alerted_on = excluded.alerted_on`.execute(ctx.db);
  await record(ctx, {
    action: 'next-contract.announced',
    subjectType: 'employment-contract',
    subjectId: contractId,
    organisation: holderId,
  });
}
