/** Reads the papers joined to a month: by whom, and whether they were withdrawn. */
import { sql } from 'kysely';
import type { DeclarationState } from '#domain/declaration-state.ts';
import type { Month } from '#domain/month.ts';
import type { Context } from '#http/context.ts';

export interface JoinedPaper {
  id: string;
  name: string;
  withdrawn: boolean;
  /** Joined by the organisation that reads: it alone withdraws it. */
  own: boolean;
}

const columns = sql`t.id, t.name, t.archived_at is not null as withdrawn, t.organisation_id = current_organisation() as own`;

/** What was withdrawn stays in sight of who may put it back. */
export async function listPapers({ db }: Context, declaration: string): Promise<JoinedPaper[]> {
  const found = await sql<JoinedPaper>`
    select ${columns} from document t
    where t.declaration_id = ${declaration} and (t.archived_at is null or t.organisation_id = current_organisation())
    order by t.created_at, t.id`.execute(db);
  return found.rows;
}

export interface PlacedPaper extends JoinedPaper {
  declarationId: string;
  lotId: string;
  companyId: string;
  month: Month;
  state: DeclarationState;
}

export async function findPaper({ db }: Context, id: string): Promise<PlacedPaper | null> {
  const found = await sql<PlacedPaper>`
    select ${columns}, d.id as declaration_id, d.lot_id, d.company_id, d.month, d.state
    from document t join declaration d on d.id = t.declaration_id where t.id = ${id}`.execute(db);
  return found.rows[0] ?? null;
}
