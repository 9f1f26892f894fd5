/** What each lot of a market owes, version by version, as every side that works on it may read it. */
import { sql } from 'kysely';
import type { CommitmentKind } from '#domain/commitment.ts';
import type { CommitmentState } from '#domain/commitment-state.ts';
import type { Day } from '#domain/day.ts';
import type { KeptVersion } from '#db/commitment-rows.ts';
import { readVersion } from '#db/commitment-rows.ts';
import type { Context } from '#http/context.ts';

export interface EngagedLot {
  id: string;
  lotId: string;
  lotNumber: number;
  lotTitle: string;
  marketId: string;
  kind: CommitmentKind;
  state: CommitmentState;
  stateSince: Date;
  joint: boolean;
  waiverNote: string;
  versions: KeptVersion[];
}

type BareLot = Omit<EngagedLot, 'versions'> & { waiverReason: string; qualitative: string };

interface BareVersion {
  commitmentId: string;
  number: number;
  fromDay: Day;
  signedOn: Day | null;
  minutes: number | null;
  hourPerCents: number | null;
  thresholdCents: number | null;
  shareBasisPoints: number | null;
  endsOn: Day | null;
  reason: string;
}

/** signedOnly: whoever is not at the table before the contract reads what is settled, not what is being drafted. */
export async function listEngagements(
  { db }: Context,
  { marketId, signedOnly }: { marketId: string; signedOnly: boolean },
): Promise<EngagedLot[]> {
  const settled = signedOnly ? sql`and c.state not in ('draft', 'proposed')` : sql``;
  const lots = await sql<BareLot>`
    select c.id, c.lot_id, l.number as lot_number, l.title as lot_title, c.market_id, c.kind, c.state,
      coalesce(c.state_since, c.created_at) as state_since, c.joint, c.waiver_reason, c.waiver_note, c.qualitative
    from commitment c join lot l on l.id = c.lot_id
    where c.market_id = ${marketId} ${settled} order by l.number, c.created_at, c.id`.execute(db);
  if (lots.rows.length === 0) return [];
  const versions = await sql<BareVersion>`
    select commitment_id, number, from_day, signed_on, minutes, hour_per_cents, threshold_cents, share_basis_points, ends_on, reason
    from commitment_version where market_id = ${marketId} order by commitment_id, number`.execute(db);
  return lots.rows.map(({ waiverReason, qualitative, ...lot }) => ({
    ...lot,
    versions: versions.rows
      .filter(({ commitmentId }) => commitmentId === lot.id)
      .map((version) => readVersion({ kind: lot.kind, qualitative, waiverReason }, version)),
  }));
}
