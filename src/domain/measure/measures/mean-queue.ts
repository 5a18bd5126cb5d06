import type { MeasureKind } from "#domain/measure/measure-kind";
import { queueMeasure } from "#domain/measure/queue-measure";
import { timeAverage } from "#domain/measure/steps";

/** The time average of those waiting, without those served. */
export const meanQueue: MeasureKind = {
  kind: "mean-queue",
  summary: "The number waiting on average over time, without those being served.",
  better: "less",
  ...queueMeasure(timeAverage),
};
