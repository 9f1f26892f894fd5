/** A believable value for a JSON schema, so that no example is ever written by hand nor left behind. */

export interface JsonSchema {
  type?: string;
  format?: string;
  description?: string;
  default?: unknown;
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: readonly string[];
  items?: JsonSchema;
  minimum?: number;
}

const byFormat: Record<string, string> = {
  uuid: '0198d2a4-6f0c-4c1e-9a53-2f1b7c9d4e10',
  email: 'marches@exemple.fr',
  date: '2026-11-21',
  'date-time': '2026-11-21T09:30:00Z',
};

const byName: Record<string, string> = {
  label: 'Service marchés',
  email: 'marches@exemple.fr',
  phone: '0199001234',
  organisationName: 'Métropole de l’Estuaire',
  internalNote: '',
};

export function exampleOf(schema: JsonSchema, name = ''): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.anyOf !== undefined)
    return exampleOf(schema.anyOf.find(({ type }) => type === 'null') ?? schema.anyOf[0] ?? {}, name);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, value]) => [key, exampleOf(value, key)]),
      );
    case 'array':
      return schema.items === undefined ? [] : [exampleOf(schema.items)];
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return byFormat[schema.format ?? ''] ?? byName[name] ?? 'texte';
  }
}
