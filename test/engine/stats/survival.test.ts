import { describe, expect, it } from "vitest";
import { kaplanMeier, survivalQuantile } from "#engine/stats/kaplan-meier";
import { Streams } from "#engine/random/stream";
import { pseudoValues } from "#engine/stats/pseudo-values";
import { commonLimit, restrictedMean } from "#engine/stats/restricted-mean";
import { restrictedTimes } from "#engine/stats/restricted-times";

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

  it("reaches as far as someone was watched in each sample", () => {
    const open = { times: [3, 12, NaN, 10, 4], censored: [false, true, false, true, false] };
    const longer = { times: [3, 40], censored: [false, true] };
    const ended = { times: [3, 7], censored: [false, false] };
    const endedLast = { times: [3, 5, 70], censored: [false, true, false] };
    expect(commonLimit([open, longer])).toBe(12);
    expect(commonLimit([longer, ended])).toBe(40);
    expect(commonLimit([longer, endedLast])).toBe(40);
    expect(commonLimit([ended, endedLast])).toBe(70);
    expect(commonLimit([ended])).toBe(Infinity);
  });

  it("leaves out what was censored at 0, which nobody watched, and cuts nothing for it", () => {
    const sample = { times: [0, 9, 0, 5], censored: [true, false, false, true] };
    expect(commonLimit([{ times: [0, 9], censored: [true, false] }])).toBe(Infinity);
    expect(Array.from(restrictedTimes(sample, 5))).toEqual([NaN, 5, 0, 5]);
    expect(Array.from(restrictedTimes({ times: [0, 9], censored: [true, false] }, Infinity))).toEqual([
      NaN,
      9,
    ]);
  });
});

describe("pseudo-values", () => {
  it("are min(T, limit) where nobody's watch ended before the limit", () => {
    const values = Array.from(pseudoValues([3, 9, 4, 12], [false, true, false, false], 9));
    expect(values).toEqual([3, 9, 4, 9].map((value): unknown => expect.closeTo(value, 12)));
  });

  it("of four times with one censored are those worked out by hand", () => {
    // All: 2 + 3/4 (6 - 2) + 3/8 (8 - 6) = 5.75. Without the 2: 6 + 1/2 2 = 7; without the 4, which is
    // censored: 2 + 2/3 4 + 1/3 2 = 16/3; without the 6: 2 + 2/3 6 = 6; without the 8: 2 + 2/3 4 = 14/3.
    const values = Array.from(pseudoValues([2, 4, 6, 8], [false, true, false, false], 8));
    const want = [7, 16 / 3, 6, 14 / 3].map((one): unknown => expect.closeTo(4 * 5.75 - 3 * one, 12));
    expect(values).toEqual(want);
  });

  it("are what leaving each out by itself gives, with and without ties", () => {
    const stream = new Streams("pseudo-values", 0).at("samples");
    for (let round = 0; round < 300; round += 1) {
      const count = 2 + Math.floor(stream.uniform() * 11);
      const steps = round % 2 === 0 ? 5 : 1e6;
      const times = Array.from({ length: count }, () => 1 + Math.floor(stream.uniform() * steps));
      const censored = times.map(() => stream.uniform() < 0.4);
      const limit = Math.max(...times) * (0.4 + stream.uniform());
      const meanOf = (left: readonly number[]): number => {
        const [own, cut] = [left.map((index) => times[index] ?? NaN), left.map((index) => !!censored[index])];
        return restrictedMean(kaplanMeier(own, cut), limit).mean;
      };
      const all = [...times.keys()];
      const got = pseudoValues(times, censored, limit);
      all.forEach((index) => {
        const without = meanOf(all.filter((other) => other !== index));
        const want = count * meanOf(all) - (count - 1) * without;
        expect(Math.abs((got[index] ?? NaN) - want)).toBeLessThan(1e-9 * limit);
      });
    }
  });
});
