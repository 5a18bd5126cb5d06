import { assert } from "#base/assert";
import { distribution } from "#base/field";
import type { DistributionValue, KindValue } from "#base/field";
import type { ArrivalKind } from "#engine/random/arrival-kind";
import type { Distribution } from "#engine/random/distribution-kind";
import { createDistribution } from "#engine/random/distribution-kinds";

const MS_PER_DAY = 86_400_000;

/** Arrivals whose gaps are drawn one by one from a distribution. */
export const renewal: ArrivalKind = {
  kind: "renewal",
  summary: "Arrivals whose gaps are drawn one by one from a distribution.",
  fields: { between: distribution("duration", "The gap from one arrival to the next; its mean is above 0.") },
  ratePerDay: (values) => MS_PER_DAY / gap(values).mean,
  create(values, stream, start) {
    const between = gap(values);
    let elapsed = 0; // exact; only what is handed out is rounded, so nothing drifts
    return {
      next() {
        elapsed += between.quantile(stream.uniform());
        return start + Math.round(elapsed);
      },
    };
  },
};

function gap(values: KindValue): Distribution {
  const between = createDistribution(values["between"] as DistributionValue); // what its field promises
  assert(between.mean > 0, "the mean gap between arrivals is above 0");
  return between;
}
