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

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The part of a figure that labels may use, in pixels. */
export type LabelRoom = Box;

const textSize = 13;

/** A label is taken for its curve's only if every other curve is this much further away. */
const clearer = 8;

const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const within = (box: Box, room: LabelRoom): boolean =>
  box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;

function boxBeside(point: Point, name: string, side: -1 | 1): Box {
  const half = textWidth(name, textSize) / 2 + 4;
  const top = side < 0 ? point[1] - 7 - textSize : point[1] + 7;
  return { left: point[0] - half, right: point[0] + half, top, bottom: top + textSize };
}

/** The least distance from the middle of `box` to `stroke` over the width of the box; null if the stroke crosses it. */
function distanceTo(stroke: LabelledStroke, box: Box): number | null {
  const middle = (box.top + box.bottom) / 2;
  let least = Infinity;
  let before: Point | undefined;
  for (const point of stroke.points) {
    const near = point[0] >= box.left - 2 && point[0] <= box.right + 2;
    if (near) {
      const low = Math.min(point[1], before?.[1] ?? point[1]);
      const high = Math.max(point[1], before?.[1] ?? point[1]);
      if (high > box.top - 2 && low < box.bottom + 2) return null;
      least = Math.min(least, Math.abs(point[1] - middle));
    }
    before = near ? point : undefined;
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
  room: LabelRoom,
  taken: readonly Box[],
): Box | undefined {
  let best: { box: Box; merit: number } | undefined;
  for (const point of own.points) {
    for (const side of [-1, 1] as const) {
      const box = boxBeside(point, own.name, side);
      if (!within(box, room) || taken.some((other) => overlaps(box, other))) continue;
      const found = merit(box, own, all);
      if (found !== null && (best === undefined || found > best.merit)) best = { box, merit: found };
    }
  }
  return best?.box;
}

/**
 * A place for each curve's name right beside it, where it cannot be taken for another's: over no curve, under no
 * other name, nearest to its own. A curve that runs too close to others everywhere gets none.
 */
export function labelSpots(
  strokes: readonly LabelledStroke[],
  room: LabelRoom,
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
