import { listOf, optional, quantity, text } from "#base/field";
import type { FieldsOf, KindValue } from "#base/field";
import { dayMs } from "#base/time";
import type { ArrivalKind } from "#engine/random/arrival-kind";

/** What users write for arrivals of a table; a file has become its `times` before anything runs. */
export interface TableValues {
  readonly times: readonly number[] | undefined;
  readonly file: string | undefined;
}

const fields: FieldsOf<TableValues> = {
  times: optional(
    listOf(
      quantity("instant", "One arrival.", "any"),
      "The instants of arrivals, in any order; this or `file`.",
    ),
  ),
  file: optional(
    text(
      "A file in the folder of the scenario, in the place of `times`: a line an instant, or a CSV with a " +
        "column `time` or the instants in its first one.",
    ),
  ),
};

/** Arrivals at given instants. It draws nothing. */
export const table: ArrivalKind = {
  kind: "table",
  summary: "Arrivals at the instants of a list; those before the start of the run are left out.",
  example: "{ kind: table, times: [2024-02-01T06:00Z, 2024-02-01T18:30Z, 2024-02-03T07:15Z] }",
  fields,
  problem(values) {
    const { times, file } = typed(values);
    if (times === undefined)
      return file === undefined ? "it has no instants; write `times`, or a `file` of them" : undefined;
    return times.length === 0 ? "it has no instants; write at least one" : undefined;
  },
  ratePerDay(values) {
    const times = inOrder(values);
    const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
    return span > 0 ? ((times.length - 1) * dayMs) / span : 0;
  },
  create(values, _stream, start) {
    const times = inOrder(values);
    let index = times.findIndex((time) => time >= start);
    if (index < 0) index = times.length;
    return { next: () => times[index++] ?? Infinity };
  },
};

function typed(values: KindValue): TableValues {
  return values as unknown as TableValues; // normalised by these very fields
}

function inOrder(values: KindValue): Float64Array {
  return Float64Array.from(typed(values).times ?? [], Math.round).sort();
}
