import { curveMeasure } from "#domain/measure/curve-measure";
import { lossSpans } from "#domain/measure/episode";
import type { Evidence, MeasureKind } from "#domain/measure/measure-kind";
import { valueOf } from "#domain/measure/reading";
import { shortfall } from "#domain/measure/shortfall";
import { tallyOf } from "#domain/measure/tally";

/** The largest D of each episode against the baseline's twin, summed over episodes: units. */
export function largestLoss({ run, baselineTwin }: Evidence, series: readonly string[]): number {
  const ours = tallyOf(run, series);
  const theirs = tallyOf(baselineTwin, series);
  let loss = 0;
  for (const { from, until } of lossSpans(run)) loss += shortfall(ours, theirs, from, until).largest;
  return loss;
}

/** What was missing at the worst moment. 0 where nothing was. */
export const throughputLoss: MeasureKind = {
  kind: "throughput-loss",
  summary: "What was missing at the worst moment of each disruption, against the baseline's twin, in units.",
  scale: "mean",
  better: "less",
  ...curveMeasure("counted", (evidence, { of }) => valueOf(largestLoss(evidence, of))),
};
