/** The lines a program sends: by contract, or by person when she has one contract that month; each twice is refused. */
import type { Refusal, Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { SentLine } from './declare-check.ts';
import { fieldOf } from './declare-check.ts';
import type { OpenedMonth } from './declare-open.ts';

export interface ApiLine {
  contract?: string | undefined;
  person?: string | undefined;
  minutes: number;
  trainingMinutes: number;
  days?: readonly { day: string; minutes: number }[] | undefined;
}

export function readSentLines(opened: OpenedMonth, sent: readonly ApiLine[]): Result<SentLine[]> {
  const lines: SentLine[] = [];
  const faults: Refusal[] = [];
  for (const [place, each] of sent.entries()) {
    const contract = contractOf(opened, each);
    const field = `lines.${place}.${each.contract === undefined ? 'person' : 'contract'}`;
    if (!contract.ok) faults.push({ ...contract, field });
    else if (lines.some((line) => line.contract === contract.value)) {
      faults.push(refuse('line-twice', { field }));
    } else {
      const { minutes, trainingMinutes, days = null } = each;
      lines.push({ contract: contract.value, minutes, trainingMinutes, days });
    }
  }
  const [first, ...others] = faults;
  return first === undefined ? done(lines) : { ...first, others };
}

/** From "formation-<contract>" back to "lines.3.trainingMinutes". */
export function sentFields(lines: readonly { contract: string }[]): (field: string) => string {
  const names = new Map(
    lines.flatMap(({ contract }, place) => [
      [fieldOf(contract, undefined), `lines.${place}.minutes`],
      [fieldOf(contract, 'trainingMinutes'), `lines.${place}.trainingMinutes`],
      [fieldOf(contract, 'days'), `lines.${place}.days`],
    ]),
  );
  return (field) => names.get(field) ?? field.replace(/^mois$/u, 'month').replace(/^travail$/u, 'allWorkedMinutes');
}

function contractOf({ lines }: OpenedMonth, { contract, person }: ApiLine): Result<string> {
  if (contract !== undefined) {
    return lines.some((line) => line.contract.id === contract) ? done(contract) : refuse('contract-unknown');
  }
  const own = lines.filter(({ contract: each, inMonth }) => each.personId === person && inMonth && !each.removed);
  const [only, ...more] = own;
  if (only === undefined) return refuse('contract-unknown');
  return more.length === 0 ? done(only.contract.id) : refuse('contract-several');
}
