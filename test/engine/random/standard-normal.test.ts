import { expect, test } from "vitest";
import { standardNormal } from "#engine/random/standard-normal";

// Computed with mpmath 1.3 at 30 digits.
test.each([
  [1e-12, -7.0344838253011319],
  [1e-5, -4.2648907939228246],
  [0.001, -3.0902323061678135],
  [0.025, -1.9599639845400542],
  [0.1, -1.2815515655446004],
  [0.3, -0.52440051270804082],
  [0.75, 0.67448975019608174],
])("the quantile at %d is %d", (u, value) => {
  expect(Math.abs(standardNormal(u) / value - 1)).toBeLessThanOrEqual(1e-15);
});

test("the median is 0, and both tails mirror each other", () => {
  expect(standardNormal(0.5)).toBe(0);
  for (const u of [2 ** -53, 2 ** -20, 0.0625, 0.25]) expect(standardNormal(1 - u)).toBe(-standardNormal(u));
});
