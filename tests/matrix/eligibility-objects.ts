/** The objects of eligibility: a rule of a market, a kept document of a decision, an import of outlines. */
import type { TestHouse } from '../house.ts';
import type { Person } from '../world.ts';
import { aDecision, anImport } from '../world-eligibility.ts';
import { threadObject } from './thread-objects.ts';

type Tools = Pick<TestHouse, 'admin' | 'world' | 'clock'>;

/** The id to put in this path, or null when the path is not of this area. */
export async function eligibilityObject(
  tools: Tools,
  asked: { path: string; holder: Person; viewer: string },
): Promise<string | null> {
  const { admin } = tools;
  const { path, holder } = asked;
  if (path.startsWith('/instance/quartiers/')) return anImport(admin);
  if (path.startsWith('/publics/')) {
    const market = await threadObject(tools, { ...asked, path: '/marches/:id' });
    const found = await admin.query(
      `insert into market_eligibility_rule (market_id, organisation_id, effect, criterion, from_day, source, removed_at)
       values ($1, $2, 'excluded', 'RSA', '2026-01-01', 'CCAP', $3) returning id`,
      [market, holder.organisation, path.endsWith('/remettre') ? new Date(0) : null],
    );
    return found.rows[0].id;
  }
  if (!path.includes('/pieces/:piece') || !path.startsWith('/personnes/')) return null;
  const person = await threadObject(tools, { ...asked, path: '/personnes/:id' });
  if (person === null) return null;
  await aDecision(admin, { person, document: person });
  return person;
}
