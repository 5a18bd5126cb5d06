import type { MeasureKind } from "#domain/measure/measure-kind";
import { stayMeasure } from "#domain/measure/stay-measure";
import { waitsAt } from "#domain/measure/visits";

/**
 * The mean time waiting, without service, of those who came after the warm-up and no longer wait at the end.
 */
export const meanWait: MeasureKind = {
  kind: "mean-wait",
  summary: "Mean days of waiting, without service; waits of 0 count, who still waits at the end does not.",
  better: "less",
  isOfQueue: true,
  ...stayMeasure(waitsAt),
};
