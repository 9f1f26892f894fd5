/** Adds a work contract to a lot: by the structure that follows the person, or by the company that employs her. */
import { randomUUID } from 'node:crypto';
import type { ContractState } from '#domain/contract-state.ts';
import type { ContractType, ExecutionMethod } from '#domain/contract-types.ts';
import type { Day } from '#domain/day.ts';
import type { Minutes } from '#domain/minutes.ts';
import { followContract } from './contract-follow.ts';
import type { Follower } from './contract-follow.ts';

export interface NewContract {
  personId: string;
  /** The facilitator structure that follows the person. */
  holderId: string;
  lotId: string;
  marketId: string;
  employerId: string;
  /** Where she works: the employer itself, or the company it lends her to. */
  companyId: string;
  method: ExecutionMethod;
  type: ContractType;
  job?: string;
  romeCode?: string;
  weeklyMinutes?: Minutes;
  startsOn: Day;
  trialEndsOn?: Day | null;
  plannedEndOn?: Day | null;
  state: ContractState;
  /** The contract this one renews or replaces. */
  followsId?: string | null;
}

export async function insertContract(ctx: Follower, contract: NewContract): Promise<string> {
  const id = randomUUID();
  await ctx.db
    .insertInto('employmentContract')
    .values({ id, ...contract, createdAt: ctx.now })
    .execute();
  await followContract(ctx, id);
  return id;
}

/** Written by mistake, and no hours are on it: its visits and exits go with it. */
export async function takeContractBack(ctx: Follower, id: string): Promise<void> {
  await ctx.db
    .updateTable('employmentContract')
    .set((row) => ({ state: 'removed', version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await followContract(ctx, id);
}
