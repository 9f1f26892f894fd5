/** Reads candidates as far as the reader may see them; the company never joins the person. */
import { sql } from 'kysely';
import type { ContractType } from '#domain/contract-types.ts';
import type { Day } from '#domain/day.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { PlacementState } from '#domain/placement-state.ts';
import { followedPeople } from '#db/followed-people.ts';
import type { Context } from '#http/context.ts';

export interface PlacementRow {
  id: string;
  offerId: string;
  personId: string;
  holderId: string;
  companyId: string;
  proposedById: string | null;
  initials: string;
  trade: string;
  candidateCommune: string;
  availableOn: Day | null;
  presentation: string;
  state: PlacementState;
  stateSince: Date;
  sentOn: Day | null;
  dueOn: Day | null;
  remindedAt: Date[];
  reason: string;
  contractId: string | null;
  version: number;
  createdAt: Date;
  /** null for the company. */
  familyName: string | null;
  givenName: string | null;
  title: string;
  romeCode: string;
  commune: string;
  departmentCode: string;
  lotId: string;
  marketId: string;
  startsOn: Day;
  endsOn: Day | null;
  weeklyMinutes: Minutes;
  contractTypes: ContractType[];
  offerState: string;
  siteContact: string;
  sitePhone: string;
  company: string | null;
  companyKind: string | null;
  holder: string | null;
  proposer: string | null;
  interviewAt: Date | null;
}

export function placements({ db }: Pick<Context, 'db'>) {
  return (
    db
      .selectFrom('placement as p')
      .innerJoin('jobOffer as o', 'o.id', 'p.offerId')
      .leftJoin('person', (join) =>
        join
          .onRef('person.id', '=', 'p.personId')
          .on(sql<boolean>`current_organisation() in (p.holder_id, p.proposed_by_id)`),
      )
      .leftJoin(followedPeople, (join) =>
        join
          .onRef('followed.id', '=', 'p.personId')
          .on(sql<boolean>`current_organisation() in (p.holder_id, p.proposed_by_id)`),
      )
      .leftJoin('organisation as company', 'company.id', 'p.companyId')
      .leftJoin('organisation as holder', 'holder.id', 'p.holderId')
      // Who referred her tells something of her: the company is not to know.
      .leftJoin('organisation as proposer', (join) =>
        join
          .onRef('proposer.id', '=', 'p.proposedById')
          .on(sql<boolean>`current_organisation() in (p.holder_id, p.proposed_by_id)`),
      )
      .leftJoin('interview', 'interview.placementId', 'p.id')
      .select([
        'p.id',
        'p.offerId',
        'p.personId',
        'p.holderId',
        'p.companyId',
        'p.proposedById',
        'p.initials',
        'p.trade',
      ])
      .select([
        'p.commune as candidateCommune',
        'p.availableOn',
        'p.presentation',
        'p.state',
        'p.stateSince',
        'p.sentOn',
      ])
      .select(['p.dueOn', 'p.reason', 'p.contractId', 'p.version', 'p.createdAt'])
      .select((row) => [
        row.fn.coalesce('person.familyName', 'followed.familyName').as('familyName'),
        row.fn.coalesce('person.givenName', 'followed.givenName').as('givenName'),
      ])
      .select([
        'o.title',
        'o.romeCode',
        'o.commune',
        'o.departmentCode',
        'o.lotId',
        'o.marketId',
        'o.startsOn',
        'o.endsOn',
      ])
      .select(['o.weeklyMinutes', 'o.contractTypes', 'o.state as offerState', 'o.siteContact', 'o.sitePhone'])
      .select([
        'company.name as company',
        'company.kind as companyKind',
        'holder.name as holder',
        'proposer.name as proposer',
      ])
      .select('interview.startsAt as interviewAt')
      .select(sql<Date[]>`p.reminded_at`.as('remindedAt'))
      .$narrowType<{ contractTypes: ContractType[] }>()
  );
}

export async function findPlacement(ctx: Context, id: string): Promise<PlacementRow | null> {
  return (await placements(ctx).where('p.id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockPlacement(ctx: Context, id: string): Promise<PlacementRow | null> {
  const held = await ctx.db.selectFrom('placement').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  return held === undefined ? null : findPlacement(ctx, id);
}

export interface StepRow {
  at: Date;
  fromState: string;
  toState: PlacementState;
  side: string;
  reason: string;
  note: string;
  who: string | null;
}

/** Row security keeps from the company what stays between the team and the referent. */
export async function listSteps({ db }: Context, placement: string): Promise<StepRow[]> {
  return db
    .selectFrom('placementStep as s')
    .leftJoin('account', 'account.id', 's.accountId')
    .select(['s.at', 's.fromState', 's.toState', 's.side', 's.reason', 's.note', 'account.name as who'])
    .where('s.placementId', '=', placement)
    .orderBy('s.id', 'desc')
    .$narrowType<{ toState: PlacementState }>()
    .execute();
}
