import { failureMeasure } from "#domain/measure/failure-measure";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { none, valueOf } from "#domain/measure/reading";
import { fallsAfter, recoveryOf } from "#domain/measure/recovery";

/** How often Q falls below the threshold again after it had recovered. None for who never recovered. */
export const relapses: MeasureKind = {
  kind: "relapses",
  summary: "How often the rate fell below the threshold again after it had recovered.",
  scale: "mean",
  better: "less",
  ...failureMeasure("times", (failure, curve) => {
    const recoveredAt = recoveryOf(failure, curve);
    return Number.isNaN(recoveredAt) ? none : valueOf(fallsAfter(failure, curve, recoveredAt));
  }),
};
