import type { Rows } from "#domain/measure/measure-kind";
import { areaOf, largestLevel, stepsOf } from "#domain/measure/steps";
import { phaseBounds, phaseCount } from "#study/experiment/leg-tally";
import { sumsOf } from "#study/experiment/sums";
import type { Sums } from "#study/experiment/sums";

/** In each column: waiting over time by phase, then servers occupied over time by phase, then the peaks. */
const columns = 2 * phaseCount + 1;

/**
 * Adds, by place, how many waited and how many servers were occupied over time (number × ms) in each phase
 * of one replication, and the longest queue after the warm-up. Of the places whose queue is recorded.
 */
export function tallyPlaces(tally: Sums, { recorder, facts }: Rows): void {
  const { levels, timeline } = recorder;
  const bounds = phaseBounds(facts, timeline.rows);
  for (const name of levels.names) {
    const [what, place = ""] = name.split("/");
    const queue = what === "queue" ? stepsOf(levels, [name]) : undefined;
    if (queue === undefined) continue;
    const busy = stepsOf(levels, [`busy/${place}`]);
    const column = sumsOf(tally, place, columns);
    const add = (index: number, amount: number): void => {
      column[index] = (column[index] ?? 0) + amount;
    };
    for (let phase = 0; phase < phaseCount; phase += 1) {
      const span = { from: bounds[phase] ?? 0, until: bounds[phase + 1] ?? 0 };
      add(phase, areaOf(queue, span));
      if (busy !== undefined) add(phaseCount + phase, areaOf(busy, span));
    }
    const whole = { from: facts.warmUpEnd, until: facts.end };
    add(2 * phaseCount, Math.max(0, largestLevel(queue, whole)));
  }
}

/** A number before, during and after the disruptions; null in a phase that no replication has. */
export type ByPhase = readonly (number | null)[];

/** How busy one place was, mean over the replications. */
export interface PlaceUse {
  /** A station or passage (`suez.transit`). */
  readonly of: string;
  /** How many waited, averaged over time. */
  readonly queue: ByPhase;
  /** The longest queue of a run. */
  readonly peak: number;
  /** The share of servers occupied; null throughout for a passage, which has none. */
  readonly utilisation: ByPhase;
}

/** What the sums of a variant come to; `durations` of the phases, ms, over all replications. */
export function placeUses(
  tally: Sums,
  { durations, replications }: { readonly durations: ArrayLike<number>; readonly replications: number },
  servers: ReadonlyMap<string, number>,
): readonly PlaceUse[] {
  return [...tally].map(([of, column]) => {
    const mean = (offset: number, phase: number): number | null => {
      const lasted = durations[phase] ?? 0;
      return lasted === 0 ? null : (column[offset + phase] ?? 0) / lasted;
    };
    const phases = Array.from({ length: phaseCount }, (_, phase) => phase);
    const own = servers.get(of);
    return {
      of,
      queue: phases.map((phase) => mean(0, phase)),
      peak: (column[2 * phaseCount] ?? 0) / replications,
      utilisation: phases.map((phase) => {
        const busy = own === undefined ? null : mean(phaseCount, phase);
        return busy === null || own === undefined ? null : busy / own;
      }),
    };
  });
}
