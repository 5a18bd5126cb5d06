import { curveMeasure } from "#domain/measure/curve-measure";
import type { Performance } from "#domain/measure/facts";
import { controlTime, lostShareIn } from "#domain/measure/lost-share";
import type { MeasureKind, Rows } from "#domain/measure/measure-kind";
import { none, valueOf } from "#domain/measure/reading";
import type { Failure } from "#domain/measure/recovery";
import { fateOf, recoveryOf } from "#domain/measure/recovery";
import { tallyOf } from "#domain/measure/tally";

/**
 * 1 - X T ÷ 2 T*, of the first episode that failed, against the run's own twin (Zobel, Representing perceived
 * tradeoffs in defining disaster resilience, Decision Support Systems 50, 2011, 394-403). X is what Q lacks
 * at its lowest before the recovery, T the time to recover, T* the time after the warm-up less the window.
 * 1 where nothing failed; who has not recovered by the end has T = T*, the most that the formula knows.
 */
export const zobelResilience: MeasureKind = {
  kind: "zobel-resilience",
  summary:
    "One less half of the worst lack times the time to recover, as a share of the time watched (Zobel).",
  naming: { title: "Resilience (Zobel)", noun: "the resilience of Zobel" },
  scale: "share",
  better: "more",
  ...curveMeasure("share", (evidence, curve) => {
    const longest = controlTime(evidence.run, curve);
    const fate = fateOf(evidence, curve);
    if (fate === "unwatched" || longest <= 0) return none;
    if (fate === "unaffected") return hasOutput(evidence.twin, curve) ? valueOf(1) : none;
    const recovered = recoveryOf(fate, curve);
    const until = Number.isNaN(recovered) ? fate.watchedUntil : recovered;
    const time = Number.isNaN(recovered) ? longest : Math.min(longest, recovered - fate.episode.onset);
    return valueOf(1 - (lackUntil(fate, curve, until) * time) / (2 * longest));
  }),
};

function hasOutput(rows: Rows, { of }: Performance): boolean {
  return tallyOf(rows, of).times.length > 0;
}

/** X: 1 less the lowest Q from the onset to the recovery. */
function lackUntil({ run, twin, episode }: Failure, { window }: Performance, until: number): number {
  return 1 - lostShareIn(run, twin, { from: episode.onset, until, window }).lowest;
}
