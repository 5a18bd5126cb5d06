import type { Facts } from "#domain/measure/facts";
import type { MeasureValues } from "#domain/measure/measure-kind";

/** A stretch of time, ms: `from` belongs to it, `until` does not. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** The window of a row, cut to what comes after the warm-up; all of that when the row has no window. */
export function spanOf(values: MeasureValues, facts: Facts): Span {
  const from = Math.max(values.from ?? facts.warmUpEnd, facts.warmUpEnd);
  return { from, until: Math.min(values.until ?? facts.end, facts.end) };
}

/** Whether an instant lies in a span whose end belongs to it when it is the end of the run. */
export function holds({ from, until }: Span, instant: number, facts: Facts): boolean {
  return instant >= from && (instant < until || (instant === until && until === facts.end));
}
