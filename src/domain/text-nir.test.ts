/** Social security numbers in free text: made here by rule, never a real one, against numbers that only look alike. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fictitiousSiret, formatSiret, isSiret } from './siret.ts';
import { looksLikeNir } from './text.ts';

let seed = 20_261_121;

function below(limit: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
}

function digits(count: number): string {
  return Array.from({ length: count }, () => below(10)).join('');
}

function one<Value>(values: readonly Value[], instead: Value): Value {
  return values[below(values.length)] ?? instead;
}

/** Sex, year, month, département, commune, order, key. */
function nir(): string[] {
  const month = String(1 + below(12)).padStart(2, '0');
  const place = one(['01', '19', '2A', '2B', '59', '75', '93', '97', '99'], '75');
  const fields = [
    one(['1', '2'], '1'),
    digits(2),
    month,
    place,
    String(1 + below(989)).padStart(3, '0'),
    String(1 + below(998)).padStart(3, '0'),
  ];
  const number = BigInt(fields.join('').replace('2A', '19').replace('2B', '18'));
  return [...fields, String(97n - (number % 97n)).padStart(2, '0')];
}

const separators = ['', ' ', '\u00a0', '\u202f', '.', '-', ' - ', '/', '_', '  ', '\t', '–', ' . '];

const shapes: ((fields: string[]) => string)[] = [
  ...separators.map((separator) => (fields: string[]) => fields.join(separator)),
  ...separators.map((separator) => (fields: string[]) => fields.slice(0, 6).join(separator)),
  (fields) => `${fields.slice(0, 6).join('')} ${fields[6]}`,
  (fields) => `${fields.slice(0, 6).join(' ')} clé ${fields[6]}`,
  (fields) => `${fields.slice(0, 6).join('')} (clé : ${fields[6]})`,
  (fields) => `n°${fields.join('')}`,
  (fields) => `NIR${fields.join('')}`,
  (fields) => `NIR : ${fields.join(' ')} et tél. 06 39 98 12 34`,
  (fields) => `numéro de sécu ${fields.join(' ')}, né en 1985`,
  (fields) => fields.join('').toLowerCase(),
  (fields) => [...fields.join('')].join(' '),
  (fields) => `dossier 12 ${fields.join(' ')}`,
  (fields) => fields.join('').replace(/\d/gu, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  (fields) => `${fields.join('')}\n${fictitiousSiret(3)}`,
];

test('a thousand numbers are seen in each of thirty shapes and more', () => {
  assert.ok(shapes.length >= 30);
  const missed: string[] = [];
  for (let count = 0; count < 1000; count += 1) {
    const fields = nir();
    for (const shape of shapes) if (!looksLikeNir(shape(fields))) missed.push(shape(fields));
  }
  assert.deepEqual(missed.slice(0, 5), []);
});

/** S is 28 and I is 18 when an IBAN is checked, F 15 and R 27. */
function iban(country: string, { letters, account }: { letters: string; account: string }): string {
  const rest = BigInt(`${account}${letters}00`) % 97n;
  return `${country}${String(98n - rest).padStart(2, '0')}${account}`;
}

function frenchIban(): string {
  return iban('FR', { letters: '1527', account: digits(23) });
}

/** Fifteen digits after the first group: the length of a social security number. */
function slovenianIban(): string {
  return iban('SI', { letters: '2818', account: `1${digits(14)}` });
}

/** Random right numbers, kept nowhere: SIRETs that begin like a social security number. */
function otherSiret(): string {
  let siret = '';
  while (!isSiret(siret)) siret = `1${digits(13)}`;
  return formatSiret(siret);
}

/** Numbers of working life; none is a social security number. */
const lookAlikes: (() => string)[] = [
  () => fictitiousSiret(below(99_999), below(9_999)),
  () => formatSiret(fictitiousSiret(below(99_999))),
  () => `SIRET ${formatSiret(fictitiousSiret(below(99_999)))} lot ${1 + below(9)}`,
  () => `${fictitiousSiret(below(99_999))} ${fictitiousSiret(below(99_999))}`,
  () => `06 39 98 ${digits(2)} ${digits(2)}`,
  () => `+33 1 99 00 ${digits(2)} ${digits(2)}, +33 6 39 98 ${digits(2)} ${digits(2)}`,
  () => `01 99 00 ${digits(2)} ${digits(2)} 06 39 98 ${digits(2)} ${digits(2)}`,
  () => `${formatSiret(fictitiousSiret(below(99_999)))} ${1 + below(9)}`,
  () => `${otherSiret()} ${1 + below(9)}`,
  () => frenchIban(),
  () => frenchIban().replace(/(.{4})(?=.)/gu, '$1 '),
  () => slovenianIban().replace(/(.{4})(?=.)/gu, '$1 '),
  () => `2026-${digits(4)}-TRV-${digits(3)}`,
  () => `marché 2026${digits(8)}`,
  () => `marché 2026${digits(9)}`,
  () => `2026 ${digits(4)} ${digits(2)}`,
  () => `${digits(4)} ${digits(4)} ${digits(4)} ${digits(4)}`,
  () => `MA${digits(13)}`,
  () => digits(16),
  () => `${1 + below(9)} ${digits(3)} ${digits(3)},${digits(2)} €`,
  () => `du 01/0${1 + below(9)}/2026 au 30/09/2027`,
  () => `999${digits(9)}`,
  () => wrongKey(),
];

function wrongKey(): string {
  const fields = nir();
  const key = (Number(fields[6]) % 97) + 1;
  return [...fields.slice(0, 6), String(key).padStart(2, '0')].join('');
}

test('a thousand of each look-alike raise no alarm', () => {
  const alarms: string[] = [];
  for (let count = 0; count < 1000; count += 1) {
    for (const make of lookAlikes) {
      const text = make();
      if (looksLikeNir(text)) alarms.push(text);
    }
  }
  assert.deepEqual(alarms.slice(0, 5), []);
});

test('impossible months, places and zero ranks are not numbers of persons', () => {
  for (const text of [
    '1851378006084',
    '1850078006084',
    '1850500006084',
    '1850578000084',
    '1850578006000',
    '5850578006084',
  ]) {
    assert.equal(looksLikeNir(text), false, text);
  }
  assert.equal(looksLikeNir(''), false);
  assert.equal(looksLikeNir('Rien à voir : 12 h 30, lot 4.'), false);
});
