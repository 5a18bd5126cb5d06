import { failureMeasure } from "#domain/measure/failure-measure";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { daysOf } from "#domain/measure/reading";

/** From the onset to the first t at which Q is below the threshold. */
export const timeToSurvive: MeasureKind = {
  kind: "time-to-survive",
  summary: "Days from the disruption to the first window that is below the threshold; unaffected if none is.",
  naming: { title: "Held out above the threshold", noun: "the time held out above the threshold" },
  since: "onset",
  scale: "time-to-event",
  better: "more",
  ...failureMeasure("d", ({ failedAt, episode }) => daysOf(failedAt - episode.onset)),
};
