import { firstOnset } from "#domain/measure/delayed-voyages";
import { lossMeasure } from "#domain/measure/loss-measure";
import type { Evidence, MeasureKind } from "#domain/measure/measure-kind";
import { valueOf } from "#domain/measure/reading";
import type { Shortfall } from "#domain/measure/shortfall";
import { shortfall } from "#domain/measure/shortfall";
import { unitOf } from "#domain/measure/subject";
import { tallyOf } from "#domain/measure/tally";

/** D against the baseline's twin from the first onset to the end of the run. */
export function wholeShortfall({ run, baselineTwin }: Evidence, series: readonly string[]): Shortfall {
  const ours = tallyOf(run.recorder.counts, series);
  const theirs = tallyOf(baselineTwin.recorder.counts, series);
  return shortfall(ours, theirs, firstOnset(run), run.facts.end);
}

/** What never came. */
export const netLoss: MeasureKind = {
  kind: "net-loss",
  summary: "What had not come by the end of the run, against the baseline's twin, in units.",
  scale: "mean",
  ...lossMeasure(unitOf, (evidence, series) => valueOf(wholeShortfall(evidence, series).atEnd)),
};
