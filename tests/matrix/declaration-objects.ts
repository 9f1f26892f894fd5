/** The papers joined to a month, as each door that declares finds them: the paper bears the number the path asks for. */
import type { TestHouse } from '../house.ts';
import type { Person } from '../world.ts';
import { createThreadWorld } from '../world-thread.ts';
import { threadObject } from './thread-objects.ts';

type Tools = Pick<TestHouse, 'admin' | 'world' | 'clock'>;

/** The id to put in this path, or null when the path is not of this area. */
export async function declarationObject(
  tools: Tools,
  { path, holder, viewer }: { path: string; holder: Person; viewer: string },
): Promise<string | null> {
  const { admin, clock } = tools;
  const inPlace = path.startsWith('/lots/:id/saisie/pieces/');
  if (!inPlace && !path.startsWith('/declarations/:id/pieces/')) return null;
  const id = await threadObject(tools, { path: inPlace ? '/lots/:id/saisie' : '/declarations/:id', holder, viewer });
  if (id === null) return null;
  const declaration = inPlace ? await aMonthOf(tools, id) : id;
  await admin.query(
    `insert into document (id, organisation_id, market_id, lot_id, declaration_id, kind, name, archived_at)
     select $1, coalesce($3::uuid, company_id), market_id, lot_id, id, 'proof', 'feuille.pdf', $4 from declaration where id = $2`,
    [id, declaration, inPlace ? holder.organisation : null, path.endsWith('/remettre') ? clock.now() : null],
  );
  await admin.query(
    `insert into document_version (document_id, number, media_type, bytes, sha256, content) values ($1, 1, 'application/pdf', 4, 'x', '%PDF')`,
    [id],
  );
  return id;
}

async function aMonthOf(tools: Tools, lot: string): Promise<string> {
  const { rows } = await tools.admin.query('select market_id, organisation_id from lot_party where lot_id = $1', [lot]);
  const { market_id: market, organisation_id: company } = rows[0];
  return createThreadWorld(tools).aDeclaration({ lot, market }, { company, month: '2026-10' });
}
