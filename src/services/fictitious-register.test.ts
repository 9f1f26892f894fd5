/** The companies and addresses of the demonstration: fictitious, always the same, without network. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWalkingClock } from './clock.ts';
import {
  createFictitiousCompanyRegister,
  fictitiousSirets,
  listFictitiousSirets,
} from './fictitious-company-register.ts';
import { createFictitiousGeocoder } from './fictitious-geocoder.ts';
import { createExpiringMemory } from './expiring-memory.ts';

const clock = createWalkingClock('2026-11-21T08:00:00Z');
const register = createFictitiousCompanyRegister({ clock });
const geocoder = createFictitiousGeocoder({ clock });

/** Written apart from the code under test: doubles every second digit from the right, sums digits. */
function luhnHolds(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    sum += at % 2 === 0 ? digit : Math.floor((digit * 2) / 10) + ((digit * 2) % 10);
  }
  return sum % 10 === 0;
}

test('fictitious SIRETs begin with 999, are all different and have right check digits', () => {
  const sirets = listFictitiousSirets(500);
  assert.equal(new Set(sirets).size, 500);
  for (const siret of [...sirets, ...Object.values(fictitiousSirets)]) {
    assert.match(siret, /^999\d{11}$/);
    assert.ok(luhnHolds(siret) && luhnHolds(siret.slice(0, 9)), siret);
  }
});

test('every fictitious company is whole and the same each time', async () => {
  for (const siret of listFictitiousSirets(120)) {
    const found = await register.lookUp(siret);
    assert.ok(found.ok);
    assert.deepEqual(await register.lookUp(siret), found);
    const { company } = found;
    assert.equal(company.siret, siret);
    assert.equal(company.source, 'fictitious');
    assert.match(company.communeCode, /^\d{5}$/);
    assert.match(company.naf, /^\d\d\.\d\d[A-Z]$/);
    assert.ok(Object.values(company).every((value) => value !== undefined && value !== ''));
    assert.equal(company.state === 'closed', 'closedOn' in company);
  }
});

test('the open, the closed and the unreachable company play their part; others are unknown', async () => {
  const open = await register.lookUp(fictitiousSirets.open);
  const closed = await register.lookUp(fictitiousSirets.closed);
  assert.deepEqual([open.ok && open.company.state, closed.ok && closed.company.state], ['open', 'closed']);
  assert.deepEqual(await register.lookUp(fictitiousSirets.unreachable), {
    ok: false,
    because: 'register-unreachable',
  });
  for (const siret of ['99900000100010', '35600000000048', 'abc']) {
    assert.deepEqual(await register.lookUp(siret), { ok: false, because: 'register-unknown' });
  }
});

test('what the demonstration says of a company, the register says too', async () => {
  const [siret = ''] = listFictitiousSirets(13).slice(-1);
  const told = {
    siret,
    name: 'Bâtir Ouest',
    address: '1 rue',
    postcode: '44400',
    city: 'Rezé',
    naf: '41.20B',
  };
  const found = await createFictitiousCompanyRegister({ clock, known: [told] }).lookUp(siret);
  assert.ok(found.ok);
  assert.deepEqual({ ...found.company, ...told }, found.company);
  assert.equal(found.company.state, 'open');
});

test('fictitious companies are searched by name or town, with or without accents', async () => {
  for (const query of ['batisseurs', 'BÂTISSEURS', 'l\u2019estuaire', "l'estuaire", 'rennes']) {
    const found = await register.searchByName(query);
    assert.ok(found.ok && found.companies.length > 0 && found.companies.length <= 10, query);
  }
  assert.deepEqual(await register.searchByName('zzzzzz'), { ok: true, companies: [] });
});

test('the address of each fictitious company is located in its own commune', async () => {
  for (const siret of listFictitiousSirets(60)) {
    const found = await register.lookUp(siret);
    assert.ok(found.ok);
    const { address, postcode, city, communeCode } = found.company;
    const located = await geocoder.locate(`${address} ${postcode} ${city}`);
    assert.ok(located.ok);
    assert.deepEqual([located.addresses[0].communeCode, located.addresses[0].sure], [communeCode, true], address);
  }
});

test('a town alone is to be confirmed and an unknown town is unknown', async () => {
  const town = await geocoder.locate('saint quentin');
  assert.deepEqual(town.ok && [town.addresses[0].communeCode, town.addresses[0].sure], ['02691', false]);
  assert.deepEqual(await geocoder.locate('12 rue Nulle Part, Zzyzx'), {
    ok: false,
    because: 'address-unknown',
  });
});

test('a memory forgets at its term and drops the oldest when it is full', () => {
  const memory = createExpiringMemory<number>({ clock, days: 1, maximum: 2 });
  for (const [key, value] of [
    ['a', 1],
    ['b', 2],
    ['a', 3],
    ['c', 4],
  ] as const)
    memory.remember(key, value);
  assert.deepEqual([memory.recall('a'), memory.recall('b'), memory.recall('c')], [3, undefined, 4]);
  clock.walk(86_400_000);
  assert.deepEqual([memory.recall('a'), memory.recall('c')], [undefined, undefined]);
});
