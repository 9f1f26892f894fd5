/** The contracts that follow the general window, each with the door to give it its own. */
import type { CountingBook } from '#domain/counting-rules.ts';
import { resolveRule } from '#domain/dated-rules.ts';
import type { SettableCode } from '#domain/rule-catalogue.ts';
import { cardOf, isSettable, ruleGroups } from '#domain/rule-catalogue.ts';
import type { RulePlace } from './place.ts';

/** Something is said for this contract, whatever the level. */
export function isOwn(book: CountingBook, { code, today }: { code: SettableCode; today: string }): boolean {
  return resolveRule({ book, code, day: today }).ok;
}

export function OtherContracts({ place, book, today }: { place: RulePlace; book: CountingBook; today: string }) {
  if (!place.writes) return null;
  const others = Object.keys(ruleGroups.windows.rules)
    .filter(isSettable)
    .filter((code) => !isOwn(book, { code, today }));
  return (
    <details class="disclosure">
      <summary>Régler la durée d’un autre contrat</summary>
      <ul>
        {others.map((code) => (
          <li>
            <a href={`${place.path}/regle?regle=${code}`}>{cardOf(code).label}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
