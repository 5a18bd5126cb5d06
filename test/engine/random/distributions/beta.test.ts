import { expect, test } from "vitest";
import { distributionLaws, problemOf } from "../distribution.laws.ts";

// Quantiles of the beta of shapes 2.75 and 8.25 from SciPy 1.17.
distributionLaws("10 to 50", {
  written: { kind: "beta", min: 10, max: 50, mean: 20, sd: 5 },
  support: [10, 50],
  quantiles: [
    [0.001, 10.631618074277046],
    [0.5, 19.378652863267188],
    [0.999, 37.86819913572707],
  ],
  frozen: [17.150360240328503, 26.60770469012812, 17.103948943892817],
});

distributionLaws("heaped at both ends", {
  written: { kind: "beta", min: 0, max: 1, mean: 0.5, sd: Math.sqrt(1 / 8) },
  support: [0, 1],
  quantiles: [
    [0.1, 0.024471741852423217],
    [0.9, 0.9755282581475768],
  ],
  frozen: [0.23709931475997417, 0.9712483137175129, 0.2321981788970508],
});

test("a mean outside the bounds, or a spread that they do not allow, are a problem", () => {
  const bounds = { kind: "beta", min: 10, max: 50 };
  expect(problemOf({ ...bounds, mean: 10, sd: 1 })).toMatch(/`mean` is not between/);
  expect(problemOf({ ...bounds, mean: 20, sd: 17 })).toMatch(/`sd` is too large/);
  expect(problemOf({ ...bounds, mean: 20, sd: 0.001 })).toMatch(/`sd` is too small/);
  expect(problemOf({ kind: "beta", min: 5, max: 5, mean: 5, sd: 1 })).toMatch(/`max` is not above `min`/);
});
