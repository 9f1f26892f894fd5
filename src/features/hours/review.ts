/** Decides a declaration: validated, validated in part, refused or handed back; one by one or many clean ones at once. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import { declarationMachine } from '#domain/declaration-state.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { decideReview, isToReview } from '#domain/review-steps.ts';
import type { LinesOf } from '#domain/shared-review.ts';
import { stateOfLines } from '#domain/shared-review.ts';
import { record } from '#db/audit.ts';
import { appendHoursDeltas } from '#db/hours.ts';
import type { Context } from '#http/context.ts';
import { allocateToOwnLot, submittedChange } from './allocate.ts';
import type { ExaminedLine } from './review-examine.ts';
import { examineDeclarations } from './review-examine.ts';
import type { ReviewedDeclaration } from './review-queries.ts';
import { lockReviewed, moveReviewed, setLine } from './review-queries.ts';
import { tellSentBack } from './sent-back.ts';
import type { StructureLines } from './shared-review-queries.ts';
import { keepReview, listReviews, readStructureLines } from './shared-review-queries.ts';

export interface Decision {
  id: string;
  version: number;
  /** The sentence that refuses a line, by the line; every other line is accepted. */
  refused?: ReadonlyMap<number, string>;
  /** Refuses the whole, with this sentence. */
  whole?: string;
  note?: string;
}

export interface Decided {
  id: string;
  companyName: string;
  month: string;
  /** under-review: the lines of another structure's people still wait. */
  state: ReturnType<typeof stateOfLines>;
}

export async function reviewDeclaration(ctx: Context, decision: Decision): Promise<Result<Decided>> {
  const [declaration] = await lockReviewed(ctx, [decision.id]);
  if (declaration === undefined) return refuse('not-found');
  if (isToReview(declaration.state) && declaration.version !== decision.version) {
    return refuse('declaration-resent');
  }
  const lines = (await examineDeclarations(ctx, [decision.id])).get(decision.id) ?? [];
  return decide(ctx, { declaration, lines, decision });
}

/** Some lines refused with their reason, the others accepted. */
export async function reviewLines(
  ctx: Context,
  decision: Decision & { refused: ReadonlyMap<number, string> },
): Promise<Result<Decided>> {
  return decision.refused.size === 0 ? refuse('review-no-line-refused') : reviewDeclaration(ctx, decision);
}

export interface Selection {
  seen: readonly { id: string; version: number }[];
}

export interface SelectionDone {
  validated: string[];
  left: number;
}

/** Each on its own in the journal, all in one transaction; what is not clean, or changed since it was seen, is left. */
export async function validateSelection(ctx: Context, { seen }: Selection): Promise<Result<SelectionDone>> {
  if (seen.length === 0) return refuse('review-nothing-ticked');
  const versions = new Map(seen.map(({ id, version }) => [id, version]));
  const declarations = await lockReviewed(ctx, [...versions.keys()]);
  const open = declarations.filter(({ id, state, version }) => isToReview(state) && versions.get(id) === version);
  const examined = await examineDeclarations(
    ctx,
    open.map(({ id }) => id),
  );
  const validated: string[] = [];
  for (const declaration of open) {
    const lines = examined.get(declaration.id) ?? [];
    if (!isClean(declaration, lines)) continue;
    const { id, version } = declaration;
    const decided = await decide(ctx, { declaration, lines, decision: { id, version } });
    if (decided.ok) validated.push(id);
  }
  if (validated.length === 0) return refuse('review-none-clean');
  return done({ validated, left: seen.length - validated.length });
}

/** No hours at all is clean when the company said so. */
export function isClean({ noHours }: { noHours: boolean }, lines: readonly ExaminedLine[]): boolean {
  return lines.length === 0 ? noHours : lines.every(({ points }) => points.length === 0);
}

async function decide(
  ctx: Context,
  {
    declaration,
    lines,
    decision,
  }: { declaration: ReviewedDeclaration; lines: readonly ExaminedLine[]; decision: Decision },
): Promise<Result<Decided>> {
  const { refused = new Map<number, string>(), whole, note = '' } = decision;
  const { id, companyName, month } = declaration;
  if (isToReview(declaration.state) && !declaration.waitsForMe) {
    return lines.length === 0 ? refuse('review-other-structure') : alreadyDecided(declaration);
  }
  const open = lines.filter(({ row }) => row.state === 'submitted');
  const reasonOf = ({ row }: ExaminedLine) => whole ?? refused.get(row.id);
  const told = whole ?? [...new Set(open.map(reasonOf).filter((reason) => reason !== undefined))].join(' ');
  const structure = organisationOf(ctx.actor) ?? '';
  const others = ((await readStructureLines(ctx, [id])).get(id) ?? []).filter(
    ({ structureId }) => structureId !== structure,
  );
  const mine = lines.map((line): LinesOf => {
    const state =
      line.row.state === 'submitted' ? (reasonOf(line) === undefined ? 'validated' : 'rejected') : line.row.state;
    return { structureId: structure, state, lines: 1 };
  });
  const all = [...others, ...mine];
  const to = all.length === 0 && whole !== undefined ? 'rejected' : stateOfLines(all);
  const reason = await reasonOfAll(ctx, { id, own: told, others, to });
  if (to !== 'under-review') {
    const moved = decideReview(declaration.state, { to, reason });
    if (!moved.ok) return moved;
  } else if (!isToReview(declaration.state)) return alreadyDecided(declaration);
  await writeLines(ctx, open, reasonOf);
  await keepReview(ctx, { declarationId: id, reason: told, note });
  await moveReviewed(ctx, { id, state: to, reviewedAt: ctx.now, reviewedBy: accountOf(ctx.actor), reason, note });
  await record(ctx, {
    action: 'declaration.reviewed',
    subjectType: 'declaration',
    subjectId: id,
    before: { state: declaration.state },
    after: {
      state: to,
      lines: open.length,
      refused: open.filter((line) => reasonOf(line) !== undefined).length,
    },
    ...(told !== '' && { reason: told }),
  });
  if (to === 'rejected' || to === 'partially-validated') await tellSentBack(ctx, { declaration: id, by: structure });
  return done({ id, companyName, month, state: to });
}

function alreadyDecided({ state }: ReviewedDeclaration): Result<never> {
  return refuse('declaration-reviewed', { details: { state: declarationMachine[state].label } });
}

/** What the company must correct, from every structure that refused something and whose refusal still stands. */
async function reasonOfAll(
  ctx: Context,
  { id, own, others, to }: { id: string; own: string; others: readonly StructureLines[]; to: Decided['state'] },
): Promise<string> {
  if (to === 'validated') return '';
  const refusing = new Set(others.filter(({ state }) => state === 'rejected').map(({ structureId }) => structureId));
  const reviews = refusing.size === 0 ? [] : await listReviews(ctx, id);
  const told = reviews.filter(({ structureId }) => refusing.has(structureId)).map(({ reason }) => reason);
  return [...new Set([own, ...told])].filter((reason) => reason !== '').join(' ') || 'Des lignes sont refusées.';
}

async function writeLines(
  ctx: Context,
  open: readonly ExaminedLine[],
  reasonOf: (line: ExaminedLine) => string | undefined,
): Promise<void> {
  const accepted = open.filter((line) => reasonOf(line) === undefined);
  const refused = open.filter((line) => reasonOf(line) !== undefined);
  for (const { row, counted } of accepted) {
    await setLine(ctx, {
      id: row.id,
      state: 'validated',
      reason: '',
      countedMinutes: counted.counted,
      ruleVersion: counted.ruleApplied?.version ?? '',
    });
  }
  for (const line of refused) {
    const reason = reasonOf(line) ?? '';
    await setLine(ctx, { id: line.row.id, state: 'rejected', reason, countedMinutes: 0, ruleVersion: '' });
  }
  await allocateToOwnLot(
    ctx,
    accepted.map(({ row, counted }) => ({ row, counted: counted.counted })),
  );
  await appendHoursDeltas(
    ctx.db,
    refused.map(({ row }) => submittedChange(row, -1)),
  );
}
