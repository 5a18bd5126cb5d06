import { listOf, quantity } from "#base/field";
import { dayMs } from "#base/time";
import type { ArrivalKind } from "#engine/random/arrival-kind";
import { listParameter } from "#engine/random/parameter";

/** Arrivals at given instants. It draws nothing. */
export const table: ArrivalKind = {
  kind: "table",
  summary: "Arrivals at the instants of a list; those before the start of the run are left out.",
  example: "{ kind: table, times: [2024-02-01T06:00Z, 2024-02-01T18:30Z, 2024-02-03T07:15Z] }",
  fields: {
    times: listOf(quantity("instant", "One arrival.", "any"), "The instants of arrivals, in any order."),
  },
  problem(values) {
    const { length } = listParameter(values, "times");
    return length === 0 ? "`times` is empty; write at least one instant" : undefined;
  },
  ratePerDay(values) {
    const times = Float64Array.from(listParameter(values, "times")).sort();
    const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
    return span > 0 ? ((times.length - 1) * dayMs) / span : 0;
  },
  create(values, _stream, start) {
    const times = Float64Array.from(listParameter(values, "times"), Math.round).sort();
    let index = times.findIndex((time) => time >= start);
    if (index < 0) index = times.length;
    return { next: () => times[index++] ?? Infinity };
  },
};
