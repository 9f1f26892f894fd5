/** Reads what a form sends: texts as typed, lists, files; and turns the schema's issues into sentences beside fields. */
import type { Context as HonoContext } from 'hono';
import type { z } from 'zod';
import { sentenceFor } from '#domain/refusals.ts';
import type { FieldError } from '#ui/form.tsx';

export type FormBody = Record<string, string | string[] | File>;

const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data'];

export async function readForm(c: HonoContext): Promise<FormBody | null> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!formTypes.includes(type)) return null;
  try {
    const parsed = await c.req.parseBody({ all: true });
    const body: FormBody = Object.create(null);
    for (const [name, value] of Object.entries(parsed)) {
      body[name] = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : value;
    }
    return body;
  } catch {
    return null;
  }
}

/** What may be drawn again: texts, never secrets nor files. */
export function keptValues(body: FormBody): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(body)) {
    if (value instanceof File || isSecret(name)) continue;
    kept[name] = value;
  }
  return kept;
}

/** A postcode is no secret; a code to be typed is. */
function isSecret(name: string): boolean {
  return /password|secret/i.test(name) || /^codes?$|Codes?$|^cle$/.test(name);
}

/** Enough to correct a call, too few to send back what was sent. */
const unknownShown = 10;

export function fieldErrors(error: z.ZodError): FieldError[] {
  const first = new Map<string, string>();
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const field of issue.keys.slice(0, unknownShown).map((key) => key.slice(0, 60))) {
        first.set(field, sentenceFor('field-unknown', { field }));
      }
      continue;
    }
    const field = String(issue.path[0] ?? '');
    if (!first.has(field)) first.set(field, issue.message);
  }
  return [...first].map(([field, text]) => ({ field, text }));
}
