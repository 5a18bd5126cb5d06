import type { Performance } from "#domain/measure/facts";
import type { MeasureKind, Reading } from "#domain/measure/measure-kind";
import { curveFields } from "#domain/measure/measure-fields";
import { needCounts } from "#domain/measure/needs";
import { none, unaffected } from "#domain/measure/reading";
import type { Failure } from "#domain/measure/recovery";
import { fateOf } from "#domain/measure/recovery";
import { curveOf } from "#domain/measure/subject";

/**
 * All that a measure of a failure and its recovery is but its name, its scale and words: what `read` makes of
 * the first episode that failed; unaffected where none did, none where no window was watched.
 */
export function failureMeasure(
  unit: string,
  read: (failure: Failure, curve: Performance) => Reading,
): Omit<MeasureKind, "kind" | "summary" | "scale"> {
  return {
    fields: curveFields,
    needsTwin: true,
    needs: ({ of }, facts) => needCounts(curveOf(of, facts).of),
    create({ of }, facts) {
      const curve = curveOf(of, facts);
      return {
        unit,
        read(evidence) {
          const fate = fateOf(evidence, curve);
          if (fate === "unaffected") return unaffected;
          return fate === "unwatched" ? none : read(fate, curve);
        },
      };
    },
  };
}
