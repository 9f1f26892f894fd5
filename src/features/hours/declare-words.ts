/** Words of the declaration pages: the month with its preposition, and people under the name a screen may show. */
import type { Month } from '#domain/month.ts';
import { formatMonth } from '#domain/month.ts';
import type { ContractRow } from './declaration-lines-queries.ts';

/** "d’octobre 2026", "de septembre 2026". */
export function ofMonth(month: Month): string {
  const name = formatMonth(month);
  return /^[aeiouyàâéèêîôû]/iu.test(name) ? `d’${name}` : `de ${name}`;
}

/** "Septembre". */
export function monthWord(month: Month): string {
  const [word = ''] = formatMonth(month).split(' ');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

type Named = Pick<ContractRow, 'givenName' | 'familyName' | 'personId'>;

/** First name and initial, unless two people would bear the same. */
export function shownName(person: Named, all: readonly Named[]): string {
  const short = shortName(person);
  const twins = all.some((other) => other.personId !== person.personId && shortName(other) === short);
  return twins ? `${person.givenName} ${person.familyName}` : short;
}

function shortName({ givenName, familyName }: Named): string {
  const [initial = ''] = familyName;
  return `${givenName} ${initial.toUpperCase()}.`;
}

/** "Restauration collective des Tanneurs, lot 2 Peinture, Office public de l’habitat". */
export function workWords({
  object,
  number,
  title,
  buyerName,
}: {
  object: string;
  number: number;
  title: string;
  buyerName: string;
}): string {
  return [object, `lot ${number} ${title}`, buyerName].filter((part) => part !== '').join(', ');
}
