/** What may be sent about a key of the API. */
import { z } from 'zod';
import { keyScopes } from '#domain/partner-key.ts';
import { day, id, line } from '#http/shapes.ts';

const says = 'Cochez ce que la clé peut faire\u00A0: une portée au moins.';
const known = keyScopes.map(({ scope }) => scope);

/** One box ticked arrives as a text, several as a list. */
const scopes = z
  .union([z.string(), z.array(z.string())], { error: says })
  .transform((ticked) => [...new Set([ticked].flat())])
  .refine((ticked) => ticked.length > 0 && ticked.every((scope) => known.includes(scope)), { error: says });

export const newKeyInput = z.object({
  name: line({ says: 'Donnez un nom à cette clé, par exemple «\u00A0Logiciel de paie\u00A0».', max: 80 }),
  scopes,
  lastDay: day({ says: 'Indiquez le dernier jour, par exemple 31/12/2026.' }),
});

export const keyIdInput = z.object({ id });

export type NewKey = z.output<typeof newKeyInput>;
