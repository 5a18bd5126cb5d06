import type { Performance } from "#domain/measure/facts";
import { curveFields } from "#domain/measure/measure-fields";
import type { Evidence, MeasureKind, MeasureValues, Reading } from "#domain/measure/measure-kind";
import { needCounts } from "#domain/measure/needs";
import { curveOf } from "#domain/measure/subject";

/** The unit of a reading: a fixed one, or that of what the curve counts. */
export type CurveUnit = "counted" | "d" | "share" | "times";

/**
 * All that a measure of a curve beside its twins is but its name, its scale and words: what `read` makes of a
 * run and the curve that a row is about.
 */
export function curveMeasure(
  unit: CurveUnit,
  read: (evidence: Evidence, curve: Performance, values: MeasureValues) => Reading,
): Omit<MeasureKind, "kind" | "summary" | "scale" | "better"> {
  return {
    fields: curveFields,
    needsTwin: true,
    needs: ({ of }, facts) => needCounts(curveOf(of, facts).of),
    create(values, facts) {
      const curve = curveOf(values.of, facts);
      return {
        unit: unit === "counted" ? curve.unit : unit,
        read: (evidence) => read(evidence, curve, values),
      };
    },
  };
}
