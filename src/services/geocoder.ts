/** Turns a workplace address into a commune code and a point (Base Adresse Nationale, Géoplateforme). */
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { createExpiringMemory } from './expiring-memory.ts';
import { createOutsideAsk, type OutsideLimits } from './outside-request.ts';

export type LocatedAddress = {
  label: string;
  houseNumber?: string;
  street?: string;
  postcode: string;
  city: string;
  communeCode: string;
  longitude: number;
  latitude: number;
  /** From 0 to 1, as given by the geocoder. */
  score: number;
  precision: 'housenumber' | 'street' | 'locality' | 'municipality';
  /** False: show the address found and let a person confirm it before it is used. */
  sure: boolean;
  source: 'ban' | 'fictitious';
  checkedAt: Date;
};

export type Located =
  | { ok: true; addresses: readonly [LocatedAddress, ...LocatedAddress[]] }
  | { ok: false; because: 'geocoder-unreachable' | 'address-unknown' };

export type Geocoder = { locate(address: string): Promise<Located> };

const geocoderAddress = 'https://data.geopf.fr';
const answersKeptDays = 30;
const answersKept = 2000;
/** Our own caution, not a figure of the geocoder: see `sure`. */
export const sureFromScore = 0.8;

const text = z.string().max(300);
const answerShape = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.object({
        geometry: z.object({
          type: z.literal('Point'),
          coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
        }),
        properties: z.object({
          label: text,
          score: z.number().min(0).max(1.5),
          housenumber: text.optional(),
          street: text.optional(),
          postcode: z.string().regex(/^\d{5}$/),
          citycode: z.string().regex(/^(?:\d{2}|2[AB])\d{3}$/),
          city: text,
          type: z.enum(['housenumber', 'street', 'locality', 'municipality']),
        }),
      }),
    )
    .max(50),
});

/** `testBase` and `limits` are for tests only; the base must then be on this machine. */
export function createGeocoder(options: { clock: Clock; testBase?: string; limits?: OutsideLimits }): Geocoder {
  const { clock, limits } = options;
  const ask = createOutsideAsk({ base: options.testBase ?? geocoderAddress, ...(limits ? { limits } : {}) });
  const memory = createExpiringMemory<Located>({ clock, days: answersKeptDays, maximum: answersKept });
  return {
    async locate(address) {
      const query = readAddressQuery(address);
      if (query === undefined) return { ok: false, because: 'address-unknown' };
      const known = memory.recall(query);
      if (known) return known;
      const answer = await ask('/geocodage/search', { q: query, limit: '5', index: 'address' });
      const located: Located = answer.ok
        ? readAnswer(answer.body, clock.now())
        : { ok: false, because: 'geocoder-unreachable' };
      if (located.ok) memory.remember(query, located);
      return located;
    },
  };
}

/** The geocoder needs three characters, begins with a letter or a digit, and reads 200 at most. */
export function readAddressQuery(address: string): string | undefined {
  const query = address
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim();
  return query.length >= 3 && query.length <= 200 ? query : undefined;
}

function readAnswer(body: unknown, checkedAt: Date): Located {
  const answer = answerShape.safeParse(body);
  if (!answer.success) return { ok: false, because: 'geocoder-unreachable' };
  const [best, ...others] = answer.data.features.map(({ geometry, properties }): LocatedAddress => ({
    label: properties.label,
    ...(properties.housenumber ? { houseNumber: properties.housenumber } : {}),
    ...(properties.street ? { street: properties.street } : {}),
    postcode: properties.postcode,
    city: properties.city,
    communeCode: properties.citycode,
    longitude: geometry.coordinates[0],
    latitude: geometry.coordinates[1],
    score: Math.min(properties.score, 1),
    precision: properties.type,
    sure: properties.score >= sureFromScore && properties.type === 'housenumber',
    source: 'ban',
    checkedAt,
  }));
  return best ? { ok: true, addresses: [best, ...others] } : { ok: false, because: 'address-unknown' };
}
