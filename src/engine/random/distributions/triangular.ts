import { quantity } from "#base/field";
import { modeProblem } from "#engine/random/bounds";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { always } from "#engine/random/distributions/constant";
import { parameter } from "#engine/random/parameter";

/** A guess from three numbers that people know: least, most likely, largest. */
export const triangular: DistributionKind = {
  kind: "triangular",
  summary: "A guess from three numbers: the least, the most likely and the largest.",
  example: "{ kind: triangular, min: 6 h, mode: 12 h, max: 24 h }",
  fields: {
    min: quantity("number", "The least value.", "non-negative"),
    mode: quantity("number", "The most likely value, `min` and `max` included.", "non-negative"),
    max: quantity("number", "The largest value, `min` or more.", "non-negative"),
  },
  problem: modeProblem,
  create(written) {
    const min = parameter(written, "min");
    const mode = parameter(written, "mode");
    const max = parameter(written, "max");
    const width = max - min;
    if (width === 0) return always(min);
    const rise = mode - min;
    const fall = max - mode;
    return {
      mean: min + (rise + width) / 3,
      variance: (rise * rise + fall * fall + rise * fall) / 18,
      quantile(u) {
        if (u * width < rise) return Math.min(min + Math.sqrt(u * width * rise), mode);
        return Math.max(max - Math.sqrt((1 - u) * width * fall), mode);
      },
    };
  },
};
