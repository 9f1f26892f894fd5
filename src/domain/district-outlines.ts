/** Reads the official outlines of the priority districts from GeoJSON: whole, in degrees, within limits, or refused with its reason. */
import type { Polygon, Position } from './point-in-outline.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export interface DistrictOutline {
  code: string;
  name: string;
  polygons: Polygon[];
}

export type OutlineRefusal =
  | 'outlines-unreadable'
  | 'outlines-empty'
  | 'outlines-too-many'
  | 'outlines-too-detailed'
  | 'outlines-not-degrees'
  | 'outline-code-missing'
  | 'outline-code-doubled'
  | 'outline-shape';

/** Choice of the product: about twice what the official list holds, so that one import never fills the memory. */
export const outlineLimits = { features: 4000, points: 600_000 };

const codeNames = ['code_qp', 'code_qpv', 'codeqp', 'code'];
const labelNames = ['lib_qp', 'nom_qp', 'libelle', 'nom', 'name'];

/** Codes of both generations: QP123456 (2015) and QN12345A, with letters for Corsica and overseas (2024). */
const codeShape = /^Q[NP][0-9A-Z]{4,8}$/u;

export function readOutlines(text: string): Result<DistrictOutline[], OutlineRefusal> {
  const parsed = parse(text);
  if (!isRecord(parsed) || parsed['type'] !== 'FeatureCollection' || !Array.isArray(parsed['features'])) {
    return refuse('outlines-unreadable');
  }
  const features: unknown[] = parsed['features'];
  if (features.length === 0) return refuse('outlines-empty');
  if (features.length > outlineLimits.features) {
    return refuse('outlines-too-many', { details: { count: features.length, most: outlineLimits.features } });
  }
  const outlines = new Map<string, DistrictOutline>();
  let points = 0;
  for (const [place, feature] of features.entries()) {
    const read = readFeature(feature, place + 1);
    if (!read.ok) return read;
    const { code } = read.value;
    if (outlines.has(code)) return refuse('outline-code-doubled', { details: { code } });
    outlines.set(code, read.value);
    points += countPoints(read.value);
    if (points > outlineLimits.points)
      return refuse('outlines-too-detailed', { details: { most: outlineLimits.points } });
  }
  return done([...outlines.values()]);
}

export function countPoints({ polygons }: Pick<DistrictOutline, 'polygons'>): number {
  return polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
}

function readFeature(feature: unknown, number: number): Result<DistrictOutline, OutlineRefusal> {
  if (!isRecord(feature)) return refuse('outline-shape', { details: { number } });
  const facts = isRecord(feature['properties']) ? feature['properties'] : {};
  const named = new Map(Object.entries(facts).map(([name, value]) => [name.toLowerCase(), value]));
  const code = text(codeNames.map((name) => named.get(name)).find((value) => value !== undefined)).toUpperCase();
  if (!codeShape.test(code)) return refuse('outline-code-missing', { details: { number } });
  const name = text(labelNames.map((label) => named.get(label)).find((value) => value !== undefined)).slice(0, 200);
  const polygons = readGeometry(feature['geometry']);
  if (polygons === null) return refuse('outline-shape', { details: { number } });
  if (!polygons.every((polygon) => polygon.every((ring) => ring.every(isInDegrees))))
    return refuse('outlines-not-degrees');
  return done({ code, name, polygons });
}

function readGeometry(geometry: unknown): Polygon[] | null {
  if (!isRecord(geometry) || !Array.isArray(geometry['coordinates'])) return null;
  const drawn = geometry['type'] === 'Polygon' ? [geometry['coordinates']] : geometry['coordinates'];
  if (geometry['type'] !== 'Polygon' && geometry['type'] !== 'MultiPolygon') return null;
  const polygons = (drawn as unknown[]).map(readPolygon);
  return polygons.length > 0 && polygons.every((polygon) => polygon !== null) ? polygons : null;
}

function readPolygon(drawn: unknown): Polygon | null {
  if (!Array.isArray(drawn) || drawn.length === 0) return null;
  const rings = drawn.map(readRing);
  return rings.every((ring) => ring !== null) ? rings : null;
}

/** Four positions at least, the last being the first (RFC 7946, §3.1.6). */
function readRing(drawn: unknown): Position[] | null {
  if (!Array.isArray(drawn) || drawn.length < 4) return null;
  const ring: Position[] = [];
  for (const position of drawn) {
    if (!Array.isArray(position)) return null;
    const [longitude, latitude] = position as unknown[];
    if (typeof longitude !== 'number' || typeof latitude !== 'number') return null;
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return null;
    ring.push([longitude, latitude]);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1] ? ring : null;
}

function isInDegrees([longitude, latitude]: Position): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

function parse(written: string): unknown {
  try {
    return JSON.parse(written.replace(/^\ufeff/u, ''));
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string'
    ? value
        .normalize('NFC')
        .replaceAll(/[\p{Cc}]/gu, '')
        .trim()
    : '';
}
