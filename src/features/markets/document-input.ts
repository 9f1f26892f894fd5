/** What may be sent with a paper. */
import { z } from 'zod';
import { documentKinds, keysOf } from '#domain/market-words.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { choice, id } from '#http/shapes.ts';
import { optionalId } from './input.ts';

const file = z.custom<File>((sent) => sent instanceof File && sent.size > 0, {
  error: sentenceFor('file-missing'),
});

export const newDocumentInput = z.object({
  id,
  lotId: optionalId,
  kind: choice(keysOf(documentKinds), { says: 'Choisissez de quel papier il s’agit.' }),
  file,
});
export const newVersionInput = z.object({ id, file });
export const documentIdInput = z.object({ id });

export type NewDocumentInput = z.output<typeof newDocumentInput>;
export type NewVersionInput = z.output<typeof newVersionInput>;
