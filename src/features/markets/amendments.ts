/** Amendments: simulated, proposed, signed or taken back. Until signed, what is owed stays what it was (H15). */
import type { Commitment } from '#domain/commitment.ts';
import type { CommitmentVersion } from '#domain/commitment-versions.ts';
import { proposeAmendment, signAmendment, versionInForce } from '#domain/commitment-versions.ts';
import { validatedFor } from '#domain/amendment-floor.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import { checkMarketDays } from '#domain/market-shape.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { readTypedCommitment } from '#domain/typed-commitment.ts';
import { record } from '#db/audit.ts';
import { followCommitments } from '#db/commitment-follow.ts';
import type { Context } from '#http/context.ts';
import type { Amendment, Sign } from './commitment-input.ts';
import type { CommitmentRow } from './commitment-queries.ts';
import {
  insertVersion,
  listCommitments,
  lockCommitment,
  signVersion,
  takeBackVersion,
  updateCommitment,
  validatedMinutes,
} from './commitment-queries.ts';
import type { LotRow } from './lot-queries.ts';
import { lockLot, updateLot } from './lot-queries.ts';

export interface AmendmentEffect {
  lot: LotRow;
  simulated: boolean;
  before: Commitment | null;
  after: Commitment;
  endsOn: { before: Day | null; after: Day | null };
  validated: Minutes;
  signedOn: Day | null;
  /** What was typed, to be sent again once its effect is seen. */
  typed: Amendment;
}

export async function amendCommitment(ctx: Context, input: Amendment): Promise<Result<AmendmentEffect>> {
  const found = await held(ctx, input);
  if (!found.ok) return found;
  const { lot, commitment, validated } = found.value;
  if (commitment.version !== input.version) return refuse('changed-meanwhile');
  const typed = readTypedCommitment({ ...input, commitmentKind: commitment.kind });
  if (!typed.ok) return typed;
  const { effectiveOn, reason, endsOn, signedOn } = input;
  const days = checkMarketDays({ ...lot, endsOn: endsOn ?? lot.endsOn });
  if (!days.ok) return refuse('amendment-days', { field: 'endsOn' });
  const proposed = proposeAmendment({
    versions: commitment.versions,
    commitment: typed.value,
    effectiveOn,
    reason,
    validated,
  });
  if (!proposed.ok) return at(proposed);
  const version = proposed.value.at(-1);
  if (version === undefined) return refuse('commitment-none');
  const effect = {
    lot,
    simulated: input.simulate,
    before: versionInForce(commitment.versions, parisDay(ctx.now))?.commitment ?? null,
    after: typed.value,
    endsOn: { before: lot.endsOn, after: endsOn ?? lot.endsOn },
    validated,
    signedOn,
    typed: input,
  };
  if (input.simulate) return done(effect);
  await insertVersion(ctx, {
    commitmentId: commitment.id,
    marketId: lot.marketId,
    version: { ...version, endsOn },
  });
  await updateCommitment(ctx, { id: commitment.id, version: commitment.version });
  await record(ctx, {
    action: 'amendment.proposed',
    subjectType: 'lot',
    subjectId: lot.id,
    after: { id: commitment.id, ...version, endsOn },
  });
  if (signedOn === null) return done(effect);
  const signed = await signAmended(ctx, { id: lot.id, commitment: commitment.id, signedOn });
  return signed.ok ? done(effect) : signed;
}

export async function signAmended(ctx: Context, input: Sign): Promise<Result<{ id: string }>> {
  const found = await held(ctx, input);
  if (!found.ok) return found;
  const { lot, commitment, validated } = found.value;
  const { signedOn } = input;
  const signed = signAmendment({ versions: commitment.versions, signedOn, validated });
  if (!signed.ok) return signed;
  const last = commitment.versions.at(-1);
  if (last === undefined) return refuse('amendment-signed');
  await signVersion(ctx, { commitmentId: commitment.id, number: last.number, signedOn });
  await updateCommitment(ctx, { id: commitment.id, version: commitment.version });
  if (last.endsOn !== null) await updateLot(ctx, { id: lot.id, version: lot.version, endsOn: last.endsOn });
  await record(ctx, {
    action: 'amendment.signed',
    subjectType: 'lot',
    subjectId: lot.id,
    before: { endsOn: lot.endsOn },
    after: { commitment: commitment.id, number: last.number, signedOn, endsOn: last.endsOn ?? lot.endsOn },
  });
  await followCommitments(ctx, [lot.id]);
  return done({ id: lot.id });
}

export async function takeBackAmendment(
  ctx: Context,
  input: { id: string; commitment: string },
): Promise<Result<{ id: string }>> {
  const found = await held(ctx, input);
  if (!found.ok) return found;
  const { lot, commitment } = found.value;
  const last = waiting(commitment.versions);
  if (last === undefined) return refuse('amendment-signed');
  await takeBackVersion(ctx, { commitmentId: commitment.id, number: last.number });
  await updateCommitment(ctx, { id: commitment.id, version: commitment.version });
  await record(ctx, {
    action: 'amendment.taken-back',
    subjectType: 'lot',
    subjectId: lot.id,
    before: { id: commitment.id, ...last },
  });
  return done({ id: lot.id });
}

/** The proposal nobody signed yet; a draft's first version is no amendment. */
export function waiting<Version extends CommitmentVersion>(versions: readonly Version[]): Version | undefined {
  const last = versions.at(-1);
  return last !== undefined && last.number > 1 && last.signedOn === null ? last : undefined;
}

interface Held {
  lot: LotRow;
  commitment: CommitmentRow;
  /** Hours validated that only this commitment can have asked for. */
  validated: Minutes;
}

async function held(ctx: Context, input: { id: string; commitment: string }): Promise<Result<Held>> {
  const lot = await lockLot(ctx, input.id);
  if (lot === null) return refuse('not-found');
  const commitment = await lockCommitment(ctx, { id: input.commitment, lotId: lot.id });
  if (commitment === null) return refuse('not-found');
  if (commitment.state === 'draft' || commitment.state === 'proposed') return refuse('commitment-none');
  const today = parisDay(ctx.now);
  const others = (await listCommitments(ctx, lot.id))
    .filter(({ id }) => id !== commitment.id)
    .flatMap(({ versions }) => versionInForce(versions, today)?.commitment ?? []);
  const validated = validatedFor({ validated: await validatedMinutes(ctx, lot.id), others });
  return done({ lot, commitment, validated });
}

function at<Refused extends { because: string }>(refused: Refused): Refused {
  return refused.because === 'amendment-below-validated' ? { ...refused, field: 'hours' } : refused;
}
