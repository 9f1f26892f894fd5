/**
 * Speed of the pages against plain pg doing the same SQL: `npm run campaign -- speed [scale]`, then the person search among
 * 600 000 people. ROUNDS says how many times each is asked.
 */
import type { PoolClient } from 'pg';
import type { App } from '#http/mount.ts';
import { createWalkingClock } from '#services/clock.ts';
import { at, middle, openFilled } from './filled.ts';
import { addPeople, manyPeople, searches } from './many-people.ts';

const rounds = Number(process.env['ROUNDS'] ?? 200);
const pageLimits = { ratio: 3, milliseconds: 60 };
const searchLimits = { ratio: 3, milliseconds: 50 };

interface Said {
  text: string;
  values: unknown[];
}

interface Asked {
  name: string;
  path: string;
  session: string;
}

const clock = createWalkingClock(new Date());
const filled = await openFilled(process.argv[2] ?? 'S');
const pool = filled.connect(1);
pool.on('connect', listen);
const plainly = filled.connect(1);
let heard: Said[] | null = null;

try {
  const app = await filled.app(pool, clock);
  const missed = [...(await measurePages(app)), ...(await measureSearch(app))];
  process.exitCode = missed.includes(true) ? 1 : 0;
} finally {
  await filled.close();
}

async function measurePages(app: App): Promise<boolean[]> {
  const [structure = ''] = await filled.busiest('facilitator', 1);
  const [buyer = ''] = await filled.busiest('buyer', 1);
  const { session } = await filled.aReader(structure, 'facilitator.facilitator', clock);
  const purchaser = await filled.aReader(buyer, 'buyer.procurement', clock);
  const first = async (text: string) => (await filled.admin.query<{ id: string }>(text, [structure])).rows[0]?.id ?? '';
  const market = await first('select market_id as id from lot_access where organisation_id = $1 limit 1');
  const person = await first('select id from person where holder_id = $1 limit 1');
  const pages: Asked[] = [
    { name: 'market page', path: `/marches/${market}`, session },
    { name: 'list page', path: '/marches', session },
    { name: 'list, buyer', path: '/marches', session: purchaser.session },
    { name: 'list, searched', path: '/marches?q=college&tri=-heures', session },
    { name: 'list, to watch', path: '/marches?vue=a-surveiller', session },
    { name: 'search', path: '/recherche.json?q=diarra', session },
    { name: 'dashboard', path: '/tableau-de-bord', session },
    { name: 'home', path: '/', session },
    { name: 'home, buyer', path: '/', session: purchaser.session },
    { name: 'hours to review', path: '/heures', session },
    { name: 'people', path: '/personnes', session },
    { name: 'person', path: `/personnes/${person}`, session },
  ];
  const missed: boolean[] = [];
  for (const page of pages) missed.push(await measure(app, page, pageLimits));
  return missed;
}

async function measureSearch(app: App): Promise<boolean[]> {
  const [structure = ''] = await filled.busiest('facilitator', 1);
  if (filled.ours) await addPeople(filled.admin, structure);
  const counted = await filled.admin.query<{ all: number; own: number }>(
    'select count(*)::int as all, count(*) filter (where holder_id = $1)::int as own from person',
    [structure],
  );
  const { all = 0, own = 0 } = counted.rows[0] ?? {};
  console.log(`\n${all} people, ${own} of the structure that searches`);
  if (all < manyPeople.all) console.log(`fewer than ${manyPeople.all}: this database is measured as it is`);
  const { session } = await filled.aReader(structure, 'facilitator.facilitator', clock);
  const missed: boolean[] = [];
  for (const words of searches) {
    for (const path of ['/recherche.json', '/personnes']) {
      const page = { name: `${path} ${words}`, path: `${path}?q=${encodeURIComponent(words)}`, session };
      missed.push(await measure(app, page, path === '/personnes' ? pageLimits : searchLimits));
    }
  }
  return missed;
}

async function measure(app: App, { name, path, session }: Asked, limits: typeof pageLimits): Promise<boolean> {
  const ask = () => app.request(`http://localhost:3000${path}`, { headers: { cookie: `guichet=${session}` } });
  const said: Said[] = [];
  heard = said;
  const first = await ask();
  heard = null;
  if (first.status !== 200) throw new Error(`${path} answered ${first.status}`);
  const asked = await timed(async () => {
    // Slowly enough for the quota of searches.
    clock.walk(1500);
    await (await ask()).text();
  });
  const plain = await replayed(said);
  const ratio = middle(asked) / middle(plain);
  const p95 = at(asked, 0.95);
  const kept = ratio <= limits.ratio && p95 < limits.milliseconds;
  const told = [
    `p50 ${middle(asked).toFixed(1)} ms`,
    `p95 ${p95.toFixed(1)} ms`,
    `best ${at(asked, 0).toFixed(1)} ms`,
    `plain pg ${middle(plain).toFixed(1)} ms`,
    `ratio ${ratio.toFixed(2)}`,
    `${said.length} statements`,
  ];
  console.log(`${kept ? 'kept  ' : 'MISSED'} ${name.padEnd(26)} ${told.join(', ')}`);
  return !kept;
}

/** The same statements in the same order, under the same row security: no rights asked, no page drawn. */
async function replayed(said: readonly Said[]): Promise<number[]> {
  const client = await plainly.connect();
  const times = await timed(async () => {
    for (const { text, values } of said) await client.query(text, values);
  });
  client.release();
  return times;
}

async function timed(work: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds + 10; round += 1) {
    const started = performance.now();
    await work();
    // The first rounds warm the plans and the code.
    if (round >= 10) times.push(performance.now() - started);
  }
  return times.sort((one, other) => one - other);
}

/** Writes down what the application says to the database while somebody listens. */
function listen(client: PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  Object.assign(client, {
    query(...args: unknown[]) {
      const [text, values] = args;
      if (heard !== null && typeof text === 'string') {
        heard.push({ text, values: Array.isArray(values) ? [...values] : [] });
      }
      return query(...args);
    },
  });
}
