import { describe, expect, it } from "vitest";
import { kaplanMeier, survivalQuantile } from "#engine/stats/kaplan-meier";
import { longestLimit, restrictedMean, restrictedTimes } from "#engine/stats/restricted-mean";

/**
 * Weeks of remission of the 21 patients on 6-mercaptopurine in Freireich et al., Blood 21 (1963), 699-716;
 * those still in remission are censored.
 */
const weeks = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
const stillWell = [0, 0, 0, 1, 0, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1].map((code) => code === 1);
const none = (times: readonly number[]): boolean[] => times.map(() => false);

describe("the Kaplan-Meier curve", () => {
  const steps = kaplanMeier(weeks, stillWell);

  it("of the 6-MP patients is the published one", () => {
    expect(steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([
      [6, 21, 3],
      [7, 17, 1],
      [10, 15, 1],
      [13, 12, 1],
      [16, 11, 1],
      [22, 7, 1],
      [23, 6, 1],
    ]);
    const survival = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448];
    const standardError = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346];
    steps.forEach((step, index) => {
      expect(Math.abs(step.survival - (survival[index] ?? NaN))).toBeLessThan(0.00051);
      expect(Math.abs(step.standardError - (standardError[index] ?? NaN))).toBeLessThan(0.000051);
    });
  });

  it("has the log-log band that SciPy computes", () => {
    const band = [
      [0.6197179552659838, 0.951551747646997],
      [0.5631465646222333, 0.9228090192028804],
      [0.5031995107999564, 0.8893618351692655],
      [0.43161022248618397, 0.8490659633494507],
      [0.36751085598750205, 0.8049121894718412],
      [0.26777893676713505, 0.7467907176353944],
      [0.18805200595923235, 0.6801426284952414],
    ];
    steps.forEach((step, index) => {
      expect([step.low, step.high]).toEqual(
        (band[index] ?? []).map((side): unknown => expect.closeTo(side, 12)),
      );
    });
  });

  it("has a median of 23 weeks, at least 13, with no upper bound; the order of patients is nothing", () => {
    expect(survivalQuantile(steps, 0.5)).toEqual({ value: 23, low: 13, high: null, method: "kaplan-meier" });
    expect(kaplanMeier([...weeks].reverse(), [...stillWell].reverse())).toEqual(steps);
  });

  it("knows no median where more than half are censored before any", () => {
    const early = kaplanMeier([1, 2, 3, 4, 5], [false, true, true, true, true]);
    expect(survivalQuantile(early, 0.5).value).toBeNull();
    expect(survivalQuantile(kaplanMeier([5, 5], [true, true]), 0.5)).toEqual({
      value: null,
      low: null,
      high: null,
      method: "kaplan-meier",
    });
    expect(kaplanMeier([], [])).toEqual([]);
  });

  it("without censoring is the share that lasts longer; its median is when half are through", () => {
    const times = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const plain = kaplanMeier(times, none(times));
    plain.forEach((step, index) => expect(step.survival).toBeCloseTo((9 - index) / 10, 14));
    expect(survivalQuantile(plain, 0.5).value).toBe(5);
  });

  it("bounds a time that is the same for everybody from both sides", () => {
    const times = Array.from({ length: 100 }, () => 6.43);
    expect(survivalQuantile(kaplanMeier(times, none(times)), 0.5)).toEqual({
      value: 6.43,
      low: 6.43,
      high: 6.43,
      method: "kaplan-meier",
    });
    expect(survivalQuantile(kaplanMeier([6.43], [false]), 0.5).high).toBeNull();
  });

  it("falls late where censored runs are kept, and too early where they are dropped", () => {
    const kept = survivalQuantile(kaplanMeier([3, 4, 9, 9, 9], [false, false, true, true, true]), 0.4).value;
    const dropped = survivalQuantile(kaplanMeier([3, 4], [false, false]), 0.4).value;
    expect([kept, dropped]).toEqual([4, 3]);
  });
});

describe("the restricted mean", () => {
  it("is the area under the curve", () => {
    const steps = kaplanMeier([2, 4, 6, 8], [false, true, false, false]);
    // S is 1 to 2, 3/4 to 6, 3/8 to 8: 2 + 3 + 3/4.
    expect(restrictedMean(steps, 8).mean).toBeCloseTo(5.75, 14);
    expect(restrictedMean(steps, 1)).toEqual({ mean: 1, standardError: 0 });
  });

  it("without censoring is the mean of min(T, L), with its standard error of divisor n", () => {
    const times = [1, 3, 5, 9];
    const cut = [1, 3, 5, 6];
    const mean = 15 / 4;
    const spread = cut.reduce((sum, time) => sum + (time - mean) * (time - mean), 0);
    const got = restrictedMean(kaplanMeier(times, none(times)), 6);
    expect(got.mean).toBeCloseTo(mean, 14);
    expect(got.standardError).toBeCloseTo(Math.sqrt(spread) / 4, 14);
  });

  it("compares in pairs up to a limit that everyone was watched for", () => {
    const times = [3, 12, NaN, 10, 40];
    const censored = [false, true, false, true, false];
    const limit = longestLimit(times, censored);
    expect(limit).toBe(10);
    expect(Array.from(restrictedTimes(times, censored, limit))).toEqual([3, 10, NaN, 10, 10]);
    expect(() => restrictedTimes(times, censored, 11)).toThrow(/censored at 10/);
    expect(longestLimit([3, 7], [false, false])).toBe(Infinity);
  });

  it("leaves out of pairs what was censored at 0, which nobody watched, and cuts nothing for it", () => {
    const times = [0, 9, 0, 5];
    const censored = [true, false, false, true];
    expect(longestLimit(times, censored)).toBe(5);
    expect(Array.from(restrictedTimes(times, censored, 5))).toEqual([NaN, 5, 0, 5]);
    expect(longestLimit([0, 9], [true, false])).toBe(Infinity);
    expect(Array.from(restrictedTimes([0, 9], [true, false], Infinity))).toEqual([NaN, 9]);
  });
});
