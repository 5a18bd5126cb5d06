import { foldInBlocks } from "#engine/stats/fold";
import { countWith, readingStatuses } from "#study/experiment/readings";
import type { Readings } from "#study/experiment/readings";

/**
 * The readings of one measure of one variant in one future as `cellNumbers`; see `CubeCells`. `spared` counts
 * where a replication was spared what is timed.
 */
export function cellOf(readings: Readings, spared: number): readonly number[] {
  const times = readings.values.map((value, index) =>
    readingStatuses[readings.codes[index] ?? -1] === "unaffected" ? spared : value,
  );
  const { count, mean, variance } = foldInBlocks(times);
  const told = readings.codes.length - countWith(readings, "none");
  const share = (status: "censored" | "unaffected"): number =>
    told === 0 ? NaN : countWith(readings, status) / told;
  return [
    count === 0 ? NaN : mean,
    count < 2 ? NaN : Math.sqrt(variance / count),
    share("censored"),
    share("unaffected"),
  ];
}
