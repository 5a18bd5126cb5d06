import { describe, expect, test } from "vitest";
import { gammaShares } from "#engine/random/incomplete-gamma";
import { logGamma } from "#engine/random/gamma-function";
import { StandardGamma } from "#engine/random/standard-gamma";

const shares = [1e-12, 0.001, 0.1, 0.5, 0.9, 0.999];

// Computed with mpmath 1.3 at 30 digits; shapes 100 and 10,000 with SciPy 1.17.
describe.each([
  [
    0.1,
    [
      6.073048362407974e-121, 6.073048362407907e-31, 6.073048362743184e-11, 0.0005933911044602262,
      0.2661545537388379, 3.363677011718754,
    ],
  ],
  [
    0.5,
    [
      7.853981633974483e-25, 7.85398574631245e-7, 0.007895387046715613, 0.2274682115597864, 1.352771727047707,
      5.413783085331365,
    ],
  ],
  [
    1,
    [
      1.0000000000005e-12, 0.001000500333583534, 0.1053605156578263, 0.6931471805599453, 2.302585092994046,
      6.907755278982136,
    ],
  ],
  [
    2.5,
    [
      2.562321748415268e-5, 0.1051063013146096, 0.8051539934811615, 2.175730095547764, 4.61817844989056,
      10.25750282621644,
    ],
  ],
  [
    10,
    [
      0.2934603733177401, 2.96052037274376, 6.221304605225033, 9.668714614714131, 14.20599029215282,
      22.65737330906293,
    ],
  ],
  [
    100,
    [
      44.8860220300176, 71.9213974950004, 87.41763649959366, 99.66686491931549, 113.01052385984448,
      133.7702639113786,
    ],
  ],
  [
    10_000,
    [
      9312.628969854226, 9693.824385823726, 9872.060875049736, 9999.666668642047, 10128.367373674177,
      10311.875224539537,
    ],
  ],
] as const)("shape %d", (shape, values) => {
  test.each(shares.map((u, i) => [u, values[i] ?? NaN] as const))("has its quantile at %d", (u, value) => {
    expect(Math.abs(StandardGamma.of(shape).quantile(u) / value - 1)).toBeLessThanOrEqual(1e-10);
  });
});

const shapes = [0.01, 0.05, 0.3, 1, 1.7, 4, 30, 1000];

test.each(shapes)("shape %d: the share below the quantile is u", (shape) => {
  const table = StandardGamma.of(shape);
  const logGammaOfShape = logGamma(shape);
  let worst = 0;
  for (let i = 1; i < 3000; i++) {
    const u = i / 3000;
    const x = table.quantile(u);
    if (x < 1e-300) continue; // its logarithm has lost bits
    const found = gammaShares(shape, Math.log(x), logGammaOfShape);
    const logTail = u < 0.5 ? found.logBelow : found.logAbove;
    const logError = logTail - (u < 0.5 ? Math.log(u) : Math.log1p(-u));
    // an error in the tail, turned into a relative error in x
    worst = Math.max(worst, Math.abs(logError * Math.exp(logTail - found.logDensity)));
  }
  expect(worst).toBeLessThanOrEqual(1e-10);
});

test("a shape is tabulated once", () => {
  expect(StandardGamma.of(2.25)).toBe(StandardGamma.of(2.25));
});
