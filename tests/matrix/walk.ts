/** Every position on every door, on her own objects and on others': compared with an oracle written apart. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/actor.ts';
import { newFormKey } from '#http/form-key.ts';
import type { Route } from '#http/route.ts';
import { hashSecret } from '#services/random.ts';
import { routes } from '../../src/routes.ts';
import { testHouse } from '../house.ts';
import type { TestHouse } from '../house.ts';
import { refuseForeignCanary } from '../visitor.ts';
import type { Person } from '../world.ts';
import { objectFor, seatPosition } from './fixture.ts';
import type { Seated } from './fixture.ts';
import { readOracle } from './oracle.ts';
import { relations } from './positions.ts';
import type { Relation, TestedPosition } from './positions.ts';
import { privacyFields } from './privacy-objects.ts';
import { threadFields } from './thread-objects.ts';
import { verdictOf } from './verdict.ts';
import type { Verdict } from './verdict.ts';

let house: TestHouse;
/** Doors that only show come first: they leave the session as it is. */
const doors = routes
  .filter(({ kind }) => kind !== 'endpoint')
  .toSorted((one, other) => Number(one.method === 'POST') - Number(other.method === 'POST'));
const oracle = new Map(readOracle().map((row) => [`${row.route} ${row.relation}`, row.verdicts]));

export function theOracleKnowsEveryDoor(): void {
  const expected = doors.flatMap((route) => relationsOf(route).map((relation) => `${nameOf(route)} ${relation}`));
  assert.deepEqual(
    expected.filter((name) => !oracle.has(name)),
    [],
    'doors the oracle does not know',
  );
  assert.deepEqual(
    [...oracle.keys()].filter((name) => !expected.includes(name)),
    [],
    'lines of the oracle without a door',
  );
}

/** Knocks at every door as one position, on the objects of everybody, in a house of her own: thousands of objects slow the next. */
export async function walkAs(tested: TestedPosition): Promise<void> {
  house = await testHouse();
  try {
    await knockEverywhere(tested);
    assert.deepEqual(house.failures, []);
  } finally {
    await house.close();
  }
}

async function knockEverywhere(tested: TestedPosition): Promise<void> {
  const seated = await seatPosition(house, tested);
  const wrong: string[] = [];
  let cells = 0;
  for (const route of doors) {
    // Whoever knocks that fast is asked to wait: that is not what is asked here.
    await house.admin.query('delete from throttle');
    // A door closed to the position looks at no object: beyond her own, it is knocked at with nobody's.
    let closed = false;
    for (const relation of relationsOf(route)) {
      const said = oracle.get(`${nameOf(route)} ${relation}`)?.get(tested.name);
      let found = await knock(seated, { tested, route, relation, ...(closed && { id: randomUUID() }) });
      if (closed && found !== said) found = await knock(seated, { tested, route, relation });
      if (relation === 'own') closed = ['no', 'sign-in', 'choose'].includes(found);
      cells += 1;
      if (said !== found) wrong.push(`${nameOf(route)} ${relation}: oracle ${said}, found ${found}`);
    }
  }
  assert.ok(cells > 40, `only ${cells} doors were tried`);
  assert.deepEqual(wrong, []);
}

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`;
}

function relationsOf(route: Route): readonly (Relation | '-')[] {
  return /:(id|\w+Id)\b/.test(route.path) ? relations : ['-'];
}

async function knock(
  { person, holders }: Seated,
  {
    tested,
    route,
    relation,
    id: nobodys,
  }: { tested: TestedPosition; route: Route; relation: Relation | '-'; id?: string },
): Promise<Verdict> {
  const holder = holders[relation === '-' ? 'own' : relation];
  const id = nobodys ?? (await idFor(route, { holder, asker: person, relation }));
  const path = route.path
    .replace(/:id\b/, id)
    .replace(/:membershipId\b/, holder.membership)
    .replace(/:sequence\b/, '1')
    .replace(/:kind\b/, 'pass-iae')
    .replace(/:piece\b/, id === '' ? '00000000-0000-4000-8000-000000000000' : id)
    .replace(/:token\b/, 'x'.repeat(43));
  const session = person === null ? undefined : await sessionFor(route, { person, tested });
  const response = await house.app.request(`http://localhost:3000${path}`, {
    method: route.method,
    headers: {
      ...(session && { cookie: `guichet=${session.token}` }),
      origin: 'http://localhost:3000',
      'content-type': 'application/x-www-form-urlencoded',
    },
    ...(route.method === 'POST' && {
      body: new URLSearchParams({
        cle: newFormKey(house.house, actorOf(person, session?.id)),
        ...(nobodys === undefined && (await threadFields(house, { path: route.path, id }))),
        ...privacyFields(route.path),
      }).toString(),
    }),
  });
  refuseForeignCanary(await response.text(), person?.organisation);
  return verdictOf({ status: response.status, location: response.headers.get('location') });
}

async function idFor(
  { path }: Route,
  { holder, asker, relation }: { holder: Person; asker: Person | null; relation: Relation | '-' },
): Promise<string> {
  return relation === '-' ? '' : objectFor(house, { path, holder, asker, own: relation === 'own' });
}

/** Some doors end the session: whoever sends something brings one of her own. */
async function sessionFor(
  { method }: Route,
  { person, tested }: { person: Person; tested: TestedPosition },
): Promise<{ token: string; id: string }> {
  if (method === 'GET') return { token: person.session, id: '' };
  const token = await house.world.aSession(person.account, tested.position === null ? null : person.membership);
  const found = await house.admin.query('select id from session where token_hash = $1', [hashSecret(token)]);
  return { token, id: found.rows[0].id };
}

/** Only the session and the membership enter the hidden key. */
function actorOf(person: Person | null, session: string | undefined): Actor {
  if (person === null || session === undefined) return { kind: 'anonymous' };
  const account = { account: person.account, name: '', session, secondFactor: true, strongUntil: null };
  if (person.membership === '') return { kind: 'signed-in', ...account };
  return {
    kind: 'member',
    ...account,
    membership: person.membership,
    organisation: person.organisation,
    organisationName: '',
    organisationKind: 'facilitator',
    position: 'control.dpo',
    administers: false,
  };
}
