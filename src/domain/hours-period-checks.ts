/** Is the month of a line open, and do its days fall inside the contract, the market and the person's eligibility? */
import { formatDay } from './day.ts';
import type { HoursLine, LineBlock, LineCheck, LineFacts, LineSpan } from './hours-line.ts';
import type { HoursWarning } from './hours-warnings.ts';
import { firstDayOf, formatMonth, lastDayOf, monthOf } from './month.ts';
import type { Refusal } from './result.ts';
import { refuse } from './result.ts';
import { overlap, spanDays } from './weekly-limits.ts';
import type { Span } from './weekly-limits.ts';

const noEnd = '9999-12-31';

export function checkPeriod(line: HoursLine, facts: LineFacts): LineCheck {
  const blocks: Refusal<LineBlock>[] = [];
  const warnings: HoursWarning[] = [];
  const { contract } = spanOfLine(line, facts.contract);
  if (line.month > monthOf(facts.today)) {
    blocks.push(refuse('month-future', { field: 'month', details: { month: formatMonth(line.month) } }));
  } else if (line.days?.some(({ day }) => day > facts.today) === true) {
    blocks.push(refuse('day-future', { field: 'days' }));
  } else if (lastDayOf(line.month) > facts.today) warnings.push({ code: 'month-not-over' });
  if (facts.sealed) blocks.push(refuse('month-sealed', { field: 'month' }));
  if (contract === null) {
    blocks.push(refuse('line-outside-contract', { field: 'month' }));
    return { blocks, warnings };
  }
  const worked = daysOf(line, contract);
  if (worked.some((span) => inside(span, contract) === 'out')) {
    blocks.push(refuse('line-outside-contract', { field: 'days' }));
  } else if (line.days === undefined && spanDays(contract) < spanDays(monthSpan(line))) {
    warnings.push({ code: 'partly-outside-contract', details: { days: spanDays(contract) } });
  }
  checkMarket(worked, facts, { blocks, warnings });
  warnings.push(...eligibilityWarnings(worked, facts));
  return { blocks, warnings };
}

export function spanOfLine(
  line: Pick<HoursLine, 'month'>,
  contract: { startsOn: string; endsOn: string | null },
): LineSpan {
  const month = monthSpan(line);
  return { month, contract: overlap(month, { from: contract.startsOn, until: contract.endsOn ?? noEnd }) };
}

/** Source: State CCAP 2021 (domain.md §5.2): the work fits between notification and the end of performance. */
function checkMarket(worked: readonly Span[], { lot }: LineFacts, found: LineCheck): void {
  if (lot.notifiedOn === null) {
    found.blocks.push(refuse('market-not-notified', { field: 'lot' }));
    return;
  }
  const market = { from: lot.notifiedOn, until: lot.endsOn ?? noEnd };
  const places = worked.map((span) => inside(span, market));
  if (places.includes('out')) found.blocks.push(refuse('line-outside-market', { field: 'month' }));
  else if (places.includes('partly')) found.warnings.push({ code: 'partly-outside-market' });
}

/** Source: conventions S1 art. 2-2, S2 art. 4, S4 art. 4: without validation nothing counts, and everything is listed (H9). */
function eligibilityWarnings(worked: readonly Span[], { validation }: LineFacts): HoursWarning[] {
  if (validation === null) return [{ code: 'person-not-validated' }];
  const warnings: HoursWarning[] = [];
  if (worked.some(({ from }) => from < validation.from)) warnings.push({ code: 'before-validation' });
  if (worked.some(({ until }) => until > validation.until)) {
    warnings.push({ code: 'outside-window', details: { until: formatDay(validation.until) } });
  }
  return warnings;
}

/** Each day of the month when days are given, else the whole stretch of contract in the month. */
function daysOf(line: HoursLine, contract: Span): Span[] {
  if (line.days === undefined) return [contract];
  return line.days.filter(({ day }) => monthOf(day) === line.month).map(({ day }) => ({ from: day, until: day }));
}

function inside(span: Span, bounds: Span): 'in' | 'partly' | 'out' {
  if (overlap(span, bounds) === null) return 'out';
  return bounds.from <= span.from && span.until <= bounds.until ? 'in' : 'partly';
}

function monthSpan({ month }: Pick<HoursLine, 'month'>): Span {
  return { from: firstDayOf(month), until: lastDayOf(month) };
}
