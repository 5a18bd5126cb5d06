import { failureMeasure } from "#domain/measure/failure-measure";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { censoredAfter, daysOf } from "#domain/measure/reading";
import { firstHold } from "#domain/measure/recovery";

/**
 * From the last end of the episode that failed to the first t from which Q holds within 1 - threshold of 1,
 * on either side: neither a lack nor the surge that works off a backlog. Its counterpart in history is the
 * first day back at the usual rate after a surge.
 */
export const rateNormalTime: MeasureKind = {
  kind: "rate-normal-time",
  summary: "Days from the end of the disruption until the rate holds near the twin's: no lack, no surge.",
  naming: { title: "Traffic normal", noun: "the time until traffic is normal" },
  since: "lastEnd",
  scale: "time-to-event",
  better: "less",
  ...failureMeasure("d", (failure, curve) => {
    const { lastEnd } = failure.episode;
    if (Number.isNaN(lastEnd)) return censoredAfter(0);
    const band = { least: curve.recoveredAt, most: 2 - curve.recoveredAt };
    const normalAt = firstHold(failure, curve, lastEnd, band);
    if (Number.isNaN(normalAt)) return censoredAfter(failure.watchedUntil - curve.heldFor - lastEnd);
    return daysOf(normalAt - lastEnd);
  }),
};
