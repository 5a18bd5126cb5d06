import { curveMeasure } from "#domain/measure/curve-measure";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { largestLoss } from "#domain/measure/measures/throughput-loss";
import { valueOf } from "#domain/measure/reading";

/**
 * Each replication gives its `throughput-loss`; over replications they are put together by the mean of the
 * worst 5 %, the conditional value at risk. See `engine/stats/tail-values`.
 */
export const lossCvar: MeasureKind = {
  kind: "loss-cvar",
  summary: "Mean throughput loss of the worst 5 % of replications (conditional value at risk), in units.",
  naming: {
    title: "Throughput loss, worst 5 %",
    noun: "the throughput loss of the worst 5 % of replications",
  },
  scale: "tail",
  better: "less",
  ...curveMeasure("counted", (evidence, { of }) => valueOf(largestLoss(evidence, of))),
};
