/** The checks of a month before it is sent: every line against the rules, the contracts, and the person's other lines. */
import { checkLine } from '#domain/hours-checks.ts';
import type { HoursLine, LineCheck, LineFacts } from '#domain/hours-line.ts';
import type { HoursWarning } from '#domain/hours-warnings.ts';
import type { Refusal } from '#domain/result.ts';
import { refuse } from '#domain/result.ts';
import type { DeclarableLine, OpenedMonth } from './declare-open.ts';
import { validationOf } from './declare-open.ts';

export interface SentLine {
  contract: string;
  minutes: number;
  trainingMinutes: number;
  days: readonly { day: string; minutes: number }[] | null;
}

export interface CheckedMonth {
  /** Each with the field of its line: hours, training or days. */
  blocks: Refusal[];
  warnings: Map<string, HoursWarning[]>;
}

/** Zero is an absence: nothing to check, nothing is kept. */
export function checkMonth(opened: OpenedMonth, sent: readonly SentLine[]): CheckedMonth {
  const blocks: Refusal[] = [];
  const warnings = new Map<string, HoursWarning[]>();
  for (const each of sent) {
    const line = opened.lines.find(({ contract }) => contract.id === each.contract);
    if (line === undefined) blocks.push(refuse('contract-unknown', { field: fieldOf(each.contract, 'hours') }));
    else if (each.minutes !== 0 || each.trainingMinutes !== 0 || line.now !== null) {
      const { blocks: found, warnings: told } = checkSentLine(opened, { line, each, sent });
      blocks.push(...found.map((block) => ({ ...block, field: fieldOf(each.contract, block.field) })));
      if (told.length > 0) warnings.set(each.contract, told);
    }
  }
  return { blocks, warnings };
}

/** The name of a field of a line, in the form and in what the API answers. */
export function fieldOf(contract: string, field: string | undefined): string {
  if (field === 'trainingMinutes') return `formation-${contract}`;
  return field === 'days' ? `jours-${contract}` : `heures-${contract}`;
}

/** What was shown once is not asked again. */
export function unseen(warnings: ReadonlyMap<string, readonly HoursWarning[]>, seen: ReadonlySet<string>): boolean {
  return seenMarks(warnings).some((mark) => !seen.has(mark));
}

export function seenMarks(warnings: ReadonlyMap<string, readonly HoursWarning[]>): string[] {
  return [...warnings].flatMap(([contract, told]) => told.map(({ code }) => `${contract}:${code}`));
}

function checkSentLine(
  opened: OpenedMonth,
  { line, each, sent }: { line: DeclarableLine; each: SentLine; sent: readonly SentLine[] },
): { blocks: Refusal[]; warnings: HoursWarning[] } {
  const { now, declaredBy, contract } = line;
  const unchanged = now !== null && now.minutes === each.minutes && now.trainingMinutes === each.trainingMinutes;
  if (declaredBy !== null) {
    return { blocks: [refuse('declared-by-other', { details: { who: declaredBy } })], warnings: [] };
  }
  if (now !== null && (now.state === 'validated' || now.state === 'locked')) {
    return { blocks: unchanged ? [] : [refuse('line-validated')], warnings: [] };
  }
  if (each.minutes === 0 && each.trainingMinutes === 0) return { blocks: [], warnings: [] };
  const check: LineCheck = checkLine(hoursLine(opened, { contract, each }), {
    today: opened.today,
    declarant: opened.lot.companyId,
    contract: {
      employer: contract.employerId,
      startsOn: line.startsOn,
      endsOn: line.endsOn,
      removed: contract.removed,
    },
    ...opened.facts,
    validation: validationOf(contract),
    sealed: opened.declaration?.state === 'locked' || opened.declaration?.state === 'corrected',
    others: [...othersHere(opened, { line, sent }), ...othersElsewhere(opened, line)],
  });
  return check;
}

function hoursLine(
  { lot, month }: OpenedMonth,
  { contract, each }: { contract: DeclarableLine['contract']; each: SentLine },
): HoursLine {
  return {
    id: contract.id,
    person: contract.personId,
    contract: contract.id,
    lot: lot.lotId,
    month,
    minutes: each.minutes,
    trainingMinutes: each.trainingMinutes,
    ...(each.days !== null && { days: each.days }),
  };
}

/** Her other contracts of this lot, as they are being sent now. */
function othersHere(
  opened: OpenedMonth,
  { line, sent }: { line: DeclarableLine; sent: readonly SentLine[] },
): LineFacts['others'][number][] {
  return opened.lines.flatMap((other) => {
    if (other === line || other.contract.personId !== line.contract.personId) return [];
    const each = sent.find(({ contract }) => contract === other.contract.id);
    if (each === undefined || each.minutes === 0) return [];
    const { startsOn, endsOn } = other;
    return [{ line: hoursLine(opened, { contract: other.contract, each }), contract: { startsOn, endsOn } }];
  });
}

function othersElsewhere(opened: OpenedMonth, { contract }: DeclarableLine): LineFacts['others'][number][] {
  return opened.elsewhere
    .filter(({ personId }) => personId === contract.personId)
    .map(({ contractId, lotId, minutes, trainingMinutes, days, startsOn, endsOn }) => ({
      line: {
        id: contractId,
        person: contract.personId,
        contract: contractId,
        lot: lotId,
        month: opened.month,
        minutes,
        trainingMinutes,
        ...(days !== null && { days }),
      },
      contract: { startsOn, endsOn },
    }));
}
