/** Reads job sheets as far as the reader may see them, with what waits on each; and writes them. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { accountOf } from '#domain/actor.ts';
import type { ContractType } from '#domain/contract-types.ts';
import type { Day } from '#domain/day.ts';
import type { Licence } from '#domain/licence.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { OfferState } from '#domain/offer-state.ts';
import type { Context } from '#http/context.ts';

export interface OfferRow {
  id: string;
  facilitatorId: string;
  companyId: string;
  lotId: string;
  marketId: string;
  title: string;
  romeCode: string;
  posts: number;
  commune: string;
  communeCode: string;
  departmentCode: string;
  startsOn: Day;
  endsOn: Day | null;
  weeklyMinutes: Minutes;
  contractTypes: ContractType[];
  licence: Licence;
  level: number | null;
  ppeProvided: boolean;
  requirements: string;
  schedule: string;
  siteContact: string;
  sitePhone: string;
  closesOn: Day;
  state: OfferState;
  stateSince: Date;
  reason: string;
  spreadAt: Date | null;
  version: number;
  company: string | null;
  companyKind: string | null;
  facilitator: string | null;
  lot: string | null;
  lotNumber: number | null;
  market: string | null;
  /** As far as the reader sees candidates: put forward, waiting for the company, hired. */
  toPresent: number;
  waiting: number;
  hired: number;
}

const columns = [
  'o.id',
  'o.facilitatorId',
  'o.companyId',
  'o.lotId',
  'o.marketId',
  'o.title',
  'o.romeCode',
  'o.posts',
  'o.commune',
  'o.communeCode',
  'o.departmentCode',
  'o.startsOn',
  'o.endsOn',
  'o.weeklyMinutes',
  'o.contractTypes',
  'o.licence',
  'o.level',
  'o.ppeProvided',
  'o.requirements',
  'o.schedule',
  'o.siteContact',
  'o.sitePhone',
  'o.closesOn',
  'o.state',
  'o.stateSince',
  'o.reason',
  'o.spreadAt',
  'o.version',
] as const;

export function offers({ db }: Pick<Context, 'db'>) {
  return db
    .selectFrom('jobOffer as o')
    .leftJoin('organisation as company', 'company.id', 'o.companyId')
    .leftJoin('organisation as facilitator', 'facilitator.id', 'o.facilitatorId')
    .leftJoin('lot', 'lot.id', 'o.lotId')
    .leftJoin('market', 'market.id', 'o.marketId')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('placement as p')
          .select([
            sql<number>`count(*) filter (where p.state = 'suggested')`.as('toPresent'),
            sql<number>`count(*) filter (where p.state in ('proposed', 'silent', 'interview'))`.as('waiting'),
            sql<number>`count(*) filter (where p.state = 'hired')`.as('hired'),
          ])
          .whereRef('p.offerId', '=', 'o.id')
          .as('counts'),
      (join) => join.onTrue(),
    )
    .select(columns)
    .select(['company.name as company', 'company.kind as companyKind', 'facilitator.name as facilitator'])
    .select(['lot.title as lot', 'lot.number as lotNumber', 'market.object as market'])
    .select(['counts.toPresent', 'counts.waiting', 'counts.hired'])
    .$narrowType<{ contractTypes: ContractType[] }>();
}

/** Only who writes the sheet: its company, and the structure that finds candidates. */
function written(ctx: Context) {
  return offers(ctx).where(sql<boolean>`current_organisation() in (o.company_id, o.facilitator_id)`);
}

export async function findOffer(ctx: Context, id: string): Promise<OfferRow | null> {
  return (await written(ctx).where('o.id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockOffer(ctx: Context, id: string): Promise<OfferRow | null> {
  const held = await ctx.db
    .selectFrom('jobOffer')
    .select('id')
    .where('id', '=', id)
    .where(sql<boolean>`current_organisation() in (company_id, facilitator_id)`)
    .forUpdate()
    .executeTakeFirst();
  return held === undefined ? null : findOffer(ctx, id);
}

export type OfferFields = Pick<
  OfferRow,
  | 'title'
  | 'romeCode'
  | 'posts'
  | 'commune'
  | 'communeCode'
  | 'departmentCode'
  | 'startsOn'
  | 'endsOn'
  | 'weeklyMinutes'
  | 'contractTypes'
  | 'licence'
  | 'level'
  | 'ppeProvided'
  | 'requirements'
  | 'schedule'
  | 'siteContact'
  | 'sitePhone'
  | 'closesOn'
>;

export interface NewOffer extends OfferFields {
  facilitatorId: string;
  companyId: string;
  lotId: string;
  marketId: string;
  askedVia: 'link' | 'account' | 'facilitator';
}

export async function insertOffer({ db, now, actor }: Context, { contractTypes, ...offer }: NewOffer): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('jobOffer')
    .values({
      id,
      ...offer,
      contractTypes: [...contractTypes],
      state: 'open',
      stateSince: now,
      createdBy: accountOf(actor),
      createdAt: now,
    })
    .execute();
  return id;
}

/** null: somebody changed it meanwhile. */
export async function updateOffer(
  { db }: Context,
  { id, version, ...fields }: OfferFields & { id: string; version: number },
): Promise<string | null> {
  const changed = await db
    .updateTable('jobOffer')
    .set({ ...fields, contractTypes: [...fields.contractTypes], version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return changed?.id ?? null;
}
