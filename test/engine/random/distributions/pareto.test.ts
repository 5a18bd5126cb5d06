import { describe, expect, test } from "vitest";
import { createDistribution } from "#engine/random/distribution-kinds";
import { distributionLaws, problemOf } from "../distribution.laws.ts";

// Quantiles from SciPy 1.17.
distributionLaws("by least value", {
  written: { kind: "pareto", shape: 5, min: 10 },
  support: [10, 20_000],
  quantiles: [
    [0.001, 10.002001200880704],
    [0.5, 11.48698354997035],
    [0.999, 39.81071705534972],
  ],
  frozen: [10.813854890201384, 15.593261467240662, 10.802119146835192],
});

distributionLaws("by mean", {
  written: { kind: "pareto", shape: 5, mean: 12.5 },
  support: [10, 20_000],
  quantiles: [[0.5, 11.48698354997035]],
  frozen: [10.813854890201384, 15.593261467240662, 10.802119146835192],
});

test("it has the published mean and variance", () => {
  const law = createDistribution({ kind: "pareto", shape: 5, min: 10 });
  expect(law.mean).toBeCloseTo(12.5, 12);
  expect(law.variance).toBeCloseTo(10.416666666666668, 12);
});

describe("a shape of 2 or less", () => {
  const law = createDistribution({ kind: "pareto", shape: 1.5, min: 10 });

  test("has a mean, and says that its variance is infinite", () => {
    expect([law.mean, law.variance]).toEqual([30, Infinity]);
    expect(createDistribution({ kind: "pareto", shape: 2, min: 10 }).variance).toBe(Infinity);
  });

  test("has its published quantiles", () => {
    expect(Math.abs(law.quantile(0.5) / 15.874010519681994 - 1)).toBeLessThanOrEqual(1e-14);
    expect(Math.abs(law.quantile(0.999) / 1000 - 1)).toBeLessThanOrEqual(1e-13);
  });

  test("has the mean of its quantile up to a share, by the midpoint rule", () => {
    // The integral of min (1 - u)^(-1 / shape) from 0 to 0.99.
    const exact = 10 * 3 * (1 - 0.01 ** (1 / 3));
    const steps = 100_000;
    let sum = 0;
    for (let i = 0; i < steps; i++) sum += (law.quantile((0.99 * (i + 0.5)) / steps) * 0.99) / steps;
    expect(Math.abs(sum / exact - 1)).toBeLessThanOrEqual(1e-6);
  });
});

test("exactly one of min and mean is written, and a shape that has a mean", () => {
  expect(problemOf({ kind: "pareto", shape: 2 })).toMatch(/neither `min` nor `mean`/);
  expect(problemOf({ kind: "pareto", shape: 2, min: 1, mean: 3 })).toMatch(/both `min` and `mean`/);
  expect(problemOf({ kind: "pareto", shape: 1, min: 1 })).toMatch(/1 or less it has no mean/);
});
