/** Reads and writes points of contact; row security keeps to one's own organisation and those linked by a key in force. */
import { organisationOf } from '#domain/actor.ts';
import type { ContactPurpose } from '#domain/contact.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage } from '#db/keyset.ts';
import { likePattern, unaccented } from '#db/search.ts';
import type { Context } from '#http/context.ts';
import type { EditContact, NewContact } from './input.ts';

export interface ContactRow {
  id: string;
  organisationId: string;
  label: string;
  purpose: ContactPurpose;
  email: string;
  phone: string;
  internalNote: string;
  archivedAt: Date | null;
  version: number;
}

const columns = [
  'contact.id',
  'contact.organisationId',
  'contact.label',
  'contact.purpose',
  'contact.email',
  'contact.phone',
  'contact.internalNote',
  'contact.archivedAt',
  'contact.version',
] as const;

export const contactsPerPage = 50;

export type ListedContact = ContactRow & { organisationName: string };

export interface ContactQuery {
  search: string;
  purpose: ContactPurpose | null;
  archived: boolean;
  by: 'label' | 'purpose' | 'organisation';
}

export function listContacts({ db }: Context, query: ContactQuery & KeysetQuery): Promise<KeysetPage<ListedContact>> {
  let rows = db
    .selectFrom('contact')
    .innerJoin('organisation', 'organisation.id', 'contact.organisationId')
    .select(columns)
    .select('organisation.name as organisationName')
    .where('contact.archivedAt', query.archived ? 'is not' : 'is', null);
  if (query.purpose !== null) rows = rows.where('contact.purpose', '=', query.purpose);
  if (query.search !== '') {
    const pattern = likePattern(query.search);
    rows = rows.where((where) =>
      where.or([
        where('contact.email', 'ilike', pattern),
        unaccented('contact.label', pattern),
        unaccented('organisation.name', pattern),
      ]),
    );
  }
  const by = query.by === 'organisation' ? ('organisation.name' as const) : (`contact.${query.by}` as const);
  return keysetPage(rows, {
    ...query,
    by,
    id: 'contact.id',
    placeOf: (row) => ({
      id: row.id,
      value: query.by === 'organisation' ? row.organisationName : row[query.by],
    }),
  });
}

export async function findContact({ db }: Context, id: string): Promise<ContactRow | null> {
  return (await db.selectFrom('contact').select(columns).where('contact.id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockOwnContact({ db, actor }: Context, id: string): Promise<ContactRow | null> {
  const row = await db
    .selectFrom('contact')
    .select(columns)
    .where('contact.id', '=', id)
    .where('contact.organisationId', '=', organisationOf(actor) ?? '')
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function isLabelTaken(
  { db, actor }: Context,
  { label, except }: { label: string; except?: string },
): Promise<boolean> {
  let same = db
    .selectFrom('contact')
    .select('contact.id')
    .where('contact.organisationId', '=', organisationOf(actor) ?? '')
    .where((where) => where(where.fn<string>('lower', ['contact.label']), '=', label.toLowerCase()))
    .where('contact.archivedAt', 'is', null);
  if (except !== undefined) same = same.where('contact.id', '<>', except);
  return (await same.executeTakeFirst()) !== undefined;
}

export function insertContact(
  { db, now }: Context,
  contact: NewContact & { organisationId: string },
): Promise<ContactRow> {
  return db
    .insertInto('contact')
    .values({ ...contact, createdAt: now })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

export function updateContact({ db }: Context, { id, version, ...fields }: EditContact): Promise<ContactRow> {
  return db
    .updateTable('contact')
    .set({ ...fields, version: version + 1 })
    .where('contact.id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();
}

export async function setArchived(
  { db }: Context,
  { id, archivedAt }: { id: string; archivedAt: Date | null },
): Promise<void> {
  await db
    .updateTable('contact')
    .set((row) => ({ archivedAt, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
