/**
 * Fifty people at work at once, four requests out of five reading: `npm run campaign -- load [scale]`. Each thinks between two
 * requests (THINK milliseconds on average); SECONDS says how long they work. The ratio compares with the same work done alone.
 */
import type { App } from '#http/mount.ts';
import { systemClock } from '#services/clock.ts';
import type { Visited, Visitor } from '../visitor.ts';
import { hiddenKey, visit } from '../visitor.ts';
import { at, middle, openFilled } from './filled.ts';
import type { Filled } from './filled.ts';
import { searches } from './many-people.ts';

const seconds = Number(process.env['SECONDS'] ?? 60);
const think = Number(process.env['THINK'] ?? 3000);
const limits = { read: 300, write: 600 };
const users = { facilitator: 30, buyer: 10, company: 10 };
/** A write is a form opened, then sent: one deed in four makes one request in five. */
const writingDeeds = 1 / 4;

/** Nobody declared it in the generated hours. */
const mois = '2026-10';

type Nature = keyof typeof limits;
type Times = Record<Nature, number[]>;

interface User {
  visitor: Visitor;
  reads: string[];
  /** What is still to decide or to declare; then she keeps points of contact. */
  writes: Form[];
}

interface Form {
  on: string;
  to: string;
  fields(page: string): Record<string, string>;
}

const filled = await openFilled(process.argv[2] ?? 'S');
try {
  const pool = filled.connect(10);
  const app = await filled.app(pool, systemClock);
  process.exitCode = (await measure(filled, app)) ? 1 : 0;
} finally {
  await filled.close();
}

async function measure(database: Filled, app: App): Promise<boolean> {
  const people = await everybody(database, app);
  const alone: Times = { read: [], write: [] };
  for (const { visitor, reads } of people.slice(0, 5)) {
    for (const path of [...reads, ...reads]) await timed(alone.read, () => visitor.get(path), 200);
  }
  const times: Times = { read: [], write: [] };
  const until = performance.now() + seconds * 1000;
  const before = process.cpuUsage();
  await Promise.all(people.map((user) => work(user, { times, until })));
  const all = times.read.length + times.write.length;
  const { user, system } = process.cpuUsage(before);
  const cost = `${((user + system) / 1000 / all).toFixed(1)} ms of processor each beside the database`;
  console.log(
    `${people.length} users, ${all} requests in ${seconds} s, ${(all / seconds).toFixed(1)} a second, ${cost}`,
  );
  return [tell('read', times.read, alone.read), tell('write', times.write, [])].includes(false);
}

function tell(nature: Nature, times: number[], alone: number[]): boolean {
  for (const each of [times, alone]) each.sort((one, other) => one - other);
  const kept = times.length > 0 && at(times, 0.95) < limits[nature];
  const told = [
    `${times.length} requests`,
    `p50 ${middle(times).toFixed(1)} ms`,
    `p95 ${at(times, 0.95).toFixed(1)} ms`,
    `longest ${at(times, 1).toFixed(1)} ms`,
    ...(alone.length > 0
      ? [`alone p50 ${middle(alone).toFixed(1)} ms`, `ratio ${(middle(times) / middle(alone)).toFixed(2)}`]
      : []),
  ];
  console.log(`${kept ? 'kept  ' : 'MISSED'} ${nature.padEnd(6)} ${told.join(', ')}`);
  return kept;
}

async function work(user: User, { times, until }: { times: Times; until: number }): Promise<void> {
  await pause(Math.random() * think);
  while (performance.now() < until) {
    if (Math.random() < writingDeeds) await fillForm(user, times);
    else await timed(times.read, () => user.visitor.get(pick(user.reads)), 200);
    await pause(-Math.log(1 - Math.random()) * think);
  }
}

async function fillForm({ visitor, writes }: User, times: Times): Promise<void> {
  const { on, to, fields } = writes.shift() ?? aContact();
  const page = await timed(times.read, () => visitor.get(on), 200);
  const key = hiddenKey(page.text);
  await pause(think / 3);
  await timed(times.write, () => visitor.submit(to, fields(page.text), { on, key }), 303);
}

async function timed(times: number[], ask: () => Promise<Visited>, expected: number): Promise<Visited> {
  const started = performance.now();
  const answer = await ask();
  times.push(performance.now() - started);
  if (answer.status !== expected) throw new Error(`answered ${answer.status}: ${alertOf(answer.text)}`);
  return answer;
}

async function everybody(database: Filled, app: App): Promise<User[]> {
  const { admin } = database;
  const ids = async (text: string, values: unknown[]) =>
    (await admin.query<{ id: string }>(text, values)).rows.map(({ id }) => id);
  const structures = await Promise.all(
    (await database.busiest('facilitator', users.facilitator)).map(async (organisation): Promise<User> => {
      const { session } = await database.aReader(organisation, 'facilitator.facilitator', systemClock);
      const markets = await ids('select market_id as id from lot_access where organisation_id = $1 limit 5', [
        organisation,
      ]);
      const people = await ids('select id from person where holder_id = $1 limit 5', [organisation]);
      const waiting = await ids(
        `select d.id from declaration d join lot_access a on a.lot_id = d.lot_id and a.capacity = 'facilitator'
         where a.organisation_id = $1 and d.state = 'submitted' order by d.month, d.id limit 100`,
        [organisation],
      );
      return {
        visitor: visit(app, { session }),
        reads: [
          '/',
          '/marches',
          '/tableau-de-bord',
          '/heures',
          '/personnes',
          ...markets.map((id) => `/marches/${id}`),
          ...people.map((id) => `/personnes/${id}`),
          ...searches.map((words) => `/recherche.json?q=${encodeURIComponent(words)}`),
        ],
        writes: waiting.map((id) => ({
          on: `/heures/${id}`,
          to: `/heures/${id}/valider`,
          fields: () => ({ version: '1' }),
        })),
      };
    }),
  );
  const buyers = await Promise.all(
    (await database.busiest('buyer', users.buyer)).map(async (organisation): Promise<User> => {
      const { session } = await database.aReader(organisation, 'buyer.admin', systemClock);
      const markets = await ids('select market_id as id from lot_access where organisation_id = $1 limit 5', [
        organisation,
      ]);
      const reads = [
        '/',
        '/marches',
        '/tableau-de-bord',
        '/marches?q=college',
        ...markets.map((id) => `/marches/${id}`),
      ];
      return { visitor: visit(app, { session }), reads, writes: [] };
    }),
  );
  const companies = await Promise.all(
    (await database.busiest('company', users.company)).map(async (organisation): Promise<User> => {
      const { session } = await database.aReader(organisation, 'company.admin', systemClock);
      const lots = await ids(
        `select lot_id as id from lot_access a where organisation_id = $1 and capacity = 'company'
           and not exists (select from declaration d where d.lot_id = a.lot_id and d.month = $2)`,
        [organisation, mois],
      );
      return {
        visitor: visit(app, { session }),
        reads: ['/', '/declarations', ...lots.map((id) => `/declarations/${id}`)],
        writes: lots.map(aMonth),
      };
    }),
  );
  return [...structures, ...buyers, ...companies];
}

function aMonth(lot: string): Form {
  return {
    on: `/declarations/${lot}?mois=${mois}`,
    to: `/declarations/${lot}`,
    fields: (page) => {
      const lines = [...page.matchAll(/name="(heures-[0-9a-f-]{36})"/g)].map(([, name = '']) => [name, '20']);
      return { mois, version: '0', ...Object.fromEntries(lines) };
    },
  };
}

function aContact(): Form {
  const label = `Contact ${performance.now()}`;
  return {
    on: '/contacts/nouveau',
    to: '/contacts/nouveau',
    fields: () => ({ label, purpose: 'general', email: 'charge@guichet.example', phone: '', internalNote: '' }),
  };
}

/** What the page says of its refusal. */
function alertOf(page: string): string {
  return page
    .slice(page.indexOf('<main'))
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .slice(0, 500);
}

function pick(paths: readonly string[]): string {
  return paths[Math.floor(Math.random() * paths.length)] ?? '/';
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
