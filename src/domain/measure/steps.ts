import type { Span } from "#domain/measure/span";
import { entriesUntil, instantAt } from "#domain/measure/tally";
import type { Levels } from "#engine/record/levels";

/**
 * A step function: each value holds from its instant on, until the next; 0 before the first. Instants
 * increase.
 */
export interface Steps {
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/** The sum of several levels; those that were not recorded are left out. Undefined when none was. */
export function stepsOf(levels: Levels, names: readonly string[]): Steps | undefined {
  let sum: Steps | undefined;
  for (const name of names) {
    const level = levels.level(name);
    if (level < 0) continue;
    const steps = { times: levels.times(level), values: levels.values(level) };
    sum = sum === undefined ? steps : add(sum, steps);
  }
  return sum;
}

/** The value at an instant, after all that happens in it. */
export function levelAt({ times, values }: Steps, instant: number): number {
  return values[entriesUntil(times, instant) - 1] ?? 0;
}

/** The value added up over time, in ms; whole where the values are. */
export function areaOf(steps: Steps, span: Span): number {
  let area = 0;
  eachPiece(steps, span, (value, from, until) => {
    area += value * (until - from);
  });
  return area;
}

/** The mean over time; NaN for a span of no length. */
export function timeAverage(steps: Steps, span: Span): number {
  return areaOf(steps, span) / (span.until - span.from);
}

/** The share of a span for which the value is `wanted`; NaN for a span of no length. */
export function timeShare(steps: Steps, wanted: number, span: Span): number {
  let held = 0;
  eachPiece(steps, span, (value, from, until) => {
    if (value === wanted) held += until - from;
  });
  return held / (span.until - span.from);
}

/** The greatest value that holds for any time; NaN for a span of no length. */
export function largestLevel(steps: Steps, span: Span): number {
  let largest = NaN;
  eachPiece(steps, span, (value) => {
    if (!(value <= largest)) largest = value;
  });
  return largest;
}

/**
 * The least value that the level, a whole number, is at or below for a share `p` of the span; NaN for no
 * length.
 */
export function levelQuantile(steps: Steps, p: number, span: Span): number {
  const largest = largestLevel(steps, span);
  if (Number.isNaN(largest)) return NaN;
  const durations = new Float64Array(largest + 1);
  eachPiece(steps, span, (value, from, until) => {
    durations[value] = (durations[value] as number) + until - from; // at most the largest
  });
  const due = p * (span.until - span.from);
  let [level, spent] = [0, durations[0] as number]; // there is at least one level
  while (spent < due && level < largest) spent += durations[++level] as number; // below the largest
  return level;
}

/**
 * The first instant from `from` on from which the level stays at or below `most` for `stay`; NaN when there
 * is none that can be seen to stay before `until`.
 */
export function firstStay(steps: Steps, most: number, stay: number, { from, until }: Span): number {
  let [since, found] = [NaN, NaN];
  eachPiece(steps, { from, until }, (value, at) => {
    if (value <= most) {
      if (Number.isNaN(since)) since = at;
      return;
    }
    if (Number.isNaN(found) && at - since >= stay) found = since;
    since = NaN;
  });
  if (!Number.isNaN(found)) return found;
  return until - since >= stay ? since : NaN;
}

/** The pieces of constant value that make up a span, in order. */
function eachPiece(
  { times, values }: Steps,
  { from, until }: Span,
  visit: (value: number, from: number, until: number) => void,
): void {
  let next = entriesUntil(times, from);
  for (let at = from; at < until; next += 1) {
    const end = Math.min(instantAt(times, next), until);
    visit(next > 0 ? (values[next - 1] as number) : 0, at, end); // next is at most the length
    at = end;
  }
}

function add(a: Steps, b: Steps): Steps {
  const times = new Float64Array(a.times.length + b.times.length);
  const values = new Float64Array(times.length);
  let [left, right, length] = [0, 0, 0];
  while (left < a.times.length || right < b.times.length) {
    const instant = Math.min(instantAt(a.times, left), instantAt(b.times, right));
    if (instantAt(a.times, left) === instant) left += 1;
    if (instantAt(b.times, right) === instant) right += 1;
    times[length] = instant;
    values[length++] = (a.values[left - 1] ?? 0) + (b.values[right - 1] ?? 0);
  }
  return { times: times.subarray(0, length), values: values.subarray(0, length) };
}
