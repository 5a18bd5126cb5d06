import { csvRows } from "#scenario/source/csv-table";
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

/** Points written `lat lon; lat lon`. */
export function pointsOf(text: string): readonly Point[] {
  return text.split(";").map((point) => {
    const [latitude, longitude] = point.trim().split(/\s+/).map(Number);
    return [latitude ?? NaN, longitude ?? NaN] as const;
  });
}
