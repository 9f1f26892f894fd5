/** No social security number enters, whatever the door and whatever the field: texts, lists, names of files, nested values. */
import { sentenceFor } from '#domain/refusals.ts';
import { looksLikeNir } from '#domain/text.ts';
import type { FieldError } from '#ui/form.tsx';

/** Décret n° 2019-341: those who facilitate clauses are not among who may hold one. Secrets are not read. */
export function refuseNir(body: Readonly<Record<string, unknown>>): FieldError[] {
  return Object.entries(body)
    .filter(([name, value]) => name !== 'cle' && !/password|secret/iu.test(name) && holdsNir(value))
    .map(([field]) => ({ field, text: sentenceFor('nir-refused') }));
}

/** As deep as a call may nest what it sends. */
function holdsNir(value: unknown, depth = 0): boolean {
  if (depth > 8) return false;
  if (typeof value === 'string') return looksLikeNir(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) && looksLikeNir(String(value));
  if (value instanceof File) return looksLikeNir(value.name);
  if (Array.isArray(value)) return value.some((one) => holdsNir(one, depth + 1));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, one]) => looksLikeNir(name) || holdsNir(one, depth + 1));
}
