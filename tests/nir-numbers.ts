/** Social security numbers made by rule from a seed, never a real one; the shapes people write them in; and numbers that only look alike. */
import { fictitiousSiret, formatSiret } from '#domain/siret.ts';

export interface Numbers {
  /** Sex, year, month, département, commune, order, key. */
  nir(): string[];
  lookAlikes: readonly (() => string)[];
}

export function numbersFrom(start: number): Numbers {
  let seed = start;
  const below = (limit: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('');
  const nir = () => {
    const places = ['01', '13', '2A', '2B', '44', '59', '75', '93', '97', '99'];
    const fields = [
      String(1 + below(2)),
      digits(2),
      String(1 + below(12)).padStart(2, '0'),
      places[below(places.length)] ?? '75',
      String(1 + below(989)).padStart(3, '0'),
      String(1 + below(998)).padStart(3, '0'),
    ];
    const number = BigInt(fields.join('').replace('2A', '19').replace('2B', '18'));
    return [...fields, String(97n - (number % 97n)).padStart(2, '0')];
  };
  const siret = () => fictitiousSiret(below(99_999), below(9_999));
  return {
    nir,
    lookAlikes: [
      siret,
      () => formatSiret(siret()),
      () => `SIRET ${siret()}, lot ${1 + below(9)}`,
      () => siret().slice(0, 9),
      () => `06 39 98 ${digits(2)} ${digits(2)}`,
      () => `+33 1 99 00 ${digits(2)} ${digits(2)}`,
      () => `01.99.00.${digits(2)}.${digits(2)} ou 06.39.98.${digits(2)}.${digits(2)}`,
      () => `2026-${digits(5)}`,
      () => `marché 2026${digits(6)}`,
      () => `AC-${digits(4)}-${digits(4)}-LOT${1 + below(9)}`,
      () => `bon de commande ${digits(8)}`,
      () => `agrément 99999${digits(7)}`,
      () => `${1 + below(9)} ${digits(3)} ${digits(3)},${digits(2)} €`,
      () => `du 01/0${1 + below(9)}/2026 au 30/09/2027`,
    ],
  };
}

const separators = ['', ' ', '\u00a0', '\u202f', '.', '-', ' - ', '/', '_', '  ', '–'];

/** Each on one line, so that every kind of field may be asked. */
export const nirShapes: readonly ((fields: string[]) => string)[] = [
  ...separators.map((separator) => (fields: string[]) => fields.join(separator)),
  ...separators.map((separator) => (fields: string[]) => fields.slice(0, 6).join(separator)),
  (fields) => `${fields.slice(0, 6).join(' ')} clé ${fields[6]}`,
  (fields) => `${fields.slice(0, 6).join('')} (clé : ${fields[6]})`,
  (fields) => `n°${fields.join('')}`,
  (fields) => `NIR : ${fields.join(' ')}`,
  (fields) => `sécu ${fields.join('.')}, né en 1985`,
  (fields) => fields.join('').toLowerCase(),
  (fields) => [...fields.join('')].join(' '),
  (fields) => fields.join('').replace(/\d/gu, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  (fields) => `Durand;${fields.join('')};Nantes`,
];
