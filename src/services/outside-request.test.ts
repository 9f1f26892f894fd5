/** The two public services, played by a hostile server on this machine: no answer ever throws or blocks. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createWalkingClock } from './clock.ts';
import { createCompanyRegister, type CompanyRegister } from './company-register.ts';
import { createGeocoder, type Geocoder } from './geocoder.ts';
import { createOutsideAsk } from './outside-request.ts';

const registerAnswer = readFileSync(new URL('./samples/company-register-answer.json', import.meta.url), 'utf8');
const geocoderAnswer = readFileSync(new URL('./samples/geocoder-answer.json', import.meta.url), 'utf8');
const siret = '12345678200010';
const limits = { milliseconds: 400, bytes: 1_000_000, callsPerSecond: 1000, patienceMilliseconds: 1000 };
const clock = createWalkingClock('2026-11-21T08:00:00Z');

type Answer = (response: ServerResponse, request: IncomingMessage) => void;
let answer: Answer;
let asked: string[] = [];
let base = '';
let register: CompanyRegister;
let geocoder: Geocoder;
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  answer(response, request);
});

before(async () => {
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  clock.set('2026-11-21T08:00:00Z');
  register = createCompanyRegister({ clock, testBase: base, limits });
  geocoder = createGeocoder({ clock, testBase: base, limits });
});

function json(body: string): Answer {
  return (response) => response.setHeader('content-type', 'application/json; charset=utf-8').end(body);
}

function changed(change: (sample: Record<string, unknown>) => void): string {
  const sample = JSON.parse(registerAnswer);
  change(sample.results[0]);
  return JSON.stringify(sample);
}

const hostile: [string, Answer][] = [
  ['an error 500', (response) => response.writeHead(500).end()],
  ['an error 404', (response) => response.writeHead(404, { 'content-type': 'application/json' }).end('{}')],
  ['a redirect', (response) => response.writeHead(302, { location: `${base}/elsewhere` }).end()],
  ['a web page', (response) => response.setHeader('content-type', 'text/html').end('<html>')],
  ['a web page said to be JSON', json('<html>')],
  ['nothing', json('')],
  ['another shape', json('{"results":{},"features":"none","type":"FeatureCollection"}')],
  ['an array', json('[]')],
  ['null', json('null')],
  [
    'bytes that are not UTF-8',
    (response) => response.setHeader('content-type', 'application/json').end(Buffer.from([0x22, 0xff, 0x22])),
  ],
  ['ten megabytes', json(`"${'a'.repeat(10_000_000)}"`)],
  [
    'ten megabytes zipped into ten kilobytes',
    (response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(gzipSync(`"${'a'.repeat(10_000_000)}"`)),
  ],
  ['depth without end', json('['.repeat(400_000))],
  ['silence', () => {}],
  [
    'one byte at a time',
    (response) => {
      response.setHeader('content-type', 'application/json').write('[');
      const drip = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(drip));
    },
  ],
  ['a cut connection', (response) => response.socket?.destroy()],
  [
    'a cut in the middle',
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('{"results"');
      setTimeout(() => response.socket?.destroy(), 20);
    },
  ],
];
for (const [what, play] of hostile) {
  test(`a service that answers ${what} is unreachable, within the time allowed and without a throw`, async () => {
    answer = play;
    const start = performance.now();
    assert.deepEqual(await register.lookUp(siret), { ok: false, because: 'register-unreachable' });
    assert.deepEqual(await register.searchByName('fictive'), { ok: false, because: 'register-unreachable' });
    assert.deepEqual(await geocoder.locate('12 rue des Tilleuls Lille'), {
      ok: false,
      because: 'geocoder-unreachable',
    });
    assert.ok(performance.now() - start < 2500);
    assert.equal(asked.filter((path) => path.includes('elsewhere')).length, 0);
  });
}

test('a company is found by its SIRET, with its establishment, source and date', async () => {
  answer = json(registerAnswer);
  assert.deepEqual(await register.lookUp(siret), {
    ok: true,
    company: {
      siret,
      siren: '123456782',
      name: "ENTREPRISE FICTIVE D'INSERTION",
      commercialName: 'EFI ESPACES VERTS',
      address: '12 RUE DES TILLEULS 59000 LILLE',
      postcode: '59000',
      city: 'LILLE',
      communeCode: '59350',
      naf: '81.30Z',
      nafVersion: 'rev2',
      legalForm: '5710',
      headcountBand: '12',
      state: 'open',
      source: 'recherche-entreprises',
      checkedAt: new Date('2026-11-21T08:00:00Z'),
    },
  });
  assert.deepEqual(asked, [`/search?q=${siret}&page=1&per_page=10`]);
});

test('nothing about managers is kept', async () => {
  answer = json(registerAnswer);
  assert.doesNotMatch(JSON.stringify(await register.searchByName('fictive')), /EXEMPLE|CLAUDE|1970/);
});

test('an establishment that is not the head office is found among the matches', async () => {
  const other = '12345678200028';
  answer = json(
    changed((unit) => {
      unit['matching_etablissements'] = [
        { siret: other, adresse: null, etat_administratif: 'F', date_fermeture: '2024-05-31' },
      ];
    }),
  );
  const found = await register.lookUp(other);
  assert.ok(found.ok);
  assert.deepEqual(
    [found.company.siret, found.company.state, found.company.closedOn, found.company.address],
    [other, 'closed', '2024-05-31', ''],
  );
});

test('a SIRET that the register does not have, or that is none, is unknown; the latter is not asked', async () => {
  answer = json('{"results":[],"total_results":0}');
  assert.deepEqual(await register.lookUp('99900001300017'), { ok: false, because: 'register-unknown' });
  answer = json(registerAnswer);
  assert.deepEqual(await register.lookUp('12345678200028'), { ok: false, because: 'register-unknown' });
  const count = asked.length;
  for (const wrong of ['', '123', '1234567820001X', '../../admin']) {
    assert.deepEqual(await register.lookUp(wrong), { ok: false, because: 'register-unknown' });
  }
  assert.equal(asked.length, count);
});

test('a code of activity says its nomenclature, before and after 1 January 2027', async () => {
  answer = json(registerAnswer);
  clock.set('2027-01-15T08:00:00Z');
  const both = await register.lookUp(siret);
  assert.equal(both.ok && both.company.nafVersion, 'rev2');
  answer = json(
    changed((unit) => {
      Reflect.deleteProperty(unit, 'activite_principale_naf25');
      Reflect.deleteProperty(unit['siege'] as object, 'activite_principale_naf25');
    }),
  );
  const renewed = await createCompanyRegister({ clock, testBase: base, limits }).lookUp(siret);
  assert.equal(renewed.ok && renewed.company.nafVersion, '2025');
});

test('what a company does not publish is empty, not a label', async () => {
  answer = json(
    changed((unit) =>
      Object.assign(unit['siege'] as object, { adresse: '[NON-DIFFUSIBLE]', liste_enseignes: ['[ND]'] }),
    ),
  );
  const found = await register.lookUp(siret);
  assert.ok(found.ok);
  assert.deepEqual([found.company.address, 'commercialName' in found.company], ['', false]);
});

test('an answer is kept thirty days, an absence and a failure are asked again', async () => {
  answer = json(registerAnswer);
  const first = await register.lookUp(siret);
  clock.walk(29 * 86_400_000);
  assert.deepEqual(await register.lookUp(siret), first);
  assert.equal(asked.length, 1);
  clock.walk(86_400_000);
  await register.lookUp(siret);
  assert.equal(asked.length, 2);
  answer = (response) => response.writeHead(500).end();
  assert.equal((await register.searchByName('autre')).ok, false);
  answer = json('{"results":[],"total_results":0}');
  assert.deepEqual(await register.searchByName('autre'), { ok: true, companies: [] });
  assert.deepEqual(await register.searchByName('autre'), { ok: true, companies: [] });
  assert.equal(asked.length, 5);
});

test('a search of less than three characters asks nothing', async () => {
  for (const name of ['', '  a ', 'ab', 'x'.repeat(121)]) {
    assert.deepEqual(await register.searchByName(name), { ok: true, companies: [] });
  }
  assert.equal(asked.length, 0);
});

test('after 429 the service is left in peace for the time it asked', async () => {
  answer = (response) => response.writeHead(429, { 'retry-after': '1' }).end();
  assert.equal((await register.lookUp(siret)).ok, false);
  answer = json(registerAnswer);
  assert.equal((await register.lookUp(siret)).ok, false);
  assert.equal(asked.length, 1);
  await new Promise((go) => {
    setTimeout(go, 1050);
  });
  assert.equal((await register.lookUp(siret)).ok, true);
});

test('never more than seven calls leave in a second, and nobody waits longer than a second for a turn', async () => {
  answer = json('{}');
  const ask = createOutsideAsk({ base });
  const start = performance.now();
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => ask('/search', { q: 'abc' })));
  assert.ok(performance.now() - start < 2000);
  assert.ok(asked.length <= 7 && asked.length >= 5, `${asked.length} calls`);
  assert.equal(outcomes.filter((outcome) => !outcome.ok && outcome.because === 'busy').length, 30 - asked.length);
});

test('an answer too large is given up before it is read whole, zipped or not', async () => {
  const ask = createOutsideAsk({ base, limits });
  const large = `"${'a'.repeat(1_000_001)}"`;
  answer = json(large);
  assert.deepEqual(await ask('/', {}), { ok: false, because: 'size' });
  answer = (response) =>
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync(large));
  assert.deepEqual(await ask('/', {}), { ok: false, because: 'size' });
  answer = json(`"${'a'.repeat(900_000)}"`);
  assert.equal((await ask('/', {})).ok, true);
});

test('no host outside the list can be asked', () => {
  for (const wrong of [
    'https://exemple.test',
    'http://data.geopf.fr',
    'https://data.geopf.fr:8443',
    'http://localhost:3000',
    'https://data.geopf.fr.exemple.test',
  ]) {
    assert.throws(() => createOutsideAsk({ base: wrong }), TypeError, wrong);
  }
});

test('an address gives its commune code, its point and its score', async () => {
  answer = json(geocoderAnswer);
  const located = await geocoder.locate('  12 rue des Tilleuls,\nLille ');
  assert.ok(located.ok);
  const [best] = located.addresses;
  assert.deepEqual(
    [best.communeCode, best.longitude, best.latitude, best.score, best.sure],
    ['59350', 3.0667, 50.6333, 0.97, true],
  );
  assert.deepEqual(asked, ['/geocodage/search?q=12+rue+des+Tilleuls%2C+Lille&limit=5&index=address']);
  await geocoder.locate('12 rue des Tilleuls, Lille');
  assert.equal(asked.length, 1);
});

test('a weak score, or a street without its number, waits for a confirmation', async () => {
  for (const [score, type] of [
    [0.5, 'housenumber'],
    [0.95, 'street'],
  ] as const) {
    answer = json(geocoderAnswer.replace('0.97', String(score)).replace('"type": "housenumber"', `"type": "${type}"`));
    const located = await createGeocoder({ clock, testBase: base, limits }).locate('12 rue des Tilleuls');
    assert.deepEqual(located.ok && located.addresses[0].sure, false);
  }
});

test('an address that does not exist is unknown', async () => {
  answer = json('{"type":"FeatureCollection","features":[]}');
  assert.deepEqual(await geocoder.locate('zzzz'), { ok: false, because: 'address-unknown' });
  assert.deepEqual(await geocoder.locate(' ,'), { ok: false, because: 'address-unknown' });
});
