/** What the register of processing says of a column that holds facts about people: why, on what ground, for whom, until when. */

/** Grounds of article 6 GDPR this service relies on; consent is not one: a refusal would cost a job (domain.md §10). */
export type LegalBasis = 'public-interest' | 'legal-duty' | 'contract' | 'legitimate-interest';

/** ordinary: says nothing of a person by itself. personal: identity, work. private: income, housing, path. health: art. 9. justice: art. 10. */
export type Sensitivity = 'ordinary' | 'personal' | 'private' | 'health' | 'justice';

export interface ColumnCard {
  /** In French, as the notice prints it. */
  purpose: string;
  basis: LegalBasis;
  /** In French: who reads it, in the words of the glossary. */
  recipients: string;
  /** In French: how long, and what happens then. */
  retention: string;
  sensitivity: Sensitivity;
  /** Stays once the name is gone, because statistics count it: the code of a public, never a text somebody wrote. */
  kept?: true;
}

export type TableCards = Readonly<Record<string, ColumnCard>>;

/** One card for every column of a table, but for those that differ. */
export function cards(
  columns: readonly string[],
  card: ColumnCard,
  but: Readonly<Record<string, Partial<ColumnCard>>> = {},
): TableCards {
  return Object.fromEntries(columns.map((column) => [column, { ...card, ...but[column] }]));
}
