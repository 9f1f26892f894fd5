/** Opens one month of a declaration: who may be declared, what was declared before, and all the checks must know. */
import { organisationOf } from '#domain/actor.ts';
import { lastDayOfContract } from '#domain/contract-life.ts';
import { limitsOn } from '#domain/counting-rules.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import { declarantOf } from '#domain/declarant.ts';
import type { DayWorked, LineFacts } from '#domain/hours-line.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import { addToMonth, firstDayOf, lastDayOf } from '#domain/month.ts';
import { countingBook } from '#db/counting-book.ts';
import type { Context } from '#http/context.ts';
import type { DeclarantLot, DeclarationRow } from './declaration-queries.ts';
import { findDeclarationOfMonth } from './declaration-queries.ts';
import type { ContractRow, ElsewhereRow, EntryRow } from './declaration-lines-queries.ts';
import { listContracts, listElsewhere, listEntries, listParties } from './declaration-lines-queries.ts';
import type { WorkedMonth } from './worked-queries.ts';
import { asksWorked, findWorked } from './worked-queries.ts';

export interface DeclaredHours {
  minutes: Minutes;
  trainingMinutes: Minutes;
  days: readonly DayWorked[] | null;
  state: EntryRow['state'];
  reason: string;
  /** Another declarant's name; null for one's own. */
  by: string | null;
}

export interface DeclarableLine {
  contract: ContractRow;
  startsOn: Day;
  endsOn: Day | null;
  inMonth: boolean;
  /** Another party of the lot declares this contract. */
  declaredBy: string | null;
  now: DeclaredHours | null;
  before: DeclaredHours | null;
}

export interface OpenedMonth {
  lot: DeclarantLot;
  month: Month;
  today: Day;
  declaration: DeclarationRow | null;
  /** Every contract of the declarant on this lot; those of the month are to fill. */
  lines: DeclarableLine[];
  elsewhere: ElsewhereRow[];
  /** What was told of the hours everybody worked. */
  worked: WorkedMonth | null;
  /** The lot asks for them. */
  asksWorked: boolean;
  facts: Pick<LineFacts, 'lot' | 'limits'>;
}

export async function openMonth(
  ctx: Context,
  { lot, month }: { lot: DeclarantLot; month: Month },
): Promise<OpenedMonth> {
  const { lotId, marketId, companyId } = lot;
  const declaration = await findDeclarationOfMonth(ctx, { lot: lotId, company: companyId, month });
  const contracts = await listContracts(ctx, { lot: lotId, company: companyId });
  const entries = await listEntries(ctx, { lot: lotId, months: [addToMonth(month, -1), month] });
  const parties = await listParties(ctx, lotId);
  const people = contracts.map(({ personId }) => personId);
  const elsewhere = await listElsewhere(ctx, { lot: lotId, month, people });
  const declarants = parties.map(({ organisationId }) => organisationId);
  const lines = contracts.map((contract) => lineOf(contract, { lot, month, entries, declarants }));
  const structures = parties.filter(({ role }) => role === 'inclusion');
  return {
    lot,
    month,
    today: parisDay(ctx.now),
    declaration,
    lines,
    elsewhere,
    worked: await findWorked(ctx, { lot: lotId, company: companyId, month }),
    asksWorked: await asksWorked(ctx, { lot: lotId, company: companyId }),
    facts: {
      lot: {
        parties: declarants,
        linkedStructures: [
          ...structures.map(({ organisationId }) => organisationId),
          ...contracts.filter(({ employerId }) => employerId !== companyId).map(({ employerId }) => employerId),
        ],
        notifiedOn: lot.notifiedOn,
        endsOn: lot.endsOn,
      },
      limits: await limitsOf(ctx, { lot: lotId, market: marketId, month }),
    },
  };
}

/** What is to be filled, or is already there. */
export function linesOfMonth({ lines }: OpenedMonth): DeclarableLine[] {
  return lines.filter(({ inMonth, now, contract }) => (inMonth && !contract.removed) || now !== null);
}

export function validationOf({ eligibleFrom, eligibleUntil }: ContractRow): LineFacts['validation'] {
  return eligibleFrom === null || eligibleUntil === null ? null : { from: eligibleFrom, until: eligibleUntil };
}

/** In the name of the organisation that acts, or in the place of the company when a facilitator types. */
export function actsForItself({ actor }: Context, lot: DeclarantLot): boolean {
  return organisationOf(actor) === lot.companyId;
}

function lineOf(
  contract: ContractRow,
  {
    lot,
    month,
    entries,
    declarants,
  }: { lot: DeclarantLot; month: Month; entries: readonly EntryRow[]; declarants: readonly string[] },
): DeclarableLine {
  const endsOn = lastDayOfContract({ endsOn: contract.plannedEndOn, endedOn: contract.endedOn });
  const own = entries.filter(({ contractId }) => contractId === contract.id);
  const now = own.find((entry) => entry.month === month);
  const before = own.find((entry) => entry.month !== month && entry.companyId === lot.companyId);
  const declarant = declarantOf({ employer: contract.employerId, company: contract.companyId }, declarants);
  const other = now !== undefined && now.companyId !== lot.companyId ? now.companyName : null;
  const expected = declarant === contract.employerId ? contract.employerName : 'l’entreprise d’accueil';
  return {
    contract,
    startsOn: contract.startsOn,
    endsOn,
    inMonth: contract.startsOn <= lastDayOf(month) && (endsOn === null || endsOn >= firstDayOf(month)),
    declaredBy: other ?? (declarant === lot.companyId || now !== undefined ? null : expected),
    now: now === undefined ? null : declaredHours(now, other),
    before: before === undefined ? null : declaredHours(before, null),
  };
}

function declaredHours(entry: EntryRow, by: string | null): DeclaredHours {
  const { workedMinutes, trainingMinutes, days, state, reason } = entry;
  return { minutes: workedMinutes + trainingMinutes, trainingMinutes, days, state, reason, by };
}

/** What the reviewer will check by: the rules of the lot, its market, its buyer and the structure that leads on it. */
async function limitsOf(
  ctx: Context,
  { lot, market, month }: { lot: string; market: string; month: Month },
): Promise<LineFacts['limits']> {
  const place = { organisation: organisationOf(ctx.actor) ?? '', lot: { lotId: lot, marketId: market } };
  return limitsOn(await countingBook(ctx, place), firstDayOf(month));
}
