/** What the pool may say and search: trade, place, licence, date, level, languages. Nothing here is sensitive, nothing else is a filter. */

export const yesNoUnknown = { yes: 'Oui', no: 'Non', unknown: 'Non renseigné' } as const;

export type YesNoUnknown = keyof typeof yesNoUnknown;

/** Source: cadre national des certifications, décret n° 2019-14; domain.md §7.3. */
export const trainingLevels = {
  '0': 'Sans certification, non scolarisé',
  '1': 'Niveau 1, savoirs de base',
  '2': 'Niveau 2, CléA ou brevet',
  '3': 'Niveau 3, CAP ou BEP',
  '4': 'Niveau 4, baccalauréat',
  '5': 'Niveau 5, bac + 2',
  '6': 'Niveau 6, bac + 3 ou 4',
  '7': 'Niveau 7, bac + 5',
  '8': 'Niveau 8, doctorat',
} as const;

export type TrainingLevel = keyof typeof trainingLevels;

/** Useful at work with a team or a public; a language is a skill, never an origin, and may stay empty. */
export const languages = {
  fr: 'Français',
  en: 'Anglais',
  ar: 'Arabe',
  es: 'Espagnol',
  pt: 'Portugais',
  it: 'Italien',
  de: 'Allemand',
  ru: 'Russe',
  uk: 'Ukrainien',
  tr: 'Turc',
  ro: 'Roumain',
  fsl: 'Langue des signes française',
} as const;

export type Language = keyof typeof languages;

export function isTrainingLevel(value: string): value is TrainingLevel {
  return Object.hasOwn(trainingLevels, value);
}

export function isLanguage(value: string): value is Language {
  return Object.hasOwn(languages, value);
}

export function languageLabels(codes: readonly string[]): string[] {
  return codes.filter(isLanguage).map((code) => languages[code]);
}
