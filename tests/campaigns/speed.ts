/**
 * Speed of the boards against plain pg doing the same SQL: `node --import ./scripts/loader.js tests/campaigns/speed.ts [scale]`.
 * With DATABASE_URL (its owner) that database is measured as it is; without, a database of its own is filled at the scale asked.
 */
import { randomUUID } from 'node:crypto';
import { Client, Pool } from 'pg';
import type { PoolClient } from 'pg';
import { valueTypes } from '#db/connect-types.ts';
import { scales, seedDatabase } from '#features/demonstration/seed.ts';
import type { Scale } from '#features/demonstration/seed.ts';
import { mount } from '#http/mount.ts';
import { boardRoutes } from '#features/boards/routes.ts';
import { publicRoutes } from '#features/public/routes.ts';
import { createWalkingClock } from '#services/clock.ts';
import { openHouse, overPool } from '../../src/open-house.ts';
import { freshDatabase } from '../database.ts';
import { testConfiguration } from '../house.ts';
import { createWorld } from '../world.ts';

const rounds = Number(process.env['ROUNDS'] ?? 200);
const limits = { ratio: 3, milliseconds: 60 };

interface Said {
  text: string;
  values: unknown[];
}

const given = process.env['DATABASE_URL'];
const fresh = given === undefined ? await freshDatabase() : null;
const settings = fresh?.settings ?? { connectionString: given };
const admin = new Pool({ ...settings, max: 2 });
let heard: Said[] | null = null;
const pool = new Pool({ ...settings, max: 1, types: valueTypes });
pool.on('connect', listen);

try {
  if (fresh !== null) await fill(process.argv[2] ?? 'S');
  const missed = await measure();
  process.exitCode = missed ? 1 : 0;
} finally {
  await Promise.all([pool.end(), admin.end()]);
  await fresh?.drop();
}

async function fill(scale: string): Promise<void> {
  const known = Object.keys(scales).find((name): name is Scale => name === scale);
  if (known === undefined) throw new Error(`${scale} is not a scale`);
  const client = await admin.connect();
  await seedDatabase(client, known);
  await client.query('insert into instance (demo, opened_at) values (true, now())');
  await client.query('vacuum analyze');
  client.release();
}

/** The structure that looks after most lots: its pages hold the most. */
async function busiest(kind: 'facilitator' | 'buyer'): Promise<string> {
  const found = await admin.query<{ id: string }>(
    `select a.organisation_id as id from lot_access a join organisation o on o.id = a.organisation_id
     where o.kind = $1 group by 1 order by count(*) desc, 1 limit 1`,
    [kind],
  );
  const id = found.rows[0]?.id;
  if (id === undefined) throw new Error(`no ${kind} looks after any lot: fill the database first`);
  return id;
}

async function measure(): Promise<boolean> {
  const clock = createWalkingClock(new Date());
  const world = createWorld(admin, clock);
  const facilitator = await busiest('facilitator');
  const buyer = await busiest('buyer');
  const reader = await world.aMember(facilitator, 'facilitator.facilitator', {
    email: `${randomUUID()}@exemple.test`,
  });
  const purchaser = await world.aMember(buyer, 'buyer.procurement', {
    email: `${randomUUID()}@exemple.test`,
  });
  const quiet = {
    debug() {},
    info() {},
    warning() {},
    error: (_: string, fields: unknown) => console.error(fields),
  };
  const house = await openHouse({
    configuration: testConfiguration(),
    database: overPool(pool),
    demo: true,
    clock,
    log: quiet,
  });
  const app = mount(house, [...boardRoutes, ...publicRoutes]);
  const market = await admin.query<{ id: string }>(
    'select market_id as id from lot_access where organisation_id = $1 limit 1',
    [facilitator],
  );
  const marketId = market.rows[0]?.id ?? '';
  const pages = [
    { name: 'market page', path: `/marches/${marketId}`, session: reader.session },
    { name: 'list page', path: '/marches', session: reader.session },
    { name: 'list, buyer', path: '/marches', session: purchaser.session },
    { name: 'list, searched', path: '/marches?q=college&tri=-heures', session: reader.session },
    { name: 'list, to watch', path: '/marches?vue=a-surveiller', session: reader.session },
    { name: 'person search', path: '/recherche.json?q=diarra', session: reader.session },
    { name: 'dashboard', path: '/tableau-de-bord', session: reader.session },
    { name: 'home, buyer', path: '/', session: purchaser.session },
  ];
  let missed = false;
  for (const { name, path, session } of pages) {
    const ask = () => app.request(`http://localhost:3000${path}`, { headers: { cookie: `guichet=${session}` } });
    const said: Said[] = [];
    heard = said;
    const first = await ask();
    heard = null;
    if (first.status !== 200) throw new Error(`${path} answered ${first.status}`);
    const asked = await timed(async () => {
      clock.walk(1500);
      await (await ask()).text();
    });
    const plain = await replayed(said);
    const ratio = middle(asked) / middle(plain);
    const p95 = at(asked, 0.95);
    const kept = ratio <= limits.ratio && p95 < limits.milliseconds;
    missed ||= !kept;
    const told = [
      `median ${middle(asked).toFixed(1)} ms`,
      `p95 ${p95.toFixed(1)} ms`,
      `plain pg ${middle(plain).toFixed(1)} ms`,
      `ratio ${ratio.toFixed(2)}`,
      `${said.length} statements`,
    ];
    console.log(`${kept ? 'kept  ' : 'MISSED'} ${name.padEnd(15)} ${told.join(', ')}`);
  }
  return missed;
}

/** The same statements in the same order on a connection of its own: no rights asked, no page drawn. */
async function replayed(said: readonly Said[]): Promise<number[]> {
  const client = new Client({ ...settings, types: valueTypes });
  await client.connect();
  const times = await timed(async () => {
    for (const { text, values } of said) await client.query(text, values);
  });
  await client.end();
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

function middle(times: readonly number[]): number {
  return at(times, 0.5);
}

function at(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
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
