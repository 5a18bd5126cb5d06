import { expect, test } from "vitest";
import type { DistributionValue } from "#base/field";
import { createDistribution } from "#engine/random/distribution-kinds";
import { distributionLaws, problemOf } from "../distribution.laws.ts";

distributionLaws("weighted", {
  written: { kind: "empirical", values: [30, 10, 20], weights: [1, 2, 1] },
  support: [10, 30],
  breaks: [0.5, 0.75],
  quantiles: [
    [0.5, 10],
    [0.51, 20],
    [0.76, 30],
  ],
  frozen: [10, 30, 10],
});

distributionLaws("alike", {
  written: { kind: "empirical", values: [4, 1, 1, 2] },
  support: [1, 4],
  breaks: [0.5, 0.75],
  quantiles: [
    [0.5, 1],
    [0.75, 2],
    [0.76, 4],
  ],
  frozen: [1, 4, 1],
});

test("the order of the observations does not matter", () => {
  const draw = (written: DistributionValue): number => createDistribution(written).quantile(0.6);
  expect(draw({ kind: "empirical", values: [20, 30, 10], weights: [1, 1, 2] })).toBe(20);
  expect(draw({ kind: "empirical", values: [10, 20, 30], weights: [2, 1, 1] })).toBe(20);
});

test("an observation of weight 0 is never drawn", () => {
  const law = createDistribution({ kind: "empirical", values: [1, 2, 3], weights: [0, 1, 0] });
  expect([law.quantile(2 ** -54), law.quantile(1 - 2 ** -53)]).toEqual([2, 2]);
});

test("lists that do not fit together are a problem", () => {
  expect(problemOf({ kind: "empirical", values: [] })).toMatch(/`values` is empty/);
  expect(problemOf({ kind: "empirical", values: [1, 2], weights: [1] })).toMatch(/2 `values`.*1 `weights`/);
  expect(problemOf({ kind: "empirical", values: [1], weights: [0] })).toMatch(/all `weights` are 0/);
});
