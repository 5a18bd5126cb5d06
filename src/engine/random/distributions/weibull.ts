import { exp, fastLog } from "#base/elementary";
import { factor, optional, quantity } from "#base/field";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { gammaFunction } from "#engine/random/gamma-function";
import { optionalParameter, parameter } from "#engine/random/parameter";
import { standardExponential } from "#engine/random/standard-exponential";

/**
 * Lifetimes whose hazard falls (shape below 1), stays (1) or grows (above 1) with age. A quantile is good to
 * 2e-13 of itself for the smallest shape, 0.05, and better for larger ones; `pow` would take three times as
 * long.
 */
export const weibull: DistributionKind = {
  kind: "weibull",
  isOfSizes: true,
  summary: "Lifetimes whose hazard falls (`shape` below 1), stays (1) or grows (above 1) with age.",
  example: "{ kind: weibull, shape: 1.5, mean: 14 h }",
  fields: {
    shape: factor("The shape, a bare number.", 0.05, 1000),
    mean: optional(quantity("number", "The mean; either this or `scale`.")),
    scale: optional(quantity("number", "The value that 63.2 % stay below; either this or `mean`.")),
  },
  problem(written) {
    const given = ["mean", "scale"].filter((name) => written[name] !== undefined).length;
    if (given === 0) return "neither `mean` nor `scale` is given; write one";
    return given === 2 ? "both `mean` and `scale` are given; write one" : undefined;
  },
  create(written) {
    const shape = parameter(written, "shape");
    const gamma1 = gammaFunction(1 + 1 / shape);
    const gamma2 = gammaFunction(1 + 2 / shape);
    const scale = optionalParameter(written, "scale") ?? parameter(written, "mean") / gamma1;
    return {
      mean: scale * gamma1,
      variance: scale * scale * (gamma2 - gamma1 * gamma1),
      quantile: (u) => scale * exp(fastLog(standardExponential(u)) / shape),
    };
  },
};
