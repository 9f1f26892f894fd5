/** Of which subjects the journal keeps before and after in the entry itself: those that are nobody. All the others stand aside. */

/** What is told about any other subject may name a person, and must be able to go (docs/decisions/0009). */
const impersonal: readonly string[] = [
  'account',
  'approval',
  'commitment',
  'contact',
  'declaration',
  'document',
  'exchange-link',
  'free-text',
  'instance',
  'invitation',
  'journal',
  'lot',
  'lot-assignment',
  'lot-party',
  'mail',
  'market',
  'membership',
  'operation',
  'organisation',
  'partner-key',
  'passkey',
  'programme',
  'retention-setting',
  'saved-view',
  'session',
  'test',
  'tranche',
];

/** Unknown subjects are taken to be about people: nobody has to remember. */
export function isAboutPeople(subjectType: string): boolean {
  return !impersonal.includes(subjectType);
}

/** Reads of sensitive facts, as the person concerned reads them (permissions.md §6.2, "!"). */
export const readings: Readonly<Record<string, string>> = {
  'person.read': 'a ouvert votre fiche',
  'person.data-exported': 'a sorti une copie de vos données',
  'eligibility.reasons-read': 'a lu pourquoi vous êtes éligible',
  'eligibility.document-read': 'a lu la copie d’un de vos papiers',
  'obstacle.read': 'a lu ce qui gêne votre parcours',
  'obstacle.shared-read': 'a lu ce qui est partagé de votre parcours',
  'report.read': 'a lu un de vos bilans',
  'visit.read': 'a lu une visite et ses notes',
  'evaluation.read': 'a lu vos évaluations au travail',
  'skill.read': 'a lu votre passeport de compétences',
  'pool.read': 'a lu votre profil pour l’emploi',
  'exit.read': 'a lu ce que vous devenez',
  'referral.read': 'a lu la proposition de votre prescripteur',
  'request.read': 'a lu une de vos demandes',
};

export function isReading(action: string): boolean {
  return Object.hasOwn(readings, action);
}
