import { tenth } from "#shells/figure/tenth";

/** A point of a drawing, in pixels. */
export type Point = readonly [x: number, y: number];

/** How far `point` lies from the segment `from`-`to`, in pixels. */
function distanceFromSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length;
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(point[0] - from[0] - part * dx, point[1] - from[1] - part * dy);
}

function farthest(points: readonly Point[], from: number, to: number): { index: number; distance: number } {
  let best = { index: -1, distance: -1 };
  const [first, last] = [points[from], points[to]];
  if (first === undefined || last === undefined) return best;
  for (let index = from + 1; index < to; index++) {
    const point = points[index];
    const distance = point === undefined ? -1 : distanceFromSegment(point, first, last);
    if (distance > best.distance) best = { index, distance };
  }
  return best;
}

/**
 * The same stroke with fewer points: none that is left out lies further than `tolerance` pixels from what is
 * drawn (Douglas and Peucker's scheme), so peaks and edges stay.
 */
export function simplified(points: readonly Point[], tolerance: number = 0.25): readonly Point[] {
  if (points.length < 3) return points;
  const kept = new Set<number>([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const { index, distance } = farthest(points, span[0], span[1]);
    if (distance <= tolerance) continue;
    kept.add(index);
    open.push([span[0], index], [index, span[1]]);
  }
  return points.filter((_, index) => kept.has(index));
}

const joined = (points: readonly Point[]): string =>
  points.map(([x, y]) => `${tenth(x)},${tenth(y)}`).join("L");

/** Runs of neighbouring points that exist. */
export function runs<T>(items: readonly (T | null)[]): readonly (readonly T[])[] {
  const found: T[][] = [];
  let open: T[] | undefined;
  for (const item of items) {
    if (item === null) {
      open = undefined;
    } else {
      if (open === undefined) found.push((open = []));
      open.push(item);
    }
  }
  return found;
}

/** The `d` of a line through `points`, with gaps where they are null. */
export function linePath(points: readonly (Point | null)[]): string {
  return runs(points)
    .map((run) => `M${joined(simplified(run))}`)
    .join("");
}

/** The `d` of the area between a lower and an upper line, with gaps where either is null. */
export function bandPath(low: readonly (Point | null)[], high: readonly (Point | null)[]): string {
  const pairs = low.map((point, index) => {
    const upper = high[index] ?? null;
    return point === null || upper === null ? null : { point, upper };
  });
  return runs(pairs)
    .map((run) => {
      const lower = simplified(run.map((pair) => pair.point));
      const upper = [...simplified(run.map((pair) => pair.upper))].reverse();
      return `M${joined(upper)}L${joined(lower)}Z`;
    })
    .join("");
}
