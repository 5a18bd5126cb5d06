import { firstOnset } from "#domain/measure/delayed-voyages";
import type { Evidence, MeasureKind } from "#domain/measure/measure-kind";
import { curveFields } from "#domain/measure/measure-fields";
import { needCounts } from "#domain/measure/needs";
import { valueOf } from "#domain/measure/reading";
import type { Shortfall } from "#domain/measure/shortfall";
import { shortfall } from "#domain/measure/shortfall";
import { seriesOf, unitOf } from "#domain/measure/subject";
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
  fields: curveFields,
  scale: "mean",
  needsTwin: true,
  needs: ({ of }, facts) => needCounts(seriesOf(of, facts)),
  create({ of }, facts) {
    const series = seriesOf(of, facts);
    return { unit: unitOf(of, facts), read: (evidence) => valueOf(wholeShortfall(evidence, series).atEnd) };
  },
};
