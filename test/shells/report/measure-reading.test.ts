import { expect, it } from "vitest";
import { countsNote, differenceText, headlineOf, toneOf } from "#shells/report/measure-reading";
import type { QuantityScale } from "#study/experiment/quantity-scale";
import type { MeasureSummary } from "#study/experiment/summary";

const measure: MeasureSummary = {
  measure: "peak-queue",
  of: "suez.transit",
  unit: "vessels",
  mean: 300,
  low: 290,
  high: 310,
  method: "student",
  median: 299,
  p5: 280,
  p95: 320,
  censored: 0,
  unaffected: 0,
  replications: 60,
};
const scaleOf = (factor: number, decimals: number = 3): QuantityScale => ({ factor, unit: "", decimals });
const none = { mean: null, median: null, low: null, high: null, p5: null, p95: null };
const versus = (difference: number | null, distinguishable: boolean): MeasureSummary => ({
  ...measure,
  versusBaseline: { difference, low: difference, high: difference, distinguishable },
});

it("prints the mean, or the median where the interval is of the median", () => {
  expect(headlineOf(measure)).toMatchObject({ value: 300, statistic: "mean", reason: "" });
  const censored: MeasureSummary = { ...measure, mean: null, method: "kaplan-meier", censored: 3 };
  expect(headlineOf(censored)).toMatchObject({ value: 299, statistic: "median" });
  expect(headlineOf({ ...measure, method: "kaplan-meier" })).toMatchObject({
    value: 299,
    statistic: "median",
  });
});

it("says why there is no number", () => {
  const reason = (part: Partial<MeasureSummary>): string =>
    headlineOf({ ...measure, ...none, ...part }).reason;
  expect(reason({ unaffected: 60 })).toBe("unaffected in all 60");
  expect(reason({ censored: 60 })).toBe("not over by the end of the run");
  expect(reason({ censored: 40 })).toBe("too often not over by the end");
  expect(reason({ replications: 0 })).toBe("no replication gave a value");
  expect(reason({ replications: 0, measure: "dwell" })).toBe("nobody came and left");
  expect(reason({})).toBe("does not exist here");
});

it("counts those without a number apart", () => {
  expect(countsNote(measure)).toBe("");
  expect(countsNote({ ...measure, censored: 7, unaffected: 2 })).toBe(
    "7 of 60 not over by the end, unaffected in 2 of 60",
  );
});

it("lets the few that are affected not speak for the many that were spared", () => {
  const spared = { ...versus(-50, true), measure: "backlog-clear-time", unaffected: 31 };
  const reading = { value: null, low: null, high: null, reason: "no backlog in 31 of 60" };
  expect(headlineOf(spared)).toMatchObject(reading);
  expect(toneOf(spared, measure)).toBe("unknown");
  expect(toneOf(versus(-50, true), { ...measure, unaffected: 31 })).toBe("unknown");
  const half = { ...spared, unaffected: 30 };
  expect(headlineOf(half)).toMatchObject({ value: 300, reason: "" });
  expect(toneOf(half, half)).toBe("better");
});

it("calls nothing better or worse that cannot be told apart", () => {
  expect(toneOf(measure, measure)).toBeUndefined();
  expect(toneOf(versus(-50, false), measure)).toBe("alike");
  expect(toneOf(versus(50, false), measure)).toBe("alike");
  const even = { difference: 0, low: -1, high: 1, distinguishable: false };
  expect(toneOf({ ...measure, versusBaseline: even }, measure)).toBe("alike");
  const skewed = { difference: 0, low: 1, high: 2, distinguishable: true };
  expect(toneOf({ ...measure, versusBaseline: skewed }, measure)).toBe("alike");
  expect(toneOf(versus(null, true), measure)).toBe("unknown");
});

it("calls the same what differs in no replication, and one replication no proof of that", () => {
  const none = { difference: 0, low: 0, high: 0, distinguishable: false };
  expect(toneOf({ ...measure, versusBaseline: none }, measure)).toBe("same");
  expect(toneOf({ ...measure, versusBaseline: { ...none, low: null, high: null } }, measure)).toBe("alike");
});

it("knows which way is good, and leaves alone what is neither", () => {
  expect(toneOf(versus(-50, true), measure)).toBe("better");
  expect(toneOf(versus(50, true), measure)).toBe("worse");
  expect(toneOf({ ...versus(20, true), measure: "on-time-share" }, measure)).toBe("better");
  expect(toneOf({ ...versus(-20, true), measure: "on-time-share" }, measure)).toBe("worse");
  expect(toneOf({ ...versus(20, true), measure: "diverted-share" }, measure)).toBe("differs");
});

it("writes a small difference with its own digits", () => {
  const small: MeasureSummary = {
    ...measure,
    versusBaseline: { difference: -0.0123, low: -0.02, high: -0.004, distinguishable: true },
  };
  expect(differenceText(small, scaleOf(1))).toEqual({ difference: "−0.012", interval: "−0.020 to −0.004" });
  expect(differenceText(small, scaleOf(100))).toEqual({ difference: "−1.2", interval: "−2.0 to −0.4" });
  expect(differenceText(measure, scaleOf(1))).toEqual({ difference: "", interval: "" });
});

it("writes no digits that the interval does not bear, but tells its ends apart", () => {
  const text = (difference: number, low: number, high: number, finest: number): string => {
    const versusBaseline = { difference, low, high, distinguishable: low > 0 || high < 0 };
    const words = differenceText({ ...measure, versusBaseline }, scaleOf(1, finest));
    return `${words.difference} (${words.interval})`;
  };
  expect(text(-0.00021, -0.0009, 0.0012, 2)).toBe("0.000 (−0.001 to +0.001)");
  expect(text(0.48, 0.356, 0.604, 0)).toBe("+0.5 (+0.4 to +0.6)");
  expect(text(-2.12, -2.36, -1.88, 0)).toBe("−2.1 (−2.4 to −1.9)");
  expect(text(32.5, 30.2, 34.8, 0)).toBe("+33 (+30 to +35)");
  expect(text(0, 0, 0, 2)).toBe("0 ()");
});

it("calls a difference slight that is below a hundredth of the baseline's value, either way", () => {
  // The variant's mean is 300, so the baseline's is 300 less the difference.
  expect(toneOf(versus(2.9, true), measure)).toBe("slight");
  expect(toneOf(versus(-3, true), measure)).toBe("slight");
  expect(toneOf(versus(3.1, true), measure)).toBe("worse");
  expect(toneOf(versus(-3.1, true), measure)).toBe("better");
  expect(toneOf(versus(2.9, false), measure)).toBe("alike");
  const fromNothing = { ...versus(0.2, true), mean: 0.2, low: 0.1, high: 0.3 };
  expect(toneOf(fromNothing, measure)).toBe("worse");
});

it("prints no interval beyond what a measure can be, and leaves what is signed as it is", () => {
  const beyond = { low: -0.1, high: 1.1 };
  const ends = (name: string): unknown => headlineOf({ ...measure, ...beyond, measure: name });
  expect(ends("diverted-share")).toMatchObject({ low: 0, high: 1 });
  expect(ends("throughput-loss")).toMatchObject({ low: 0, high: 1.1 });
  expect(ends("net-loss")).toMatchObject(beyond);
  expect(ends("caught-up-share")).toMatchObject(beyond);
  expect(headlineOf({ ...measure, low: null, high: null, measure: "queue" })).toMatchObject({
    low: null,
    high: null,
  });
});

it("prints neither a difference nor an end of its interval as 0 that is told apart from it", () => {
  const text = (difference: number, low: number, high: number, distinguishable = true): string => {
    const versusBaseline = { difference, low, high, distinguishable };
    const words = differenceText({ ...measure, versusBaseline }, scaleOf(1, 0));
    return `${words.difference} (${words.interval})`;
  };
  // The page calls a difference better only where its interval leaves out 0: the digits must show it.
  expect(text(-1.2, -4.1, -0.3)).toBe("−1.2 (−4.1 to −0.3)");
  expect(text(1.2, 0.3, 4.1)).toBe("+1.2 (+0.3 to +4.1)");
  expect(text(-0.4, -6, -0.02)).toBe("−0.40 (−6.00 to −0.02)");
  expect(text(-0.4, -6, -1e-9)).toBe("−0.4 (−6.0 to 0.0)");
  expect(text(-1.2, -4.1, -0.7)).toBe("−1 (−4 to −1)");
  // An end this near to 0 is noise of the last digits; and what cannot be told apart says so itself.
  expect(text(-1.2, -4.1, -1e-9)).toBe("−1 (−4 to 0)");
  expect(text(-1.2, -4.1, 0.3, false)).toBe("−1 (−4 to 0)");
});
