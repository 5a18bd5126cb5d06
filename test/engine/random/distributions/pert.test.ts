import { expect, test } from "vitest";
import { createDistribution } from "#engine/random/distribution-kinds";
import { distributionLaws, problemOf } from "../distribution.laws.ts";

// Quantiles of the beta of shapes 2 and 4 from SciPy 1.17.
distributionLaws("2, 4, 10", {
  written: { kind: "pert", min: 2, mode: 4, max: 10, shape: 4 },
  support: [2, 10],
  quantiles: [
    [0.001, 2.080814303069902],
    [0.5, 4.51048136364558],
    [0.999, 9.023889363108172],
  ],
  frozen: [3.8350619210396033, 6.592699254412129, 3.8210280087778683],
});

distributionLaws("mode at an end", {
  written: { kind: "pert", min: 0, mode: 0, max: 1, shape: 4 },
  support: [0, 1],
  quantiles: [[0.5, 1 - 0.5 ** 0.2]],
  frozen: [0.07526038572413575, 0.35869734365653105, 0.07425572111655594],
});

distributionLaws("of shape 0 is uniform", {
  written: { kind: "pert", min: 3, mode: 4, max: 7, shape: 0 },
  support: [3, 7],
  quantiles: [
    [0.25, 4],
    [0.75, 6],
  ],
  frozen: [4.295062071106639, 6.56611445134846, 4.280336484328054],
});

test("its mean is (min + shape · mode + max) / (shape + 2)", () => {
  const pert = (shape: number): number =>
    createDistribution({ kind: "pert", min: 2, mode: 4, max: 10, shape }).mean;
  expect(pert(4)).toBeCloseTo((2 + 4 * 4 + 10) / 6, 12);
  expect(pert(10)).toBeCloseTo((2 + 10 * 4 + 10) / 12, 12);
});

distributionLaws("bounds that meet", {
  written: { kind: "pert", min: 3, mode: 3, max: 3, shape: 4 },
  support: [3, 3],
  quantiles: [
    [0.001, 3],
    [0.999, 3],
  ],
  frozen: [3, 3, 3],
});

test("a mode outside the bounds, or a maximum below the minimum, is a problem", () => {
  expect(problemOf({ kind: "pert", min: 2, mode: 1, max: 3, shape: 4 })).toMatch(/`mode` is not between/);
  expect(problemOf({ kind: "pert", min: 3, mode: 3, max: 2, shape: 4 })).toMatch(/`max` is below `min`/);
});
