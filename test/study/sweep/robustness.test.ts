import { describe, expect, test } from "vitest";
import { wilsonInterval } from "#engine/stats/wilson";
import { regretsOf } from "#study/sweep/regret";
import { satisficingOf } from "#study/sweep/satisficing";
import { fakeCube, fakeQuestion } from "./fake-cube.ts";

const paths = [{ path: "storm.days", unit: "d", at: [1, 2, 3, 4] }];
const nan = Number.NaN;

describe("regret", () => {
  const cube = fakeCube({
    paths,
    values: { baseline: [10, 20, 30, 40], wide: [12, 18, 24, 32], calm: [2, 10, 26, 90] },
  });

  test("is what a variant misses of the best of each future", () => {
    const { regrets, leastMost, leastMean } = regretsOf(fakeQuestion(cube));
    // wide misses 10, 8, 0 and 0; the baseline 8, 10, 6 and 8; calm 0, 0, 2 and 58.
    const told = regrets.map(({ place, mean, most, worst }) => [place, mean, most, worst]);
    expect(told).toEqual([
      [1, 4.5, 10, 0],
      [0, 8, 10, 1],
      [2, 15, 58, 3],
    ]);
    expect(regrets.map(({ p90 }) => p90)).toEqual([
      expect.closeTo(9.4, 12),
      expect.closeTo(9.4, 12),
      expect.closeTo(41.2, 12),
    ]);
    expect([leastMost, leastMean]).toEqual([1, 1]);
  });

  test("turns round where more is better, and leaves out what has no number", () => {
    const more = fakeCube({ paths, better: 1, values: { baseline: [1, 5, 3, nan], wide: [4, 2, 3, 9] } });
    const { regrets, field } = regretsOf(fakeQuestion(more));
    expect(regrets.map(({ place, most }) => [place, most])).toEqual([
      [0, 3],
      [1, 3],
    ]);
    expect(field.leftOut).toBe(1);
  });

  test("of the least maximum and of the least mean may be two", () => {
    const two = fakeCube({ paths, values: { baseline: [4, 4, 4, 4], wide: [3, 3, 3, 9] } });
    expect(regretsOf(fakeQuestion(two))).toMatchObject({ leastMost: 0, leastMean: 0 });
    const other = fakeCube({ paths, values: { baseline: [4, 4, 4, 4], wide: [1, 1, 1, 10] } });
    expect(regretsOf(fakeQuestion(other))).toMatchObject({ leastMost: 0, leastMean: 1 });
  });
});

describe("the satisficing share", () => {
  test("is of futures in which all thresholds are met, and of each", () => {
    const cube = fakeCube({
      paths,
      values: { baseline: [1, 1, 1, 1], wide: [1, 1, 1, 1] },
      met: {
        soon: [
          [1, 1, 0, 0],
          [1, 1, 1, nan],
        ],
        cheap: [
          [1, 0, 1, nan],
          [1, 1, 1, 1],
        ],
      },
    });
    const { rule, shares } = satisficingOf(cube, fakeQuestion(cube));
    expect(rule).toBe("thresholds");
    expect(shares.map(({ place, met, of }) => [place, met, of])).toEqual([
      [1, 3, 3],
      [0, 1, 4],
    ]);
    expect(shares[1]).toMatchObject({ share: 0.25, interval: wilsonInterval(1, 4) });
    expect(shares[1]?.thresholds.map(({ met, of }) => [met, of])).toEqual([
      [2, 4],
      [2, 3],
    ]);
  });

  test("without thresholds is of futures that beat the baseline beyond the indifference", () => {
    const cube = fakeCube({ paths, values: { baseline: [10, 10, 10, nan], wide: [9, 8, 11, 1] } });
    const { rule, shares } = satisficingOf(cube, fakeQuestion(cube, 1));
    expect(rule).toBe("baseline");
    expect(shares.map(({ place, met, of }) => [place, met, of])).toEqual([[1, 1, 3]]);
  });
});
