import { firstOnset } from "#domain/measure/delayed-voyages";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { curveFields } from "#domain/measure/measure-fields";
import { largestLoss } from "#domain/measure/measures/throughput-loss";
import { needCounts } from "#domain/measure/needs";
import { valueOf } from "#domain/measure/reading";
import { seriesOf } from "#domain/measure/subject";
import { tallyOf, totalAt } from "#domain/measure/tally";

/**
 * `throughput-loss` as a share of what the baseline's twin counted from the first onset to the end of the
 * run.
 */
export const throughputLossShare: MeasureKind = {
  kind: "throughput-loss-share",
  summary: "Throughput loss, as a share of what the baseline's twin counted from the first disruption on.",
  fields: curveFields,
  scale: "share",
  needsTwin: true,
  needs: ({ of }, facts) => needCounts(seriesOf(of, facts)),
  create({ of }, facts) {
    const series = seriesOf(of, facts);
    return {
      unit: "share",
      read(evidence) {
        const theirs = tallyOf(evidence.baselineTwin.recorder.counts, series);
        const expected = totalAt(theirs, facts.end) - totalAt(theirs, firstOnset(evidence.run));
        return valueOf(expected > 0 ? largestLoss(evidence, series) / expected : NaN);
      },
    };
  },
};
