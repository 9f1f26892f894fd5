/** The OpenAPI 3.1 document, read from the route table: never written by hand, so it cannot drift. */
import { z } from 'zod';
import { permissions } from '#domain/permissions.ts';
import type { Rule } from '#domain/rule.ts';
import { refusals } from '#domain/refusals.ts';
import type { EndpointRoute, Route } from './route.ts';

export interface OpenApiDocument {
  openapi: string;
  info: Record<string, unknown>;
  servers: { url: string }[];
  paths: Record<string, Record<string, unknown>>;
  components: Record<string, unknown>;
}

export function describeApi(
  routes: readonly Route[],
  { baseUrl, version }: { baseUrl: string; version: string },
): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {};
  for (const route of endpointsOf(routes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Guichet',
      version,
      description: 'API partenaire de Guichet. Les erreurs suivent la RFC 9457, avec un code stable.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: baseUrl }],
    paths,
    components: {
      securitySchemes: {
        partnerKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'Clé créée par un administrateur de l’organisation.',
        },
      },
      schemas: { Problem: problemSchema },
    },
  };
}

export function endpointsOf(routes: readonly Route[]): EndpointRoute[] {
  return routes.filter((route) => route.kind === 'endpoint');
}

function operation(route: EndpointRoute): Record<string, unknown> {
  const rule: Rule = permissions[route.permission];
  const { properties = {}, required = [] } = schemaOf(route.input, 'input');
  const names = pathNames(route.path);
  const rest = Object.entries(properties).filter(([name]) => !names.includes(name));
  const writes = route.method !== 'GET';
  const parameters: unknown[] = names.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: properties[name] ?? { type: 'string' },
  }));
  if (writes) parameters.push(idempotencyHeader);
  else {
    for (const [name, schema] of rest)
      parameters.push({ name, in: 'query', required: required.includes(name), schema });
  }
  return {
    operationId: operationId(route),
    summary: route.summary,
    description: `${rule.sentence}. Portée nécessaire\u00A0: \`${rule.scope ?? 'aucune'}\`.`,
    ...(parameters.length > 0 && { parameters }),
    ...(writes &&
      rest.length > 0 && {
        requestBody: bodyOf(
          rest,
          required.filter((name) => !names.includes(name)),
        ),
      }),
    responses: {
      [route.status]: answerOf(route),
      '401': problemResponse('La clé manque, ou elle est fausse, expirée ou révoquée.'),
      '403': problemResponse('La clé n’a pas la portée nécessaire.'),
      '429': {
        ...problemResponse('Trop de demandes\u00A0: attendez la durée de Retry-After.'),
        headers: { 'Retry-After': retryAfter },
      },
      '4XX': problemResponse('La demande est refusée\u00A0; `code` dit pourquoi, `errors` montre les champs.'),
      '5XX': problemResponse('Service indisponible\u00A0: réessayez avec la même clé d’idempotence.'),
    },
    security: [{ partnerKey: rule.scope === undefined ? [] : [rule.scope] }],
  };
}

interface ObjectSchema {
  properties?: Record<string, unknown>;
  required?: string[];
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): ObjectSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  });
  return json;
}

function bodyOf(properties: [string, unknown][], required: string[]) {
  const schema = {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
  return { required: true, content: { 'application/json': { schema } } };
}

function answerOf(route: EndpointRoute) {
  if (route.status === 204) return { description: 'Fait.' };
  return {
    description: route.status === 201 ? 'Créé.' : 'Réponse.',
    content: { 'application/json': { schema: schemaOf(route.output, 'output') } },
  };
}

function problemResponse(description: string) {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function pathNames(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
}

function operationId({ method, path }: EndpointRoute): string {
  const words = path
    .replace('/api/v1/', '')
    .split('/')
    .map((word) => word.replace(':', 'by-'));
  return [method.toLowerCase(), ...words].join('-');
}

const retryAfter = {
  description: 'Secondes à attendre avant de réessayer.',
  schema: { type: 'integer', minimum: 1 },
};

const idempotencyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Choisie par vous, la même à chaque nouvelle tentative du même envoi\u00A0; gardée 7 jours.',
  schema: { type: 'string', minLength: 8, maxLength: 255 },
};

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(refusals) },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, text: { type: 'string' } } },
    },
  },
};
