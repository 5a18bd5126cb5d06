import type { CurveUnit } from "#domain/measure/curve-measure";
import { curveMeasure } from "#domain/measure/curve-measure";
import type { Performance } from "#domain/measure/facts";
import type { MeasureKind, MeasureValues, Reading } from "#domain/measure/measure-kind";
import { none, unaffected } from "#domain/measure/reading";
import type { Failure } from "#domain/measure/recovery";
import { fateOf } from "#domain/measure/recovery";

/**
 * A measure of a curve that is about its failure and recovery: what `read` makes of the first episode that
 * failed; unaffected where none did, none where no window was watched.
 */
export function failureMeasure(
  unit: CurveUnit,
  read: (failure: Failure, curve: Performance, values: MeasureValues) => Reading,
): Omit<MeasureKind, "kind" | "summary" | "scale" | "better"> {
  return curveMeasure(unit, (evidence, curve, values) => {
    const fate = fateOf(evidence, curve);
    if (fate === "unaffected") return unaffected;
    return fate === "unwatched" ? none : read(fate, curve, values);
  });
}
