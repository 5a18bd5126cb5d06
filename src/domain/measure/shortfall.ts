import type { Tally } from "#domain/measure/tally";
import { entriesUntil, instantAt, totalAt } from "#domain/measure/tally";

/** What D(t) = N_twin(t) - N(t), counted from 0 at the start of a span, was in it. */
export interface Shortfall {
  /** The largest D: never below 0, which it is at the start. */
  readonly largest: number;
  /** D at the end of the span, after all events of that instant. */
  readonly atEnd: number;
  /** ∫ D dt over the span, in units times ms. Signed. */
  readonly integral: number;
}

/**
 * Walks both counts together over (from, until], in time linear in their entries. What happens at `from`
 * belongs to what was before; D is read after all events of an instant of both.
 */
export function shortfall(run: Tally, twin: Tally, from: number, until: number): Shortfall {
  const start = totalAt(twin, from) - totalAt(run, from);
  let [ours, theirs] = [entriesUntil(run.times, from), entriesUntil(twin.times, from)];
  let [ran, expected] = [totalAt(run, from), totalAt(twin, from)];
  let [now, missing, largest, integral] = [from, 0, 0, 0];
  for (;;) {
    const next = Math.min(instantAt(run.times, ours), instantAt(twin.times, theirs));
    if (next > until) break;
    integral += missing * (next - now);
    now = next;
    if (instantAt(run.times, ours) === now) ran = run.totals[ours++] as number; // beside times
    if (instantAt(twin.times, theirs) === now) expected = twin.totals[theirs++] as number; // beside times
    missing = expected - ran - start;
    if (missing > largest) largest = missing;
  }
  return { largest, atEnd: missing, integral: integral + missing * (until - now) };
}
