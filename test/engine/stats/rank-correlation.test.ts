import { expect, it } from "vitest";
import { rankCorrelation } from "#engine/stats/rank-correlation";

/** The example in the documentation of `ci.spear`, R package statpsych 1.6.0. */
const ys = [21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19];
const xs = [67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51];

it("gives the published example, which has ties", () => {
  const found = rankCorrelation(xs, ys);
  expect(found?.correlation).toBeCloseTo(0.8699639, 7);
  expect(found?.low).toBeCloseTo(0.5840951, 7);
  expect(found?.high).toBeCloseTo(0.9638297, 7);
});

it("sees only ranks, and turns its sign with one of its sides", () => {
  const bent = xs.map((x) => x ** 3);
  expect(rankCorrelation(bent, ys)).toEqual(rankCorrelation(xs, ys));
  const [plain, turned] = [
    rankCorrelation(xs, ys),
    rankCorrelation(
      xs,
      ys.map((y) => -y),
    ),
  ];
  expect(turned?.correlation).toBeCloseTo(-(plain?.correlation ?? NaN), 12);
  expect(turned?.low).toBeCloseTo(-(plain?.high ?? NaN), 12);
});

it("has no interval around what is certain, and none of what never varies or is too few", () => {
  expect(rankCorrelation(ys, ys)).toEqual({ correlation: 1, low: 1, high: 1 });
  expect(
    rankCorrelation(
      ys.map(() => 3),
      ys,
    ),
  ).toBeUndefined();
  expect(rankCorrelation(xs.slice(0, 9), ys.slice(0, 9))).toBeUndefined();
});
