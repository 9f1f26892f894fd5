/** Reads the oracle: what permissions.md says each position may open, written by hand and apart from the code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from './verdict.ts';

export interface OracleRow {
  route: string;
  relation: string;
  verdicts: ReadonlyMap<string, Verdict>;
}

/** `oracle.csv`: method and path, relation (or -), then one verdict per position. */
export function readOracle(): OracleRow[] {
  const [head = '', ...lines] = readFileSync(join(import.meta.dirname, 'oracle.csv'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const names = head.split(';').slice(2);
  return lines.map((line) => {
    const [route = '', relation = '', ...cells] = line.split(';');
    return {
      route,
      relation,
      verdicts: new Map(names.map((name, index) => [name, cells[index] as Verdict])),
    };
  });
}
