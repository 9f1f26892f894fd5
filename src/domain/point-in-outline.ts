/** Is a point inside an outline of polygons with holes? By the crossings of a ray, even or odd (RFC 7946, §3.1.6). */

export type Position = readonly [longitude: number, latitude: number];
/** The outer ring, then its holes. */
export type Polygon = readonly (readonly Position[])[];

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** A point on the line of an outline is inside: someone living on the limit street is not sent away by a rounding. */
export function isInside(point: Position, polygons: readonly Polygon[]): boolean {
  return polygons.some(([outer = [], ...holes]) => {
    if (isOnRing(point, outer)) return true;
    if (!crossesOddly(point, outer)) return false;
    return !holes.some((hole) => crossesOddly(point, hole) && !isOnRing(point, hole));
  });
}

export function boxOf(polygons: readonly Polygon[]): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [outer = []] of polygons) {
    for (const [longitude, latitude] of outer) {
      box.west = Math.min(box.west, longitude);
      box.east = Math.max(box.east, longitude);
      box.south = Math.min(box.south, latitude);
      box.north = Math.max(box.north, latitude);
    }
  }
  return box;
}

function crossesOddly([x, y]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  let [beforeX, beforeY] = ring.at(-1) ?? [0, 0];
  for (const [nextX, nextY] of ring) {
    const straddles = nextY > y !== beforeY > y;
    if (straddles && x < ((beforeX - nextX) * (y - nextY)) / (beforeY - nextY) + nextX) inside = !inside;
    [beforeX, beforeY] = [nextX, nextY];
  }
  return inside;
}

function isOnRing(point: Position, ring: readonly Position[]): boolean {
  return ring.some((start, place) => {
    const end = ring[place + 1];
    return end !== undefined && isOnSegment(point, start, end);
  });
}

function isOnSegment([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): boolean {
  if ((bx - ax) * (y - ay) !== (by - ay) * (x - ax)) return false;
  return x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by);
}
