import { quantity } from "#base/field";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { parameter } from "#engine/random/parameter";
import { StandardGamma, gammaShapes } from "#engine/random/standard-gamma";

/** Positive and skewed to the right, with a tail that falls off like an exponential. */
export const gamma: DistributionKind = {
  kind: "gamma",
  isOfSizes: true,
  summary: "Positive and skewed to the right; its tail falls off like an exponential.",
  example: "{ kind: gamma, mean: 14 h, sd: 6 h }",
  fields: {
    mean: quantity("number", "The mean."),
    sd: quantity("number", "The standard deviation, 1/1,000 of the mean to 10 times the mean."),
  },
  problem(written) {
    const shape = shapeOf(parameter(written, "mean"), parameter(written, "sd"));
    if (shape < gammaShapes.least) return "`sd` is above 10 times `mean`; write a smaller one";
    if (shape <= gammaShapes.most) return undefined;
    return "`sd` is below 1/1,000 of `mean`; write a larger one, or the plain value";
  },
  create(written) {
    const mean = parameter(written, "mean");
    const sd = parameter(written, "sd");
    const standard = StandardGamma.of(shapeOf(mean, sd));
    const scale = (sd * sd) / mean;
    return { mean, variance: sd * sd, quantile: (u) => scale * standard.quantile(u) };
  },
};

function shapeOf(mean: number, sd: number): number {
  const ratio = mean / sd;
  return ratio * ratio;
}
