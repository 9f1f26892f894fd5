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
  'request.read': 'a lu une de vos demandes',
};

export function isReading(action: string): boolean {
  return Object.hasOwn(readings, action);
}
