import type { MeasureKind } from "#domain/measure/measure-kind";
import { stationFields, windowFields } from "#domain/measure/measure-fields";
import { needLevels } from "#domain/measure/needs";
import { none, valueOf } from "#domain/measure/reading";
import type { Span } from "#domain/measure/span";
import { spanOf } from "#domain/measure/span";
import type { Steps } from "#domain/measure/steps";
import { stepsOf } from "#domain/measure/steps";
import { jobsOf, stationsOf } from "#domain/measure/subject";

/**
 * All that a measure of the number waiting is but its name and words: what `statistic` makes of it in the
 * window, over several stations of their sum. None where no queue was recorded.
 */
export function queueMeasure(
  statistic: (waiting: Steps, span: Span) => number,
): Omit<MeasureKind, "kind" | "summary" | "better"> {
  return {
    fields: { ...stationFields, ...windowFields },
    scale: "mean",
    isOfQueue: true,
    needsTwin: false,
    needs: ({ of }, facts) => needLevels(stationsOf(of, facts).map((id) => `queue/${id}`)),
    create(values, facts) {
      const names = stationsOf(values.of, facts).map((id) => `queue/${id}`);
      const span = spanOf(values, facts);
      return {
        unit: jobsOf(values.of, facts),
        read({ run }) {
          const waiting = stepsOf(run.recorder.levels, names);
          return waiting === undefined ? none : valueOf(statistic(waiting, span));
        },
      };
    },
  };
}
