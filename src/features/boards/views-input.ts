/** What a saved view is made of. */
import { z } from 'zod';
import { localPath } from '#domain/local-path.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { id, line } from '#http/shapes.ts';

export const newViewInput = z.object({
  name: line({ says: 'Donnez un nom à cette vue, par exemple «\u00A0À surveiller\u00A0».', max: 60 }),
  /** Path and query, of this site only. */
  address: z
    .string({ error: sentenceFor('view-address') })
    .refine((path) => localPath(path) === path, { error: sentenceFor('view-address') }),
});

export type NewView = z.output<typeof newViewInput>;

export const viewIdInput = z.object({ id });
