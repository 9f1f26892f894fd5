/** Sends a month of hours, or sends it again until it is validated: one story for the link, the account, the API and the facilitator. */
import type { DeclarationState } from '#domain/declaration-state.ts';
import { stateOnceSent } from '#domain/declaration-sending.ts';
import { parisDay } from '#domain/day.ts';
import type { HoursWarning } from '#domain/hours-warnings.ts';
import type { Month } from '#domain/month.ts';
import type { Refusal, Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { replaceEntries } from '#db/hours.ts';
import { noteAnswer } from '#db/party-answer.ts';
import type { Context } from '#http/context.ts';
import type { DeclarantLot, DeclarationRow } from './declaration-queries.ts';
import { findDeclarantLot, lockDeclaration, markSent } from './declaration-queries.ts';
import type { SentLine } from './declare-check.ts';
import { checkMonth, unseen } from './declare-check.ts';
import type { OpenedMonth } from './declare-open.ts';
import { actsForItself, openMonth } from './declare-open.ts';
import { doorOf, isMonthOpen, senderName } from './declare-sender.ts';
import { addWorker } from './declare-worker.ts';
import type { NewWorker } from './input.ts';
import { newLine } from './input.ts';
import { keepWorked } from './worked.ts';

export interface SentMonth {
  lot: string;
  company: string;
  month: Month;
  /** No hours at all when empty. */
  lines: readonly SentLine[];
  /** The version the declarant had before her eyes; null when she replaces whatever is there (a program). */
  version: number | null;
  /** Somebody to add first; her line bears newLine instead of a contract. */
  worker?: NewWorker | null;
  /** Hours everybody worked on the lot, when they are told with it. */
  worked?: number | null;
  /** Warnings already shown; null when they are told with the receipt (a program). */
  seen: ReadonlySet<string> | null;
}

export interface SentReceipt {
  id: string;
  month: Month;
  before: OpenedMonth;
  warnings: Map<string, HoursWarning[]>;
}

export async function declareMonth(ctx: Context, sent: SentMonth): Promise<Result<SentReceipt>> {
  const lot = await findDeclarantLot(ctx, sent);
  if (lot === null) return refuse('not-found');
  const open = isMonthOpen(lot, { month: sent.month, today: parisDay(ctx.now) });
  if (!open.ok) return open;
  const { declaration, opened: isNew } = await lockDeclaration(ctx, { lot, month: sent.month });
  if (sent.version !== null && sent.version !== (isNew ? 0 : declaration.version)) {
    return refuse('changed-meanwhile');
  }
  const self = actsForItself(ctx, lot);
  const state = stateOnceSent(declaration.state, self ? 'company' : 'facilitator');
  if (!state.ok) return state;
  const lines = await withNewWorker(ctx, { lot, sent });
  if (!lines.ok) return lines;
  const before = await openMonth(ctx, { lot, month: sent.month });
  const { blocks, warnings } = checkMonth(before, lines.value.lines);
  const refused = together(blocks.map((block) => asTyped(block, lines.value.added)));
  if (refused !== null) return refused;
  const asked = new Map([...warnings].filter(([contract]) => contract !== lines.value.added));
  if (sent.seen !== null && unseen(asked, sent.seen)) return refuse('declaration-to-check');
  await keep(ctx, { lot, declaration, before, lines: lines.value.lines, state: state.value });
  const { month, worked } = sent;
  const kept =
    worked == null ? done(null) : await keepWorked(ctx, { lot, sent: { month, minutes: worked, version: null } });
  return kept.ok ? done({ id: declaration.id, month, before, warnings }) : kept;
}

/** What the facilitator must look at in a new line is said where she is added, and again with the receipt. */
async function withNewWorker(
  ctx: Context,
  { lot, sent }: { lot: DeclarantLot; sent: SentMonth },
): Promise<Result<{ lines: readonly SentLine[]; added: string | null }>> {
  if (sent.worker === undefined || sent.worker === null) return done({ lines: sent.lines, added: null });
  const added = await addWorker(ctx, { lot, worker: sent.worker });
  if (!added.ok) return added;
  const lines = sent.lines.map((line) => (line.contract === newLine ? { ...line, contract: added.value } : line));
  return done({ lines, added: added.value });
}

/** The new line is refused beside the field where it was typed. */
function asTyped(block: Refusal, added: string | null): Refusal {
  if (added === null || block.field === undefined) return block;
  return { ...block, field: block.field.replace(added, newLine) };
}

async function keep(
  ctx: Context,
  {
    lot,
    declaration,
    before,
    lines,
    state,
  }: {
    lot: DeclarantLot;
    declaration: DeclarationRow;
    before: OpenedMonth;
    lines: readonly SentLine[];
    state: DeclarationState;
  },
): Promise<void> {
  const { id, month } = declaration;
  const { lotId, marketId, companyId } = lot;
  const worked = lines.filter(({ minutes }) => minutes > 0);
  const settled = before.lines.filter(({ now }) => now?.state === 'validated' || now?.state === 'locked');
  const entries = worked.flatMap(({ contract: sent, minutes, trainingMinutes, days }) => {
    const line = before.lines.find(({ contract }) => contract.id === sent);
    if (line === undefined || settled.includes(line)) return [];
    const { contract } = line;
    const { personId, holderId, type: contractType, method } = contract;
    const workedMinutes = minutes - trainingMinutes;
    return [{ contractId: sent, personId, holderId, contractType, method, workedMinutes, trainingMinutes, days }];
  });
  await replaceEntries(ctx.db, { place: { declarationId: id, lotId, marketId, companyId, month }, entries });
  const noHours = entries.length === 0 && settled.length === 0;
  const self = actsForItself(ctx, lot);
  await markSent(ctx, { id, state, noHours, by: senderName(ctx.actor, lot), via: doorOf(ctx.actor, self) });
  if (self) await noteAnswer(ctx, { lot: lotId, organisation: companyId });
  const minutes = worked.reduce((sum, line) => sum + line.minutes, 0);
  await record(ctx, {
    action: 'declaration.sent',
    subjectType: 'declaration',
    subjectId: id,
    before: { state: declaration.state },
    after: { state, month, minutes, lines: worked.length },
  });
}

/** The refusal of several lines at once, as one. */
export function together(refusals: readonly Refusal[]): Refusal | null {
  const [first, ...others] = refusals;
  return first === undefined ? null : { ...first, others };
}
