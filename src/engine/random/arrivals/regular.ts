import { fallback, quantity } from "#base/field";
import { dayMs } from "#base/time";
import type { ArrivalKind } from "#engine/random/arrival-kind";
import { parameter } from "#engine/random/parameter";

/** Arrivals at even distances. It draws nothing. */
export const regular: ArrivalKind = {
  kind: "regular",
  summary: "Arrivals at even distances: the first at the start and `offset`, then one each `every`.",
  example: "{ kind: regular, every: 8 h, offset: 2 h }",
  fields: {
    every: quantity("duration", "The distance between arrivals."),
    offset: fallback(
      quantity("duration", "When the first comes, after the start; 0 when left out.", "non-negative"),
      0,
    ),
  },
  ratePerDay: (values) => dayMs / parameter(values, "every"),
  /**
   * Halfway between two, then in the gaps that are left: 1/2, 1/4, 3/4, 1/8, ... of `every`, so that twice or
   * four times as many are even too.
   */
  added(values, copy) {
    const every = parameter(values, "every");
    const shift = parameter(values, "offset") + Math.round(every * reversed(copy));
    return { ...values, offset: shift };
  },
  create(values, _stream, start) {
    const every = parameter(values, "every");
    const first = start + parameter(values, "offset");
    let index = 0;
    return { next: () => first + Math.round(index++ * every) }; // from the index: nothing accumulates
  },
};

/** The binary digits of a number, mirrored behind the point: 1 is 1/2, 2 is 1/4, 3 is 3/4. */
function reversed(number: number): number {
  let [rest, unit, sum] = [number, 0.5, 0];
  for (; rest > 0; rest = Math.floor(rest / 2), unit /= 2) sum += (rest % 2) * unit;
  return sum;
}
