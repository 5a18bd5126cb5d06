import type { ResolvedMeasure } from "#scenario/language/resolved";
import { instantText, periodText } from "#shells/figure/calendar-text";

/** When a measure is read: at `23 Mar 2021 05:40 UTC`, or over a window; empty for the whole time. */
export function windowText({ at, from, until }: ResolvedMeasure): string {
  if (at !== undefined) return instantText(at);
  if (from !== undefined && until !== undefined) return `${periodText(from, until, true)} UTC`;
  if (from !== undefined) return `from ${instantText(from)}`;
  return until === undefined ? "" : `until ${instantText(until)}`;
}
