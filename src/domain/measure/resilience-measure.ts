import type { Performance } from "#domain/measure/facts";
import { curveFields } from "#domain/measure/measure-fields";
import type { Evidence, MeasureKind, Reading } from "#domain/measure/measure-kind";
import { needCounts } from "#domain/measure/needs";
import { curveOf } from "#domain/measure/subject";

/**
 * All that a measure of the shape of Q is but its name, its scale and words: what `read` makes of a run and
 * the curve that a row is about.
 */
export function resilienceMeasure(
  unit: "d" | "share",
  read: (evidence: Evidence, curve: Performance) => Reading,
): Omit<MeasureKind, "kind" | "summary" | "scale"> {
  return {
    fields: curveFields,
    needsTwin: true,
    needs: ({ of }, facts) => needCounts(curveOf(of, facts).of),
    create({ of }, facts) {
      const curve = curveOf(of, facts);
      return { unit, read: (evidence) => read(evidence, curve) };
    },
  };
}
