/** The organisation that registers or moves a market, and the sides it acts on. */
import type { Actor } from '#domain/actor.ts';
import type { OrganisationKind } from '#domain/position.ts';
import { sidesOnMarket } from '#domain/market-side.ts';
import type { Side } from '#domain/state-machine.ts';
import { hasMembers } from '#db/organisation-known.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';

export interface Desk {
  organisation: string;
  kind: Extract<OrganisationKind, 'facilitator' | 'buyer'>;
}

/** A key of another kind of organisation may carry the scope: it still keeps no market. */
export function deskOf(actor: Actor): Desk | null {
  if (actor.kind !== 'member' && actor.kind !== 'partner') return null;
  const { organisation, organisationKind: kind } = actor;
  return kind === 'facilitator' || kind === 'buyer' ? { organisation, kind } : null;
}

export async function sidesOf(ctx: Context, buyer: string): Promise<Side[]> {
  const desk = deskOf(ctx.actor);
  if (desk === null) return [];
  const buyerPresent = desk.organisation === buyer || (await throughGate(ctx, (gate) => hasMembers(gate, buyer)));
  return sidesOnMarket({ ...desk, buyer, buyerPresent });
}
