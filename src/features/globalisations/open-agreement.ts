/** One agreement with its lots, its signatures and what the actor's organisation is to it. */
import type { AgreementSide, AgreementState } from '#domain/agreement.ts';
import { stateOfAgreement } from '#domain/agreement.ts';
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Context } from '#http/context.ts';
import type { BoundLot, SignatureRow } from './side-queries.ts';
import type { AgreementRow } from './queries.ts';
import { listBoundLots, listSignatures } from './side-queries.ts';
import { findAgreement, lockAgreement } from './queries.ts';

export interface OpenedAgreement {
  agreement: AgreementRow;
  lots: BoundLot[];
  signatures: SignatureRow[];
  state: AgreementState;
  sides: AgreementSide[];
  own: string;
}

/** null: not there, or not hers. */
export async function openAgreement(ctx: Context, id: string): Promise<OpenedAgreement | null> {
  return opened(ctx, await findAgreement(ctx, id));
}

/** Held until the end of the transaction: two who sign at once wait for each other. */
export async function lockOpened(ctx: Context, id: string): Promise<OpenedAgreement | null> {
  return opened(ctx, await lockAgreement(ctx, id));
}

async function opened(ctx: Context, agreement: AgreementRow | null): Promise<OpenedAgreement | null> {
  const own = organisationOf(ctx.actor);
  if (agreement === null || own === null) return null;
  const lots = await listBoundLots(ctx, agreement.id);
  const signatures = await listSignatures(ctx, agreement.id);
  const state = stateOfAgreement(agreement, { signatures, today: parisDay(ctx.now) });
  return { agreement, lots, signatures, state, own, sides: sidesOf({ agreement, lots, own }) };
}

function sidesOf({
  agreement,
  lots,
  own,
}: {
  agreement: AgreementRow;
  lots: readonly BoundLot[];
  own: string;
}): AgreementSide[] {
  const isBuyer = lots.some(({ buyerId }) => buyerId === own);
  const isCompany = agreement.companyId === own;
  return [
    ...(agreement.proposedById === own ? (['proposer'] as const) : []),
    ...(isCompany ? (['company'] as const) : []),
    ...(isBuyer ? (['buyer'] as const) : []),
    // Neither buys nor executes, and still sees a lot: it keeps it or facilitates it.
    ...(!isBuyer && !isCompany && lots.some(({ mine }) => mine) ? (['desk'] as const) : []),
  ];
}
