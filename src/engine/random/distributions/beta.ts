import { quantity, spread } from "#base/field";
import type { DistributionValue } from "#base/field";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { parameter } from "#engine/random/parameter";
import { StandardBeta, betaShapes } from "#engine/random/standard-beta";

/** Between two bounds, with a mean and a standard deviation: its two shapes follow from these. */
export const beta: DistributionKind = {
  kind: "beta",
  summary: "Between `min` and `max`, with the mean and standard deviation that are written.",
  example: "{ kind: beta, min: 6 h, max: 30 h, mean: 14 h, sd: 4 h }",
  fields: {
    min: quantity("number", "The least value.", "non-negative"),
    max: quantity("number", "The largest value; above `min`.", "non-negative"),
    mean: quantity("number", "The mean, between `min` and `max`.", "non-negative"),
    sd: spread("The standard deviation, less than the bounds allow around the mean."),
  },
  problem(written) {
    const [min, max] = [parameter(written, "min"), parameter(written, "max")];
    const mean = parameter(written, "mean");
    if (max <= min) return "`max` is not above `min`; write a larger `max`, or the plain value";
    if (mean <= min || mean >= max) return "`mean` is not between `min` and `max`; write one that is";
    const { a, b } = shapesOf(written);
    if (Math.min(a, b) < betaShapes.least)
      return "`sd` is too large for these bounds around this mean; write a smaller one";
    if (Math.max(a, b) <= betaShapes.most) return undefined;
    return "`sd` is too small for a share of these bounds; write a larger one, or the plain value";
  },
  create(written) {
    const [min, max] = [parameter(written, "min"), parameter(written, "max")];
    const sd = parameter(written, "sd");
    const { a, b } = shapesOf(written);
    const standard = StandardBeta.of(a, b);
    const quantile = (u: number): number => standard.between(min, max, u);
    return { mean: parameter(written, "mean"), variance: sd * sd, quantile };
  },
};

/** By the method of moments: a + b = (mean - min)(max - mean) / sd² - 1. */
function shapesOf(written: DistributionValue): { readonly a: number; readonly b: number } {
  const [min, max] = [parameter(written, "min"), parameter(written, "max")];
  const [mean, sd] = [parameter(written, "mean"), parameter(written, "sd")];
  const sum = ((mean - min) * (max - mean)) / (sd * sd) - 1;
  return { a: (sum * (mean - min)) / (max - min), b: (sum * (max - mean)) / (max - min) };
}
