import type { MeasureKind } from "#domain/measure/measure-kind";
import { stayMeasure } from "#domain/measure/stay-measure";
import { visitsTo } from "#domain/measure/visits";

/** The mean time from arrival at a station or passage to leaving it, waiting and service together. */
export const dwell: MeasureKind = {
  kind: "dwell",
  summary: "Mean days from arrival to leaving, waiting and service or transit together; of completed visits.",
  naming: { title: "Dwell time" },
  better: "less",
  ...stayMeasure(visitsTo),
};
