/** A group that owes jointly: the advance of one covers the lack of another, on the page of the lot and in what each member still owes. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visit } from './visitor.ts';
import type { Person } from './world.ts';
import type { MarketHouse } from './world-markets.ts';
import { marketHouse } from './world-markets.ts';
import type { Thread } from './world-thread.ts';
import { boardRoutes } from '#features/boards/routes.ts';
import { partyRoutes } from '#features/parties/routes.ts';

let house: MarketHouse;
let thread: Thread;
let joint: Person;

before(async () => {
  house = await marketHouse([...partyRoutes, ...boardRoutes]);
  thread = await house.thread.aThread();
  joint = await house.world.aMember(
    await house.world.anOrganisation('company', { name: 'Peinture Sud' }),
    'company.declarant',
  );
  const party = await house.thread.aParty(thread, joint.organisation, { role: 'joint' });
  await house.admin.query("update lot_party set role = 'lead', share_minutes = 300 * 60 where id = $1", [thread.party]);
  await house.admin.query('update lot_party set share_minutes = 200 * 60 where id = $1', [party]);
  for (const [company, hours, worker] of [
    [thread.company.organisation, 340, thread.workers[0]],
    [joint.organisation, 100, thread.workers[1]],
  ] as const) {
    const declaration = await house.thread.aDeclaration(thread, { company, month: '2026-06', state: 'validated' });
    await house.thread.anEntry({ declaration, contract: worker.contract, hours, state: 'validated' });
  }
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function rows(): Promise<string[]> {
  const { text } = await visit(house.app, thread.facilitator).get(`/lots/${thread.lot}/intervenants`);
  const table = text.slice(text.indexOf('Parts des entreprises</h2>'), text.indexOf('<h2>Facilitation'));
  return table
    .split('<tr')
    .slice(2)
    .map((row) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gsu)].map(([, cell = '']) => cell.replace(/<[^>]+>/gu, '')).join('|'),
    )
    .map((row) => row.replaceAll('\u00A0', ' '));
}

async function owedBy(person: Person): Promise<string> {
  const { text } = await visit(house.app, person).get('/marches');
  const body = text.slice(text.indexOf('<tbody'), text.indexOf('</tbody>'));
  return body.replace(/<[^>]+>/gu, ' ').replaceAll('\u00A0', ' ');
}

test('each owes its own part until the group owes jointly; then the surplus covers, and the total does not move', async () => {
  const alone = await rows();
  assert.match(alone.join('\n'), /300 h.*340 h.*rien/u);
  assert.match(alone.join('\n'), /200 h.*100 h.*100 h/u);
  assert.match(await owedBy(joint), /100 \/ 200 h/u);
  await house.admin.query('update commitment set joint = true where id = $1', [thread.commitment]);
  const together = (await rows()).join('\n');
  assert.match(together, /340 h.*40 h/u);
  assert.match(together, /100 h.*40 h.*60 h/u);
  assert.match(await owedBy(joint), /100 \/ 160 h/u, 'what the others cover is no longer hers');
  assert.match(await owedBy(thread.company), /340 \/ 300 h/u);
});
