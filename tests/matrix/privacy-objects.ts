/** A request, a notice, a hold about a person whom the organisation follows. */
import { aDecision } from '../world-eligibility.ts';
import type { TestHouse } from '../house.ts';
import { canaryOf } from '../world.ts';
import type { Person } from '../world.ts';
import { createThreadWorld } from '../world-thread.ts';

/** The id to put in this path, or null when the path is not about personal data. */
export async function privacyObject(
  { admin, world, clock }: Pick<TestHouse, 'admin' | 'world' | 'clock'>,
  { path, holder }: { path: string; holder: Person },
): Promise<string | null> {
  const [, family, kind = ''] = path.split('/');
  const write = family === 'donnees' ? inserts[kind] : undefined;
  if (write === undefined) return null;
  const { organisation, account } = holder;
  const canary = canaryOf(organisation);
  const person = await createThreadWorld({ admin, world, clock }).aFollowedPerson(organisation, { family: canary });
  const found = await admin.query(write, [person, organisation, canary, account]);
  const { id } = found.rows[0];
  if (path.endsWith('/copie/:piece')) await aDecision(admin, { person, document: id });
  return id;
}

const inserts: Record<string, string> = {
  demandes: `insert into rights_request (person_id, holder_id, kind, via, message, received_on, due_on, answered_by)
    values ($1, $2, 'access', 'paper', $3, '2026-11-16', '2026-12-16', nullif($4, $4)::uuid) returning id`,
  conservation: `insert into retention_notice (person_id, holder_id, deed, due_on, notified_on, kept_by)
    values ($1, $2, case when $3 = '' then 'archive' else 'delete' end, '2026-12-16', '2026-11-16', nullif($4, $4)::uuid) returning id`,
  gels: `insert into legal_hold (person_id, organisation_id, ground, reason, until_day, created_by)
    values ($1, $2, 'other', $3, '2027-12-31', $4) returning id`,
};

/** A lift says which version it lifts before it can say anything of the hold. */
export function privacyFields(path: string): Record<string, string> {
  return path === '/donnees/gels/:id/lever' ? { version: '1' } : {};
}
