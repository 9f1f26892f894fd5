/** Where else the holder of a link may go: the other months owed, lot by lot, what the company owes, and who else may declare. */
import { formatMonth } from '#domain/month.ts';
import { Disclosure } from '#ui/parts.tsx';
import type { DeclaringDoor } from './declare-doors.ts';
import type { OwedPlace } from './declare-owed.ts';
import { addressOfPlace } from './declare-owed.ts';
import { workWords } from './declare-words.ts';

/** Months of this lot, then those of the other lots that the same link opens: folded where a month is being filled. */
export function AlsoOwed({
  door,
  others,
  open = true,
}: {
  door: DeclaringDoor;
  others: readonly OwedPlace[];
  open?: boolean;
}) {
  const here = others.filter((place) => place.door.lot.lotId === door.lot.lotId);
  const lots = Map.groupBy(
    others.filter((place) => !here.includes(place)),
    (place) => place.door.lot.lotId,
  );
  return (
    <>
      {here.length > 0 && (
        <p>
          {'Aussi à déclarer\u00A0: '}
          <Months places={here} />
        </p>
      )}
      {lots.size > 0 && (
        <Disclosure summary={`Vos autres lots à déclarer\u00A0: ${lots.size}`} open={open}>
          <ul>
            {[...lots.values()].map((places) => (
              <li>
                {places.slice(0, 1).map((place) => workWords(place.door.lot))}
                {'\u00A0: '}
                <Months places={places} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function Months({ places }: { places: readonly OwedPlace[] }) {
  return (
    <>
      {places.map((place, rank) => (
        <>
          {rank > 0 && ', '}
          <a href={addressOfPlace(place)}>{formatMonth(place.month)}</a>
        </>
      ))}
    </>
  );
}

/** Without an account there is no menu: the page leads to the others of the same link. */
export function LinkPlaces({ door }: { door: DeclaringDoor }) {
  if (door.kind === 'facilitator') return <></>;
  if (door.kind === 'account') {
    return (
      <p>
        <a href="/mes-marches">Ce que je dois</a>
      </p>
    );
  }
  const named = new URLSearchParams(door.repeats).toString();
  const query = named === '' ? '' : `?${named}`;
  return (
    <p class="row">
      <a href={`${door.path}/marche`}>Ce que je dois</a>
      <a href={`${door.path}/contact${query}`}>Passer à un collègue</a>
    </p>
  );
}
