import { assert } from "#base/assert";
import { distribution } from "#base/field";
import type { DistributionValue, KindValue } from "#base/field";
import { dayMs } from "#base/time";
import type { ArrivalKind } from "#engine/random/arrival-kind";
import type { Distribution } from "#engine/random/distribution-kind";
import { createDistribution } from "#engine/random/distribution-kinds";
import { GapArrivals, since } from "#engine/random/gap-arrivals";

/** Arrivals whose gaps are drawn one by one from a distribution. */
export const renewal: ArrivalKind = {
  kind: "renewal",
  summary: "Arrivals whose gaps are drawn one by one from a distribution.",
  example: "{ kind: renewal, between: { kind: gamma, mean: 8 h, sd: 2 h } }",
  fields: { between: distribution("duration", "The gap from one arrival to the next; its mean is above 0.") },
  problem: (values) =>
    createDistribution(values["between"] as DistributionValue).mean > 0 // what its field promises
      ? undefined
      : "`between` is 0, so that all come at once and never end; write a gap above 0",
  ratePerDay: (values) => dayMs / gap(values).mean,
  create(values, stream, start) {
    const between = gap(values);
    return new GapArrivals(() => between.quantile(stream.uniform()), since(start));
  },
};

function gap(values: KindValue): Distribution {
  const between = createDistribution(values["between"] as DistributionValue); // what its field promises
  assert(between.mean > 0, "the mean gap between arrivals is above 0");
  return between;
}
