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
  /** The referent's own address, else the prescriber's; empty when neither is known. */
  recipient: string;
  /** Set for a referent without an account. */
  referentId: string | null;
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
  // Nobody to write to: nothing left, and nothing says it did.
  const reached = due.filter(({ recipient }) => recipient !== '');
  const letters = Map.groupBy(reached, ({ prescriberId, recipient }) => `${prescriberId} ${recipient}`);
  for (const contracts of letters.values()) {
    const [first] = contracts;
    if (first === undefined) continue;
    await writeTo(ctx, first);
    for (const contract of contracts) await keepAlert(ctx, contract, today);
  }
  return reached.length;
}

/** A referent without an account reads by her link who her candidates are; whoever signs in finds the list of ends. */
async function writeTo(ctx: Context, { prescriberId, referentId, recipient }: Ending): Promise<void> {
  await post(ctx, {
    organisation: prescriberId,
    template: referentId === null ? 'contract-ending' : 'contract-ending-link',
    recipient,
    parameters: referentId === null ? {} : { referent: referentId },
  });
}

async function noticeOf(ctx: Context, organisation: string, day: Day): Promise<number> {
  return (await readPathwaySettings(ctx, { organisation, day }))['next-contract-days'];
}

async function listEnding({ db }: Context, today: Day): Promise<Ending[]> {
  const found = await sql<Ending>`
    select c.id as contract_id, c.holder_id, o.id as prescriber_id, c.planned_end_on as ends_on,
      coalesce(nullif(case when t.account_id is null then t.email else a.email end, ''), o.email) as recipient,
      case when t.account_id is null and t.email <> '' then t.id end as referent_id
    from employment_contract c join person p on p.id = c.person_id
      join lateral (select distinct on (r.prescriber_id) r.prescriber_id, r.referent_id from referral r
        where r.person_id = c.person_id and r.state <> 'withdrawn'
        order by r.prescriber_id, r.closed_at is not null, r.created_at desc) r on true
      join organisation o on o.id = r.prescriber_id and o.kind = 'prescriber' and o.closed_at is null
      left join referent t on t.id = r.referent_id and t.ended_at is null
      left join account a on a.id = t.account_id and a.disabled_at is null
    where ${isPresent('p')} and c.state not in ('ended', 'removed', 'planned')
      and c.planned_end_on between ${today}::date and ${addDays(today, farthest)}::date
      and not exists (select from contract_alert k where k.contract_id = c.id and k.prescriber_id = o.id and k.ends_on = c.planned_end_on)
      and not exists (select from employment_contract f where f.follows_id = c.id and f.state <> 'removed')
    order by c.planned_end_on, c.id, o.id`.execute(db);
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
    on conflict (contract_id, prescriber_id) do update set ends_on = excluded.ends_on, alerted_on = excluded.alerted_on`.execute(
    ctx.db,
  );
  await record(ctx, {
    action: 'next-contract.announced',
    subjectType: 'employment-contract',
    subjectId: contractId,
    organisation: holderId,
  });
}
