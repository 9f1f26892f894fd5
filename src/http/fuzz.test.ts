/** Thousands of requests drawn from the route table, most of them absurd: never a failure, never a word of our inside. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import type { Member } from '#domain/actor.ts';
import { testHouse } from '#tests/house.ts';
import type { LogFields } from '#services/log.ts';
import type { TestHouse } from '#tests/house.ts';
import type { Person } from '#tests/world.ts';
import { routes } from '../routes.ts';
import { newFormKey } from './form-key.ts';
import type { Route } from './route.ts';

const base = 'http://localhost:3000';
const seed = 20_261_121;
const longest = 14_000;

let house: TestHouse;
let person: Person & { key: string; member: Member; contact: string };
let sent = 0;

before(async () => {
  house = await testHouse();
});

after(() => house.close());

test('no request of any route gives a failure or shows the inside', { timeout: 60_000 }, async () => {
  const reached = new Set<string>();
  const wrong = new Map<string, string>();
  const property = fc.asyncProperty(demand(), async (asked) => {
    if (sent % 40 === 0) await freshPerson();
    sent += 1;
    house.clock.walk(1000);
    const logged = house.failures.length;
    const request = requestOf(asked);
    const response = await house.app.request(request);
    const faults = faultsOf({
      response,
      text: await response.text(),
      failure: house.failures.slice(logged).at(0),
    });
    const name = `${asked.route.method} ${asked.route.path}`;
    if (response.status < 400) reached.add(name);
    if (faults.length > 0 && !wrong.has(name)) wrong.set(name, `${request.method} ${request.url} ${faults.join('; ')}`);
  });
  await fc.assert(property, {
    seed,
    numRuns: 6000,
    interruptAfterTimeLimit: longest,
    markInterruptAsFailure: false,
  });
  assert.deepEqual([...wrong.values()], []);
  assert.ok(sent >= 300, `only ${sent} requests were sent`);
  assert.ok(reached.size >= routes.length / 4, `past the guard only at ${[...reached].join(', ')}`);
});

function faultsOf({
  response,
  text,
  failure,
}: {
  response: Response;
  text: string;
  failure: LogFields | undefined;
}): string[] {
  const inside = /node_modules|\bat \S+ \(.*:\d+\)|\.tsx?:\d+|DatabaseError|invalid input syntax|violates/.exec(text);
  const { error } = failure ?? {};
  return [
    response.status < 500 ? null : `answered ${response.status}`,
    failure === undefined ? null : `failed: ${error instanceof Error ? error.message : 'no error'}`,
    inside === null ? null : `shows ${inside[0]}`,
    response.headers.get('content-security-policy')?.startsWith("default-src 'none'") ? null : 'has no policy',
  ].filter((fault) => fault !== null);
}

interface Demand {
  route: Route;
  method: string;
  params: string[];
  query: [string, string][];
  fields: Record<string, unknown>;
  stray: [string, unknown][];
  as: 'admin' | 'nobody' | 'garbage';
  coding: 'usual' | 'multipart' | 'json' | 'raw';
  text: string;
  header: string;
  signed: boolean;
}

function demand(): fc.Arbitrary<Demand> {
  return fc.constantFrom(...routes).chain((route) =>
    fc.record({
      route: fc.constant(route),
      method: often(
        route.method,
        fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND'),
      ),
      params: fc.array(often('known', word()), { minLength: 3, maxLength: 3 }),
      query: fc.array(fc.oneof(fc.tuple(fc.constantFrom('apres', 'avant', 'cursor'), cursor()), parameter()), {
        maxLength: 4,
      }),
      fields: fieldsOf(route),
      stray: fc.array(
        fc.tuple(
          fc.oneof(
            fc.constantFrom(
              '__proto__',
              'constructor',
              'conflit',
              'version',
              'id',
              'organisationId',
              'cle',
              'toString',
            ),
            word(),
          ),
          anything(),
        ),
        { maxLength: 3 },
      ),
      as: often<Demand['as']>('admin', fc.constantFrom<Demand['as'][]>('nobody', 'garbage')),
      coding: often<Demand['coding']>('usual', fc.constantFrom<Demand['coding'][]>('multipart', 'json', 'raw')),
      text: word(),
      header: word(),
      signed: often(true, fc.constant(false)),
    }),
  );
}

function parameter(): fc.Arbitrary<[string, string]> {
  const names = [
    'q',
    'tri',
    'apres',
    'avant',
    'vue',
    'usage',
    'suite',
    'du',
    'au',
    'etat',
    'famille',
    'personne',
    'identifiant',
  ];
  const usual = ['-label', 'organisation', '-purpose', '2026-02-30', '0000-01-01', '/contacts', '9'.repeat(14)];
  return fc.tuple(fc.oneof(fc.constantFrom(...names), word()), fc.oneof(word(), fc.constantFrom(...usual)));
}

/** Seven times in eight the usual value, so that most requests go deep. */
function often<Value>(usual: Value, odd: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 7, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: odd });
}

function word(): fc.Arbitrary<string> {
  const odd = [
    '',
    '\u0000',
    '\uD800',
    'a\uDFFFb',
    '\uFFFD',
    '\u202Etxet',
    'e\u0301',
    'é',
    '%',
    '%00',
    '%E0%A4%A',
    '../..',
    '\r\nx: y',
    "'; drop table contact; --",
    '<script>alert(1)</script>',
    '{{7*7}}',
    '\\',
    '_%',
    '🧱',
    'a'.repeat(10_000),
    '1e309',
    '-0',
    'NaN',
    'null',
    '2 84 05 75 123 456 12',
    '2026-02-30',
    '9'.repeat(40),
    '\t/x',
    'İ',
    'ß',
  ];
  return fc.oneof(
    fc.constantFrom(...odd),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ maxLength: 12 }),
    fc.uuid(),
  );
}

function cursor(): fc.Arbitrary<string> {
  const pair = fc.oneof(fc.tuple(word(), fc.oneof(fc.uuid(), word(), fc.constantFrom('abc', '1'))), anything());
  return pair.map((value) => Buffer.from(JSON.stringify(value) ?? '').toString('base64url'));
}

function anything(): fc.Arbitrary<unknown> {
  return fc.oneof(word(), fc.jsonValue({ maxDepth: 3 }), fc.array(word(), { maxLength: 3 }), fc.constant(deep(2000)));
}

function deep(levels: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

interface Shape {
  properties?: Record<string, { enum?: string[]; format?: string; type?: string }>;
}

/** For each field the schema names: mostly what it wants, sometimes something else, sometimes nothing. */
function fieldsOf(route: Route): fc.Arbitrary<Record<string, unknown>> {
  if (!('input' in route)) return fc.constant({});
  const { properties = {} } = z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' }) as Shape;
  const entries = Object.entries(properties).map(([name, { enum: values, format, type }]) => {
    const wanted = values !== undefined ? fc.constantFrom(...values) : usualFor(name, format ?? type ?? '');
    return [name, fc.oneof({ weight: 12, arbitrary: wanted }, { weight: 1, arbitrary: anything() })] as const;
  });
  const whole = Object.fromEntries(entries);
  return fc.oneof(
    { weight: 7, arbitrary: fc.record(whole) },
    { weight: 1, arbitrary: fc.record(whole, { requiredKeys: [] }) },
  );
}

function usualFor(name: string, kind: string): fc.Arbitrary<unknown> {
  if (kind === 'uuid') return fc.constant('known');
  if (kind === 'integer' || kind === 'number' || name === 'version') return fc.constantFrom('1', '2', '1000000');
  if (/email/i.test(name)) return fc.constantFrom('a@b.example', 'Ünï@exemple.test', '');
  if (/phone/i.test(name)) return fc.constantFrom('01 99 00 12 34', '');
  return fc.oneof(fc.string({ minLength: 1, maxLength: 30 }), word());
}

async function freshPerson(): Promise<void> {
  await house.admin.query('delete from throttle');
  const organisation = await house.world.anOrganisation('facilitator');
  const made = await house.world.aMember(organisation, 'facilitator.admin');
  const { rows } = await house.admin.query('select id from session where account_id = $1', [made.account]);
  const member: Member = {
    kind: 'member',
    account: made.account,
    name: '',
    session: rows[0].id,
    secondFactor: true,
    strongUntil: null,
    membership: made.membership,
    organisation,
    organisationName: '',
    organisationKind: 'facilitator',
    position: 'facilitator.admin',
    administers: true,
  };
  const key = await house.world.aPartnerKey(organisation, made.account, [
    'contacts:read',
    'contacts:write',
    'organisation:read',
  ]);
  person = { ...made, member, key, contact: await house.world.aContact(organisation) };
}

function requestOf({ route, method, params, query, fields, stray, as, coding, text, header, signed }: Demand): Request {
  let index = 0;
  const path = route.path.replace(/:\w+/g, () => written(params[(index += 1) - 1] ?? 'known'));
  const asked = query.map(([name, value]) => `${written(name)}=${written(value)}`).join('&');
  const headers = new Headers({
    'accept-encoding': 'br',
    'user-agent': visible(header),
    'x-forwarded-for': visible(text),
  });
  if (as === 'admin') {
    headers.set('cookie', `guichet=${person.session}`);
    headers.set('authorization', `Bearer ${person.key}`);
  } else if (as === 'garbage') {
    headers.set('cookie', `guichet=${visible(text)}; guichet-etape=${visible(header)}`);
    headers.set('authorization', visible(text));
  }
  if (route.kind === 'endpoint') headers.set('idempotency-key', signed ? `fuzz-${sent}-cle` : visible(text));
  const bodyless = method === 'GET' || method === 'HEAD';
  const values: Record<string, unknown> = { ...fields, ...Object.fromEntries(stray) };
  for (const [name, value] of Object.entries(values)) if (value === 'known') values[name] = person.contact;
  if (route.kind === 'action' && signed) values['cle'] = newFormKey(house.house, person.member);
  const body = bodyless ? null : bodyOf({ route, coding, values, text, headers });
  return new Request(`${base}${path}?${asked}`, { method, headers, body });
}

function bodyOf({
  route,
  coding,
  values,
  text,
  headers,
}: {
  route: Route;
  coding: Demand['coding'];
  values: Record<string, unknown>;
  text: string;
  headers: Headers;
}) {
  if (coding === 'raw') {
    headers.set('content-type', visible(text) || 'multipart/form-data; boundary=x');
    return text;
  }
  if (coding === 'json' || (coding === 'usual' && route.kind === 'endpoint')) {
    headers.set('content-type', 'application/json');
    return JSON.stringify(values);
  }
  const form = coding === 'multipart' ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value])
      form.append(name, typeof one === 'string' ? one : (JSON.stringify(one) ?? ''));
  }
  if (form instanceof FormData) form.append('fichier', new File([text], text.toWellFormed()));
  return form;
}

function written(text: string): string {
  if (text === 'known') return person.contact;
  return text.startsWith('%') ? text : encodeURIComponent(text.toWellFormed()).slice(0, 4000);
}

function visible(text: string): string {
  return text
    .replace(/[^\x20-\x7e]/g, '~')
    .trim()
    .slice(0, 2000);
}
