/** The file by which a prescriber proposes several people: its columns, and which cell is which whatever their order. */
import { foldForSearch } from './text.ts';

export const referralFileColumns = {
  familyName: 'Nom',
  givenName: 'Prénom',
  birthDate: 'Date de naissance',
  commune: 'Commune',
  phone: 'Téléphone',
  email: 'Adresse électronique',
  claims: 'Critères',
  wishCode: 'Métier souhaité',
  availableFrom: 'Disponible le',
} as const;

export type ReferralFileField = keyof typeof referralFileColumns;

export const referralFileFields = Object.keys(referralFileColumns) as ReferralFileField[];

/** Choice of the product: what one page shows and one transaction writes without making anybody wait. */
export const referralFileLimits = { lines: 200, cell: 200 } as const;

export type FileLine = Record<ReferralFileField, string>;

/** null: the first line does not hold the columns that name a person. */
export function linesOfFile(rows: readonly (readonly string[])[]): FileLine[] | null {
  const [head = [], ...lines] = rows;
  const titles = head.map(foldForSearch);
  const place = new Map(
    referralFileFields.map((field) => [field, titles.indexOf(foldForSearch(referralFileColumns[field]))] as const),
  );
  if ((place.get('familyName') ?? -1) < 0 || (place.get('givenName') ?? -1) < 0) return null;
  return lines.map((cells) => {
    const entries = referralFileFields.map((field) => [field, cells[place.get(field) ?? -1] ?? ''] as const);
    return Object.fromEntries(entries) as FileLine;
  });
}

/** Codes or labels, separated by commas, bars or plus signs. */
export function splitClaims(typed: string): string[] {
  return typed
    .split(/[,|+/]/u)
    .map((one) =>
      one
        .trim()
        .toUpperCase()
        .replaceAll(/[\s-]+/gu, '_'),
    )
    .filter(Boolean);
}
