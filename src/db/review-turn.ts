/** Which declarations wait for the current structure: lines of her own people, or nobody's when she leads on the lot. */
import { sql } from 'kysely';

/** A condition on a declaration called d; row security already keeps to the lots she sees. */
export const waitsForMe = sql<boolean>`(d.state in ('submitted', 'under-review') and (
  exists (select from hour_entry e where e.declaration_id = d.id and e.holder_id = current_organisation() and e.state = 'submitted')
  or (declaration_open_lines(d.id) = 0 and (
    exists (select from hour_entry e where e.declaration_id = d.id and e.holder_id = current_organisation())
    or coalesce((select a.organisation_id = current_organisation() from lot_assignment a where a.lot_id = d.lot_id
      and a.role = 'lead' and (a.until_day is null or a.until_day >= paris_today()) limit 1), true)))))`;
