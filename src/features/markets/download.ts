/** One version of a paper, the latest unless asked, as an attachment: the browser never opens it as a page of ours. */
import type { PageRequest } from '#http/route.ts';
import { readContent } from './document-queries.ts';

export async function downloadDocument({ ctx, params, query }: PageRequest): Promise<Response | null> {
  const asked = query.get('version');
  const number = asked !== null && /^\d{1,6}$/.test(asked) ? Number(asked) : null;
  const found = await readContent(ctx, { id: params['id'] ?? '', number });
  if (found === null) return null;
  const plain = found.name
    .normalize('NFKD')
    .replace(/[^\w. -]/g, '')
    .replace(/"/g, '');
  return new Response(new Uint8Array(found.content), {
    headers: {
      'content-type': found.mediaType,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(found.name).replace(/['()*]/g, escaped)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

function escaped(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
