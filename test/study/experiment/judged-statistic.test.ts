import { describe, expect, test } from "vitest";
import type { Reading, Scale } from "#domain/measure/measure-kind";
import { sampleOf } from "#study/experiment/estimate";
import { judgedDifference, judgedStatistic } from "#study/experiment/judged-statistic";
import type { Measured } from "#study/experiment/measured";
import { emptyReadings, writeReading } from "#study/experiment/readings";
import { versusBaseline } from "#study/experiment/versus-baseline";

const value = (number: number): Reading => ({ status: "value", value: number });
const censored = (number: number): Reading => ({ status: "censored", value: number });
const unaffected: Reading = { status: "unaffected" };

function measured(readings: readonly Reading[], kind: string = "mean-wait", scale: Scale = "mean"): Measured {
  const columns = emptyReadings(readings.length);
  readings.forEach((reading, index) => writeReading(columns, index, reading));
  const row = { kind, of: "berth", at: undefined, from: undefined, until: undefined, by: "arrival" } as const;
  const sample = sampleOf(columns, { unit: "d", scale }, "judged", kind);
  return { row, readings: columns, sample, twin: undefined };
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const limit = Infinity;

describe("the statistic of a threshold", () => {
  test("is the mean, the median or a percentile, with its interval", () => {
    const hundred = measured(range(101).map(value));
    expect(judgedStatistic(hundred, "mean")).toMatchObject({ value: 50, unit: "d" });
    expect(judgedStatistic(hundred, "median").value).toBe(50);
    expect(judgedStatistic(hundred, "p90").value).toBe(90);
    // Binomial of 101 draws: the median's 95 % interval lies between the 41st and the 61st of 0, 1, 2 ...
    const { low, high } = judgedStatistic(hundred, "median");
    expect([Math.floor(low ?? NaN), Math.ceil(high ?? NaN)]).toEqual([40, 60]);
  });

  test("is the mean of the worst 5 %: the greatest, or the least where more is better", () => {
    const of = (kind: string): number | null =>
      judgedStatistic(measured(range(100).map(value), kind), "cvar").value;
    // The five greatest of 0 to 99 are 95 to 99, the five least 0 to 4.
    expect(of("mean-wait")).toBeCloseTo(97, 9);
    expect(of("on-time-share")).toBeCloseTo(2, 9);
  });

  test("has no interval of a tail of fewer than five, and one of more", () => {
    const few = judgedStatistic(measured(range(99).map(value)), "cvar");
    expect([few.low, few.high]).toEqual([null, null]);
    const many = judgedStatistic(measured(range(100).map(value)), "cvar");
    expect(many.low).toBeLessThan(97);
    expect(many.high).toBeGreaterThan(97);
  });

  test("of a tail with censored times is at least what came by the end", () => {
    const times = [...range(100).map(value), censored(40)];
    const tail = judgedStatistic(measured(times, "backlog-clear-time", "time-to-event"), "cvar");
    expect(tail).toMatchObject({ value: null, high: null });
    expect(tail.low).toBeGreaterThan(90);
  });

  test("is the share of replications of one status, of those that say anything", () => {
    const readings = [value(1), censored(9), censored(9), unaffected, { status: "none" } as const];
    const times = measured(readings, "backlog-clear-time", "time-to-event");
    // Wilson 95 % of 2 in 4: 0.15 to 0.85 (closed form with z = 1.96: (2 + 1.92 ± 2.72) ÷ 7.84).
    expect(judgedStatistic(times, "censored")).toMatchObject({ value: 0.5, unit: "share" });
    expect(judgedStatistic(times, "censored").low).toBeCloseTo(0.15, 3);
    expect(judgedStatistic(times, "censored").high).toBeCloseTo(0.85, 3);
    expect(judgedStatistic(times, "unaffected").value).toBe(0.25);
    expect(judgedStatistic(measured([{ status: "none" }]), "censored").value).toBeNull();
  });

  test("leaves room for doubt where all replications say the same", () => {
    const all = measured(Array<Reading>(40).fill(unaffected), "time-to-recover", "time-to-event");
    const { value: share, low, high } = judgedStatistic(all, "unaffected");
    expect([share, high]).toEqual([1, 1]);
    // Wilson: 40 ÷ (40 + 1.96²).
    expect(low).toBeCloseTo(40 / (40 + 1.959964 ** 2), 6);
  });
});

describe("the statistic of differences from the baseline", () => {
  const baseline = measured(range(101).map((index) => value(1000 * (index % 7))));
  const variant = measured(range(101).map((index) => value(1000 * (index % 7) - index)));

  test("is taken in pairs, so that what both share does not count", () => {
    expect(judgedDifference(variant, baseline, { statistic: "median", limit }).value).toBe(-50);
    expect(judgedDifference(variant, baseline, { statistic: "p90", limit }).value).toBe(-10);
  });

  test("of a mean is the very comparison of the table", () => {
    const { difference, low, high } = versusBaseline(variant.sample, baseline.sample, limit);
    const judged = judgedDifference(variant, baseline, { statistic: "mean", limit });
    expect(judged).toEqual({ value: difference, low, high, unit: "d" });
  });

  test("of a tail is the tail of the one less the tail of the other", () => {
    const tail = (of: Measured): number => judgedStatistic(of, "cvar").value ?? NaN;
    const { value: between } = judgedDifference(variant, baseline, { statistic: "cvar", limit });
    expect(between).toBeCloseTo(tail(variant) - tail(baseline), 9);
  });

  test("of a status is a difference of shares", () => {
    const times = (censoredCount: number): Measured =>
      measured(
        range(20).map((index) => (index < censoredCount ? censored(9) : value(1))),
        "backlog-clear-time",
        "time-to-event",
      );
    const judged = judgedDifference(times(5), times(15), { statistic: "censored", limit: 9 });
    expect(judged).toMatchObject({ value: -0.5, unit: "share" });
    expect(judged.high).toBeLessThan(0);
  });

  test("of a status that all or none have is 0, with room for doubt on both sides", () => {
    const none = measured(range(40).map(value), "backlog-clear-time", "time-to-event");
    const judged = judgedDifference(none, none, { statistic: "censored", limit });
    expect(judged.value).toBe(0);
    // Wilson's bound of 0 in 40, 1.96² ÷ (40 + 1.96²), of both: put together as a root of squares.
    const bound = 1.959964 ** 2 / (40 + 1.959964 ** 2);
    expect(judged.high).toBeGreaterThan(0);
    expect(judged.high).toBeLessThan(bound * Math.SQRT2 + 1e-6);
    expect(judged.low).toBeCloseTo(-(judged.high ?? NaN), 12);
  });

  test("of a tail is none where a time of either is not known", () => {
    const kind = "backlog-clear-time";
    const own = measured([...range(100).map(value), censored(3)], kind, "time-to-event");
    const other = measured(range(101).map(value), kind, "time-to-event");
    const judged = judgedDifference(own, other, { statistic: "cvar", limit: 3 });
    expect([judged.value, judged.low, judged.high]).toEqual([null, null, null]);
  });

  test("cuts times where nobody watched longer", () => {
    const kind = "backlog-clear-time";
    const own = measured([value(3), value(20), value(4)], kind, "time-to-event");
    const other = measured([value(30), censored(10), value(5)], kind, "time-to-event");
    // min(T, 10): 3, 10, 4 less 10, 10, 5.
    expect(judgedDifference(own, other, { statistic: "median", limit: 10 }).value).toBe(-1);
  });
});
