import { expect, test } from "vitest";
import { gammaFunction, logGamma } from "#engine/random/gamma-function";

// Computed with mpmath 1.3 at 30 digits.
test.each([
  [0.01, 4.5994798780420217],
  [0.5, 0.57236494292470009],
  [1.5, -0.12078223763524522],
  [3, 0.69314718055994531],
  [10.5, 13.940625219403764],
  [100, 359.1342053695754],
  [12345.678, 103959.91990554606],
])("log Γ(%d) is %d", (x, value) => {
  expect(Math.abs(logGamma(x) - value)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(value)));
});

test("Γ of whole numbers are factorials", () => {
  for (const [x, factorial] of [
    [1, 1],
    [5, 24],
    [11, 3_628_800],
    [21, 2_432_902_008_176_640_000],
  ] as const) {
    expect(Math.abs(gammaFunction(x) / factorial - 1)).toBeLessThanOrEqual(1e-13);
  }
});
