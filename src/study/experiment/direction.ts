/** Measures of which less is better. */
const lessIsBetter: ReadonlySet<string> = new Set([
  "throughput-loss",
  "net-loss",
  "time-to-recover",
  "backlog-clear-time",
  "capacity-restored-time",
  "rate-normal-time",
  "list-clear-time",
  "peak-queue",
  "mean-wait",
  "mean-queue",
  "queue",
  "dwell",
  "delay",
  "detour",
  "turned-away-share",
  "cost",
  "relapses",
  "resilience-triangle",
  "loss-cvar",
]);

/** Measures of which more is better. */
const moreIsBetter: ReadonlySet<string> = new Set([
  "caught-up-share",
  "time-to-survive",
  "throughput",
  "on-time-share",
  "fill-rate",
  "robustness",
  "zobel-resilience",
  "henry-resilience",
  "cimellaro-resilience",
  "static-resilience",
  "dynamic-resilience",
]);

/**
 * What a change of a measure means: 1 when more is better, -1 when less is, 0 when neither is (a diverted
 * share).
 */
export function directionOf(measure: string): -1 | 0 | 1 {
  if (lessIsBetter.has(measure)) return -1;
  return moreIsBetter.has(measure) ? 1 : 0;
}
