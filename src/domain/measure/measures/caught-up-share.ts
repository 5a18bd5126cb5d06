import { curveMeasure } from "#domain/measure/curve-measure";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { wholeShortfall } from "#domain/measure/measures/net-loss";
import { largestLoss } from "#domain/measure/measures/throughput-loss";
import { none, valueOf } from "#domain/measure/reading";

/**
 * 1 - net-loss ÷ throughput-loss; none for a loss of 0. Above 1 where more came than without the disruption.
 */
export const caughtUpShare: MeasureKind = {
  kind: "caught-up-share",
  summary: "How much of the throughput loss was caught up by the end of the run.",
  naming: { title: "Share caught up" },
  scale: "mean",
  better: "more",
  ...curveMeasure("share", (evidence, { of }) => {
    const loss = largestLoss(evidence, of);
    return loss === 0 ? none : valueOf(1 - wholeShortfall(evidence, of).atEnd / loss);
  }),
};
