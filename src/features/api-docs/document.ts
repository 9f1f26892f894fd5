/** Reads the OpenAPI document as the page shows it: one entry per endpoint, with an example made from its schemas. */
import type { OpenApiDocument } from '#http/openapi.ts';
import type { JsonSchema } from './example.ts';
import { exampleOf } from './example.ts';

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'body';
  required: boolean;
  type: string;
  description: string;
}

export interface EndpointEntry {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: Parameter[];
  call: string;
  status: string;
  answer: string | null;
}

interface Operation {
  operationId: string;
  summary: string;
  description: string;
  parameters?: {
    name: string;
    in: Parameter['in'];
    required: boolean;
    description?: string;
    schema: JsonSchema;
  }[];
  requestBody?: { content: { 'application/json': { schema: JsonSchema } } };
  responses: Record<string, { content?: { 'application/json'?: { schema: JsonSchema } } }>;
}

/** It opens nothing: no key has this prefix. */
export const exampleKey = 'gk_exemple0_remplacez-moi-par-votre-cle';

export function entriesOf(document: OpenApiDocument): EndpointEntry[] {
  const base = document.servers[0]?.url ?? '';
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) =>
      entry(operation as Operation, { method: method.toUpperCase(), path, base }),
    ),
  );
}

function entry(
  operation: Operation,
  { method, path, base }: { method: string; path: string; base: string },
): EndpointEntry {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  const body = requestBody?.content['application/json'].schema;
  const status = Object.keys(responses).find((code) => code.startsWith('2')) ?? '200';
  const schema = responses[status]?.content?.['application/json']?.schema;
  return {
    id: operationId,
    method,
    path,
    summary,
    description,
    parameters: [
      ...parameters.map(({ name, in: place, required, description = '', schema }) => ({
        name,
        in: place,
        required,
        type: typeOf(schema),
        description,
      })),
      ...Object.entries(body?.properties ?? {}).map(([name, property]) => ({
        name,
        in: 'body' as const,
        required: body?.required?.includes(name) ?? false,
        type: typeOf(property),
        description: property.description ?? '',
      })),
    ],
    call: curl({ method, address: base + filled(path, parameters), body }),
    status,
    answer: schema === undefined ? null : JSON.stringify(exampleOf(schema), null, 2),
  };
}

function filled(path: string, parameters: NonNullable<Operation['parameters']>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const schema = parameters.find((parameter) => parameter.name === name)?.schema ?? {};
    return String(exampleOf(schema));
  });
}

function curl({ method, address, body }: { method: string; address: string; body: JsonSchema | undefined }): string {
  const lines = [
    `curl${method === 'GET' ? '' : ` -X ${method}`} '${address}'`,
    `-H 'Authorization: Bearer ${exampleKey}'`,
    ...(method === 'GET' ? [] : [`-H 'Idempotency-Key: envoi-2026-0001'`]),
    ...(body === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(exampleOf(body), null, 2)}'`]),
  ];
  return lines.join(' \\\n  ');
}

function typeOf({ type, format, enum: values, anyOf }: JsonSchema): string {
  if (values !== undefined) return values.map(String).join(', ');
  if (anyOf !== undefined) return anyOf.map(typeOf).join(' ou ');
  return [words[type ?? ''] ?? type ?? 'valeur', format].filter(Boolean).join(', ');
}

const words: Record<string, string> = {
  string: 'texte',
  integer: 'entier',
  number: 'nombre',
  boolean: 'oui ou non',
  object: 'objet',
  array: 'liste',
  null: 'null',
};
