/** A lot with its company, its people and its link, and what a test asks of the tables after a month was sent. */
import { mount } from '#http/mount.ts';
import type { Route } from '#http/route.ts';
import type { TestHouse } from './house.ts';
import { testHouse } from './house.ts';
import type { Visited, Visitor } from './visitor.ts';
import { hiddenKey, visit } from './visitor.ts';
import type { Thread, ThreadWorld } from './world-thread.ts';
import { createThreadWorld } from './world-thread.ts';

export interface Declaring {
  house: TestHouse;
  world: ThreadWorld;
  visitor(session?: string): Visitor;
  aThread(): Promise<Thread & { link: string }>;
  /** September, validated, hours per worker. */
  lastMonth(thread: Thread, hours: readonly number[]): Promise<void>;
  /** One field per worker of the thread. */
  typed(thread: Thread, hours: readonly (number | string)[], more?: Record<string, string>): Record<string, string>;
  rows(thread: Pick<Thread, 'lot'>): Promise<{ hours: number; training: number; state: string; counted: number }[]>;
  /** Submitted and counted minutes of the lot, as the totals will read. */
  totals(thread: Pick<Thread, 'lot'>): Promise<{ submitted: number; counted: number }>;
  declaration(thread: Pick<Thread, 'lot'>, month?: string): Promise<Record<string, unknown>>;
  /** A program's call; the key of idempotency is new each time unless given. */
  call(path: string, secret: string, body?: unknown, key?: string): Promise<Visited>;
  /** Joins a file to October. */
  join(link: string, file: { name: string; content: Buffer }): Promise<Visited>;
  /** Joins a file as somebody signed in, with the key of the page she has open. */
  joinAs(
    session: string,
    path: string,
    sent: { key: string; fields: Record<string, string>; file: { name: string; content: Buffer } },
  ): Promise<Visited>;
  close(): Promise<void>;
}

export async function openDeclaring(routes: readonly Route[]): Promise<Declaring> {
  const house = await testHouse();
  const app = mount(house.house, routes);
  const world = createThreadWorld(house);
  let calls = 0;
  return {
    house,
    world,
    visitor: (session) => visit(app, session === undefined ? {} : { session }),
    async aThread() {
      const thread = await world.aThread();
      const token = await world.aDeclarationLink(thread.company.organisation, thread.party);
      return { ...thread, link: `/declarer/${token}` };
    },
    async lastMonth(thread, hours) {
      const company = thread.company.organisation;
      const declaration = await world.aDeclaration(thread, { company, month: '2026-09', state: 'validated' });
      for (const [place, { contract }] of thread.workers.entries()) {
        await world.anEntry({ declaration, contract, hours: hours[place] ?? 0, state: 'validated' });
      }
    },
    typed(thread, hours, more = {}) {
      const lines = thread.workers.map(({ contract }, place) => [`heures-${contract}`, String(hours[place] ?? 0)]);
      return { mois: '2026-10', version: '0', ...Object.fromEntries(lines), ...more };
    },
    async rows({ lot }) {
      const found = await house.admin.query(
        `select (worked_minutes + training_minutes) / 60.0 as hours, training_minutes / 60.0 as training, state, counted_minutes as counted
         from hour_entry where lot_id = $1 and month = '2026-10' order by id`,
        [lot],
      );
      return found.rows.map((row) => ({ ...row, hours: Number(row.hours), training: Number(row.training) }));
    },
    async totals({ lot }) {
      const found = await house.admin.query(
        `select coalesce(sum(submitted_minutes), 0) as submitted, coalesce(sum(counted_minutes), 0) as counted
         from hours_delta where lot_id = $1 and month = '2026-10'`,
        [lot],
      );
      return { submitted: Number(found.rows[0].submitted), counted: Number(found.rows[0].counted) };
    },
    async declaration({ lot }, month = '2026-10') {
      const found = await house.admin.query('select * from declaration where lot_id = $1 and month = $2', [lot, month]);
      return found.rows[0] ?? {};
    },
    async call(path, secret, body, key) {
      calls += 1;
      const response = await app.request(`http://localhost:3000${path}`, {
        method: body === undefined ? 'GET' : 'PUT',
        headers: {
          authorization: `Bearer ${secret}`,
          'content-type': 'application/json',
          'idempotency-key': key ?? `call-number-${calls}`,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const { status, headers } = response;
      return { status, text: await response.text(), location: null, headers };
    },
    async join(link, { name, content }) {
      const key = hiddenKey((await visit(app).get(`${link}?mois=2026-10`)).text);
      const body = new FormData();
      body.set('cle', key);
      body.set('mois', '2026-10');
      body.set('file', new File([new Uint8Array(content)], name));
      const response = await app.request(`http://localhost:3000${link}/document`, {
        method: 'POST',
        headers: { origin: 'http://localhost:3000' },
        body,
        redirect: 'manual',
      });
      const { status, headers } = response;
      return { status, text: await response.text(), location: headers.get('location'), headers };
    },
    async joinAs(session, path, { key, fields, file }) {
      const body = new FormData();
      for (const [name, value] of Object.entries({ cle: key, ...fields })) body.set(name, value);
      body.set('file', new File([new Uint8Array(file.content)], file.name));
      const response = await app.request(`http://localhost:3000${path}`, {
        method: 'POST',
        headers: { origin: 'http://localhost:3000', cookie: `guichet=${session}` },
        body,
        redirect: 'manual',
      });
      const { status, headers } = response;
      return { status, text: await response.text(), location: headers.get('location'), headers };
    },
    close: () => house.close(),
  };
}
