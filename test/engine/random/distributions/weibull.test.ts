import { expect, test } from "vitest";
import { pow } from "#base/elementary";
import { createDistribution } from "#engine/random/distribution-kinds";
import { standardExponential } from "#engine/random/standard-exponential";
import { distributionLaws, problemOf } from "../distribution.laws.ts";

// Quantiles from SciPy 1.17.
distributionLaws("by scale", {
  written: { kind: "weibull", shape: 1.5, scale: 10 },
  support: [0, 200],
  quantiles: [
    [0.001, 0.10003335279136842],
    [0.5, 7.832197687746513],
    [0.999, 36.27086912339476],
  ],
  frozen: [5.34905781272169, 17.024227646680792, 5.299453948445288],
});

distributionLaws("by mean", {
  written: { kind: "weibull", shape: 1.5, mean: 9.027452929509336 },
  support: [0, 200],
  quantiles: [[0.5, 7.832197687746513]],
  frozen: [5.349057812721671, 17.02422764668073, 5.299453948445269],
});

test("exactly one of mean and scale is written", () => {
  expect(problemOf({ kind: "weibull", shape: 2 })).toMatch(/neither `mean` nor `scale`/);
  expect(problemOf({ kind: "weibull", shape: 2, mean: 1, scale: 1 })).toMatch(/both `mean` and `scale`/);
});

test("a quantile is the power of an exponential's, to 2e-13 of itself for every shape", () => {
  const tails = Array.from({ length: 53 }, (_, i) => [2 ** -(i + 1), 1 - 2 ** -(i + 1)]).flat();
  for (const shape of [0.05, 0.3, 1, 1.5, 10, 1000]) {
    const { quantile } = createDistribution({ kind: "weibull", shape, scale: 1 });
    for (const u of tails) {
      const exact = pow(standardExponential(u), 1 / shape);
      expect(Math.abs(quantile(u) - exact)).toBeLessThanOrEqual(2e-13 * exact);
    }
  }
});
