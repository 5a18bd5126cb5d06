import { curveMeasure } from "#domain/measure/curve-measure";
import { firstOnset } from "#domain/measure/delayed-voyages";
import type { Evidence, MeasureKind } from "#domain/measure/measure-kind";
import { valueOf } from "#domain/measure/reading";
import type { Shortfall } from "#domain/measure/shortfall";
import { shortfall } from "#domain/measure/shortfall";
import { tallyOf } from "#domain/measure/tally";

/** D against the baseline's twin from the first onset to the end of the run. */
export function wholeShortfall({ run, baselineTwin }: Evidence, series: readonly string[]): Shortfall {
  const ours = tallyOf(run, series);
  const theirs = tallyOf(baselineTwin, series);
  return shortfall(ours, theirs, firstOnset(run), run.facts.end);
}

/** What never came. */
export const netLoss: MeasureKind = {
  kind: "net-loss",
  summary: "What had not come by the end of the run, against the baseline's twin, in units.",
  scale: "mean",
  better: "less",
  ...curveMeasure("counted", (evidence, { of }) => valueOf(wholeShortfall(evidence, of).atEnd)),
};
