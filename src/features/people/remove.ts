/** A person typed by mistake is taken away while nothing refers to her, and put back. */
import { sql } from 'kysely';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { readPersonalTables } from '#db/personal-tables.ts';
import { asPrivacy } from '#http/as-privacy.ts';
import type { Context } from '#http/context.ts';
import { findRemovedPerson, lockPerson, setRemoved } from './queries.ts';

export async function removePerson(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  if ((await lockPerson(ctx, id)) === null) return refuse('not-found');
  if (await isReferredTo(ctx, id)) return refuse('person-referred-to');
  await setRemoved(ctx, id, ctx.now);
  await record(ctx, { action: 'person.removed', subjectType: 'person', subjectId: id });
  return done({ id });
}

export async function putBackPerson(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  if (!(await findRemovedPerson(ctx, id))) return refuse('not-found');
  await setRemoved(ctx, id, null);
  await record(ctx, { action: 'person.put-back', subjectType: 'person', subjectId: id });
  return done({ id });
}

/** Read from the catalogue, whatever organisation wrote: a table of tomorrow holds her too. */
export function isReferredTo(ctx: Context, person: string): Promise<boolean> {
  return asPrivacy(ctx, async ({ db }) => {
    const tables = (await readPersonalTables(db)).filter(({ leadsTo }) => leadsTo === 'person');
    const any = tables.map(
      ({ name, leadsBy }) => sql`exists (select from ${sql.id(name)} where ${sql.id(leadsBy)} = ${person}::uuid)`,
    );
    const found = await sql<{ held: boolean }>`select (${sql.join([sql`false`, ...any], sql` or `)}) as held`.execute(
      db,
    );
    return found.rows[0]?.held === true;
  });
}
