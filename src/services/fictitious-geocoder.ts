/** The geocoder of the demonstration and of tests: knows the towns of the fictitious companies, no network. */
import type { Clock } from './clock.ts';
import { fictitiousPlaces, type FictitiousPlace } from './fictitious-places.ts';
import { readAddressQuery, type Geocoder, type LocatedAddress } from './geocoder.ts';

/** A number and a street beside a known town or postcode make a sure address; less is to be confirmed. */
export function createFictitiousGeocoder(options: { clock: Clock }): Geocoder {
  return {
    async locate(address) {
      const query = readAddressQuery(address);
      const place = query === undefined ? undefined : fictitiousPlaces.find((candidate) => names(query, candidate));
      if (query === undefined || place === undefined) return { ok: false, because: 'address-unknown' };
      return { ok: true, addresses: [invent({ query, place, checkedAt: options.clock.now() })] };
    },
  };
}

function names(query: string, place: FictitiousPlace): boolean {
  return query.includes(place.postcode) || fold(query).includes(fold(place.city));
}

function invent(found: { query: string; place: FictitiousPlace; checkedAt: Date }): LocatedAddress {
  const { place } = found;
  const numbered = /^(\d{1,4}(?: ?bis| ?ter)?),? +([^\d,]{3,80}?),?(?: +\d{5}| *,|$)/i.exec(found.query);
  const houseNumber = numbered?.[1];
  const street = numbered?.[2];
  const town = {
    postcode: place.postcode,
    city: place.city,
    communeCode: place.communeCode,
    longitude: place.longitude,
    latitude: place.latitude,
    source: 'fictitious',
    checkedAt: found.checkedAt,
  } as const;
  if (houseNumber === undefined || street === undefined) {
    return {
      ...town,
      label: `${place.city} ${place.postcode}`,
      score: 0.6,
      precision: 'municipality',
      sure: false,
    };
  }
  const label = `${houseNumber} ${street} ${place.postcode} ${place.city}`;
  return { ...town, label, houseNumber, street, score: 0.97, precision: 'housenumber', sure: true };
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\p{M}\s-]/gu, '')
    .toLowerCase();
}
