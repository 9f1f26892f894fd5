/** Trades, named by the ROME of France Travail: the whole list, and a short one to choose from when proposing. */
import rome from './rome-codes.json' with { type: 'json' };

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

export interface TradeChoice {
  value: string;
  label: string;
  group?: string;
}

export const frequentTrades: readonly TradeChoice[] = frequent.flatMap(({ group, codes }) =>
  codes.map((code) => ({ value: code, label: romeLabel(code), group })),
);

export function isRomeCode(code: string): boolean {
  return Object.hasOwn(labels, code);
}

/** The code itself when a former version of the list held it. */
export function romeLabel(code: string): string {
  return labels[code] ?? code;
}
