/** Reads and writes exchange links as one of their two sides; row security shows the others to nobody. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { isDay, parisDay } from '#domain/day.ts';
import type { LinkSide, LinkState, LinkTerms } from '#domain/exchange-link.ts';
import { stateOfLink } from '#domain/exchange-link.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage, readCursor } from '#db/keyset.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';

export interface LinkRow extends LinkTerms {
  id: string;
  fromOrganisationId: string;
  toOrganisationId: string | null;
  invitedIdentifier: string;
  invitedName: string;
  purpose: string;
  sharesAmounts: boolean;
  sharesNames: boolean;
  createdAt: Date;
}

export const linkColumns = [
  'id',
  'fromOrganisationId',
  'toOrganisationId',
  'invitedIdentifier',
  'invitedName',
  'purpose',
  'sharesAmounts',
  'sharesNames',
  'validFrom',
  'validUntil',
  'pairingExpiresAt',
  'pairingFailures',
  'acceptedAt',
  'revokedAt',
  'createdAt',
] as const;

export const linkTabs = ['en-vigueur', 'a-accepter', 'termines'] as const;

export type LinkTab = (typeof linkTabs)[number];

export const linksPerPage = 50;

export function listLinks(
  { db, now }: Context,
  { tab, by, ...query }: { tab: LinkTab; by: 'validUntil' | 'validFrom' | 'purpose' } & KeysetQuery,
): Promise<KeysetPage<LinkRow>> {
  const today = parisDay(now);
  let rows = db.selectFrom('exchangeLink').select(linkColumns);
  if (tab === 'termines') {
    rows = rows.where((where) => where.or([where('revokedAt', 'is not', null), where('validUntil', '<', today)]));
  } else {
    const accepted = tab === 'en-vigueur' ? 'is not' : 'is';
    rows = rows.where('revokedAt', 'is', null).where('validUntil', '>=', today).where('acceptedAt', accepted, null);
  }
  return keysetPage(rows, {
    ...query,
    after: placeIn(by, query.after),
    before: placeIn(by, query.before),
    by,
    id: 'id',
    placeOf: (row) => ({ id: row.id, value: row[by] }),
  });
}

/** A list sorted by day goes on from a day: anything else is as good as absent. */
function placeIn(by: 'validUntil' | 'validFrom' | 'purpose', cursor: string | undefined): string | undefined {
  const value = readCursor(cursor)?.value;
  return by === 'purpose' || (value !== undefined && isDay(value) && value >= '1000') ? cursor : undefined;
}

export async function findLink({ db }: Context, id: string): Promise<LinkRow | null> {
  return (await db.selectFrom('exchangeLink').select(linkColumns).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** A link not yet broken; one broken is out of reach of any change. */
export async function lockLink({ db }: Context, id: string): Promise<LinkRow | null> {
  const row = await db
    .selectFrom('exchangeLink')
    .select(linkColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export function insertLink(
  { db, now }: Context,
  link: Pick<
    LinkRow,
    | 'fromOrganisationId'
    | 'invitedIdentifier'
    | 'invitedName'
    | 'purpose'
    | 'sharesAmounts'
    | 'sharesNames'
    | 'validFrom'
    | 'validUntil'
  > & {
    createdBy: string;
    pairingHash: string;
    pairingExpiresAt: Date;
  },
): Promise<LinkRow> {
  return db
    .insertInto('exchangeLink')
    .values({ ...link, createdAt: now })
    .returning(linkColumns)
    .executeTakeFirstOrThrow();
}

/** The former code opens nothing from here on, and the wrong tries are forgotten with it. */
export async function setCode(
  { db }: Context,
  { id, pairingHash, pairingExpiresAt }: { id: string; pairingHash: string; pairingExpiresAt: Date },
): Promise<void> {
  await db
    .updateTable('exchangeLink')
    .set((row) => ({ pairingHash, pairingExpiresAt, pairingFailures: 0, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function setRevoked(
  { db, now }: Context,
  { id, account }: { id: string; account: string | null },
): Promise<void> {
  await db
    .updateTable('exchangeLink')
    .set((row) => ({
      revokedAt: now,
      revokedBy: account,
      pairingHash: null,
      version: row('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

export function sideOf({ actor }: Context, link: LinkRow): LinkSide {
  return link.fromOrganisationId === organisationOf(actor) ? 'from' : 'to';
}

export function stateNow({ now }: Context, link: LinkTerms): LinkState {
  return stateOfLink(link, { today: parisDay(now), now });
}

export function otherOrganisation(ctx: Context, link: LinkRow): string | null {
  return sideOf(ctx, link) === 'from' ? link.toOrganisationId : link.fromOrganisationId;
}

/** The name of a partner stays readable after the link ended, when row security no longer shows its page. */
export function namesOf(ctx: Context, organisations: readonly string[]): Promise<Map<string, string>> {
  return throughGate(ctx, async ({ db }) => {
    const found = await sql<{ id: string; name: string }>`
      select id, name || case when service_name = '' then '' else ' – ' || service_name end as name
      from organisation where id = any(${[...organisations]}::uuid[])`.execute(db);
    return new Map(found.rows.map(({ id, name }) => [id, name]));
  });
}
