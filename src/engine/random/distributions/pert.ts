import { factor, fallback, quantity } from "#base/field";
import { modeProblem } from "#engine/random/bounds";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { always } from "#engine/random/distributions/constant";
import { parameter } from "#engine/random/parameter";
import { StandardBeta } from "#engine/random/standard-beta";

/**
 * A guess from three numbers, as triangular, but with thin ends: a beta of shapes 1 + shape · (mode - min) /
 * (max - min) and 1 + shape · (max - mode) / (max - min), whose mean is (min + shape · mode + max) / (shape +
 * 2). Mean as in the documentation of Cimba, `cmb_random_PERT_mod`; the variance is that of the beta.
 */
export const pert: DistributionKind = {
  kind: "pert",
  summary: "A guess from the least, the most likely and the largest, with thin ends: a beta in disguise.",
  example: "{ kind: pert, min: 6 h, mode: 12 h, max: 30 h }",
  fields: {
    min: quantity("number", "The least value.", "non-negative"),
    mode: quantity("number", "The most likely value, `min` and `max` included.", "non-negative"),
    max: quantity("number", "The largest value, `min` or more.", "non-negative"),
    shape: fallback(
      factor("How sure the mode is: 0 is uniform, 4 what PERT uses and what holds when left out.", 0, 10_000),
      4,
    ),
  },
  problem: modeProblem,
  create(written) {
    const [min, mode, max] = [
      parameter(written, "min"),
      parameter(written, "mode"),
      parameter(written, "max"),
    ];
    const shape = parameter(written, "shape");
    const width = max - min;
    if (width === 0) return always(min);
    const a = 1 + (shape * (mode - min)) / width;
    const b = 1 + (shape * (max - mode)) / width;
    const standard = StandardBeta.of(a, b);
    const mean = min + (width * a) / (a + b);
    return {
      mean,
      variance: ((mean - min) * (max - mean)) / (a + b + 1),
      quantile: (u) => standard.between(min, max, u),
    };
  },
};
