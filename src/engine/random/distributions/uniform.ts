import { quantity } from "#base/field";
import { boundsProblem } from "#engine/random/bounds";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { always } from "#engine/random/distributions/constant";
import { parameter } from "#engine/random/parameter";

/** Every value between two bounds is as likely as any other. */
export const uniform: DistributionKind = {
  kind: "uniform",
  summary: "Every value between `min` and `max` is as likely as any other.",
  example: "{ kind: uniform, min: 10 h, max: 18 h }",
  fields: {
    min: quantity("number", "The least value.", "non-negative"),
    max: quantity("number", "The largest value, `min` or more.", "non-negative"),
  },
  problem: boundsProblem,
  create(written) {
    const min = parameter(written, "min");
    const max = parameter(written, "max");
    const width = max - min;
    if (width === 0) return always(min);
    return {
      mean: min + width / 2,
      variance: (width * width) / 12,
      quantile: (u) => Math.min(min + u * width, max),
    };
  },
};
