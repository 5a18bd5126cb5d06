import type { Sample } from "#study/experiment/estimate";
import type { TidyRow } from "#study/experiment/result";

/**
 * The readings of one measure of one variant, read back from its rows: by index of replication, up to
 * `replications`; NaN where there is no row.
 */
export function sampleOf(rows: readonly TidyRow[], replications: number): Pick<Sample, "times" | "censored"> {
  const times = new Float64Array(replications).fill(Number.NaN);
  const censored = Array.from(times, () => false);
  for (const { replication, value, status } of rows) {
    times[replication] = value ?? Number.NaN;
    censored[replication] = status === "censored";
  }
  return { times, censored };
}
