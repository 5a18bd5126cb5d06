import { failureMeasure } from "#domain/measure/failure-measure";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { censoredAfter, daysOf } from "#domain/measure/reading";
import { recoveryOf } from "#domain/measure/recovery";

/**
 * From the onset to the first t after the failure from which Q holds. Censored at the end less hold and
 * window.
 */
export const timeToRecover: MeasureKind = {
  kind: "time-to-recover",
  summary: "Days from the disruption to the first moment from which the rate holds at the threshold again.",
  naming: { title: "Rate recovered", noun: "the time until the rate has recovered" },
  since: "onset",
  scale: "time-to-event",
  better: "less",
  ...failureMeasure("d", (failure, curve) => {
    const { onset } = failure.episode;
    const recoveredAt = recoveryOf(failure, curve);
    if (Number.isNaN(recoveredAt)) return censoredAfter(failure.watchedUntil - curve.heldFor - onset);
    return daysOf(recoveredAt - onset);
  }),
};
