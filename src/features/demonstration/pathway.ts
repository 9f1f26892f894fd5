/** Loads the pathways of the demonstration: visits, what was noted, what follows, and what became of people. */
import type { ClientBase } from 'pg';
import type { Walking } from './pathway-contracts.ts';
import { walkings } from './pathway-contracts.ts';
import { exitRows } from './pathway-exits.ts';
import { evaluationRows, reportRows, skillRows } from './pathway-follow.ts';
import { alertRows, nextRows, obstacleRows, obstacleNoteRows, shareRows } from './pathway-next.ts';
import { noteRows, visitRows } from './pathway-visits.ts';
import { insertRows } from './rows.ts';
import type { PlannedContract } from './planned-contract.ts';

export async function loadPathway(
  client: ClientBase,
  { contracts, now, today }: { contracts: readonly PlannedContract[]; now: Date; today: string },
): Promise<void> {
  const walks: readonly Walking[] = walkings(contracts, today);
  const visits = visitRows(walks, today);
  await insertRows(client, 'visit', visits);
  await insertRows(client, 'visit_note', noteRows(visits, now));
  await insertRows(client, 'work_evaluation', evaluationRows(walks, today));
  await insertRows(client, 'tripartite_report', reportRows(walks, today));
  await insertRows(client, 'skill', skillRows(walks, today));
  await insertRows(client, 'next_contract', nextRows(walks, today));
  await insertRows(client, 'contract_alert', alertRows(walks, today));
  await insertRows(client, 'obstacle', obstacleRows(walks, today));
  await insertRows(client, 'obstacle_note', obstacleNoteRows(walks, now));
  await insertRows(client, 'obstacle_share', shareRows(walks, now));
  await insertRows(client, 'exit_situation', exitRows(walks, { now, today }));
}
