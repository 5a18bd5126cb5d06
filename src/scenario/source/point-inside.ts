import { turn } from "#scenario/source/sea-mesh";
import type { Point } from "#scenario/source/sea-mesh";

/** A closed line of points round an area, or round a hole in it; the last point is the first one. */
export type Ring = readonly Point[];

/** The size of what a ring encloses, in square degrees, and its middle: of mass, in the plane of degrees. */
interface Extent {
  readonly size: number;
  readonly middle: Point;
}

/**
 * A point inside an area, to stand for it: the middle of its outer ring, or where that lies outside the area,
 * the middle of the widest stretch inside it on the same parallel. Degrees are taken as plane, and longitudes
 * as they follow each other, so that an area may lie across 180 degrees. Undefined for an area of no size.
 */
export function pointInside([outer, ...holes]: readonly Ring[]): Point | undefined {
  const first = outer?.[0];
  if (!outer || !first) return undefined;
  const rings = [outer, ...holes].map((ring) => unrolled(ring, first[1]));
  const { size, middle } = extentOf(rings[0] ?? []);
  const stretches = size === 0 ? [] : stretchesOn(middle[0], rings);
  const widest = stretches.reduce((best, one) => (one[1] - one[0] > best[1] - best[0] ? one : best), [0, 0]);
  if (!(widest[1] > widest[0])) return undefined;
  const isInside = stretches.some(([from, to]) => from <= middle[1] && middle[1] <= to);
  return [middle[0], turn(isInside ? middle[1] : (widest[0] + widest[1]) / 2)];
}

/** The size of an area as its outer ring draws it, in square degrees, without its holes. */
export function sizeOf([outer]: readonly Ring[]): number {
  return extentOf(unrolled(outer ?? [], outer?.[0]?.[1] ?? 0)).size;
}

/** A ring whose longitudes go on over 180 degrees, each at most half a turn from the one before it. */
function unrolled(ring: Ring, start: number): Ring {
  let last = start;
  return ring.map(([latitude, longitude]) => {
    const step = longitude - last;
    last += step - 360 * Math.round(step / 360);
    return [latitude, last];
  });
}

/** By the areas of the triangles between each side and the first point. */
function extentOf(ring: Ring): Extent {
  const [north, east] = ring[0] ?? [0, 0];
  let [double, up, right] = [0, 0, 0];
  for (const [index, point] of ring.entries()) {
    const next = ring[index + 1] ?? [north, east];
    const [y, x, nextY, nextX] = [point[0] - north, point[1] - east, next[0] - north, next[1] - east];
    const part = x * nextY - nextX * y;
    double += part;
    up += part * (y + nextY);
    right += part * (x + nextX);
  }
  if (double === 0) return { size: 0, middle: [north, east] };
  return { size: Math.abs(double) / 2, middle: [north + up / (3 * double), east + right / (3 * double)] };
}

/** The stretches of a parallel that lie inside an area, from west to east. */
function stretchesOn(latitude: number, rings: readonly Ring[]): readonly (readonly [number, number])[] {
  const crossings = rings.flatMap((ring) =>
    ring.flatMap((point, index) => {
      const next = ring[index + 1] ?? ring[0] ?? point;
      if (point[0] <= latitude === next[0] <= latitude) return [];
      return [point[1] + ((latitude - point[0]) / (next[0] - point[0])) * (next[1] - point[1])];
    }),
  );
  const sorted = crossings.sort((one, other) => one - other);
  return sorted.flatMap((to, index) => (index % 2 === 1 ? [[sorted[index - 1] ?? to, to] as const] : []));
}
