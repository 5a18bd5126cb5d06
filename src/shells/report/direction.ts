/**
 * Which way of a measure is good. A measure that is on neither list, a diverted share say, is neither good
 * nor bad.
 */
export type Direction = "less" | "more" | "neither";

const betterWhenLess: ReadonlySet<string> = new Set([
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
  "displacement",
  "false-alarm-share",
]);

const betterWhenMore: ReadonlySet<string> = new Set([
  "caught-up-share",
  "time-to-survive",
  "throughput",
  "on-time-share",
  "fill-rate",
  "detection",
  "coverage",
]);

/** Whether less or more of `measure` is better. */
export function directionOf(measure: string): Direction {
  if (betterWhenLess.has(measure)) return "less";
  return betterWhenMore.has(measure) ? "more" : "neither";
}
