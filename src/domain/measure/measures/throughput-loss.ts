import { lossSpans } from "#domain/measure/episode";
import type { Evidence, MeasureKind } from "#domain/measure/measure-kind";
import { curveFields } from "#domain/measure/measure-fields";
import { needCounts } from "#domain/measure/needs";
import { valueOf } from "#domain/measure/reading";
import { shortfall } from "#domain/measure/shortfall";
import { seriesOf, unitOf } from "#domain/measure/subject";
import { tallyOf } from "#domain/measure/tally";

/** The largest D of each episode against the baseline's twin, summed over episodes: units. */
export function largestLoss({ run, baselineTwin }: Evidence, series: readonly string[]): number {
  const ours = tallyOf(run.recorder.counts, series);
  const theirs = tallyOf(baselineTwin.recorder.counts, series);
  let loss = 0;
  for (const { from, until } of lossSpans(run)) loss += shortfall(ours, theirs, from, until).largest;
  return loss;
}

/** What was missing at the worst moment. 0 where nothing was. */
export const throughputLoss: MeasureKind = {
  kind: "throughput-loss",
  summary: "What was missing at the worst moment of each disruption, against the baseline's twin, in units.",
  fields: curveFields,
  scale: "mean",
  needsTwin: true,
  needs: ({ of }, facts) => needCounts(seriesOf(of, facts)),
  create({ of }, facts) {
    const series = seriesOf(of, facts);
    return { unit: unitOf(of, facts), read: (evidence) => valueOf(largestLoss(evidence, series)) };
  },
};
