/** The companies present on a lot, for sharing out its hours. */
import type { LotParty } from '#domain/lot-parties.ts';
import type { Context } from '#http/context.ts';

export type PartyRow = LotParty & { name: string; version: number };

export function listParties(ctx: Context, lotId: string): Promise<PartyRow[]> {
  return partiesOf(ctx, lotId).execute();
}

/** Held until the shares are written: two splits at once never mix. */
export function lockParties(ctx: Context, lotId: string): Promise<PartyRow[]> {
  return partiesOf(ctx, lotId).forUpdate('lotParty').execute();
}

function partiesOf({ db }: Context, lotId: string) {
  return db
    .selectFrom('lotParty')
    .innerJoin('organisation', 'organisation.id', 'lotParty.organisationId')
    .select([
      'lotParty.id',
      'lotParty.organisationId as organisation',
      'lotParty.role',
      'lotParty.underId as under',
      'lotParty.actOn',
      'lotParty.shareMinutes',
      'lotParty.endedOn',
      'lotParty.version',
      'organisation.name',
    ])
    .where('lotParty.lotId', '=', lotId)
    .where('lotParty.endedOn', 'is', null)
    .orderBy('lotParty.createdAt')
    .orderBy('lotParty.id');
}
