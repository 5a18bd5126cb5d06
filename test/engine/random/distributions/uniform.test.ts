import { expect, test } from "vitest";
import { distributionLaws, problemOf } from "../distribution.laws.ts";

distributionLaws("2 to 10", {
  written: { kind: "uniform", min: 2, max: 10 },
  support: [2, 10],
  quantiles: [
    [0.25, 4],
    [0.5, 6],
    [0.9, 9.2],
  ],
  frozen: [4.590124142213271, 9.13222890269692, 4.5606729686561],
});

distributionLaws("bounds that meet", {
  written: { kind: "uniform", min: 3, max: 3 },
  support: [3, 3],
  quantiles: [
    [0.001, 3],
    [0.999, 3],
  ],
  frozen: [3, 3, 3],
});

test("a maximum below the minimum is a problem", () => {
  expect(problemOf({ kind: "uniform", min: 4, max: 3 })).toMatch(/`max` is below `min`/);
});
