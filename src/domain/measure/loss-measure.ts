import type { Facts } from "#domain/measure/facts";
import type { Evidence, MeasureKind, Reading } from "#domain/measure/measure-kind";
import { curveFields } from "#domain/measure/measure-fields";
import { needCounts } from "#domain/measure/needs";
import { seriesOf } from "#domain/measure/subject";

/**
 * All that a measure of what was missing is but its name, its scale and words: what `read` makes of a run and
 * the baseline's twin, for the counts that a row is about.
 */
export function lossMeasure(
  unitOf: (of: string, facts: Facts) => string,
  read: (evidence: Evidence, series: readonly string[]) => Reading,
): Omit<MeasureKind, "kind" | "summary" | "scale"> {
  return {
    fields: curveFields,
    needsTwin: true,
    needs: ({ of }, facts) => needCounts(seriesOf(of, facts)),
    create({ of }, facts) {
      const series = seriesOf(of, facts);
      return { unit: unitOf(of, facts), read: (evidence) => read(evidence, series) };
    },
  };
}
