import { expect, test } from "vitest";
import { distributionLaws, problemOf } from "../distribution.laws.ts";

// Quantiles from SciPy 1.17.
distributionLaws("2, 4, 10", {
  written: { kind: "triangular", min: 2, mode: 4, max: 10 },
  support: [2, 10],
  breaks: [0.25],
  quantiles: [
    [0.001, 2.126491106406735],
    [0.5, 5.101020514433644],
    [0.999, 9.780910976997934],
  ],
  frozen: [4.302697555270532, 7.718196637784386, 4.287210647322675],
});

distributionLaws("mode at an end", {
  written: { kind: "triangular", min: 0, mode: 0, max: 1 },
  support: [0, 1],
  quantiles: [[0.75, 0.5]],
  frozen: [0.1776652249701821, 0.6706500536467557, 0.17542988235202972],
});

distributionLaws("bounds that meet", {
  written: { kind: "triangular", min: 3, mode: 3, max: 3 },
  support: [3, 3],
  quantiles: [
    [0.001, 3],
    [0.999, 3],
  ],
  frozen: [3, 3, 3],
});

test("a mode outside the bounds, or a maximum below the minimum, is a problem", () => {
  expect(problemOf({ kind: "triangular", min: 2, mode: 1, max: 3 })).toMatch(/`mode` is not between/);
  expect(problemOf({ kind: "triangular", min: 2, mode: 4, max: 3 })).toMatch(/`mode` is not between/);
  expect(problemOf({ kind: "triangular", min: 3, mode: 3, max: 2 })).toMatch(/`max` is below `min`/);
});
