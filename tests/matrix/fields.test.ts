/** Protected fields x positions x outlets, against an oracle written by hand: no canary where it may not be. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { mount } from '#http/mount.ts';
import { runJob } from '#http/job.ts';
import { jobs } from '../../src/jobs.ts';
import { routes } from '../../src/routes.ts';
import { testHouse } from '../house.ts';
import type { TestHouse } from '../house.ts';
import { visit } from '../visitor.ts';
import { buildFieldWorld, canaries, probes, seatOf } from './field-canaries.ts';
import type { FieldWorld } from './field-canaries.ts';
import { lettersOf, receive, tells } from './field-outlets.ts';
import { testedPositions } from './positions.ts';

interface FieldLine {
  field: string;
  readers: ReadonlySet<string>;
  finder: string;
  at: string;
}

/** `fields.csv`: the field, who may read it, who finds it and where. */
const oracle: readonly FieldLine[] = readFileSync(join(import.meta.dirname, 'fields.csv'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => {
    const [field = '', readers = '', finder = '', at = ''] = line.split(';');
    return { field, readers: new Set(readers.split(' ').filter(Boolean)), finder, at };
  });

let house: TestHouse;
let world: FieldWorld;

before(async () => {
  house = await testHouse();
  world = await buildFieldWorld(house);
});

after(() => house.close());

test('each line has its canary and names positions that exist', () => {
  const names = testedPositions.map(({ name }) => name);
  assert.deepEqual(oracle.map(({ field }) => field).toSorted(), Object.keys(canaries).toSorted());
  assert.deepEqual(
    oracle
      .flatMap(({ readers, finder }) => [...readers, ...(finder === '' ? [] : [finder])])
      .filter((name) => !names.includes(name)),
    [],
  );
});

test('each canary really shows where its reader finds it: the sweep is not blind', async () => {
  const unseen: string[] = [];
  for (const { field, finder, at } of oracle.filter((line) => line.finder !== '')) {
    const position = testedPositions.find(({ name }) => name === finder);
    assert.ok(position);
    const person = await seatOf(house, world, position);
    const address = at.replace(/:(\w+)/gu, (_, name: string) => world.objects[name] ?? name);
    const { text } = await visit(mount(house.house, routes), person === null ? {} : { session: person.session }).get(
      address,
    );
    if (!holds(text, field)) unseen.push(`${field} is not on ${at} for ${finder}`);
  }
  assert.deepEqual(unseen, []);
});

for (const tested of testedPositions) {
  test(`${tested.name} receives no field that is not hers, by any outlet`, async () => {
    const person = await seatOf(house, world, tested);
    const received = await receive(house, world, person);
    assert.ok(received.length > 60, `only ${received.length} answers were looked at`);
    const leaks = oracle
      .filter(({ readers }) => !readers.has(tested.name))
      .flatMap(({ field }) =>
        received
          .filter(({ text }) => holds(text, field))
          .map(({ outlet, address }) => `${field} by ${outlet}: ${address}`),
      );
    assert.deepEqual([...new Set(leaks)], []);
  });
}

test('counting: who may not read a name learns nothing by searching for it', async () => {
  const allowed = oracle.find(({ field }) => field === 'identity.family')?.readers ?? new Set();
  const told: string[] = [];
  for (const tested of testedPositions.filter(({ name }) => !allowed.has(name))) {
    const person = await seatOf(house, world, tested);
    const visitor = visit(mount(house.house, routes), person === null ? {} : { session: person.session });
    for (const list of ['/personnes', '/recherche', '/donnees/lectures', '/heures', '/marches', '/entreprises']) {
      for (const probe of probes.slice(0, 2)) {
        if (await tells(visitor, { list, probe })) told.push(`${tested.name}: ${list}?q=${probe}`);
      }
    }
  }
  assert.deepEqual(told, []);
});

test('letters hold none of these fields', async () => {
  const boss = testedPositions.find(({ name }) => name === 'S-admin');
  assert.ok(boss);
  const person = await seatOf(house, world, boss);
  const path = `/personnes/${world.objects['person']}/acces`;
  await visit(mount(house.house, routes), { session: person?.session ?? '' }).submit(
    `${path}/courriel`,
    {},
    { on: path },
  );
  for (const job of jobs.filter(({ name }) => name === 'mail.deliver')) await runJob(house.house, job);
  const letters = await lettersOf(house);
  assert.ok(letters.length > 0);
  const leaks = oracle.flatMap(({ field }) =>
    letters.filter(({ text }) => holds(text, field)).map(({ address }) => `${field} in ${address}`),
  );
  assert.deepEqual(leaks, []);
});

function holds(text: string, field: string): boolean {
  return (canaries[field] ?? []).some((canary) => text.includes(canary));
}
