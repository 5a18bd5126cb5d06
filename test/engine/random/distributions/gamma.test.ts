import { expect, test } from "vitest";
import { distributionLaws, problemOf } from "../distribution.laws.ts";

// Quantiles from SciPy 1.17.
distributionLaws("sd below mean", {
  written: { kind: "gamma", mean: 10, sd: 5 },
  support: [0, 400],
  quantiles: [
    [0.001, 1.0713810340710574],
    [0.5, 9.180151872127242],
    [0.999, 32.655601947970176],
  ],
  frozen: [7.176062153415204, 16.374385848701692, 7.134848247499836],
});

distributionLaws("sd above mean", {
  written: { kind: "gamma", mean: 10, sd: 20 },
  support: [0, 2000],
  quantiles: [],
  frozen: [0.2984389272944043, 28.02193045904767, 0.28501869920499884],
});

test("a spread that cannot be tabulated is a problem", () => {
  expect(problemOf({ kind: "gamma", mean: 1e6, sd: 900 })).toMatch(/below 1\/1,000 of `mean`/);
  expect(problemOf({ kind: "gamma", mean: 1, sd: 11 })).toMatch(/above 10 times `mean`/);
});
