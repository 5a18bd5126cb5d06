import { optional, word } from "#base/field";
import { dayMs } from "#base/time";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { curveFields, windowFields } from "#domain/measure/measure-fields";
import { needCounts } from "#domain/measure/needs";
import { none, valueOf } from "#domain/measure/reading";
import { spanOf } from "#domain/measure/span";
import { seriesOf, unitOf } from "#domain/measure/subject";
import { tallyOf, totalAt } from "#domain/measure/tally";

/**
 * Completions a day after the warm-up; with a window, their number in it. What happens at the end of a window
 * does not belong to it, unless that is the end of the run. None where nothing was recorded.
 */
export const throughput: MeasureKind = {
  kind: "throughput",
  summary: "Completions a day; with `from` or `until`, their number in that window.",
  fields: {
    ...curveFields,
    ...windowFields,
    by: optional(word(["completion"], "It always counts those who left in the window.")),
  },
  scale: "mean",
  better: "more",
  needsTwin: false,
  needs: ({ of }, facts) => needCounts(seriesOf(of, facts)),
  create(values, facts) {
    const series = seriesOf(values.of, facts);
    const unit = unitOf(values.of, facts);
    const { from, until } = spanOf(values, facts);
    const isNumber = values.from !== undefined || values.until !== undefined;
    return {
      unit: isNumber ? unit : `${unit}/d`,
      read({ run }) {
        const { counts } = run.recorder;
        if (until <= from || series.every((name) => counts.series(name) < 0)) return none;
        const done = tallyOf(run, series);
        // Instants are whole ms: before an instant is up to 1 ms before it.
        const number = totalAt(done, until === facts.end ? until : until - 1) - totalAt(done, from - 1);
        return valueOf(isNumber ? number : (number * dayMs) / (until - from));
      },
    };
  },
};
