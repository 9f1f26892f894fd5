/** Are the hours of a line possible: against its own parts, the days, the legal weeks, and the person's other lines? */
import type { Day } from './day.ts';
import { formatDay } from './day.ts';
import type { HoursLine, LineBlock, LineCheck, LineFacts } from './hours-line.ts';
import { spanOfLine } from './hours-period-checks.ts';
import type { HoursWarning } from './hours-warnings.ts';
import type { Minutes } from './minutes.ts';
import { formatMinutes, sumMinutes } from './minutes.ts';
import { daysIn, monthOf } from './month.ts';
import type { Refusal } from './result.ts';
import { refuse } from './result.ts';
import type { Span } from './weekly-limits.ts';
import { mostInSpan, shareOfMonth, spanDays, weeksAbove } from './weekly-limits.ts';

export function checkQuantity(line: HoursLine, facts: LineFacts): LineCheck {
  const month = checkMonth(line, facts);
  return {
    blocks: [...checkParts(line), ...checkDays(line, facts), ...month.blocks],
    warnings: month.warnings,
  };
}

function checkParts(line: HoursLine): Refusal<LineBlock>[] {
  const blocks: Refusal<LineBlock>[] = [];
  if (line.minutes < 0 || line.trainingMinutes < 0 || line.days?.some(({ minutes }) => minutes < 0) === true) {
    blocks.push(refuse('hours-negative', { field: 'minutes' }));
  } else if (line.minutes === 0) blocks.push(refuse('hours-zero', { field: 'minutes' }));
  if (line.trainingMinutes > line.minutes) {
    blocks.push(refuse('training-over-total', { field: 'trainingMinutes' }));
  }
  if (line.days === undefined) return blocks;
  const sum = sumMinutes(line.days.map(({ minutes }) => minutes));
  if (sum !== line.minutes) {
    const details = { sum: formatMinutes(sum), total: formatMinutes(line.minutes) };
    blocks.push(refuse('days-total', { field: 'days', details }));
  }
  if (line.days.some(({ day }) => monthOf(day) !== line.month)) {
    blocks.push(refuse('day-outside-month', { field: 'days' }));
  }
  if (new Set(line.days.map(({ day }) => day)).size < line.days.length) {
    blocks.push(refuse('day-twice', { field: 'days' }));
  }
  return blocks;
}

/** Source: domain.md §5.2: 24 hours is what a day has; H11: over two lots, a legal day is the limit. */
function checkDays(line: HoursLine, facts: LineFacts): Refusal<LineBlock>[] {
  const elsewhere = facts.others.filter((other) => other.line.lot !== line.lot);
  for (const { day } of line.days ?? []) {
    const here = minutesOn(day, [line, ...facts.others.map((other) => other.line)]);
    const details = { day: formatDay(day), total: formatMinutes(here) };
    if (here > facts.limits['day-impossible']) return [refuse('day-impossible', { field: 'days', details })];
    const shared =
      minutesOn(
        day,
        elsewhere.map((other) => other.line),
      ) > 0;
    if (shared && here > facts.limits['day-over-two-lots']) {
      return [refuse('day-two-lots', { field: 'days', details })];
    }
  }
  return [];
}

/** The whole month of the person, all lots together, against what her days of contract can hold. */
function checkMonth(line: HoursLine, facts: LineFacts): LineCheck {
  const span = daysOfContracts(line, facts);
  const lines = [line, ...facts.others.map((other) => other.line)];
  const sum = sumMinutes(lines.map(({ minutes }) => minutes));
  if (span === null || sum <= 0) return { blocks: [], warnings: [] };
  const details = { total: formatMinutes(sum) };
  const block = facts.limits['weekly-block'];
  const week = { week: formatMinutes(block.week) };
  const days = lines.flatMap((each) => each.days ?? []);
  const [broken] = weeksAbove(days, block.week);
  if (broken !== undefined) {
    const monday = formatDay(broken);
    return {
      blocks: [refuse('week-too-long', { field: 'days', details: { monday, ...week } })],
      warnings: [],
    };
  }
  if (sum > mostInSpan(span, block)) {
    return {
      blocks: [refuse('month-too-long', { field: 'minutes', details: { ...details, ...week } })],
      warnings: [],
    };
  }
  return { blocks: [], warnings: monthWarnings(sum, { line, span, facts, days }) };
}

function monthWarnings(
  sum: Minutes,
  {
    line,
    span,
    facts,
    days,
  }: { line: HoursLine; span: Span; facts: LineFacts; days: readonly { day: Day; minutes: Minutes }[] },
): HoursWarning[] {
  const total = formatMinutes(sum);
  const limit = facts.limits['weekly-warning'];
  const daysInMonth = daysIn(line.month);
  const usual = shareOfMonth(facts.limits['monthly-warning'], { days: spanDays(span), daysInMonth });
  const training: HoursWarning[] =
    line.minutes > 0 && line.trainingMinutes === line.minutes ? [{ code: 'all-training' }] : [];
  if (sum > mostInSpan(span, limit) || weeksAbove(days, limit.week).length > 0) {
    return [...training, { code: 'weekly-limit', details: { total, week: formatMinutes(limit.week) } }];
  }
  return sum > usual
    ? [...training, { code: 'month-high', details: { total, usual: formatMinutes(usual) } }]
    : training;
}

/** From the first to the last day of any contract of the person in the month. */
function daysOfContracts(line: HoursLine, facts: LineFacts): Span | null {
  const spans = [facts.contract, ...facts.others.map(({ contract }) => contract)]
    .map((contract) => spanOfLine(line, contract).contract)
    .filter((span) => span !== null);
  return spans.reduce<Span | null>(
    (hull, span) =>
      hull === null
        ? span
        : {
            from: hull.from < span.from ? hull.from : span.from,
            until: hull.until > span.until ? hull.until : span.until,
          },
    null,
  );
}

function minutesOn(day: Day, lines: readonly HoursLine[]): Minutes {
  return sumMinutes(
    lines.flatMap(({ days = [] }) => days.filter((each) => each.day === day).map(({ minutes }) => minutes)),
  );
}
