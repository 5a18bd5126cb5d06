import type { MeasureSummary } from "#study/experiment/summary";

/** Shares of a whole: from 0 to 1. */
const shares: ReadonlySet<string> = new Set([
  "cimellaro-resilience",
  "diverted-share",
  "on-time-share",
  "robustness",
  "throughput-loss-share",
  "turned-away-share",
  "utilisation",
  "zobel-resilience",
]);

/**
 * Counts, and times and losses that are never below 0. What is signed (`net-loss`, `delay`, `detour`, `cost`,
 * `dynamic-resilience`) is not among them, nor is `caught-up-share`, which is above 1 where more came than
 * without the disruption.
 */
const neverBelowZero: ReadonlySet<string> = new Set([
  "backlog-clear-time",
  "capacity-restored-time",
  "diverted",
  "dwell",
  "list-clear-time",
  "loss-cvar",
  "mean-queue",
  "mean-wait",
  "peak-queue",
  "queue",
  "rate-normal-time",
  "relapses",
  "resilience-triangle",
  "throughput",
  "throughput-loss",
  "time-to-recover",
  "time-to-survive",
]);

/**
 * The interval of a measure, cut to what the measure can be: an interval around a mean knows nothing of that.
 * A side that does not exist stays null.
 */
export function withinBounds({ measure, low, high }: MeasureSummary): {
  readonly low: number | null;
  readonly high: number | null;
} {
  const isShare = shares.has(measure);
  const least = isShare || neverBelowZero.has(measure) ? 0 : -Infinity;
  const most = isShare ? 1 : Infinity;
  const cut = (end: number | null): number | null =>
    end === null ? null : Math.min(most, Math.max(least, end));
  return { low: cut(low), high: cut(high) };
}
