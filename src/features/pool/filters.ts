/** The search of the pool, read from the address: trade, place, licence, date, level, language, and nothing else. */
import type { Day } from '#domain/day.ts';
import { parseTypedDay } from '#domain/day.ts';
import { isLanguage, isTrainingLevel } from '#domain/pool-words.ts';
import { isRomeCode } from '#domain/rome.ts';
import { isDepartment } from './places.ts';

export const poolFilterNames = [
  'metier',
  'departement',
  'permis',
  'vehicule',
  'disponible',
  'niveau',
  'langue',
  'contrat',
];

export interface PoolFilters {
  trade: string;
  department: string;
  licence: boolean;
  vehicle: boolean;
  /** Ready that day at the latest. */
  readyOn: Day | null;
  level: number | null;
  language: string;
  /** Also those who work today under the clause. */
  atWork: boolean;
}

/** A value nobody of ours offers is as good as absent. */
export function readPoolFilters(query: URLSearchParams): PoolFilters {
  const kept = (name: string, known: (value: string) => boolean) => {
    const value = query.get(name) ?? '';
    return known(value) ? value : '';
  };
  const day = parseTypedDay(query.get('disponible') ?? '');
  const level = kept('niveau', isTrainingLevel);
  return {
    trade: kept('metier', isRomeCode),
    department: kept('departement', isDepartment),
    licence: query.get('permis') === 'oui',
    vehicle: query.get('vehicule') === 'oui',
    readyOn: day.ok ? day.value : null,
    level: level === '' ? null : Number(level),
    language: kept('langue', isLanguage),
    atWork: query.get('contrat') === 'oui',
  };
}

export function isFiltered(filters: PoolFilters): boolean {
  return Object.entries(filters).some(
    ([name, value]) => name !== 'atWork' && value !== '' && value !== null && value !== false,
  );
}
