/** A line of declared hours before anything is saved: what refuses it, and what deserves a look. */
import type { HoursLine, LineBlock, LineCheck, LineFacts } from './hours-line.ts';
import { checkPeriod } from './hours-period-checks.ts';
import { checkQuantity } from './hours-quantity-checks.ts';
import type { Refusal } from './result.ts';
import { refuse } from './result.ts';

/** Every reason at once, so that the declarant corrects a line in one go. */
export function checkLine(line: HoursLine, facts: LineFacts): LineCheck {
  const period = checkPeriod(line, facts);
  const quantity = checkQuantity(line, facts);
  return {
    blocks: [...checkParties(line, facts), ...period.blocks, ...quantity.blocks],
    warnings: [...period.warnings, ...quantity.warnings],
  };
}

/** Source: domain.md §12.2: the employer is a party to the lot, or an inclusion structure linked to it. */
function checkParties(line: HoursLine, facts: LineFacts): Refusal<LineBlock>[] {
  const { parties, linkedStructures } = facts.lot;
  const known = [...parties, ...linkedStructures];
  const blocks: Refusal<LineBlock>[] = [];
  if (!known.includes(facts.declarant)) blocks.push(refuse('lot-not-yours', { field: 'lot' }));
  else if (!known.includes(facts.contract.employer)) {
    blocks.push(refuse('employer-not-linked', { field: 'contract' }));
  }
  if (facts.contract.removed) blocks.push(refuse('contract-removed', { field: 'contract' }));
  if (facts.others.some((other) => sameLine(other.line, line))) blocks.push(refuse('line-twice'));
  return blocks;
}

/** The same contract in the same lot and month is declared once; two contracts of one month are two lines. */
function sameLine(one: HoursLine, other: HoursLine): boolean {
  return (
    one.person === other.person && one.contract === other.contract && one.lot === other.lot && one.month === other.month
  );
}
