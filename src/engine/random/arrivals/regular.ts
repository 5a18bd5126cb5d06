import { constantly, distribution, fallback } from "#base/field";
import type { DistributionValue, FieldsOf, KindValue } from "#base/field";
import { dayMs } from "#base/time";
import type { ArrivalKind } from "#engine/random/arrival-kind";
import { createDistribution } from "#engine/random/distribution-kinds";

/** What users write for regular arrivals. */
export interface RegularValues {
  readonly every: DistributionValue;
  readonly offset: DistributionValue;
}

/** The least distance that is drawn, ms: nearer ones are an error where they are written. */
const LEAST_MS = 1000;

const fields: FieldsOf<RegularValues> = {
  every: distribution("duration", "The distance between arrivals; drawn once a replication."),
  offset: fallback(
    distribution(
      "duration",
      "When the first comes, after the start; drawn once a replication, 0 when left out.",
    ),
    constantly(0),
  ),
};

/** Arrivals at even distances. Nothing is drawn but, once, what is written as a distribution. */
export const regular: ArrivalKind = {
  kind: "regular",
  summary: "Arrivals at even distances: the first at the start and `offset`, then one each `every`.",
  example: "{ kind: regular, every: 8 h, offset: 2 h }",
  fields,
  problem: (values) =>
    meanOf(values, "every") > 0
      ? undefined
      : "all come at once and never end; write a distance above 0 under `every`",
  ratePerDay: (values) => dayMs / everyMs(values),
  /**
   * Halfway between two, then in the gaps that are left: 1/2, 1/4, 3/4, 1/8, ... of `every`, so that twice or
   * four times as many are even too.
   */
  added(values, copy) {
    const shift = offsetMs(values) + Math.round(everyMs(values) * reversed(copy));
    return { ...values, offset: constantly(shift) };
  },
  create(values, _stream, start) {
    const every = everyMs(values);
    const first = start + offsetMs(values);
    let index = 0;
    return { next: () => first + Math.round(index++ * every) }; // from the index: nothing accumulates
  },
};

/** What was drawn, or the mean where nobody has drawn it before. */
function meanOf(values: KindValue, name: keyof RegularValues): number {
  return createDistribution(values[name] as DistributionValue).mean; // by its field
}

function everyMs(values: KindValue): number {
  return Math.max(LEAST_MS, meanOf(values, "every"));
}

function offsetMs(values: KindValue): number {
  return Math.max(0, Math.round(meanOf(values, "offset")));
}

/** The binary digits of a number, mirrored behind the point: 1 is 1/2, 2 is 1/4, 3 is 3/4. */
function reversed(number: number): number {
  let [rest, unit, sum] = [number, 0.5, 0];
  for (; rest > 0; rest = Math.floor(rest / 2), unit /= 2) sum += (rest % 2) * unit;
  return sum;
}
