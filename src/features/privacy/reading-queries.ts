/** Reads of one person's file, in every journal; only the structure's own agents have a name here. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { readings } from '#domain/audit-subjects.ts';
import type { Day } from '#domain/day.ts';
import { parisBounds } from '#domain/day.ts';
import type { Position } from '#domain/position.ts';
import { asPrivacy } from '#http/as-privacy.ts';
import type { Context } from '#http/context.ts';

export interface Reading {
  chain: string;
  sequence: number;
  at: Date;
  action: string;
  organisation: string;
  name: string | null;
  position: Position | null;
}

const most = 500;

export function listReadings(
  ctx: Context,
  { person, from, until }: { person: string; from: Day | null; until: Day | null },
): Promise<Reading[]> {
  const since = from === null ? null : parisBounds(from).from;
  const before = until === null ? null : parisBounds(until).until;
  return asPrivacy(ctx, async ({ db, actor }) => {
    const found = await sql<Reading>`
      select e.chain, e.sequence, e.at, e.action, coalesce(o.name, '') as organisation,
        case when e.organisation_id = ${organisationOf(actor)}::uuid then a.name end as name,
        (select m.position from membership m where m.account_id = e.account_id and m.organisation_id = e.organisation_id
          order by m.created_at limit 1) as position
      from audit_event e left join organisation o on o.id = e.organisation_id left join account a on a.id = e.account_id
      where e.subject_id = ${person} and e.subject_type = 'person' and e.action = any(${Object.keys(readings)})
        and (${since}::timestamptz is null or e.at >= ${since}) and (${before}::timestamptz is null or e.at < ${before})
      order by e.at desc limit ${most}`.execute(db);
    return found.rows;
  });
}
