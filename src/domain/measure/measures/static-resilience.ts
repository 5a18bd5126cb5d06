import { curveMeasure } from "#domain/measure/curve-measure";
import { episodesOf } from "#domain/measure/episode";
import type { Evidence, MeasureKind } from "#domain/measure/measure-kind";
import { largestLoss } from "#domain/measure/measures/throughput-loss";
import { unaffected, valueOf } from "#domain/measure/reading";
import { tallyOf, totalAt } from "#domain/measure/tally";

/**
 * How much of the most that could be lost was not: (%ΔDY^max - %ΔDY) ÷ %ΔDY^max, the economic resilience of
 * Rose (Economic resilience to natural and man-made disasters: Multidisciplinary origins and contextual
 * dimensions, Environmental Hazards 7(4), 2007, 383-398), copied from equation 3 of Hosseini, Barker and
 * Ramirez-Marquez, A review of definitions and measures of system resilience, Reliability Engineering and
 * System Safety 145, 2016, 47-61. Our reading: the drop is the throughput loss; the most is what a world that
 * cannot adapt loses: all that the baseline's twin counts while the disruptions last. It is the same for all
 * variants, so that they are compared by their loss alone. Nothing holds the loss to it: it still grows after
 * the end, until the first who waited has been served, and longer where a queue does harm. So a world that
 * loses all is a little below 0, and 0 is no bound. Unaffected without an onset; none where the twin has
 * nothing.
 */
export const staticResilience: MeasureKind = {
  kind: "static-resilience",
  summary: "Share of the most that could be lost while disruptions last that was not lost (Rose).",
  naming: { title: "Share of possible loss avoided" },
  scale: "mean",
  better: "more",
  ...curveMeasure("share", (evidence, { of }) => {
    if (episodesOf(evidence.run).length === 0) return unaffected;
    const most = largestPossible(evidence, of);
    return valueOf(most > 0 ? (most - largestLoss(evidence, of)) / most : NaN);
  }),
};

/** What the baseline's twin counts from each onset to the last end of its episode. */
function largestPossible({ run, baselineTwin }: Evidence, series: readonly string[]): number {
  const theirs = tallyOf(baselineTwin, series);
  let most = 0;
  for (const { onset, lastEnd } of episodesOf(run)) {
    const until = Number.isNaN(lastEnd) ? run.facts.end : lastEnd;
    most += totalAt(theirs, until) - totalAt(theirs, onset);
  }
  return most;
}
