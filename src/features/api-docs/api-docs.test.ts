/** The documentation of the API: valid, complete, read by programs and by people. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { permissions } from '#domain/permissions.ts';
import type { Rule } from '#domain/rule.ts';
import { refusals } from '#domain/refusals.ts';
import { endpointsOf } from '#http/openapi.ts';
import type { OpenApiDocument } from '#http/openapi.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { routes } from '../../routes.ts';
import { exampleKey } from './document.ts';

let house: TestHouse;
let document: OpenApiDocument;
let page: string;

before(async () => {
  house = await testHouse();
  const response = await house.app.request('/api/v1/openapi.json');
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
  document = (await response.json()) as OpenApiDocument;
  const shown = await visit(house.app).get('/api');
  assert.equal(shown.status, 200, shown.text.slice(0, 300));
  page = shown.text;
});

after(() => house.close());

interface Described {
  parameters?: { name: string; in: string; required: boolean }[];
  security: { partnerKey: string[] }[];
  responses: Record<string, unknown>;
}

test('the document is valid OpenAPI 3.1', async () => {
  const checked = await new Validator().validate({ ...structuredClone(document) });
  assert.deepEqual(checked.errors ?? [], []);
  assert.equal(checked.valid, true);
  assert.match(document.openapi, /^3\.1\./);
});

test('every endpoint of the route table is described, and nothing else', () => {
  const declared = endpointsOf(routes).map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  const described = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  assert.ok(declared.length >= 5);
  assert.deepEqual(described.sort(), declared.sort());
});

test('each description names its path parameters, its idempotency key, its scope and its refusals', () => {
  for (const route of endpointsOf(routes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    const operation = document.paths[path]?.[route.method.toLowerCase()];
    assert.ok(operation !== undefined, path);
    const { parameters = [], security, responses } = operation as Described;
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const inPath = parameters.filter((parameter) => parameter.in === 'path');
    assert.deepEqual(
      inPath.map(({ name }) => name),
      names,
      path,
    );
    assert.ok(inPath.every(({ required }) => required));
    assert.equal(
      parameters.some(({ name }) => name === 'Idempotency-Key'),
      route.method !== 'GET',
      path,
    );
    const rule: Rule = permissions[route.permission];
    assert.deepEqual(security, [{ partnerKey: [rule.scope] }], `${path} asks for a scope`);
    for (const status of [String(route.status), '401', '403', '429', '4XX', '5XX'])
      assert.ok(responses[status], `${path} ${status}`);
  }
});

test('every code a refusal may carry is in the document and has its place on the page', () => {
  const schemas = document.components['schemas'] as { Problem: { properties: { code: { enum: string[] } } } };
  assert.deepEqual(schemas.Problem.properties.code.enum, Object.keys(refusals));
  for (const code of Object.keys(refusals)) assert.equal(page.split(`id="${code}"`).length, 2, code);
});

test('the page shows each endpoint with a call to copy, its parameters and an example of its answer', () => {
  for (const { method, path } of endpointsOf(routes)) {
    const written = path.replace(/:(\w+)/g, '{$1}');
    assert.ok(page.includes(`${method} ${written}`), written);
  }
  assert.ok(
    page.includes('curl &#39;http://localhost:3000/api/v1/contacts&#39;') ||
      page.includes("curl 'http://localhost:3000/api/v1/contacts'"),
  );
  assert.match(page, /Idempotency-Key: envoi-2026-0001/);
  assert.match(page, /60 demandes par minute/);
  assert.match(page, /Retry-After/);
});

test('the key of the examples opens nothing and can never be drawn', async () => {
  assert.ok(page.includes(exampleKey));
  const response = await house.app.request('/api/v1/contacts', {
    headers: { authorization: `Bearer ${exampleKey}` },
  });
  assert.equal(response.status, 401);
});

test('ids of the page are unique, so that each anchor leads to one place', () => {
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  assert.deepEqual(
    ids.filter((id, place) => ids.indexOf(id) !== place),
    [],
  );
  for (const [, anchor] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(anchor), String(anchor));
});
