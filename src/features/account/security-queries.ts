/** Reads what the security page shows of one's own account: proofs, identities, sessions, recent deeds. Row security applies. */
import { minutesAfter, sessionPolicy } from '#domain/session-policy.ts';
import type { Context } from '#http/context.ts';
import { mine } from './queries.ts';

export interface SecurityState {
  passwordChangedAt: Date | null;
  codesSince: Date | null;
  recoveryCodesLeft: number;
  identities: { issuer: string; createdAt: Date; lastUsedAt: Date | null }[];
}

export async function readSecurityState(ctx: Context): Promise<SecurityState> {
  const { db } = ctx;
  const account = await db
    .selectFrom('account')
    .select('passwordChangedAt')
    .where('id', '=', mine(ctx))
    .executeTakeFirstOrThrow();
  const codes = await db
    .selectFrom('secondFactor')
    .select('confirmedAt')
    .where('accountId', '=', mine(ctx))
    .executeTakeFirst();
  const left = await db
    .selectFrom('recoveryCode')
    .select(({ fn }) => fn.count<number>('createdAt').as('count'))
    .where('accountId', '=', mine(ctx))
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow();
  const identities = await db
    .selectFrom('professionalIdentity')
    .select(['issuer', 'createdAt', 'lastUsedAt'])
    .where('accountId', '=', mine(ctx))
    .orderBy('createdAt')
    .execute();
  return {
    passwordChangedAt: account.passwordChangedAt,
    codesSince: codes?.confirmedAt ?? null,
    recoveryCodesLeft: left.count,
    identities,
  };
}

export interface SessionRow {
  id: string;
  device: string;
  method: 'password' | 'passkey' | 'proconnect' | 'link';
  secondFactor: boolean;
  createdAt: Date;
  seenAt: Date;
}

/** Those that still open something at this instant. */
export function listSessions(ctx: Context): Promise<SessionRow[]> {
  return ctx.db
    .selectFrom('session')
    .select(['id', 'device', 'method', 'secondFactor', 'createdAt', 'seenAt'])
    .where('accountId', '=', mine(ctx))
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', ctx.now)
    .where('seenAt', '>', minutesAfter(ctx.now, -sessionPolicy.idleMinutes))
    .orderBy('seenAt', 'desc')
    .execute();
}

export interface Deed {
  action: string;
  at: Date;
}

const deedsShown = 20;

/** What happened to the account itself, not the work done with it. */
export function listDeeds(ctx: Context): Promise<Deed[]> {
  return ctx.db
    .selectFrom('auditEvent')
    .select(['action', 'at'])
    .where('accountId', '=', mine(ctx))
    .where((where) => where.or([where('action', 'like', 'account.%'), where('action', 'like', 'session.%')]))
    .orderBy('at', 'desc')
    .limit(deedsShown)
    .execute();
}

export interface NoticeRow {
  id: string;
  tone: 'done' | 'info' | 'problem';
  message: string;
  undoAction: string | null;
  createdAt: Date;
}

const noticesShown = 100;

/** An undo is only given while it is open, and in the organisation where the deed was done. */
export async function listNotices(ctx: Context, organisation: string | null): Promise<NoticeRow[]> {
  const rows = await ctx.db
    .selectFrom('notice')
    .select(['id', 'tone', 'message', 'undoAction', 'undoUntil', 'organisationId', 'createdAt'])
    .where('accountId', '=', mine(ctx))
    .orderBy('createdAt', 'desc')
    .limit(noticesShown)
    .execute();
  return rows.map(({ undoUntil, organisationId, undoAction, ...row }) => {
    const open = undoUntil !== null && undoUntil > ctx.now && organisationId === organisation;
    return { ...row, undoAction: open ? undoAction : null };
  });
}
