/** The papers kept about the person of a request, for the answer she receives. */
import { sql } from 'kysely';
import { asPrivacy } from '#http/as-privacy.ts';
import type { Context } from '#http/context.ts';

export interface Paper {
  id: string;
  name: string;
  mediaType: string;
  content: Buffer;
}

const ofRequest = sql`eligibility_document d join eligibility_proof p on p.id = d.proof_id join rights_request r on r.person_id = p.person_id`;

export function listPapers(ctx: Context, request: string): Promise<Pick<Paper, 'id' | 'name'>[]> {
  return asPrivacy(ctx, async ({ db }) => {
    const found = await sql<Pick<Paper, 'id' | 'name'>>`select d.id, d.name from ${ofRequest}
      where r.id::text = ${request} order by d.created_at, d.id`.execute(db);
    return found.rows;
  });
}

export function findPaper(ctx: Context, { request, paper }: { request: string; paper: string }): Promise<Paper | null> {
  return asPrivacy(ctx, async ({ db }) => {
    const found = await sql<Paper>`select d.id, d.name, d.media_type, d.content from ${ofRequest}
      where r.id::text = ${request} and d.id::text = ${paper}`.execute(db);
    return found.rows[0] ?? null;
  });
}

export function paperResponse({ name, mediaType, content }: Paper): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/gu, escaped)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

function escaped(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
