/** One page of members, with what this reader may know of each; who reads no addresses does not search them either. */
import { visible } from '#domain/fields.ts';
import { parisDay } from '#domain/day.ts';
import { organisationOf } from '#domain/actor.ts';
import { may } from '#domain/access.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage } from '#db/keyset.ts';
import { likePattern, unaccented } from '#db/search.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';
import type { MemberRow } from './queries.ts';
import { ownMembers, withStatus } from './queries.ts';

export const membersPerPage = 50;

export interface MemberQuery {
  search: string;
  view: 'active' | 'closed';
  by: 'name' | 'position';
}

export type ListedMember = { id: string; accountId: string } & Partial<MemberRow & { secondFactor: boolean }>;

export async function listMembers(ctx: Context, query: MemberQuery & KeysetQuery): Promise<KeysetPage<ListedMember>> {
  const today = parisDay(ctx.now);
  const active = query.view === 'active';
  let rows = ownMembers(ctx).where((open) => {
    const lasts = open.or([open('membership.validUntil', 'is', null), open('membership.validUntil', '>=', today)]);
    const standing = open.and([open('membership.suspendedAt', 'is', null), lasts]);
    return active ? standing : open.not(standing);
  });
  if (query.search !== '') {
    const pattern = likePattern(query.search);
    const byAddress = may(ctx.actor, 'member.manage').allowed;
    rows = rows.where((where) => {
      const named = unaccented('account.name', pattern);
      return byAddress ? where.or([named, where('account.email', 'ilike', pattern)]) : named;
    });
  }
  const page = await keysetPage(rows, {
    ...query,
    by: query.by === 'name' ? 'account.name' : 'membership.position',
    id: 'membership.id',
    placeOf: (row) => ({ id: row.id, value: row[query.by] }),
  });
  const proven = await provenAccounts(
    ctx,
    page.rows.map(({ accountId }) => accountId),
  );
  return {
    ...page,
    rows: page.rows.map((row) => shown(ctx, withStatus(ctx, row), proven.has(row.accountId))),
  };
}

function shown({ actor }: Context, row: MemberRow, secondFactor: boolean): ListedMember {
  const { id, accountId } = row;
  const organisation = organisationOf(actor) ?? '';
  return {
    id,
    accountId,
    ...visible(actor, 'member', { row: { ...row, secondFactor }, organisation, account: accountId }),
  };
}

/** Whether somebody has a second factor, never which: the rows themselves stay behind the gate. */
export async function provenAccounts(ctx: Context, accounts: string[]): Promise<Set<string>> {
  if (accounts.length === 0) return new Set();
  const rows = await throughGate(ctx, () =>
    ctx.db
      .selectFrom('secondFactor')
      .select('accountId')
      .where('accountId', 'in', accounts)
      .where('confirmedAt', 'is not', null)
      .union(ctx.db.selectFrom('passkey').select('accountId').where('accountId', 'in', accounts))
      .execute(),
  );
  return new Set(rows.map(({ accountId }) => accountId));
}
