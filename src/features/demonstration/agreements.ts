/** Globalisation agreements of the demonstration: one in force that moved hours, one that waits for a buyer, one ended. */
import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { addDays, addMonths, parisDay } from '#domain/day.ts';
import type { WrittenAct } from './link-acts.ts';
import { insertRows, stableId } from './rows.ts';
import { planMarkets } from './thread-plan.ts';
import type { LotPlan, MarketPlan } from './thread-plan.ts';

interface Held {
  market: MarketPlan;
  lot: LotPlan;
}

interface AgreementPlan {
  key: string;
  company: string;
  /** From the lot whose hours move to the one that receives them. */
  lots: readonly [Held, Held];
  proposedBy: string;
  by: string;
  reason: string;
  from: string;
  until: string;
  signedOn: string | null;
  endedOn: string | null;
}

const nadia = 'nadia.berthelot@relais.example';
const bruno = 'bruno.caron@batir-ouest.example';

/** The lots are told by their place in the plan: what they did of what they owe is the same whenever the plan is drawn. */
export function planAgreements(today: string): AgreementPlan[] {
  const held = planMarkets(today).flatMap((market) => market.lots.map((lot) => ({ market, lot })));
  const find = (key: string): Held => {
    const one = held.find(({ lot }) => lot.key === key);
    if (one === undefined) throw new Error(`the plan holds no ${key}`);
    return one;
  };
  const firstOf = (months: number) => `${addMonths(today, months).slice(0, 7)}-01`;
  const plan = (giver: string, receiver: string) => {
    const from = find(giver);
    return { lots: [from, find(receiver)] as const, company: from.lot.company };
  };
  return [
    {
      ...plan('lot-40-1', 'lot-12-2'),
      key: 'agreement in force',
      proposedBy: 'relais',
      by: nadia,
      reason: 'Un seul parcours sur deux marchés, dont l’un est livré avant l’autre',
      from: firstOf(-7),
      until: addMonths(today, 7),
      signedOn: firstOf(-7),
      endedOn: null,
    },
    {
      ...plan('lot-4-1', 'lot-3-1'),
      key: 'agreement waiting',
      proposedBy: 'batirOuest',
      by: bruno,
      reason: 'Garder la même équipe après la livraison du premier chantier',
      from: addDays(today, 15),
      until: addMonths(today, 12),
      signedOn: null,
      endedOn: null,
    },
    {
      ...plan('lot-42-2', 'lot-42-1'),
      key: 'agreement ended',
      proposedBy: 'relais',
      by: nadia,
      reason: 'Équipe commune aux deux lots',
      from: firstOf(-14),
      until: addMonths(today, 3),
      signedOn: firstOf(-14),
      endedOn: addDays(firstOf(-2), -1),
    },
  ];
}

export async function loadAgreements(client: ClientBase, { now }: { now: Date }): Promise<void> {
  const plans = planAgreements(parisDay(now));
  await insertRows(
    client,
    'globalisation',
    plans.map((plan) => ({
      id: stableId(plan.key),
      company_id: stableId(plan.company),
      proposed_by_id: stableId(plan.proposedBy),
      reason: plan.reason,
      from_day: plan.from,
      until_day: plan.until,
      signed_on: plan.signedOn,
      ended_on: plan.endedOn,
      ended_reason: plan.endedOn === null ? '' : 'Le second lot est livré.',
      created_by: stableId(plan.by),
      created_at: `${plan.signedOn ?? addDays(parisDay(now), -2)}T09:00:00Z`,
    })),
  );
  await insertRows(
    client,
    'globalisation_lot',
    plans.flatMap(({ key, lots }) =>
      lots.map(({ market, lot }) => ({
        globalisation_id: stableId(key),
        lot_id: stableId(lot.key),
        market_id: stableId(market.key),
      })),
    ),
  );
  await insertRows(
    client,
    'globalisation_signature',
    plans.flatMap((plan) => signaturesOf(plan, now)),
  );
  const signed = plans.filter(({ signedOn }) => signedOn !== null);
  for (const plan of signed) await moveHours(client, plan);
  await attachPapers(client, signed);
}

/** A blank page stands for the signed paper. */
const paper = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

async function attachPapers(client: ClientBase, plans: readonly AgreementPlan[]): Promise<void> {
  const id = (key: string) => stableId(`paper ${key}`);
  await insertRows(
    client,
    'document',
    plans.map(({ key, proposedBy, signedOn }) => ({
      id: id(key),
      organisation_id: stableId(proposedBy),
      globalisation_id: stableId(key),
      kind: 'other',
      name: 'accord-de-globalisation-signe.pdf',
      created_at: `${signedOn}T09:05:00Z`,
    })),
  );
  await insertRows(
    client,
    'document_version',
    plans.map(({ key, signedOn }) => ({
      id: stableId(`paper version ${key}`),
      document_id: id(key),
      number: 1,
      media_type: 'application/pdf',
      bytes: paper.length,
      sha256: createHash('sha256').update(paper).digest('hex'),
      content: `\\x${paper.toString('hex')}`,
      created_by: 'Nadia Berthelot',
      created_at: `${signedOn}T09:05:00Z`,
    })),
  );
}

function signaturesOf(plan: AgreementPlan, now: Date): Record<string, unknown>[] {
  const { key, company, lots, signedOn, proposedBy } = plan;
  const sides = [company, ...new Set(lots.map(({ market }) => market.buyer))];
  return sides.map((side) => {
    const day = signedOn ?? (side === proposedBy ? addDays(parisDay(now), -2) : null);
    return {
      globalisation_id: stableId(key),
      organisation_id: stableId(side),
      capacity: side === company ? 'company' : 'buyer',
      decision: day === null ? 'waiting' : 'signed',
      signed_on: day,
      reason: '',
      recorded_by_organisation_id: day === null ? null : stableId(side === company ? proposedBy : side),
      decided_at: day === null ? null : `${day}T10:00:00Z`,
    };
  });
}

/** Half of some validated lines of the first lot, in whole hours, serves the second one; the totals follow. */
async function moveHours(
  client: ClientBase,
  { key, company, lots: [from, to], from: since, until, endedOn }: AgreementPlan,
): Promise<void> {
  const values = [
    stableId(from.lot.key),
    stableId(company),
    since.slice(0, 7),
    stableId(key),
    stableId(to.lot.key),
    stableId(to.market.key),
    (endedOn ?? until).slice(0, 7),
  ];
  await client.query(
    `with moved as (
       select e.id, e.company_id, e.holder_id, e.month, c.type, c.method, e.lot_id, e.market_id, e.counted_minutes / 120 * 60 as minutes
       from hour_entry e join employment_contract c on c.id = e.contract_id
       where e.lot_id = $1 and c.company_id = $2 and e.month >= $3 and e.month <= $7 and e.state = 'validated' and e.counted_minutes >= 120
       order by e.month desc, e.id limit 8
     ), less as (
       update hour_allocation a set minutes = a.minutes - m.minutes from moved m where a.entry_id = m.id returning a.id
     ), given as (
       insert into hour_allocation (entry_id, lot_id, market_id, agreement_id, minutes)
       select id, $5, $6, $4, minutes from moved returning id
     )
     insert into hours_delta (lot_id, market_id, company_id, holder_id, month, contract_type, method, counted_minutes)
     select lot_id, market_id, company_id, holder_id, month, type, method, -minutes from moved
     union all select $5, $6, company_id, holder_id, month, type, method, minutes from moved`,
    values,
  );
}

/** The acts behind them, in the journal of every side; only its own people are named there. */
export function agreementActs(now: Date): WrittenAct[] {
  const today = parisDay(now);
  return planAgreements(today).flatMap((plan) => {
    const { key, company, lots, proposedBy, by, reason, from, until, signedOn, endedOn } = plan;
    const sides = new Set([proposedBy, company, ...lots.map(({ market }) => market.buyer)]);
    return [...sides].flatMap((side) => {
      const act = {
        organisation: stableId(side),
        account: side === proposedBy ? stableId(by) : null,
        actor: `member:${stableId(`${by} ${proposedBy}`)}`,
        subjectType: 'globalisation',
        subjectId: stableId(key),
      };
      const proposed = {
        ...act,
        at: `${signedOn ?? addDays(today, -2)}T09:00:00.000Z`,
        action: 'agreement.proposed',
        after: { reason, fromDay: from, untilDay: until },
      };
      if (endedOn === null) return [proposed];
      return [proposed, { ...act, at: `${endedOn}T09:30:00.000Z`, action: 'agreement.ended', after: { endedOn } }];
    });
  });
}
