import { assert } from "#base/assert";
import { cos, RADIANS_PER_DEGREE } from "#base/elementary";
import { csvRows } from "#scenario/source/csv-table";
import { turn } from "#scenario/source/sea-mesh";
import type { Point } from "#scenario/source/sea-mesh";

/** A passage of the data set, as `passages.csv` has it. */
export interface PassageRow {
  readonly id: string;
  /** `Suez Canal`. */
  readonly name: string;
  readonly at: Point;
  /**
   * `line`: it cuts every lane that crosses the points' line. `channel`: it is the lane between two points.
   */
  readonly form: "line" | "channel";
  readonly points: readonly Point[];
  /** Closed unless a scenario opens it. */
  readonly closed: boolean;
}

/** The rows of `passages.csv`. */
export function passageRows(text: string): readonly PassageRow[] {
  return csvRows(text).map((row) => ({
    id: row["id"] ?? "",
    name: row["name"] ?? row["id"] ?? "",
    at: [Number(row["lat"]), Number(row["lon"])],
    form: row["form"] === "channel" ? "channel" : "line",
    points: pointsOf(row["points"] ?? ""),
    closed: row["closed"] === "yes",
  }));
}

const compass: readonly string[] = ["southbound", "northbound", "westbound", "eastbound"];

/**
 * What those are called who enter a passage from its near side, and those who come from the far one, by the
 * nearest of the four points of the compass. From the near to the far side leads a channel, or the right hand
 * of who looks along a line.
 */
export function directionsOf({ form, points }: PassageRow): readonly [string, string] {
  const [first, last] = [points[0], points[points.length - 1]];
  assert(first !== undefined && last !== undefined, "a passage of the data set has a course");
  const up = last[0] - first[0];
  const right = turn(last[1] - first[1]) * cos(RADIANS_PER_DEGREE * first[0]);
  const [north, east] = form === "channel" ? [up, right] : [-right, up];
  const axis = Math.abs(north) >= Math.abs(east) ? 0 : 2;
  const isForward = (axis === 0 ? north : east) > 0;
  const there = compass[axis + (isForward ? 1 : 0)] as string; // one of the four
  const back = compass[axis + (isForward ? 0 : 1)] as string; // the same
  return [there, back];
}

/** Points written `lat lon; lat lon`. */
export function pointsOf(text: string): readonly Point[] {
  return text.split(";").map((point) => {
    const [latitude, longitude] = point.trim().split(/\s+/).map(Number);
    return [latitude ?? NaN, longitude ?? NaN] as const;
  });
}
