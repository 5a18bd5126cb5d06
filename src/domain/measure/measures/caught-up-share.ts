import type { MeasureKind } from "#domain/measure/measure-kind";
import { curveFields } from "#domain/measure/measure-fields";
import { wholeShortfall } from "#domain/measure/measures/net-loss";
import { largestLoss } from "#domain/measure/measures/throughput-loss";
import { needCounts } from "#domain/measure/needs";
import { none, valueOf } from "#domain/measure/reading";
import { seriesOf } from "#domain/measure/subject";

/**
 * 1 - net-loss ÷ throughput-loss; none for a loss of 0. Above 1 where more came than without the disruption.
 */
export const caughtUpShare: MeasureKind = {
  kind: "caught-up-share",
  summary: "How much of the throughput loss was caught up by the end of the run.",
  fields: curveFields,
  scale: "mean",
  needsTwin: true,
  needs: ({ of }, facts) => needCounts(seriesOf(of, facts)),
  create({ of }, facts) {
    const series = seriesOf(of, facts);
    return {
      unit: "share",
      read(evidence) {
        const loss = largestLoss(evidence, series);
        return loss === 0 ? none : valueOf(1 - wholeShortfall(evidence, series).atEnd / loss);
      },
    };
  },
};
