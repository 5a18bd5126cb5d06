import { describe, expect, test } from "vitest";
import { createDistribution } from "#engine/random/distribution-kinds";
import { distributionLaws, problemOf } from "../distribution.laws.ts";

// Quantiles and moments from mpmath 1.3 at 30 digits.
distributionLaws("cut at 0", {
  written: { kind: "normal", mean: 10, sd: 8, min: 0 },
  support: [0, 80],
  quantiles: [
    [0.001, 0.039053154148724492],
    [0.5, 11.062413433411855],
    [0.999, 34.985943426162597],
  ],
  frozen: [7.873868319868665, 20.3901612515293, 7.805392563095137],
});

distributionLaws("between near bounds above its mean", {
  written: { kind: "normal", mean: 10, sd: 4, min: 12, max: 13 },
  support: [12, 13],
  quantiles: [
    [0.001, 12.000930679001412],
    [0.5, 12.480564425428267],
    [0.999, 12.998912100259503],
  ],
  frozen: [12.307430195505862, 12.883252312771505, 12.303860364641423],
});

distributionLaws("a sliver below its mean", {
  written: { kind: "normal", mean: 10, sd: 1, min: 8, max: 8.1 },
  support: [8, 8.1],
  quantiles: [[0.5, 8.0524321330456733]],
  frozen: [8.034563263704941, 8.090042970423118, 8.034183243893532],
});

distributionLaws("without bounds, as of instants", {
  written: { kind: "normal", mean: 1000, sd: 10 },
  support: [900, 1100],
  quantiles: [[0.975, 1019.5996398454005]],
  frozen: [995.4280519990866, 1012.3469839266319, 995.3253641867133],
});

describe("it states the moments of what is left of the bell", () => {
  test.each([
    [{ kind: "normal", mean: 10, sd: 8, min: 0 }, 11.633803671189414, 44.992648852113853],
    [{ kind: "normal", mean: 10, sd: 4, min: 12, max: 13 }, 12.487011536876721, 0.083058827909641078],
    [{ kind: "normal", mean: 10, sd: 1, min: 8, max: 8.1 }, 8.051623430464609, 0.00083147510594614462],
    [{ kind: "normal", mean: 1000, sd: 10 }, 1000, 100],
  ])("%o", (written, mean, variance) => {
    const law = createDistribution(written);
    expect(Math.abs(law.mean / mean - 1)).toBeLessThanOrEqual(1e-13);
    expect(Math.abs(law.variance / variance - 1)).toBeLessThanOrEqual(1e-11);
  });
});

test("bounds that leave nothing, or next to nothing, of the bell are a problem", () => {
  const bell = { kind: "normal", mean: 10, sd: 1 };
  expect(problemOf({ ...bell, min: 12, max: 12 })).toMatch(/`max` is not above `min`/);
  expect(problemOf({ ...bell, min: 13.1 })).toMatch(/less than 1\/1,000 of the bell/);
  expect(problemOf({ ...bell, min: 0, max: 6.9 })).toMatch(/less than 1\/1,000 of the bell/);
  expect(problemOf({ ...bell, min: 13 })).toBeUndefined();
});
