/** Who facilitates a lot: the structure of the place of execution leads, others contribute, and the parts make one lot. */
import type { Day } from './day.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export const facilitatorRoles = { lead: 'Chef de file', contributor: 'Contributeur' } as const;
export type FacilitatorRole = keyof typeof facilitatorRoles;

export interface LotFacilitator {
  id: string;
  organisation: string;
  role: FacilitatorRole;
  shareBasisPoints: number;
  untilDay: Day | null;
}

export type FacilitatorRefusal = 'facilitator-doubled' | 'facilitator-lead-taken' | 'facilitator-shares-over';

/** Source: domain.md §9, territory rule; an operation on several territories has several facilitators, its hours one total. */
export function checkFacilitator(
  assigned: LotFacilitator,
  { others, today }: { others: readonly LotFacilitator[]; today: Day },
): Result<LotFacilitator, FacilitatorRefusal> {
  const present = others.filter(({ id, untilDay }) => id !== assigned.id && (untilDay === null || untilDay >= today));
  if (present.some(({ organisation }) => organisation === assigned.organisation)) {
    return refuse('facilitator-doubled', { field: 'organisation' });
  }
  if (assigned.role === 'lead' && present.some(({ role }) => role === 'lead')) {
    return refuse('facilitator-lead-taken', { field: 'role' });
  }
  const others100 = present.reduce((sum, { shareBasisPoints }) => sum + shareBasisPoints, 0);
  return others100 + assigned.shareBasisPoints > 10_000
    ? refuse('facilitator-shares-over', {
        field: 'share',
        details: { left: Math.floor(Math.max(0, 10_000 - others100) / 100) },
      })
    : done(assigned);
}

/** Source: INSEE, postcodes begin with the département, three digits overseas; 20 is Corsica, told apart by the third digit. */
export function departmentOfPostcode(postcode: string): string {
  if (!/^\d{5}$/u.test(postcode)) return '';
  if (postcode.startsWith('97') || postcode.startsWith('98')) return postcode.slice(0, 3);
  if (!postcode.startsWith('20')) return postcode.slice(0, 2);
  return postcode < '20200' ? '2A' : '2B';
}

/** Those of the place of execution first, then by name. */
export function nearestFirst<Structure extends { name: string; postcode: string }>(
  structures: readonly Structure[],
  department: string,
): Structure[] {
  const away = ({ postcode }: Structure) => (departmentOfPostcode(postcode) === department ? 0 : 1);
  return [...structures].sort((one, other) => away(one) - away(other) || (one.name < other.name ? -1 : 1));
}
