/** Trades by their code in the national directory (ROME 4.0): read as a code or as a name, told by name, and how near two of them are. */
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';
import { romeCodes, romeLabel } from './rome.ts';
import { foldForSearch } from './text.ts';

export interface Trade {
  code: string;
  name: string;
}

export type TradeRefusal = 'trade-unknown' | 'trade-unsure';

export const trades: readonly Trade[] = romeCodes.map((code) => ({ code, name: romeLabel(code) }));

const byCode = new Map(trades.map((trade) => [trade.code, trade]));
const byName = new Map(trades.map((trade) => [foldForSearch(trade.name), trade]));

/** Families where the clause is usually carried out: works, cleaning, green spaces, catering, waste, logistics, offices. Choice of the product, 2026-11-28. */
const usualFamilies = /^(?:A12|F1[1-7]|G16|H2[29]|I1[1-6]|K13|K22|K23|M16|N11|N41)/u;

/** What a field offers while one types: short enough for a telephone. */
export function usualTrades(): Trade[] {
  return trades.filter(({ code }) => usualFamilies.test(code));
}

export function tradeWords({ code, name }: Trade): string {
  return `${name} (${code})`;
}

/** "F1703", "Maçonnerie", "Maçonnerie (F1703)", or words that only one name holds. */
export function readTrade(typed: string): Result<Trade, TradeRefusal> {
  const [code] = /[A-N]\d{4}/u.exec(typed.toUpperCase()) ?? [];
  if (code !== undefined) {
    const trade = byCode.get(code);
    return trade === undefined ? refuse('trade-unknown', { field: 'trade' }) : done(trade);
  }
  const folded = foldForSearch(typed);
  const exact = byName.get(folded);
  if (exact !== undefined) return done(exact);
  const stems = folded.split(' ').filter(Boolean).map(stem);
  const near = folded.length < 3 ? [] : trades.filter(({ name }) => holdsAll(foldForSearch(name), stems));
  const [only, other] = near;
  if (only === undefined) return refuse('trade-unknown', { field: 'trade' });
  if (other === undefined) return done(only);
  const names = near.slice(0, mostNamed).map(tradeWords).join(', ');
  return refuse('trade-unsure', { field: 'trade', details: { names } });
}

const mostNamed = 4;

function holdsAll(name: string, parts: readonly string[]): boolean {
  return parts.every((part) => name.includes(part));
}

/** "maçon" finds "Maçonnerie", "peintre" finds "Peinture": the end of a French trade word is what changes. */
function stem(folded: string): string {
  return folded.length > 5 ? folded.replace(/(?:ien|eur|euse|ier|iere|re|on|onne|ure|erie)s?$/u, '') : folded;
}

export type TradeNearness = 'same' | 'close' | 'family' | 'other';

/** The code itself tells: A1203 and A1202 share their field A12, A1101 only the letter of their family. */
export function tradeNearness(one: string, other: string): TradeNearness {
  if (one === '' || other === '') return 'other';
  if (one === other) return 'same';
  if (one.slice(0, 3) === other.slice(0, 3)) return 'close';
  return one.slice(0, 1) === other.slice(0, 1) ? 'family' : 'other';
}
