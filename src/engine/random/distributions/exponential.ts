import { quantity } from "#base/field";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { parameter } from "#engine/random/parameter";
import { standardExponential } from "#engine/random/standard-exponential";

/** Times without memory: however long one has waited, the rest is as long as at first. */
export const exponential: DistributionKind = {
  kind: "exponential",
  isOfSizes: true,
  summary: "Without memory: many short values, a few long ones; the gaps of a Poisson process.",
  example: "{ kind: exponential, mean: 14 h }",
  fields: { mean: quantity("number", "The mean, which is also the standard deviation.") },
  create(written) {
    const mean = parameter(written, "mean");
    return { mean, variance: mean * mean, quantile: (u) => mean * standardExponential(u) };
  },
};
