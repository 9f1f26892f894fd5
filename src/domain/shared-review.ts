/** One declaration, several structures: each decides the lines of her own people, and the whole follows all the lines (domain.md §9, users.md idea 26). */
import type { DeclarationState } from './declaration-state.ts';
import { outcomeOfReview } from './declaration-state.ts';

export type LineState = 'submitted' | 'validated' | 'rejected' | 'locked';

export interface LinesOf {
  structureId: string;
  state: LineState;
  lines: number;
}

/** While a line of anybody waits the whole is under review; then every line speaks. */
export function stateOfLines(
  all: readonly LinesOf[],
): Extract<DeclarationState, 'under-review' | 'validated' | 'partially-validated' | 'rejected'> {
  const standing = all.filter(({ lines }) => lines > 0);
  if (standing.some(({ state }) => state === 'submitted')) return 'under-review';
  return outcomeOfReview(standing.map(({ state }) => (state === 'rejected' ? 'refused' : 'accepted')));
}

/** Taken back by one structure: what another decided keeps the whole under review. */
export function stateOnceUndone(all: readonly LinesOf[]): Extract<DeclarationState, 'submitted' | 'under-review'> {
  return all.some(({ state, lines }) => lines > 0 && state !== 'submitted') ? 'under-review' : 'submitted';
}

/** Structures whose people have lines, those that still have to decide first. */
export function structuresIn(all: readonly LinesOf[]): { structureId: string; waits: boolean }[] {
  const structures = Map.groupBy(
    all.filter(({ lines }) => lines > 0),
    ({ structureId }) => structureId,
  );
  return [...structures]
    .map(([structureId, of]) => ({ structureId, waits: of.some(({ state }) => state === 'submitted') }))
    .sort((one, other) => Number(other.waits) - Number(one.waits));
}
