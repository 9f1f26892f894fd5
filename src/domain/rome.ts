/** Trades, named by the ROME of France Travail: the whole list to read, a short one to choose from when proposing. */
import rome from './rome-codes.json' with { type: 'json' };
import { foldForSearch } from './text.ts';

const labels: Readonly<Record<string, string>> = rome.codes;

export const romeCredit = rome.credit;

export const romeCodes = Object.keys(labels);

/** Source: trades most asked for on markets with a clause; choice of the product, to be read again with facilitators. */
const frequent: readonly { group: string; codes: readonly string[] }[] = [
  {
    group: 'Bâtiment et travaux publics',
    codes: [
      'F1703',
      'F1704',
      'F1702',
      'F1705',
      'F1606',
      'F1601',
      'F1608',
      'F1609',
      'F1602',
      'F1603',
      'F1607',
      'F1610',
      'F1613',
      'F1302',
    ],
  },
  { group: 'Espaces verts et nature', codes: ['A1203', 'A1202', 'A1414'] },
  { group: 'Propreté et déchets', codes: ['K2204', 'K2202', 'K2303', 'K2304', 'K2201'] },
  { group: 'Logistique et transport', codes: ['N1103', 'N1105', 'N1101', 'N1102', 'N4105', 'N4102'] },
  { group: 'Restauration', codes: ['G1602', 'G1603', 'G1605'] },
  { group: 'Industrie et maintenance', codes: ['H3302', 'H2913', 'I1203', 'I1309'] },
  { group: 'Services', codes: ['M1602', 'M1607', 'K2503', 'K1304', 'K1302'] },
];

export interface Trade {
  value: string;
  label: string;
  group?: string;
}

export const frequentTrades: readonly Trade[] = frequent.flatMap(({ group, codes }) =>
  codes.map((code) => ({ value: code, label: romeLabel(code), group })),
);

export function isRomeCode(code: string): boolean {
  return Object.hasOwn(labels, code);
}

/** The code itself when a former version of the list held it. */
export function romeLabel(code: string): string {
  return labels[code] ?? code;
}

/** A code, a whole label, or words that only one label holds; otherwise what it could be. */
export function readTrade(typed: string): { code: string } | { near: string[] } {
  const code = typed.trim().toUpperCase().slice(0, 5);
  if (isRomeCode(code)) return { code };
  const words = foldForSearch(typed).split(' ').filter(Boolean);
  if (words.length === 0) return { near: [] };
  const whole = romeCodes.find((one) => foldForSearch(romeLabel(one)) === words.join(' '));
  if (whole !== undefined) return { code: whole };
  const near = romeCodes.filter((one) => {
    const label = foldForSearch(romeLabel(one));
    return words.every((word) => label.includes(word));
  });
  const [only] = near;
  return near.length === 1 && only !== undefined ? { code: only } : { near: near.slice(0, 8) };
}
