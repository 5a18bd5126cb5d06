import type { MeasureKind } from "#domain/measure/measure-kind";
import { queueMeasure } from "#domain/measure/queue-measure";
import { largestLevel } from "#domain/measure/steps";

/** The most that waited at once. */
export const peakQueue: MeasureKind = {
  kind: "peak-queue",
  summary: "The most that waited at once.",
  better: "less",
  ...queueMeasure(largestLevel),
};
