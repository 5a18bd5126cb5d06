import { fallback, quantity } from "#base/field";
import type { ArrivalKind } from "#engine/random/arrival-kind";
import { parameter } from "#engine/random/parameter";

const MS_PER_DAY = 86_400_000;

/** Arrivals at even distances. It draws nothing. */
export const regular: ArrivalKind = {
  kind: "regular",
  summary: "Arrivals at even distances: the first at the start and `offset`, then one each `every`.",
  fields: {
    every: quantity("duration", "The distance between arrivals."),
    offset: fallback(
      quantity("duration", "When the first comes, after the start; 0 when left out.", "non-negative"),
      0,
    ),
  },
  ratePerDay: (values) => MS_PER_DAY / parameter(values, "every"),
  create(values, _stream, start) {
    const every = parameter(values, "every");
    const first = start + parameter(values, "offset");
    let index = 0;
    return { next: () => first + Math.round(index++ * every) }; // from the index: nothing accumulates
  },
};
