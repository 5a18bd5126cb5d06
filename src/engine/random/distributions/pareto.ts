import { exp } from "#base/elementary";
import { factor, optional, quantity } from "#base/field";
import type { DistributionValue } from "#base/field";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { optionalParameter, parameter } from "#engine/random/parameter";
import { standardExponential } from "#engine/random/standard-exponential";

/**
 * Many small values and a few that dwarf them: the share above x falls as x^-shape. Mean and variance from
 * Weisstein, "Pareto Distribution", MathWorld, equations 15 and 16; the variance is infinite up to a shape of
 * 2, and without a mean, up to a shape of 1, nothing could be planned: those are refused.
 */
export const pareto: DistributionKind = {
  kind: "pareto",
  isOfSizes: true,
  summary: "Many values near the least and a few that dwarf them: sizes of outages, of losses.",
  example: "{ kind: pareto, shape: 2.5, mean: 14 h }",
  fields: {
    shape: factor(
      "The shape, above 1: the smaller, the heavier the tail; up to 2 the variance is infinite.",
      0,
      1000,
    ),
    min: optional(quantity("number", "The least value; either this or `mean`.")),
    mean: optional(quantity("number", "The mean; either this or `min`.")),
  },
  problem(written) {
    const given = ["min", "mean"].filter((name) => written[name] !== undefined).length;
    if (given === 0) return "neither `min` nor `mean` is given; write one";
    if (given === 2) return "both `min` and `mean` are given; write one";
    if (parameter(written, "shape") > 1) return undefined;
    return "with a `shape` of 1 or less it has no mean; write a shape above 1";
  },
  create(written) {
    const shape = parameter(written, "shape");
    const min = leastOf(written, shape);
    const mean = (shape * min) / (shape - 1);
    return {
      mean,
      variance: shape > 2 ? (mean * min) / ((shape - 1) * (shape - 2)) : Infinity,
      quantile: (u) => min * exp(standardExponential(u) / shape),
    };
  },
};

function leastOf(written: DistributionValue, shape: number): number {
  return optionalParameter(written, "min") ?? (parameter(written, "mean") * (shape - 1)) / shape;
}
