/** The sensitive facts about one person on her way: reasons and papers, home, numbers, claims, visits, obstacles, exits, skills, placements, pool. */
import { randomUUID } from 'node:crypto';
import type { TestHouse } from '../house.ts';
import { aDecision } from '../world-eligibility.ts';
import { createPathwayWorld } from '../world-pathway.ts';
import { createPlacementWorld } from '../world-placements.ts';

export interface Walked {
  person: string;
  contract: string;
  holder: string;
  company: string;
  lot: string;
  market: string;
}

/** What each of these fields looks like wherever it shows. */
export const walkCanaries: Readonly<Record<string, readonly string[]>> = {
  'eligibility.reason': ['Zzmotiflibelle'],
  'eligibility.proof-author': ['Zzauteur'],
  'eligibility.document-name': ['zzpiece.pdf'],
  'residence.label': ['9 rue du Zzdomicile'],
  'number.pass-iae': ['999914872635', '99991 4872635', '99991\u00A04872635'],
  'visit.words': ['Zzmotsvisite'],
  'evaluation.words': ['Zzmotsevaluation'],
  'report.said': ['Zzbilandit'],
  'skill.label': ['Zzcompetence'],
  'obstacle.words': ['Zzfreinmots'],
  'obstacle.specialist': ['Zzspecialiste'],
  'next.words': ['Zzsuitemots'],
  'placement.note': ['Zznotecandidature'],
};

/** The objects, by the word an address has for them. */
export async function buildWalk(
  { admin, clock, world: houseWorld }: Pick<TestHouse, 'admin' | 'clock' | 'world'>,
  walked: Walked,
): Promise<Record<string, string>> {
  const world = createPathwayWorld({ admin, clock });
  const placements = createPlacementWorld({ admin, clock, world: houseWorld });
  const { person, holder, company, lot, market } = walked;
  const piece = randomUUID();
  const { reason, proof } = await aDecision(admin, { person, criterion: 'OPINION', document: piece });
  await admin.query(
    "update eligibility set rule_code = 'ZZMOTIF', rule_version = 'zz-version-motif' where person_id = $1",
    [person],
  );
  await admin.query("update eligibility_reason set label = 'Zzmotiflibelle' where id = $1", [reason]);
  await admin.query("update eligibility_proof set author = 'Zzauteur', kind = 'opinion' where id = $1", [proof]);
  await admin.query("update eligibility_document set name = 'zzpiece.pdf' where id = $1", [piece]);
  await admin.query(
    `insert into person_residence (person_id, holder_id, label, commune, commune_code, longitude, latitude, precise, source, checked_at)
     values ($1, $2, '9 rue du Zzdomicile', 'Nantes', '44109', -1.5, 47.2, true, 'Base adresse nationale', now())`,
    [person, holder],
  );
  await admin.query(
    "insert into person_number (person_id, holder_id, kind, value) values ($1, $2, 'pass-iae', '999914872635')",
    [person, holder],
  );
  const visit = await world.aVisit(walked, { state: 'done' });
  await world.aNote(visit, holder, { words: 'Zzmotsvisite' });
  await world.anEvaluation(walked, { by: holder, words: 'Zzmotsevaluation' });
  const report = await world.aReport(walked, { said: 'Zzbilandit' });
  const skill = await world.aSkill(walked);
  await admin.query("update skill set label = 'Zzcompetence' where id = $1", [skill]);
  const obstacle = await world.anObstacle(walked, { specialist: 'Zzspecialiste' });
  await admin.query("insert into obstacle_note (obstacle_id, holder_id, words) values ($1, $2, 'Zzfreinmots')", [
    obstacle,
    holder,
  ]);
  const next = await world.aNextContract(walked);
  await admin.query("update next_contract set words = 'Zzsuitemots' where id = $1", [next]);
  const exit = await world.anExit(walked, { code: 'inactive' });
  const offer = await placements.anOffer({ lot, market }, { facilitator: holder, company });
  const placement = await placements.aPlacement(offer, { person, holder, company, presentation: 'Zznotecandidature' });
  return { piece, visit, report, skill, obstacle, exit, offer, placement };
}
