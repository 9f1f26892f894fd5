/** Decides a declaration: validated, validated in part, refused or handed back; one by one or many clean ones at once. */
import { accountOf } from '#domain/actor.ts';
import { outcomeOfReview } from '#domain/declaration-state.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { decideReview, isToReview } from '#domain/review-steps.ts';
import { record } from '#db/audit.ts';
import { appendHoursDeltas } from '#db/hours.ts';
import type { Context } from '#http/context.ts';
import { allocateToOwnLot, submittedChange } from './allocate.ts';
import type { ExaminedLine } from './review-examine.ts';
import { examineDeclarations } from './review-examine.ts';
import type { ReviewedDeclaration } from './review-queries.ts';
import { lockReviewed, moveReviewed, setLine } from './review-queries.ts';

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
  state: 'validated' | 'partially-validated' | 'rejected';
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
  const open = lines.filter(({ row }) => row.state === 'submitted');
  const kept = lines.filter(({ row }) => row.state === 'validated');
  const reasonOf = ({ row }: ExaminedLine) => whole ?? refused.get(row.id);
  const answers = [
    ...kept.map(() => 'accepted' as const),
    ...open.map((line) => (reasonOf(line) === undefined ? ('accepted' as const) : ('refused' as const))),
  ];
  const nothingKept = whole !== undefined && kept.length === 0;
  const to = nothingKept ? 'rejected' : outcomeOfReview(answers);
  const told = whole ?? [...new Set(open.map(reasonOf).filter((reason) => reason !== undefined))].join(' ');
  const moved = decideReview(declaration.state, { to, reason: told });
  if (!moved.ok) return moved;
  await writeLines(ctx, open, reasonOf);
  const { id, companyName, month } = declaration;
  await moveReviewed(ctx, {
    id,
    state: to,
    reviewedAt: ctx.now,
    reviewedBy: accountOf(ctx.actor),
    reason: told,
    note,
  });
  await record(ctx, {
    action: 'declaration.reviewed',
    subjectType: 'declaration',
    subjectId: id,
    before: { state: declaration.state },
    after: {
      state: to,
      lines: open.length,
      refused: answers.filter((answer) => answer === 'refused').length,
    },
    ...(told !== '' && { reason: told }),
  });
  return done({ id, companyName, month, state: to });
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
