import { expect, test } from "vitest";
import { distributionLaws, problemOf } from "../distribution.laws.ts";

// Of 3 in 4, and of 1 in 4: mean 0.75·10 + 0.25·30 = 15.
distributionLaws("of two values", {
  written: {
    kind: "discrete",
    values: [
      { key: 10, value: 3 },
      { key: 30, value: 1 },
    ],
  },
  support: [10, 30],
  breaks: [0.75],
  quantiles: [
    [0.01, 10],
    [0.75, 10],
    [0.76, 30],
  ],
  frozen: [10, 30, 10],
});

test("weights that are all 0 are a problem, and one that is not is enough", () => {
  const of = (...weights: readonly number[]): string | undefined =>
    problemOf({ kind: "discrete", values: weights.map((value, key) => ({ key, value })) });
  expect(of(0, 0)).toMatch(/all weights of `values` are 0/);
  expect(of(0, 1)).toBeUndefined();
});
