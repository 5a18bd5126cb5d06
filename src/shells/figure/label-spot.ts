import { isWithin, overlaps } from "#shells/figure/box";
import type { Box } from "#shells/figure/box";
import { textWidth } from "#shells/figure/frame";
import type { Point } from "#shells/figure/stroke";

/** A curve that wants its name beside it. */
export interface LabelledStroke {
  readonly name: string;
  readonly points: readonly Point[];
}

/** Where a name may stand: its middle, and its base line. */
export interface LabelSpot {
  readonly x: number;
  readonly y: number;
}

const textSize = 13;

/** A label is taken for its curve's only if every other curve is this much further away. */
const clearer = 8;

/** About how many points of a curve are tried as places for its name. */
const tried = 120;

/** Over, under, right of and left of a point, then at its four corners: the later ones for steep curves. */
function boxesBeside([x, y]: Point, name: string): readonly Box[] {
  const width = textWidth(name, textSize) + 8;
  const corners: readonly Point[] = [
    [x - width / 2, y - 7 - textSize],
    [x - width / 2, y + 7],
    [x + 6, y - textSize / 2],
    [x - width - 6, y - textSize / 2],
    [x + 3, y - 3 - textSize],
    [x + 3, y + 3],
    [x - width - 3, y - 3 - textSize],
    [x - width - 3, y + 3],
  ];
  return corners.map(([left, top]) => ({ left, right: left + width, top, bottom: top + textSize }));
}

/** The least distance from `box` to `stroke`; null if the stroke crosses it. */
function distanceTo(stroke: LabelledStroke, box: Box): number | null {
  let least = Infinity;
  let before: Point | undefined;
  for (const point of stroke.points) {
    const from = before ?? point;
    before = point;
    const left = Math.min(from[0], point[0]);
    const aside = Math.max(box.left - Math.max(from[0], point[0]), left - box.right, 0);
    const above = box.top - Math.max(from[1], point[1]);
    const below = Math.min(from[1], point[1]) - box.bottom;
    const distance = Math.hypot(aside, Math.max(above, below, 0));
    if (distance < 2) return null;
    least = Math.min(least, distance);
  }
  return least;
}

/** How well `box` names `own` rather than the others, in pixels; null if it may not stand there. */
function merit(box: Box, own: LabelledStroke, all: readonly LabelledStroke[]): number | null {
  const mine = distanceTo(own, box);
  if (mine === null) return null;
  let margin = 60;
  for (const other of all) {
    if (other === own) continue;
    const distance = distanceTo(other, box);
    if (distance === null || distance < mine + clearer) return null;
    margin = Math.min(margin, distance - mine);
  }
  return margin;
}

function bestBox(
  own: LabelledStroke,
  all: readonly LabelledStroke[],
  room: Box,
  taken: readonly Box[],
): Box | undefined {
  let best: { box: Box; merit: number } | undefined;
  const step = Math.max(1, Math.ceil(own.points.length / tried));
  for (const point of own.points.filter((_, index) => index % step === 0)) {
    for (const box of boxesBeside(point, own.name)) {
      if (!isWithin(box, room) || taken.some((other) => overlaps(box, other))) continue;
      const found = merit(box, own, all);
      if (found !== null && (best === undefined || found > best.merit)) best = { box, merit: found };
    }
  }
  return best?.box;
}

/**
 * A place for each curve's name right beside it, where it cannot be taken for another's: over no curve,
 * under no other name, nearest to its own. A curve that runs too close to others everywhere gets none.
 */
export function labelSpots(
  strokes: readonly LabelledStroke[],
  room: Box,
  occupied: readonly Box[] = [],
): readonly (LabelSpot | null)[] {
  const taken = [...occupied];
  return strokes.map((stroke) => {
    const box = bestBox(stroke, strokes, room, taken);
    if (box === undefined) return null;
    taken.push(box);
    return { x: (box.left + box.right) / 2, y: box.bottom - 2 };
  });
}
