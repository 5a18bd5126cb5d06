import { isWithin, overlaps } from "#shells/figure/box";
import type { Box } from "#shells/figure/box";
import { textWidth } from "#shells/figure/frame";
import type { Point } from "#shells/figure/stroke";

/** A mark that wants its name beside it; `reach` is how far the mark itself goes, in pixels. */
export interface NamedMark {
  readonly words: string;
  readonly at: Point;
  readonly size: number;
  readonly reach: number;
}

/** A line is looked at every so many pixels. */
const stride = 4;

/**
 * Where the name of each mark stands, or null where there is no room. Names cover neither each other nor a
 * mark, and stay inside `room`; the earlier in the list, the sooner a name is given room, so the last are
 * dropped first. Of the free places around a mark the one over which the fewest lines run is taken.
 */
export function placeLabels(
  marks: readonly NamedMark[],
  room: Box,
  lines: readonly (readonly Point[])[] = [],
): readonly (Box | null)[] {
  const dots = lines.flatMap(alongLine);
  const taken = marks.map(({ at: [x, y], reach }): Box => {
    return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
  });
  return marks.map((mark) => {
    const free = boxesAround(mark).filter(
      (box) => isWithin(box, room) && !taken.some((other) => overlaps(box, other)),
    );
    const [first, ...rest] = free.map((box, index) => ({ box, cost: crossings(box, dots) + index * 0.1 }));
    if (first === undefined) return null;
    const { box } = rest.reduce((best, next) => (next.cost < best.cost ? next : best), first);
    taken.push(box);
    return box;
  });
}

const crossings = (box: Box, dots: readonly Point[]): number =>
  dots.filter(([x, y]) => x > box.left && x < box.right && y > box.top && y < box.bottom).length;

/** Right of, left of, over and under a mark, in several shifts. */
function boxesAround({ words, at: [x, y], size, reach }: NamedMark): readonly Box[] {
  const [width, height] = [textWidth(words, size), size + 2];
  const gap = reach + 3;
  const corners: readonly Point[] = [
    [x + gap, y - height / 2],
    [x - gap - width, y - height / 2],
    [x - width / 2, y - gap - height],
    [x - width / 2, y + gap],
    ...[0.25, 0.75, 0.05, 0.95].flatMap((shift): readonly Point[] => [
      [x - width * shift, y - gap - height],
      [x - width * shift, y + gap],
    ]),
    [x + gap - 3, y - gap + 3 - height],
    [x - gap + 3 - width, y - gap + 3 - height],
    [x + gap - 3, y + gap - 3],
    [x - gap + 3 - width, y + gap - 3],
  ];
  return corners.map(([left, top]) => ({ left, right: left + width, top, bottom: top + height }));
}

function alongLine(line: readonly Point[]): readonly Point[] {
  return line.slice(1).flatMap((to, index) => {
    const from = line[index] ?? to;
    const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / stride);
    return Array.from({ length: steps }, (_, step): Point => {
      const part = step / steps;
      return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
    });
  });
}
