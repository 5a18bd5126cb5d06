/** The last instant that a date can name, ms since the epoch: the calendar takes nothing after it. */
export const lastInstantMs: number = 8.64e15;

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
