import { lastInstantMs } from "#base/time";

/** The longest that anything is drawn to last, ms: 317 years. */
const LONGEST_MS = 1e13;

/** A drawn length, cut where a heavy tail asks for more than any run lasts. */
export function boundedMs(drawnMs: number): number {
  return Math.min(drawnMs, LONGEST_MS);
}

/** An instant, the last one where it is later. */
export function boundedInstant(timeMs: number): number {
  return Math.min(timeMs, lastInstantMs);
}
