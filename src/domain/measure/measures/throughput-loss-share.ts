import { curveMeasure } from "#domain/measure/curve-measure";
import { firstOnset } from "#domain/measure/delayed-voyages";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { largestLoss } from "#domain/measure/measures/throughput-loss";
import { valueOf } from "#domain/measure/reading";
import { tallyOf, totalAt } from "#domain/measure/tally";

/**
 * `throughput-loss` as a share of what the baseline's twin counted from the first onset to the end of the
 * run.
 */
export const throughputLossShare: MeasureKind = {
  kind: "throughput-loss-share",
  summary: "Throughput loss, as a share of what the baseline's twin counted from the first disruption on.",
  naming: { title: "Share of throughput lost" },
  scale: "share",
  better: "less",
  ...curveMeasure("share", (evidence, { of }) => {
    const { run, baselineTwin } = evidence;
    const theirs = tallyOf(baselineTwin, of);
    const expected = totalAt(theirs, run.facts.end) - totalAt(theirs, firstOnset(run));
    return valueOf(expected > 0 ? largestLoss(evidence, of) / expected : NaN);
  }),
};
