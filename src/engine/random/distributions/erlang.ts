import { count, quantity } from "#base/field";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { parameter } from "#engine/random/parameter";
import { StandardGamma } from "#engine/random/standard-gamma";

/** The sum of equal exponential stages: the more stages, the more regular. */
export const erlang: DistributionKind = {
  kind: "erlang",
  isOfSizes: true,
  summary: "The sum of `stages` exponential stages of equal mean; the more stages, the more regular.",
  example: "{ kind: erlang, mean: 14 h, stages: 3 }",
  fields: {
    mean: quantity("number", "The mean of the whole."),
    stages: count("How many stages; 1 is the exponential.", 1, 1e6),
  },
  create(written) {
    const mean = parameter(written, "mean");
    const stages = parameter(written, "stages");
    const standard = StandardGamma.of(stages);
    const scale = mean / stages;
    return { mean, variance: scale * mean, quantile: (u) => scale * standard.quantile(u) };
  },
};
