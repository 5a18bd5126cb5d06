import { exp, log, log1p } from "#base/elementary";
import { quantity } from "#base/field";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { parameter } from "#engine/random/parameter";
import { standardNormal } from "#engine/random/standard-normal";

/** Positive, with a long tail: a product of many small causes. Its logarithm is normal. */
export const lognormal: DistributionKind = {
  kind: "lognormal",
  isOfSizes: true,
  summary: "Positive, with a long tail to the right: a product of many small causes.",
  example: "{ kind: lognormal, mean: 14 h, sd: 6 h }",
  fields: {
    mean: quantity("number", "The mean of the values themselves, not of their logarithms."),
    sd: quantity("number", "The standard deviation of the values themselves."),
  },
  create(written) {
    const mean = parameter(written, "mean");
    const sd = parameter(written, "sd");
    const ratio = sd / mean;
    const logVariance = log1p(ratio * ratio);
    const logSd = Math.sqrt(logVariance);
    const logMean = log(mean) - logVariance / 2;
    return { mean, variance: sd * sd, quantile: (u) => exp(logMean + logSd * standardNormal(u)) };
  },
};
