/** Who read a person's file, in whatever organisation: the organisation and the office, not the agent (CJUE C-579/21, 22 June 2023). */
import { sql } from 'kysely';
import { readings } from '#domain/audit-subjects.ts';
import type { Position } from '#domain/position.ts';
import { asPrivacy } from '#http/as-privacy.ts';
import type { Context } from '#http/context.ts';

export interface OwnReading {
  at: Date;
  action: string;
  organisation: string;
  position: Position | null;
}

const shown = 200;

export function listOwnReadings(ctx: Context, person: string): Promise<OwnReading[]> {
  return asPrivacy(ctx, async ({ db }) => {
    const found = await sql<OwnReading>`
      select e.at, e.action, coalesce(o.name, '') as organisation,
        (select m.position from membership m where m.account_id = e.account_id and m.organisation_id = e.organisation_id
          order by m.created_at limit 1) as position
      from audit_event e left join organisation o on o.id = e.organisation_id
      where e.subject_id = ${person} and e.subject_type = 'person' and e.action = any(${Object.keys(readings)})
      order by e.at desc limit ${shown}`.execute(db);
    return found.rows;
  });
}
