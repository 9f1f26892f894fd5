/** Who declares the hours of a contract: never two organisations for the same one. */

/**
 * Source: domain.md §4: direct hire is declared by the employer, people lent or subcontracted by their structure.
 * A structure that has no contact on the lot cannot be asked: the company where the person works declares then.
 */
export function declarantOf(
  { employer, company }: { employer: string; company: string },
  parties: readonly string[],
): string {
  return employer !== company && parties.includes(employer) ? employer : company;
}
