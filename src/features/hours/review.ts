/** Decides a declaration: validated, validated in part, refused or handed back; one by one or many clean ones at once. */
import { organisationOf } from '#domain/actor.ts';
import { declarationMachine } from '#domain/declaration-state.ts';
import type { Refusal, Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { decideReview, isToReview } from '#domain/review-steps.ts';
import type { LinesOf } from '#domain/shared-review.ts';
import { stateOfLines } from '#domain/shared-review.ts';
import type { Context } from '#http/context.ts';
import type { ExaminedLine } from './review-examine.ts';
import { examineDeclarations } from './review-examine.ts';
import type { ReviewedDeclaration } from './review-queries.ts';
import { lockReviewed } from './review-queries.ts';
import type { DecisionToKeep } from './review-write.ts';
import { keepDecisions } from './review-write.ts';
import type { StructureLines } from './shared-review-queries.ts';
import { listReviews, readStructureLines } from './shared-review-queries.ts';

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
  // What is refused here no longer weighs on the other lines of the same people.
  const without = new Set(decision.refused?.keys());
  const lines = (await examineDeclarations(ctx, [decision.id], { without })).get(decision.id) ?? [];
  const structures = (await readStructureLines(ctx, [decision.id])).get(decision.id) ?? [];
  const decided = await decide(ctx, { declaration, lines, structures, decision });
  if (!decided.ok) return decided;
  await keepDecisions(ctx, [decided.value]);
  return done(told(decided.value));
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
  const ids = open.map(({ id }) => id);
  const examined = await examineDeclarations(ctx, ids);
  const structures = await readStructureLines(ctx, ids);
  const kept: DecisionToKeep[] = [];
  for (const declaration of open) {
    const { id, version } = declaration;
    const lines = examined.get(id) ?? [];
    if (!isClean(declaration, lines)) continue;
    const reviewed = { declaration, lines, structures: structures.get(id) ?? [], decision: { id, version } };
    const decided = await decide(ctx, reviewed);
    if (decided.ok) kept.push(decided.value);
  }
  if (kept.length === 0) return refuse('review-none-clean');
  await keepDecisions(ctx, kept);
  return done({ validated: kept.map(({ declaration }) => declaration.id), left: seen.length - kept.length });
}

/** No hours at all is clean when the company said so. */
export function isClean({ noHours }: { noHours: boolean }, lines: readonly ExaminedLine[]): boolean {
  return lines.length === 0 ? noHours : lines.every(({ points }) => points.length === 0);
}

/** Lines still to decide that nobody may accept: more hours than the law allows, or outside the contract or the market. */
export function blockedLines(lines: readonly ExaminedLine[]): ExaminedLine[] {
  return lines.filter(({ row, blocked }) => row.state === 'submitted' && blocked.length > 0);
}

interface Reviewed {
  declaration: ReviewedDeclaration;
  lines: readonly ExaminedLine[];
  structures: readonly StructureLines[];
  decision: Decision;
}

/** Writes nothing: what is decided is kept afterwards, many at once. */
async function decide(
  ctx: Context,
  { declaration, lines, structures, decision }: Reviewed,
): Promise<Result<DecisionToKeep>> {
  const { refused = new Map<number, string>(), whole, note = '' } = decision;
  if (isToReview(declaration.state) && !declaration.waitsForMe) {
    return lines.length === 0 ? refuse('review-other-structure') : alreadyDecided(declaration);
  }
  const open = lines.filter(({ row }) => row.state === 'submitted');
  const reasonOf = ({ row }: ExaminedLine) => whole ?? refused.get(row.id);
  const accepted = open.filter((line) => reasonOf(line) === undefined);
  if (isToReview(declaration.state)) {
    const blocked = refuseBlocked(accepted);
    if (blocked !== null) return blocked;
  }
  const rejected = open.flatMap((line) => {
    const reason = reasonOf(line);
    return reason === undefined ? [] : [{ line, reason }];
  });
  const own = whole ?? [...new Set(rejected.map(({ reason }) => reason))].join(' ');
  const structure = organisationOf(ctx.actor) ?? '';
  const others = structures.filter(({ structureId }) => structureId !== structure);
  const mine = lines.map((line): LinesOf => {
    const state =
      line.row.state === 'submitted' ? (reasonOf(line) === undefined ? 'validated' : 'rejected') : line.row.state;
    return { structureId: structure, state, lines: 1 };
  });
  const all = [...others, ...mine];
  const to = all.length === 0 && whole !== undefined ? 'rejected' : stateOfLines(all);
  const reason = await reasonOfAll(ctx, { id: declaration.id, own, others, to });
  if (to !== 'under-review') {
    const moved = decideReview(declaration.state, { to, reason });
    if (!moved.ok) return moved;
  } else if (!isToReview(declaration.state)) return alreadyDecided(declaration);
  return done({ declaration, accepted, rejected, to, own, reason, note });
}

/** Every line at once, each beside its own choice; its reviewer refuses it, or hands the month back. */
function refuseBlocked(accepted: readonly ExaminedLine[]): Refusal | null {
  const [first, ...others] = blockedLines(accepted).flatMap(({ row, blocked }) =>
    blocked.slice(0, 1).map((block): Refusal => ({ ...block, field: `motif-${row.id}` })),
  );
  return first === undefined ? null : { ...first, others };
}

function told({ declaration: { id, companyName, month }, to }: DecisionToKeep): Decided {
  return { id, companyName, month, state: to };
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
