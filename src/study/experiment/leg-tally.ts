import type { Facts } from "#domain/measure/facts";
import type { Happening } from "#engine/record/timeline";
import type { SailedLeg } from "#scenario/build/world";

/**
 * The parts of a run, by index: before, during and after its disruptions. Without any, all of it is before.
 */
export const phaseCount = 3;

/** In so many parts a sailing of a leg is cut. */
export const sailingParts = 1_000_000;

/**
 * Sailings of the legs of one variant over some replications, by phase. A sailing is spread evenly over the
 * time that it takes, so that each phase has the part that is sailed in it, and a vessel that turns has
 * sailed a part of the leg that it leaves: metres sailed over the metres of the leg. Whole numbers, so that
 * any order adds up alike.
 */
export interface LegTally {
  /** How long the phases lasted, ms, over all replications. */
  readonly duration: Float64Array;
  /** By `from` and `to`, joined by a blank: how much of it was sailed in each phase, in `sailingParts`. */
  readonly sailings: Map<string, Float64Array>;
}

/** Nothing sailed yet. */
export function emptyTally(): LegTally {
  return { duration: new Float64Array(phaseCount), sailings: new Map() };
}

/** The name under which a leg is counted. */
export function legKey({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from} ${to}`;
}

/** Counts the legs of one replication. */
export function tallyLegs(
  tally: LegTally,
  legs: readonly SailedLeg[],
  facts: Facts,
  timeline: readonly Happening[],
): void {
  const bounds = phaseBounds(facts, timeline);
  for (let phase = 0; phase < phaseCount; phase += 1) {
    add(tally.duration, phase, (bounds[phase + 1] ?? 0) - (bounds[phase] ?? 0));
  }
  for (const leg of legs) {
    if (leg.ends.length === 0) continue;
    const counts = countsOf(tally, legKey(leg));
    leg.ends.forEach((end, index) => {
      const lasted = leg.lasted[index] ?? 0;
      const parts = sailingParts * (leg.parts[index] ?? 0);
      for (let phase = 0; phase < phaseCount; phase += 1) {
        const share = shareWithin(end - lasted, end, bounds[phase] ?? 0, bounds[phase + 1] ?? 0);
        if (share > 0) add(counts, phase, Math.round(parts * share));
      }
    });
  }
}

/** The share of the time from `start` to `end` that lies in a phase; what takes no time, at its instant. */
function shareWithin(start: number, end: number, from: number, until: number): number {
  if (start === end) return end >= from && end < until ? 1 : 0;
  return Math.max(0, Math.min(end, until) - Math.max(start, from)) / (end - start);
}

/** Adds a part to a whole, and gives the whole. */
export function mergeTally(whole: LegTally, part: LegTally): LegTally {
  part.duration.forEach((duration, phase) => add(whole.duration, phase, duration));
  for (const [key, counts] of part.sailings) {
    const sums = countsOf(whole, key);
    counts.forEach((count, phase) => add(sums, phase, count));
  }
  return whole;
}

/** Lines by leg. */
export type LegLines = Map<string, SailedLeg["line"]>;

/** The lines of the legs that were sailed. */
export function linesOf(legs: readonly SailedLeg[]): LegLines {
  return new Map(legs.filter(({ ends }) => ends.length > 0).map((leg) => [legKey(leg), leg.line]));
}

/**
 * Adds lines to those known, and gives these. A passage stands for both of its sides, so that a leg may
 * have two lines: the one with fewer points is kept, whichever came first.
 */
export function mergeLines(known: LegLines, more: ReadonlyMap<string, SailedLeg["line"]>): LegLines {
  for (const [key, line] of more) {
    const held = known.get(key);
    if (held === undefined || line.length < held.length) known.set(key, line);
  }
  return known;
}

/** End of the warm-up, first start and last end of a disruption that the twin lacks, end of the run. */
export function phaseBounds(
  { warmUpEnd, end, background }: Facts,
  timeline: readonly Happening[],
): readonly number[] {
  const own = timeline.filter(({ id }) => !background.has(id));
  const starts = own.filter(({ what }) => what === "disruption-start");
  const ends = own.filter(({ what }) => what === "disruption-end");
  const inside = (time: number): number => Math.min(Math.max(time, warmUpEnd), end);
  const onset = inside(starts[0]?.time ?? end);
  const over = starts.length > ends.length ? end : inside(ends.at(-1)?.time ?? end);
  return [warmUpEnd, onset, Math.max(onset, over), end];
}

function countsOf({ sailings }: LegTally, key: string): Float64Array {
  const known = sailings.get(key) ?? new Float64Array(phaseCount);
  sailings.set(key, known);
  return known;
}

function add(column: Float64Array, index: number, amount: number): void {
  column[index] = (column[index] ?? 0) + amount;
}
