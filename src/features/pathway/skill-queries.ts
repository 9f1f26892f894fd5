/** The skills of a person, with where each was learnt. */
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import type { SkillLevel } from '#domain/skill-levels.ts';
import type { Context } from '#http/context.ts';

export interface SkillRow {
  id: string;
  personId: string;
  label: string;
  level: SkillLevel;
  place: string;
  seenOn: Day;
  company: string | null;
  market: string | null;
  removedAt: Date | null;
}

const columns = sql`s.id, s.person_id, s.label, s.level, s.place, s.seen_on, s.removed_at, o.name as company, m.object as market`;
const joins = sql`skill s left join employment_contract c on c.id = s.contract_id left join organisation o on o.id = c.company_id
  left join market m on m.id = c.market_id`;

/** The best known first, then by name. */
export async function listSkills({ db, actor }: Context, person: string): Promise<SkillRow[]> {
  const found = await sql<SkillRow>`select ${columns} from ${joins}
    where s.person_id = ${person} and s.holder_id = ${organisationOf(actor)} and s.removed_at is null
    order by array_position(array['teaches', 'alone', 'helped', 'discovered'], s.level), s.label collate "fr-x-icu", s.id`.execute(
    db,
  );
  return found.rows;
}

export async function lockSkill({ db, actor }: Context, id: string) {
  const row = await db
    .selectFrom('skill')
    .select(['id', 'personId', 'label', 'level', 'removedAt'])
    .where('id', '=', id)
    .where('holderId', '=', organisationOf(actor) ?? '')
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function insertSkill(
  { db, actor, now }: Context,
  skill: {
    holderId: string;
    personId: string;
    label: string;
    level: SkillLevel;
    contractId: string | null;
    place: string;
    seenOn: Day;
  },
): Promise<string> {
  const { id } = await db
    .insertInto('skill')
    .values({ ...skill, accountId: accountOf(actor), createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function setSkillRemoved({ db }: Context, id: string, removedAt: Date | null): Promise<void> {
  await db.updateTable('skill').set({ removedAt }).where('id', '=', id).execute();
}
