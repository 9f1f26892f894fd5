/** How long a merge of two files may be undone, and which identity the file kept takes. */
import type { Day } from './day.ts';

/** Choice of the product, 2026-11-21: long enough to notice, short enough to forget; permissions.md §9 knows no longer one for copies. */
export const mergeUndoDays = 14;

export interface MergedIdentity {
  familyName: string;
  givenName: string;
  birthDate: Day | null;
  commune: string;
  email: string;
  phone: string;
}

export const mergedFields = {
  familyName: 'Nom',
  givenName: 'Prénom',
  birthDate: 'Date de naissance',
  commune: 'Commune',
  email: 'Adresse électronique',
  phone: 'Téléphone',
} as const;

export type MergedField = keyof typeof mergedFields;

export const mergedFieldNames = Object.keys(mergedFields) as MergedField[];

/** Fields where somebody must choose: both files hold something, and not the same. */
export function differingFields(kept: MergedIdentity, other: MergedIdentity): MergedField[] {
  return mergedFieldNames.filter((field) => {
    const [one, two] = [kept[field] ?? '', other[field] ?? ''];
    return one !== two && one !== '' && two !== '';
  });
}

/** What the kept file lacks comes from the other; where both speak, the chosen one. */
export function mergedIdentity(
  kept: MergedIdentity,
  other: MergedIdentity,
  fromOther: readonly MergedField[],
): MergedIdentity {
  const entries = mergedFieldNames.map((field) => {
    const own = kept[field] ?? '';
    return [field, own === '' || fromOther.includes(field) ? other[field] || kept[field] : kept[field]] as const;
  });
  return Object.fromEntries(entries) as unknown as MergedIdentity;
}
