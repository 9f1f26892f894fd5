/** The long campaign of conservation: 10 000 random histories, or as many as asked, from a first seed. */
import { seeded, tellHistory } from '../conservation.ts';
import { testHouse } from '../house.ts';
import { createThreadWorld } from '../world-thread.ts';

const [histories = 10_000, first = 1] = process.argv.slice(2).map(Number);

const house = await testHouse();
try {
  const thread = createThreadWorld(house);
  const place = await thread.aThread();
  const structure = await house.world.anOrganisation('facilitator');
  const other = await house.world.aMember(structure, 'facilitator.facilitator');
  const started = performance.now();
  for (let seed = first; seed < first + histories; seed += 1) {
    const broken = await tellHistory({ house, thread, place, other, random: seeded(seed) });
    if (broken.length > 0) {
      console.error(`history ${seed} breaks: ${broken.join(', ')}`);
      process.exitCode = 1;
      break;
    }
  }
  console.log(`${histories} histories from ${first}, ${Math.round((performance.now() - started) / 1000)} s`);
} finally {
  await house.close();
}
