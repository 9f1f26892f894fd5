/** One kept document of a decision, as an attachment; each opening is noted in the journal. */
import { record } from '#db/audit.ts';
import type { PageRequest } from '#http/route.ts';
import { findPerson } from './queries.ts';
import { readDocument } from './reason-queries.ts';

export async function downloadDocument({ ctx, params }: PageRequest): Promise<Response | null> {
  const person = await findPerson(ctx, params['id'] ?? '');
  if (person === null) return null;
  const found = await readDocument(ctx, { id: params['piece'] ?? '', personId: person.id });
  if (found === null) return null;
  await record(ctx, { action: 'eligibility.document-read', subjectType: 'person', subjectId: person.id });
  return new Response(new Uint8Array(found.content), {
    headers: {
      'content-type': found.mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name).replace(/['()*]/gu, escaped)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

function escaped(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
