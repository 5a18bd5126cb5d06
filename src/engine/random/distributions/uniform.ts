import { quantity } from "#base/field";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { parameter } from "#engine/random/parameter";

/** Every value between two bounds is as likely as any other. */
export const uniform: DistributionKind = {
  kind: "uniform",
  summary: "Every value between `min` and `max` is as likely as any other.",
  example: "{ kind: uniform, min: 10 h, max: 18 h }",
  fields: {
    min: quantity("number", "The least value.", "non-negative"),
    max: quantity("number", "The largest value; above `min`.", "non-negative"),
  },
  problem(written) {
    if (parameter(written, "max") > parameter(written, "min")) return undefined;
    return "`max` is not above `min`; write a larger `max`, or the plain value";
  },
  create(written) {
    const min = parameter(written, "min");
    const max = parameter(written, "max");
    const width = max - min;
    return {
      mean: min + width / 2,
      variance: (width * width) / 12,
      quantile: (u) => Math.min(min + u * width, max),
    };
  },
};
