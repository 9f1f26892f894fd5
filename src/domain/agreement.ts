/** A globalisation agreement along its life: who signs it, when it is in force, who may do what to it (domain.md §5.3). */
import type { Day } from './day.ts';
import { formatShortDay } from './day.ts';
import type { Month } from './month.ts';
import { lastDayOf } from './month.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';
import type { Tone } from './state-machine.ts';

export const agreementStates = {
  waiting: { label: 'À signer', tone: 'attention' },
  refused: { label: 'Refusé', tone: 'problem' },
  coming: { label: 'Signé, à venir', tone: 'progress' },
  'in-force': { label: 'En vigueur', tone: 'ok' },
  ended: { label: 'Terminé', tone: 'neutral' },
  withdrawn: { label: 'Retiré', tone: 'neutral' },
} as const satisfies Record<string, { label: string; tone: Tone }>;

export type AgreementState = keyof typeof agreementStates;

export const signatureDecisions = {
  waiting: { label: 'À signer', tone: 'attention' },
  signed: { label: 'Signé', tone: 'ok' },
  refused: { label: 'Refusé', tone: 'problem' },
} as const satisfies Record<string, { label: string; tone: Tone }>;

export type SignatureDecision = keyof typeof signatureDecisions;

export interface Signature {
  organisation: string;
  capacity: 'company' | 'buyer';
  decision: SignatureDecision;
  signedOn: Day | null;
}

export interface AgreementTerms {
  /** The day of the last signature; null while one is missing. */
  signedOn: Day | null;
  fromDay: Day;
  untilDay: Day;
  endedOn: Day | null;
  withdrawnAt: Date | null;
}

/** Both days are included. An agreement nobody finished signing before its term is over. */
export function stateOfAgreement(
  { signedOn, fromDay, untilDay, endedOn, withdrawnAt }: AgreementTerms,
  { signatures, today }: { signatures: readonly Pick<Signature, 'decision'>[]; today: Day },
): AgreementState {
  if (withdrawnAt !== null) return 'withdrawn';
  if (signedOn === null) return signatures.some(({ decision }) => decision === 'refused') ? 'refused' : 'waiting';
  if (today > (endedOn ?? untilDay)) return 'ended';
  return today < fromDay || today < signedOn ? 'coming' : 'in-force';
}

/** Source: domain.md §5.3, "signed agreement with the buyers concerned": in force from the last signature, never before. */
export function signedByAll(signatures: readonly Signature[]): Day | null {
  const days = signatures.flatMap(({ decision, signedOn }) =>
    decision === 'signed' && signedOn !== null ? [signedOn] : [],
  );
  return days.length === signatures.length ? (days.toSorted().at(-1) ?? null) : null;
}

export interface AgreementLot {
  lot: string;
  buyer: string;
  /** The companies that hold the lot, alone or with others. */
  companies: readonly string[];
}

export type AgreementRefusal =
  | 'agreement-lots-few'
  | 'agreement-lot-other'
  | 'agreement-days-order'
  | 'agreement-signed-future'
  | 'agreement-end-outside'
  | 'agreement-end-hours';

/** Source: domain.md §5.3: several lots of ONE company, whoever buys them. */
export function checkAgreement({
  company,
  lots,
  fromDay,
  untilDay,
}: {
  company: string;
  lots: readonly AgreementLot[];
  fromDay: Day;
  untilDay: Day;
}): Result<null, AgreementRefusal> {
  if (new Set(lots.map(({ lot }) => lot)).size < 2) return refuse('agreement-lots-few', { field: 'lots' });
  if (lots.some(({ companies }) => !companies.includes(company)))
    return refuse('agreement-lot-other', { field: 'lots' });
  return untilDay < fromDay ? refuse('agreement-days-order', { field: 'untilDay' }) : done(null);
}

/** The company, then each buyer once; an organisation that is both signs once. */
export function signatoriesOf(
  company: string,
  lots: readonly AgreementLot[],
): Pick<Signature, 'organisation' | 'capacity'>[] {
  const buyers = [...new Set(lots.map(({ buyer }) => buyer))].filter((buyer) => buyer !== company).sort();
  return [
    { organisation: company, capacity: 'company' },
    ...buyers.map((organisation) => ({ organisation, capacity: 'buyer' as const })),
  ];
}

/** Ends within its term, and not before hours it already moved: those are taken back first. */
export function checkEnd({
  day,
  fromDay,
  untilDay,
  lastMoved,
}: {
  day: Day;
  fromDay: Day;
  untilDay: Day;
  lastMoved: Month | null;
}): Result<null, AgreementRefusal> {
  if (day < fromDay || day >= untilDay) return refuse('agreement-end-outside', { field: 'endedOn' });
  const floor = lastMoved === null ? null : lastDayOf(lastMoved);
  return floor !== null && day < floor
    ? refuse('agreement-end-hours', { field: 'endedOn', details: { day: formatShortDay(floor) } })
    : done(null);
}

/** What an organisation is to an agreement; desk: it looks after one of the lots, as keeper or facilitator. */
export type AgreementSide = 'proposer' | 'company' | 'buyer' | 'desk';

export type AgreementAct = 'edit' | 'withdraw' | 'attach' | 'end' | 'amend';

/** Terms belong to who proposed them until all signed; afterwards any side to the contract may end or amend it. */
export function mayOnAgreement(
  act: AgreementAct,
  { state, sides }: { state: AgreementState; sides: readonly AgreementSide[] },
): boolean {
  const open = state === 'waiting' || state === 'refused';
  const signed = state === 'in-force' || state === 'coming';
  switch (act) {
    case 'edit':
    case 'withdraw':
      return open && sides.includes('proposer');
    case 'attach':
      return state !== 'withdrawn' && sides.length > 0;
    case 'end':
    case 'amend':
      return signed && sides.length > 0;
  }
}

/**
 * Each signs for itself. Whoever proposed or looks after the lots writes down the company's paper, and that of a buyer
 * nobody works for here (domain/market-side.ts); a buyer who is here signs alone.
 */
export function maySign(
  { organisation, capacity }: Pick<Signature, 'organisation' | 'capacity'>,
  { own, sides, absent }: { own: string; sides: readonly AgreementSide[]; absent: boolean },
): boolean {
  if (organisation === own) return true;
  const holdsPaper = sides.includes('proposer') || sides.includes('desk') || sides.includes('buyer');
  return holdsPaper && (capacity === 'company' || absent);
}
