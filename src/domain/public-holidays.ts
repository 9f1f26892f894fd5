/** Public holidays and working days of France, by territory: dated data, and what follows from it. */
import type { Day } from './day.ts';
import { addDays, weekday } from './day.ts';

export type HolidayTerritory =
  | 'metropole'
  | 'alsace-moselle'
  | 'guadeloupe'
  | 'guyane'
  | 'martinique'
  | 'mayotte'
  | 'la-reunion'
  | 'saint-barthelemy'
  | 'saint-martin';

export interface PublicHoliday {
  day: Day;
  name: string;
  source: string;
}

interface HolidayRule {
  name: string;
  /** 'MM-DD', or days after Easter Sunday. */
  on: string | number;
  from: Day;
  source: string;
  territory?: HolidayTerritory;
}

const labourCode = 'Code du travail, article L3133-1';
const localLaw = 'Code du travail, article L3134-13';
const abolition = 'Code du travail, article L3422-2';

/** `from` is the day from which the text holds, as far as this product may have to count. */
export const holidayRules: readonly HolidayRule[] = [
  { name: 'Jour de l’An', on: '01-01', from: '1900-01-01', source: labourCode },
  { name: 'Vendredi saint', on: -2, from: '1919-10-17', source: localLaw, territory: 'alsace-moselle' },
  { name: 'Lundi de Pâques', on: 1, from: '1900-01-01', source: labourCode },
  { name: 'Fête du Travail', on: '05-01', from: '1947-04-30', source: `${labourCode} et L3133-4` },
  { name: 'Victoire de 1945', on: '05-08', from: '1981-10-03', source: `${labourCode} ; loi n° 81-893` },
  { name: 'Ascension', on: 39, from: '1900-01-01', source: labourCode },
  { name: 'Lundi de Pentecôte', on: 50, from: '1900-01-01', source: labourCode },
  { name: 'Fête nationale', on: '07-14', from: '1900-01-01', source: labourCode },
  { name: 'Assomption', on: '08-15', from: '1900-01-01', source: labourCode },
  { name: 'Toussaint', on: '11-01', from: '1900-01-01', source: labourCode },
  { name: 'Armistice de 1918', on: '11-11', from: '1922-10-24', source: labourCode },
  { name: 'Noël', on: '12-25', from: '1900-01-01', source: labourCode },
  { name: 'Saint-Étienne', on: '12-26', from: '1919-10-17', source: localLaw, territory: 'alsace-moselle' },
  abolitionDay('mayotte', '04-27'),
  abolitionDay('martinique', '05-22'),
  abolitionDay('guadeloupe', '05-27'),
  abolitionDay('saint-martin', '05-28', '2012-04-25'),
  abolitionDay('guyane', '06-10'),
  abolitionDay('saint-barthelemy', '10-09', '2012-04-25'),
  abolitionDay('la-reunion', '12-20'),
];

const territoryOfDepartement: Record<string, HolidayTerritory> = {
  '57': 'alsace-moselle',
  '67': 'alsace-moselle',
  '68': 'alsace-moselle',
  '971': 'guadeloupe',
  '972': 'martinique',
  '973': 'guyane',
  '974': 'la-reunion',
  '976': 'mayotte',
  '977': 'saint-barthelemy',
  '978': 'saint-martin',
};

export function holidayTerritoryOf(departement: string): HolidayTerritory {
  return territoryOfDepartement[departement] ?? 'metropole';
}

/** In order of date; two holidays may fall on one day (8 May and Ascension in 2059). */
export function publicHolidays(year: number, territory: HolidayTerritory = 'metropole'): PublicHoliday[] {
  const easter = easterSunday(year);
  return holidayRules
    .filter((rule) => rule.territory === undefined || rule.territory === territory)
    .map(({ name, on, from, source }) => ({
      day: typeof on === 'number' ? addDays(easter, on) : `${year}-${on}`,
      name,
      source,
      from,
    }))
    .filter(({ day, from }) => day >= from)
    .map(({ day, name, source }) => ({ day, name, source }))
    .sort((one, other) => (one.day < other.day ? -1 : 1));
}

export function isPublicHoliday(day: Day, territory: HolidayTerritory = 'metropole'): boolean {
  return publicHolidays(Number(day.slice(0, 4)), territory).some((holiday) => holiday.day === day);
}

/** Neither Saturday, Sunday nor public holiday (code de procédure civile, article 642). */
export function isWorkingDay(day: Day, territory: HolidayTerritory = 'metropole'): boolean {
  return weekday(day) <= 5 && !isPublicHoliday(day, territory);
}

/** The day itself when people work, else the next such day: the end of a time limit (article 642). */
export function workingDayFrom(day: Day, territory: HolidayTerritory = 'metropole'): Day {
  return isWorkingDay(day, territory) ? day : nextWorkingDay(day, territory);
}

export function nextWorkingDay(day: Day, territory: HolidayTerritory = 'metropole'): Day {
  let next = addDays(day, 1);
  while (!isWorkingDay(next, territory)) next = addDays(next, 1);
  return next;
}

/** Gregorian computus, J.-M. Oudin (1940). */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const epact = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const sunday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  return addDays(`${year}-03-28`, moon - sunday);
}

/** Before 2012, Saint-Martin and Saint-Barthélemy followed Guadeloupe: older days are not kept here. */
function abolitionDay(territory: HolidayTerritory, on: string, from: Day = '1983-11-24'): HolidayRule {
  return {
    name: 'Abolition de l’esclavage',
    on,
    from,
    territory,
    source: `${abolition} ; décret n° 83-1003 modifié`,
  };
}
