/** Issues the statement of a quarter to the buyer (convention S1 art. 2-2): its figures are kept as they leave, its hours are sealed. */
import { randomUUID } from 'node:crypto';
import { accountOf, organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Month } from '#domain/month.ts';
import { addToMonth, lastMonthOfQuarter, monthOf, quarterOf } from '#domain/month.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { sealDeclarations } from './seal.ts';
import type { IssueStatement } from './statement-input.ts';
import type { SealedSum, ToState } from './statement-queries.ts';
import {
  findStatedMarket,
  listLotsDue,
  listSealedSums,
  listToState,
  nextNumber,
  sealable,
} from './statement-queries.ts';

export async function issueStatement(
  ctx: Context,
  { id: market, trimestre: quarter, observations: note, vues }: IssueStatement,
): Promise<Result<{ id: string; number: string }>> {
  if ((await findStatedMarket(ctx, market)) === null) return refuse('not-found');
  const until = lastMonthOfQuarter(quarter);
  if (until === null || !issuableQuarters(ctx.now).includes(quarter)) {
    return refuse('statement-quarter', { field: 'trimestre' });
  }
  const number = await nextNumber(ctx, { market, quarter });
  const ready = readyOf(await listToState(ctx, { market, until }));
  if (ready.length === 0) return refuse('statement-empty');
  if (seenMark(ready) !== vues) return refuse('statement-changed');
  const sealed = await sealDeclarations(ctx, { declarations: ready.map(({ id }) => id), statement: number });
  if (!sealed.ok) return sealed;
  const id = randomUUID();
  const { actor, db, now } = ctx;
  await db
    .insertInto('hoursStatement')
    .values({
      id,
      marketId: market,
      structureId: organisationOf(actor) ?? '',
      quarter,
      number,
      note,
      declarations: ready.length,
      issuedBy: accountOf(actor),
      issuer: actor.kind === 'member' ? actor.name : '',
      issuedAt: now,
    })
    .execute();
  await keepLines(ctx, { id, market, number, until });
  await record(ctx, {
    action: 'statement.issued',
    subjectType: 'market',
    subjectId: market,
    after: { id, number, declarations: ready.length, lines: sealed.value.lines },
  });
  return done({ id, number });
}

/** Decided, and not sealed yet. */
export function readyOf(found: readonly ToState[]): ToState[] {
  return found.filter(({ state }) => sealable.includes(state));
}

/** What was seen before pressing: another set of declarations, or other figures, asks for another look. */
export function seenMark(ready: readonly ToState[]): string {
  return `${ready.length}/${ready.reduce((sum, { minutes }) => sum + minutes, 0)}`;
}

/** The last eight quarters that are over, the latest first. */
export function issuableQuarters(now: Date): string[] {
  const current = monthOf(parisDay(now));
  const months = Array.from({ length: 8 }, (_, back) => addToMonth(current, -3 * (back + 1)));
  return months.map(quarterOf);
}

async function keepLines(
  ctx: Context,
  { id, market, number, until }: { id: string; market: string; number: string; until: Month },
): Promise<void> {
  const { sums, people } = await listSealedSums(ctx, { market, number });
  const due = await listLotsDue(ctx, market);
  const first = addToMonth(until, -2);
  const places = Map.groupBy(sums, ({ lotId, companyId }) => `${lotId} ${companyId}`);
  const lines = [...places].flatMap(([place, of]) => {
    const [one] = of;
    const here = people.get(place) ?? 0;
    if (one === undefined || here === 0) return [];
    const { lotId, companyId } = one;
    return [
      {
        statementId: id,
        marketId: market,
        lotId,
        companyId,
        lotDue: due.get(lotId) ?? null,
        quarterMinutes: total(of, ({ month, minutes }) => (month >= first ? minutes : 0)),
        earlierMinutes: total(of, ({ month, minutes }) => (month < first ? minutes : 0)),
        sealedMinutes: total(of, ({ sealed }) => sealed),
        people: here,
      },
    ];
  });
  if (lines.length > 0) await ctx.db.insertInto('hoursStatementLine').values(lines).execute();
}

function total(sums: readonly SealedSum[], of: (sum: SealedSum) => number): number {
  return sums.reduce((all, sum) => all + of(sum), 0);
}
