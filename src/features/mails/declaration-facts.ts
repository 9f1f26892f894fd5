/** What a letter about months of hours may still say when it leaves, and whether it still goes to the right person. */
import { isReachedAt } from '#domain/contact-reach.ts';
import { parisDay } from '#domain/day.ts';
import type { DeclarationState } from '#domain/declaration-state.ts';
import { formatMonth } from '#domain/month.ts';
import type { Context } from '#http/context.ts';
import type { ClaimedMail, PartyRow } from './queries.ts';

const sentBack: readonly DeclarationState[] = ['rejected', 'partially-validated'];

/** Of each letter about months, those it may speak of. */
const speaksOf: Readonly<Record<string, readonly DeclarationState[]>> = {
  'declaration-reminder': ['expected', 'late', ...sentBack],
  'declaration-sent-back': sentBack,
};

interface OwedRow {
  month: string;
  state: DeclarationState;
  work: string;
}

/** Among these declarations, those the company still has to send or to correct. */
export async function findOwed(
  { db }: Context,
  { template }: ClaimedMail,
  declarations: readonly string[],
): Promise<OwedRow[]> {
  const states = speaksOf[template];
  if (declarations.length === 0 || states === undefined) return [];
  return db
    .selectFrom('declaration')
    .innerJoin('market', 'market.id', 'declaration.marketId')
    .select(['declaration.month', 'declaration.state', 'market.object as work'])
    .where('declaration.id', 'in', [...declarations])
    .where('declaration.state', 'in', [...states])
    .orderBy('declaration.month')
    .execute();
}

/** In a reminder, what was sent back is told apart from what was never sent. */
export function owedWords(
  { template }: ClaimedMail,
  owed: readonly OwedRow[],
  asLine: (text: string) => string,
): string {
  return owed
    .map(({ month, state, work }) => {
      const tells = template === 'declaration-reminder' && sentBack.includes(state);
      return `${formatMonth(month)}, «\u00A0${asLine(work)}\u00A0»${tells ? ' (à corriger)' : ''}`;
    })
    .join('\u00A0; ');
}

/** null: the letter is not about hours. */
export function isDeclarationDue(
  { now }: Context,
  { mail, party, owed }: { mail: ClaimedMail; party: PartyRow | null; owed: number },
): boolean | null {
  const asksMonths = speaksOf[mail.template] !== undefined;
  if (!asksMonths && mail.template !== 'declaration-link') return null;
  // Somebody else answers for the company since the letter was asked for: hers is another letter.
  if (party === null || !isReachedAt(party, mail.recipient.toLowerCase(), parisDay(now))) return false;
  return asksMonths ? owed > 0 : party.endedOn === null;
}
