/** The obstacles of a person: the database opens them to who accompanies her in her position of the day, and to nobody else. */
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import type { ObstacleCode, ObstacleState } from '#domain/obstacles.ts';
import type { Context } from '#http/context.ts';

export interface ObstacleRow {
  id: string;
  personId: string;
  holderId: string;
  kind: ObstacleCode;
  state: ObstacleState;
  specialist: string;
  specialistPhone: string;
  openedOn: Day;
  liftedOn: Day | null;
  version: number;
  referent: string | null;
  /** Signalled by a prescriber, not seen by the team. */
  signalled: boolean;
  shared: boolean;
  createdAt: Date;
  removedAt: Date | null;
}

const columns = sql`o.id, o.person_id, o.holder_id, o.kind, o.state, o.specialist, o.specialist_phone, o.opened_on, o.lifted_on, o.version,
  o.created_at, o.removed_at,
  a.name as referent, o.signalled_by is not null as signalled,
  exists (select from obstacle_share s where s.obstacle_id = o.id and s.ended_at is null) as shared`;

export async function listObstacles({ db, actor }: Context, person: string): Promise<ObstacleRow[]> {
  const found = await sql<ObstacleRow>`select ${columns} from obstacle o left join account a on a.id = o.referent_id
    where o.person_id = ${person} and o.holder_id = ${organisationOf(actor)} and o.removed_at is null
    order by o.state = 'lifted', o.opened_on desc, o.id`.execute(db);
  return found.rows;
}

export async function findObstacle({ db, actor }: Context, id: string): Promise<ObstacleRow | null> {
  const found = await sql<ObstacleRow>`select ${columns} from obstacle o left join account a on a.id = o.referent_id
    where o.id = ${id} and o.holder_id = ${organisationOf(actor)} for update of o`.execute(db);
  return found.rows[0] ?? null;
}

export interface NewObstacle {
  id: string;
  personId: string;
  holderId: string;
  kind: ObstacleCode;
  specialist?: string;
  specialistPhone?: string;
  referentId?: string | null;
  signalledBy?: string;
  openedOn: Day;
}

/** Its id is given: who signals may not read back what she wrote beside it. */
export async function insertObstacle({ db, now }: Context, obstacle: NewObstacle): Promise<void> {
  await db
    .insertInto('obstacle')
    .values({ ...obstacle, createdAt: now })
    .execute();
}

export type ObstacleChange = Pick<ObstacleRow, 'state' | 'specialist' | 'specialistPhone' | 'liftedOn'>;

export async function updateObstacle({ db, actor }: Context, id: string, change: ObstacleChange): Promise<void> {
  await db
    .updateTable('obstacle')
    .set((row) => ({ ...change, referentId: accountOf(actor), version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function setObstacleRemoved({ db }: Context, id: string, removedAt: Date | null): Promise<void> {
  await db.updateTable('obstacle').set({ removedAt }).where('id', '=', id).execute();
}

export async function insertShare(
  { db, actor, now }: Context,
  share: { obstacleId: string; holderId: string; prescriberId: string },
): Promise<void> {
  await db
    .insertInto('obstacleShare')
    .values({ ...share, accountId: accountOf(actor), sharedAt: now })
    .execute();
}

export async function endShares({ db, now }: Context, obstacle: string): Promise<void> {
  await db
    .updateTable('obstacleShare')
    .set({ endedAt: now })
    .where('obstacleId', '=', obstacle)
    .where('endedAt', 'is', null)
    .execute();
}

/** The prescriber that sent her, when one did. */
export async function prescriberOf({ db }: Context, person: string): Promise<{ id: string; name: string } | null> {
  const found = await sql<{ id: string; name: string }>`select id, name from prescriber_of(${person})`.execute(db);
  return found.rows[0] ?? null;
}
