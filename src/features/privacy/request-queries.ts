/** The requests of the people a structure follows, read by those who answer. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { RequestKind, RequestState } from '#domain/rights-request.ts';
import { isKnown } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

export interface RequestRow {
  id: string;
  personId: string;
  name: string;
  birthDate: Day | null;
  email: string;
  gone: boolean;
  kind: RequestKind;
  via: 'own-space' | 'paper' | 'mail' | 'visit';
  state: RequestState;
  message: string;
  receivedOn: Day;
  dueOn: Day;
  extendedOn: Day | null;
  extensionReason: string;
  answer: string;
  answeredOn: Day | null;
  answeredBy: string | null;
  doneOn: Day | null;
  version: number;
}

function requests(where: RawBuilder<boolean>) {
  return sql<RequestRow>`
    select r.id, r.person_id, p.family_name || ' ' || p.given_name as name, p.birth_date, p.email,
      p.anonymised_at is not null as gone, r.kind, r.via, r.state, r.message, r.received_on, r.due_on, r.extended_on,
      r.extension_reason, r.answer, r.answered_on, a.name as answered_by, r.done_on, r.version
    from rights_request r join person p on p.id = r.person_id left join account a on a.id = r.answered_by
    where r.holder_id = current_organisation() and ${where}`;
}

/** Open ones first, by the day they are due. */
export async function listRequests({ db }: Context, view: 'ouvertes' | 'closes'): Promise<RequestRow[]> {
  const open = sql<boolean>`r.state in ('received', 'under-review')`;
  const found =
    view === 'ouvertes'
      ? await sql<RequestRow>`${requests(open)} order by r.due_on, r.id limit 200`.execute(db)
      : await sql<RequestRow>`${requests(sql<boolean>`not ${open}`)} order by r.created_at desc, r.id limit 200`.execute(
          db,
        );
  return found.rows;
}

export async function findRequest({ db }: Context, id: string): Promise<RequestRow | null> {
  const found = await requests(sql<boolean>`r.id::text = ${id}`).execute(db);
  return found.rows[0] ?? null;
}

export async function lockRequest(ctx: Context, id: string): Promise<RequestRow | null> {
  await sql`select id from rights_request where id::text = ${id} and holder_id = current_organisation() for update`.execute(
    ctx.db,
  );
  return findRequest(ctx, id);
}

export interface ChosenPerson {
  id: string;
  name: string;
  birthDate: Day | null;
}

const most = 20;

/** Whom a request on paper is from, or whose readings are looked up: by pieces of the name. */
export async function searchPeople({ db }: Context, folded: string): Promise<ChosenPerson[]> {
  const words = folded.split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const like = words.map((word) => sql`folded_name like ${`%${word}%`}`);
  const found = await sql<ChosenPerson>`
    select id, family_name || ' ' || given_name as name, birth_date from person
    where holder_id = current_organisation() and ${isKnown()} and ${sql.join(like, sql` and `)}
    order by folded_name, id limit ${most}`.execute(db);
  return found.rows;
}

export async function findChosen({ db }: Context, id: string): Promise<ChosenPerson | null> {
  const found = await sql<ChosenPerson>`select id, family_name || ' ' || given_name as name, birth_date from person
    where id::text = ${id} and holder_id = current_organisation() and ${isKnown()}`.execute(db);
  return found.rows[0] ?? null;
}
