/** Where people are after the clause, and in which group each situation counts (domain.md §7.4). */
import type { Day } from './day.ts';
import { addDays, addMonths } from './day.ts';

export const exitGroups = {
  lasting: 'Emploi durable',
  transition: 'Emploi de transition',
  positive: 'Sortie positive',
  other: 'Autres situations',
  neutral: 'Sorties neutralisées',
  'not-reached': 'Personnes non jointes',
} as const;

export type ExitGroup = keyof typeof exitGroups;

/** Source: DGEFP 2008: the three together are the dynamic exits. */
export const dynamicGroups: readonly ExitGroup[] = ['lasting', 'transition', 'positive'];

interface Situation {
  label: string;
  group: ExitGroup;
  from: Day;
  source: string;
  /** Words of the person herself, on the page that asks her; absent, only the team records it. */
  told?: string;
}

const dgefp = 'Groupes IAE et AVE, DGEFP 2008';
const since = '2008-01-01';

function counted(group: ExitGroup, label: string, told?: string): Situation {
  return { label, group, from: since, source: dgefp, ...(told !== undefined && { told }) };
}

/** Death, long illness, prison and moving away are one verdict: which of them it was is nobody's business. */
const situations = {
  cdi: counted('lasting', 'CDI', 'J’ai un CDI'),
  'cdi-aided': counted('lasting', 'CDI aidé'),
  'fixed-term-long': counted(
    'lasting',
    'CDD ou intérim de 6\u00A0mois ou plus',
    'J’ai un CDD ou une mission de 6\u00A0mois ou plus',
  ),
  'fixed-term-short': counted(
    'transition',
    'CDD ou intérim de moins de 6\u00A0mois',
    'J’ai un CDD ou une mission de moins de 6\u00A0mois',
  ),
  business: counted('lasting', 'Création d’entreprise', 'Je travaille à mon compte'),
  'public-service': counted('lasting', 'Fonction publique', 'Je suis dans la fonction publique'),
  'aided-contract': counted('transition', 'Contrat aidé hors insertion'),
  training: counted('positive', 'Formation qualifiante', 'Je suis en formation'),
  inclusion: counted('positive', 'Embauche dans une autre structure d’insertion'),
  retirement: counted('positive', 'Retraite ou autre sortie positive', 'Je suis à la retraite'),
  searching: counted('other', 'Recherche d’emploi', 'Je cherche un emploi'),
  inactive: counted('other', 'Sans activité', 'Autre situation'),
  unknown: counted('other', 'Situation inconnue'),
  neutralised: counted('neutral', 'Situation neutralisée'),
  'not-reached': {
    ...counted('not-reached', 'Personne non jointe'),
    source: 'Choix de Guichet\u00A0: non joint n’est pas une situation',
  },
} as const satisfies Record<string, Situation>;

export type ExitCode = keyof typeof situations;

export const exitSituations: Readonly<Record<ExitCode, Situation>> = situations;

export const exitCodes = Object.keys(situations).filter(isExitCode);

/** What the person may answer in one tap. */
export const toldCodes = exitCodes.filter((code) => exitSituations[code].told !== undefined);

export function isExitCode(text: string): text is ExitCode {
  return Object.hasOwn(situations, text);
}

/** Source: DGEFP 2008, CDD or interim of six months or more; France Travail counts from more than six, which is not used here. */
const lastingMonths = 6;

/** From 1 January to 30 June is six months exactly: lasting. */
export function fixedTermCode({ from, until }: { from: Day; until: Day }): 'fixed-term-long' | 'fixed-term-short' {
  return until >= addDays(addMonths(from, lastingMonths), -1) ? 'fixed-term-long' : 'fixed-term-short';
}

/** Source: domain.md §7.4: a stay of less than three months is neutralised. */
const shortestStayMonths = 3;

export function isShortStay({ from, until }: { from: Day; until: Day }): boolean {
  return until < addDays(addMonths(from, shortestStayMonths), -1);
}

/** Who was not reached stays apart, whatever the stay. */
export function exitGroup(code: ExitCode, stay: { from: Day; until: Day } | null): ExitGroup {
  const { group } = exitSituations[code];
  return group !== 'not-reached' && stay !== null && isShortStay(stay) ? 'neutral' : group;
}

export function isDynamic(group: ExitGroup): boolean {
  return dynamicGroups.includes(group);
}

export const exitSources = {
  link: 'La personne, par le lien',
  phone: 'La personne, au téléphone',
  employer: 'L’employeur',
  team: 'L’équipe',
  contract: 'Le contrat lui-même',
} as const;

export type ExitSource = keyof typeof exitSources;
