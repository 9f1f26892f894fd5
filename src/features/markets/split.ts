/** Splits the hours of a lot between its companies: those at the top make the whole, each subcontractor stays within its part. */
import { checkSplit } from '#domain/commitment-split.ts';
import type { PartRole } from '#domain/commitment-split.ts';
import { versionInForce } from '#domain/commitment-versions.ts';
import { parisDay } from '#domain/day.ts';
import { checkParty } from '#domain/lot-parties.ts';
import type { LotParty, PartyRole } from '#domain/lot-parties.ts';
import type { Minutes } from '#domain/minutes.ts';
import { parseTypedHours } from '#domain/minutes.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { updateLotParty } from '#db/lot-party.ts';
import type { Context } from '#http/context.ts';
import type { Split } from './commitment-input.ts';
import type { CommitmentRow } from './commitment-queries.ts';
import { listCommitments, updateCommitment } from './commitment-queries.ts';
import { lockLot } from './lot-queries.ts';
import { lockParties } from './party-queries.ts';

export async function splitLot(ctx: Context, input: Split): Promise<Result<{ id: string }>> {
  const lot = await lockLot(ctx, input.id);
  if (lot === null) return refuse('not-found');
  if (lot.version !== input.version) return refuse('changed-meanwhile');
  const owed = splittable(await listCommitments(ctx, lot.id), parisDay(ctx.now));
  if (owed === null) return refuse('split-without-hours');
  const parties = await lockParties(ctx, lot.id);
  if (parties.length === 0) return refuse('split-nobody');
  const typed = withShares(parties, input);
  if (!typed.ok) return typed;
  const checked = checkAll(typed.value, owed.minutes);
  if (!checked.ok) return checked;
  for (const [place, { id, shareMinutes }] of typed.value.entries()) {
    const version = parties[place]?.version ?? 0;
    const changed = await updateLotParty(ctx, { id, version, shareMinutes });
    if (changed === null) return refuse('changed-meanwhile');
  }
  const { id, version } = owed.commitment;
  await updateCommitment(ctx, { id, version, joint: input.joint });
  await record(ctx, {
    action: 'commitment.split',
    subjectType: 'lot',
    subjectId: lot.id,
    after: {
      joint: input.joint,
      parts: typed.value.map(({ organisation, shareMinutes }) => ({ organisation, shareMinutes })),
    },
  });
  return done({ id: lot.id });
}

/** Only a number of hours is shared out; the first of the lot is the one its companies owe together. */
export function splittable(
  commitments: readonly CommitmentRow[],
  today: string,
): { commitment: CommitmentRow; minutes: Minutes } | null {
  for (const commitment of commitments) {
    const owed = (versionInForce(commitment.versions, today) ?? commitment.versions.at(-1))?.commitment;
    if (owed?.kind === 'fixed' || owed?.kind === 'training') return { commitment, minutes: owed.minutes };
  }
  return null;
}

function withShares(parties: readonly LotParty[], input: Split): Result<LotParty[]> {
  const shared: LotParty[] = [];
  for (const party of parties) {
    const field = `part-${party.id}`;
    const typed = input[field];
    const read = parseTypedHours(typeof typed === 'string' ? typed : '');
    if (!read.ok) return { ...read, field };
    shared.push({ ...party, shareMinutes: read.value });
  }
  return done(shared);
}

const partOfRole: Readonly<Record<PartyRole, PartRole>> = {
  holder: 'holder',
  lead: 'holder',
  joint: 'joint',
  subcontractor: 'subcontractor',
  inclusion: 'subcontractor',
};

function checkAll(parties: readonly LotParty[], whole: Minutes): Result<unknown> {
  const top = parties.filter(({ under }) => under === null);
  const parts = top.map(({ id, role, shareMinutes }) => ({
    party: id,
    role: partOfRole[role],
    minutes: shareMinutes ?? 0,
  }));
  const split = checkSplit({ whole, parts });
  if (!split.ok) return split;
  for (const party of parties) {
    const checked = checkParty(party, parties);
    if (!checked.ok) {
      return checked.because === 'party-share-over' ? { ...checked, field: `part-${party.id}` } : checked;
    }
  }
  return done(null);
}
