/** What a person reads of herself: hours, contracts, whom to call, certificates, requests. */
import { sql } from 'kysely';
import type { ContractState } from '#domain/contract-state.ts';
import type { ContractType } from '#domain/contract-types.ts';
import type { Day } from '#domain/day.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import type { RequestKind, RequestState } from '#domain/rights-request.ts';
import type { Context } from '#http/context.ts';

export interface OwnMonth {
  month: Month;
  market: string;
  company: string;
  minutes: Minutes;
  state: 'validated' | 'pending' | 'rejected';
}

/** Corrections are added to what they correct; the state is that of the latest line. */
export async function listOwnMonths({ db }: Context, person: string): Promise<OwnMonth[]> {
  const found = await sql<OwnMonth>`
    select e.month, coalesce(m.object, '') as market, coalesce(o.name, '') as company,
      sum(e.worked_minutes + e.training_minutes)::integer as minutes,
      case (array_agg(e.state order by e.id desc))[1] when 'submitted' then 'pending' when 'rejected' then 'rejected' else 'validated' end as state
    from hour_entry e left join market m on m.id = e.market_id left join organisation o on o.id = e.company_id
    where e.person_id = ${person}::uuid
    group by e.month, e.contract_id, m.object, o.name order by e.month desc, m.object`.execute(db);
  return found.rows;
}

export interface OwnContract {
  id: string;
  lotId: string;
  type: ContractType;
  job: string;
  state: ContractState;
  startsOn: Day;
  endsOn: Day | null;
  market: string;
  employer: string;
  employerPhone: string;
  employerEmail: string;
  company: string;
}

export async function listOwnContracts({ db }: Context, person: string): Promise<OwnContract[]> {
  const found = await sql<OwnContract>`
    select c.id, c.lot_id, c.type, c.job, c.state, c.starts_on, coalesce(c.ended_on, c.planned_end_on) as ends_on,
      coalesce(m.object, '') as market, coalesce(e.name, '') as employer, coalesce(e.phone, '') as employer_phone,
      coalesce(e.email, '') as employer_email, coalesce(o.name, '') as company
    from employment_contract c left join market m on m.id = c.market_id
      left join organisation e on e.id = c.employer_id left join organisation o on o.id = c.company_id
    where c.person_id = ${person}::uuid and c.state <> 'removed'
    order by c.ended_on is null desc, c.starts_on desc, c.id`.execute(db);
  return found.rows;
}

export interface Facilitator {
  name: string;
  structure: string;
  phone: string;
  email: string;
}

/** Who leads on the lot of her contract. */
export async function findFacilitator({ db }: Context, lot: string): Promise<Facilitator | null> {
  const found = await sql<Facilitator>`select name, structure, phone, email from lot_referent(${lot}::uuid)`.execute(
    db,
  );
  return found.rows[0] ?? null;
}

export interface OwnCertificate {
  code: string;
  fromMonth: Month;
  untilMonth: Month;
  minutes: Minutes;
  issuedOn: Day;
  signature: string;
}

export async function listCertificates({ db }: Context, person: string): Promise<OwnCertificate[]> {
  const found = await sql<OwnCertificate>`
    select code, from_month, until_month, minutes, issued_on, signature from hours_certificate
    where person_id = ${person}::uuid order by created_at desc limit 50`.execute(db);
  return found.rows;
}

export async function validatedMinutes(
  { db }: Context,
  { person, from, until }: { person: string; from: Month; until: Month },
): Promise<Minutes> {
  const found = await sql<{ minutes: number }>`
    select coalesce(sum(worked_minutes + training_minutes), 0)::integer as minutes from hour_entry
    where person_id = ${person}::uuid and state in ('validated', 'locked') and month between ${from} and ${until}`.execute(
    db,
  );
  return found.rows[0]?.minutes ?? 0;
}

export async function insertCertificate(
  { db, now }: Context,
  { person, holder, ...facts }: OwnCertificate & { person: string; holder: string },
): Promise<void> {
  await db
    .insertInto('hoursCertificate')
    .values({ personId: person, holderId: holder, ...facts, createdAt: now })
    .execute();
}

export interface OwnRequest {
  id: string;
  kind: RequestKind;
  state: RequestState;
  message: string;
  receivedOn: Day;
  dueOn: Day;
  extendedOn: Day | null;
  extensionReason: string;
  answer: string;
  answeredOn: Day | null;
}

export async function listOwnRequests({ db }: Context, person: string): Promise<OwnRequest[]> {
  const found = await sql<OwnRequest>`
    select id, kind, state, message, received_on, due_on, extended_on, extension_reason, answer, answered_on
    from rights_request where person_id = ${person}::uuid order by created_at desc limit 50`.execute(db);
  return found.rows;
}
