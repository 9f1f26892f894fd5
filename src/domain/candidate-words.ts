/** A candidate as a company reads her before any hire: initials, and what is useful for the work. */

/** "A. D.", "J.-P. L.": never the name (minimisation, GDPR art. 5.1.c). */
export function initialsOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  const given = givenName.split('-').map(letter).filter(Boolean).join('-');
  return [given, letter(familyName)].filter(Boolean).join(' ') || 'X.';
}

function letter(name: string): string {
  const [first] = /\p{L}/u.exec(name.normalize('NFC')) ?? [];
  return first === undefined ? '' : `${first.toUpperCase()}.`;
}
