/** Log lines are structured, and nothing about a person can slip into them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { createWalkingClock } from './clock.ts';
import { describeError } from './error-description.ts';
import { createLog, type LogFields } from './log.ts';

const clock = createWalkingClock('2026-11-21T08:00:00Z');

function logged(event: string, fields?: LogFields): Record<string, unknown> {
  const lines: string[] = [];
  createLog({ clock, write: (line) => lines.push(line) }).info(event, fields);
  assert.equal(lines.length, 1);
  assert.ok(lines[0]?.endsWith('\n'));
  return JSON.parse(lines[0] ?? '');
}

test('a line says when, how serious, what, where and how long', () => {
  const fields = {
    requestId: 'a-1',
    route: '/marches/:id/heures',
    method: 'GET',
    status: 200,
    milliseconds: 12.34,
  };
  assert.deepEqual(logged('request-ended', fields), {
    time: '2026-11-21T08:00:00.000Z',
    level: 'info',
    event: 'request-ended',
    ...fields,
    milliseconds: 12.3,
  });
});

test('levels below the threshold are not written', () => {
  const lines: string[] = [];
  const log = createLog({ clock, from: 'warning', write: (line) => lines.push(JSON.parse(line).level) });
  log.debug('a');
  log.info('a');
  log.warning('a');
  log.error('a');
  assert.deepEqual(lines, ['warning', 'error']);
});

test('a key outside the list is not written, whatever is forced in', () => {
  const forced = {
    email: 'camille@exemple.test',
    url: '/marches/3',
    body: { nom: 'Camille' },
    __proto__: { code: 'Camille Exemple' },
  };
  const line = JSON.stringify(logged('request-ended', Object.assign({ status: 200 }, forced)));
  assert.doesNotMatch(line, /amille|marches/);
});

test('a value that is not of its kind shows as a question mark', () => {
  const line = logged('Camille Exemple', {
    requestId: 'camille@exemple.test',
    route: '/personnes/camille@exemple.test?nom=Exemple',
    code: 'Camille Exemple',
    jobId: 'né le 1er mars',
    status: Number.NaN,
  });
  assert.deepEqual(line, {
    time: line['time'],
    level: 'info',
    event: '?',
    requestId: '?',
    route: '?',
    code: '?',
    jobId: '?',
    status: '?',
  });
});

test('an address is not a route: identifiers and accents are refused, patterns pass', () => {
  for (const route of [
    '/',
    '/marches',
    '/marches/:id',
    '/api/v1/hours/:recordId{[0-9]+}',
    '/assets/*',
    '/api/v1/openapi.json',
  ]) {
    assert.equal(logged('a', { route })['route'], route);
  }
  for (const route of [
    '/personnes/Élodie',
    '/m?q=a',
    'http://a',
    '/marches/a b',
    '/x/Camille',
    '/a/0639980123',
    '/a/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
  ]) {
    assert.equal(logged('a', { route })['route'], '?', route);
  }
});

test('a line stays one line of JSON whatever is given', () => {
  fc.assert(
    fc.property(fc.string(), fc.anything(), (event, value) => {
      const lines: string[] = [];
      const log = createLog({ clock, write: (line) => lines.push(line) });
      log.error(event, { error: value, code: event });
      return lines.length === 1 && lines[0]?.split('\n').length === 2 && JSON.parse(lines[0] ?? '').level === 'error';
    }),
  );
});

test('an SQL error keeps its code, constraint and place, never its message, detail or values', () => {
  const error = Object.assign(
    new Error('duplicate key value violates unique constraint "person_email_key" (camille@exemple.test)'),
    {
      name: 'DatabaseError',
      code: '23505',
      constraint: 'person_email_key',
      table: 'person',
      detail: 'Key (email)=(camille@exemple.test) already exists.',
      where: 'COPY person, line 3: "Camille"',
      query: "insert into person values ('Camille')",
      parameters: ['camille@exemple.test'],
    },
  );
  const described = describeError(error);
  assert.deepEqual(
    { ...described, frames: [] },
    { name: 'DatabaseError', code: '23505', constraint: 'person_email_key', table: 'person', frames: [] },
  );
  assert.match(described.frames?.[0] ?? '', /src\/services\/log\.test\.ts:\d+:\d+\)?$/);
  assert.doesNotMatch(JSON.stringify(logged('query-failed', { error })), /amille/);
});

test('a message of several lines made to look like a stack does not pass', () => {
  const error = new Error('Camille\n    at Camille (file:///camille/exemple.ts:1:1)\n    at /camille/06.ts:1:1');
  assert.doesNotMatch(JSON.stringify(describeError(error)), /amille/);
  const closer = new Error(`x\n    at Camille (file://${process.cwd()}/src/a.ts:1:1)`);
  assert.doesNotMatch(JSON.stringify(describeError(closer)), /amille/);
  error.message = 'autre';
  const kept = describeError(error);
  assert.doesNotMatch(JSON.stringify(kept), /amille/);
});

test('a cause is described too, without end nor message', () => {
  const error = new Error('Camille', {
    cause: Object.assign(new TypeError('Camille'), { code: 'ECONNRESET' }),
  });
  assert.equal(describeError(error).cause?.code, 'ECONNRESET');
  const loop = new Error('Camille');
  loop.cause = loop;
  assert.doesNotMatch(JSON.stringify(describeError(loop)), /amille/);
  assert.doesNotMatch(JSON.stringify(describeError(new Error('x', { cause: 'camille@exemple.test' }))), /amille/);
});

test('a thing thrown that is not an Error is described by its type alone', () => {
  for (const thrown of ['camille@exemple.test', { nom: 'Camille' }, null, 3]) {
    assert.doesNotMatch(JSON.stringify(logged('failed', { error: thrown })), /amille/);
  }
});
