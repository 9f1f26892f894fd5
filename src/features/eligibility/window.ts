/** The window a decision would have, asked before deciding and again when deciding. */
import { organisationOf } from '#domain/actor.ts';
import type { ContractType } from '#domain/contract-types.ts';
import type { Day } from '#domain/day.ts';
import type { DecidedWindow } from '#domain/eligibility-window.ts';
import { decideWindow } from '#domain/eligibility-window.ts';
import type { Result } from '#domain/result.ts';
import { countingBook } from '#db/counting-book.ts';
import type { Context } from '#http/context.ts';
import type { StandingContract } from './queries.ts';

export async function windowFor(
  ctx: Context,
  asked: { type: ContractType; fromDay: Day; contracts: readonly StandingContract[] },
): Promise<Result<DecidedWindow>> {
  const { contracts, type, fromDay } = asked;
  const latest = contracts.find((contract) => contract.type === type) ?? contracts[0];
  const book = await countingBook(ctx, {
    organisation: organisationOf(ctx.actor) ?? '',
    lot: latest && { lotId: latest.lotId, marketId: latest.marketId },
  });
  return decideWindow({ book, type, fromDay, contracts });
}
