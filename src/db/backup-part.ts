/** The kinds of lines an export is made of. */
import { z } from 'zod';

const exportLine = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('header'),
    format: z.int(),
    product: z.string(),
    migrations: z.array(z.object({ number: z.int(), name: z.string(), checksum: z.string() })),
    tables: z.int(),
  }),
  z.object({ kind: z.literal('table'), table: z.string(), columns: z.array(z.string()) }),
  z.object({ kind: z.literal('end'), table: z.string(), rows: z.int(), sha256: z.string() }),
  z.object({
    kind: z.literal('sequences'),
    sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  }),
  z.object({ kind: z.literal('seal'), sha256: z.string() }),
]);

/** Rows stay the text PostgreSQL gave: one JSON array of texts and nulls per line. */
export type ExportPart = z.infer<typeof exportLine> | { kind: 'rows'; lines: string[] };

export function parsePart(line: string): z.infer<typeof exportLine> | null {
  try {
    return exportLine.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
