/** The objects of the pathway behind a path: a visit, a report, a skill, an obstacle, an exit of somebody the organisation may know. */
import type { OrganisationKind } from '#domain/position.ts';
import type { TestHouse } from '../house.ts';
import { canaryOf } from '../world.ts';
import { createPathwayWorld } from '../world-pathway.ts';

interface Walk {
  person: string;
  contract: string;
  holder: string;
}

interface Asked {
  path: string;
  walk: Walk;
  /** Whose object it is, and of which kind it is. */
  organisation: string;
  kind: OrganisationKind;
}

export const pathwayFamilies: readonly string[] = [
  'visites',
  'bilans',
  'competences',
  'freins',
  'sorties',
  'signalements',
  'evaluations',
];

export function pathwayObject(
  tools: Pick<TestHouse, 'admin' | 'clock'>,
  { path, walk, organisation, kind }: Asked,
): Promise<string> {
  const world = createPathwayWorld(tools);
  const [, family = ''] = path.split('/');
  switch (family) {
    case 'visites':
      return world.aVisit(walk, { state: path.endsWith('/remettre') ? 'cancelled' : 'planned' });
    case 'bilans':
      return world.aReport(walk, { said: canaryOf(organisation) });
    case 'competences':
      return world.aSkill(walk, { removed: path.endsWith('/remettre') });
    case 'sorties':
      // Of exits a company reads the end of contract alone.
      return world.anExit(walk, {
        point: kind === 'company' ? 'contract-end' : 'm3',
        code: path.endsWith('/effacer') ? 'cdi' : null,
      });
    case 'evaluations':
      return world.anEvaluation(walk, { by: organisation, removed: path.endsWith('/remettre') });
    case 'signalements':
      return world.anObstacle(walk, { signalledBy: organisation, removed: path.endsWith('/remettre') });
    default:
      return world.anObstacle(walk, { removed: path.endsWith('/remettre') });
  }
}

/** A contract has its agenda, which its page shows. */
export async function furnishContract(
  tools: Pick<TestHouse, 'admin' | 'clock'>,
  { path, walk }: Pick<Asked, 'path' | 'walk'>,
): Promise<void> {
  if (path === '/contrats/:id/visites') await createPathwayWorld(tools).aVisit(walk);
}
