import alea from "seedrandom/lib/alea.js";
import { describe, expect, it } from "vitest";
import { bootstrapTInterval } from "#engine/stats/bootstrap-t";
import { foldInBlocks } from "#engine/stats/fold";
import { isSkewed, meanInterval } from "#engine/stats/mean-interval";
import { pairedDifferences } from "#engine/stats/paired-difference";
import { pairedOutcomes, pairedSharesInterval, pairedSharesTest } from "#engine/stats/paired-shares";
import { quantileInterval } from "#engine/stats/quantile-interval";
import { sampleQuantile, sorted } from "#engine/stats/sample-quantile";
import { studentInterval } from "#engine/stats/student-interval";
import { wilsonInterval } from "#engine/stats/wilson";

const never = (): number => {
  throw new Error("no draw is due");
};

type Sides = { readonly low: number | null; readonly high: number | null };

/** The share of 300 intervals of 25 cubes of exponential values that hold their mean of 6. */
function coverage(interval: (values: Float64Array) => Sides): number {
  const uniform = alea("coverage of skewed means").double;
  let held = 0;
  for (let round = 0; round < 300; round += 1) {
    const values = Float64Array.from({ length: 25 }, () => Math.pow(-Math.log(1 - uniform()), 3));
    const { low, high } = interval(values);
    if ((low ?? Infinity) <= 6 && 6 <= (high ?? -Infinity)) held += 1;
  }
  return held / 300;
}

describe("the interval of a mean", () => {
  it("is Student's: mean ± t s ÷ √n", () => {
    const { low, high, method } = studentInterval(foldInBlocks([1, 2, 3, 4, 5]));
    const half = 2.7764451051977987 * Math.sqrt(2.5 / 5); // t(4) at 0.975
    expect([low, high]).toEqual([expect.closeTo(3 - half, 11), expect.closeTo(3 + half, 11)]);
    expect(method).toBe("student");
  });

  it("does not exist for one value, and has no width for equal ones", () => {
    expect(studentInterval(foldInBlocks([4]))).toEqual({ low: null, high: null, method: "student" });
    expect(studentInterval(foldInBlocks([4, 4, 4]))).toEqual({ low: 4, high: 4, method: "student" });
  });

  it("of paired differences is narrow where the pairs move together", () => {
    const theirs = Array.from({ length: 40 }, (_, index) => (index * 37) % 101);
    const ours = theirs.map((value, index) => value + 1 + (index % 2) * 0.1);
    const { low, high } = studentInterval(foldInBlocks(pairedDifferences(ours, theirs)));
    expect(low).toBeGreaterThan(1.03);
    expect(high).toBeLessThan(1.07);
  });

  it("is bootstrap-t only where n < 25 G1², from 10 values on", () => {
    const even = Array.from({ length: 40 }, (_, index) => index);
    const lean = even.map((value) => (value === 39 ? 1000 : value));
    expect(isSkewed(foldInBlocks(even))).toBe(false);
    expect(isSkewed(foldInBlocks(lean))).toBe(true);
    expect(isSkewed(foldInBlocks([0, 0, 0, 0, 0, 0, 0, 0, 9]))).toBe(false);
    expect(meanInterval(even, never).method).toBe("student");
    expect(meanInterval(lean, alea("lean").double).method).toBe("bootstrap-t");
  });

  it("by bootstrap-t leans to the side of the long tail, and repeats with its stream", () => {
    const values = Array.from({ length: 30 }, (_, index) => (index < 27 ? index % 3 : 40));
    const one = bootstrapTInterval(values, alea("lean").double);
    const { mean } = foldInBlocks(values);
    expect((one.high ?? 0) - mean).toBeGreaterThan(1.5 * (mean - (one.low ?? 0)));
    expect(bootstrapTInterval(values, alea("lean").double)).toEqual(one);
    expect(bootstrapTInterval([2, 2, NaN, 2], never)).toEqual({ low: 2, high: 2, method: "bootstrap-t" });
    expect(bootstrapTInterval([2], never).low).toBeNull();
  });

  it("by bootstrap-t holds the mean of skewed values more often than Student's", () => {
    const uniform = alea("resampling").double;
    const bootstrap = coverage((values) => bootstrapTInterval(values, uniform));
    const student = coverage((values) => studentInterval(foldInBlocks(values)));
    expect(bootstrap).toBeGreaterThan(student + 0.05);
    expect(bootstrap).toBeGreaterThan(0.85);
  });
});

describe("the interval of a share", () => {
  // Test cases of "Compute the Wilson score interval" (Code Golf Stack Exchange 105389), with z = 1.96.
  it("is Wilson's, at the published z of 1.96", () => {
    const level = 0.95000420970355913; // erf(1.96 ÷ √2)
    const cases: readonly (readonly [number, number, number, number])[] = [
      [0, 1, 0, 0.7934567085261071],
      [1, 0, 0.20654329147389294, 1],
      [1, 1, 0.09452865480086611, 0.905471345199134],
      [1, 10, 0.016231752262825982, 0.3773646254862038],
      [10, 90, 0.05522854161313612, 0.1743673043676654],
      [25, 75, 0.17545094003724265, 0.3430464637007583],
      [0, 100, 0, 0.03699480747600191],
    ];
    for (const [successes, failures, low, high] of cases) {
      const got = wilsonInterval(successes, successes + failures, level);
      expect([got.low, got.high]).toEqual([expect.closeTo(low, 12), expect.closeTo(high, 12)]);
    }
  });

  // The examples of Newcombe, Statistics in Medicine 17 (1998), as SciPy 1.17 (binomtest) gives them.
  it("is Wilson's, at the examples of Newcombe", () => {
    const cases: readonly (readonly [number, number, number, number])[] = [
      [81, 263, 0.2552885198782742, 0.36620957698280004],
      [15, 148, 0.06238639953073629, 0.16048724172330803],
      [0, 20, 0, 0.16112515805281935],
      [1, 29, 0.006113214292762667, 0.17175521879320282],
    ];
    for (const [successes, count, low, high] of cases) {
      const got = wilsonInterval(successes, count);
      expect([got.low, got.high]).toEqual([expect.closeTo(low, 13), expect.closeTo(high, 13)]);
    }
    expect(wilsonInterval(0, 0).low).toBeNull();
    expect(wilsonInterval(29, 29).high).toBe(1);
  });
});

describe("the interval of a difference of paired shares", () => {
  // Complete response of 161 patients before and after (Cavo et al. 2012), as the tests of the R package
  // contingencytables print it for the Newcombe square-and-add interval.
  const cavo = { both: 59, oursOnly: 6, theirsOnly: 16, neither: 80 };

  it("is Newcombe's, at the published example", () => {
    const { low, high, method } = pairedSharesInterval(cavo);
    expect([low, high, method]).toEqual([expect.closeTo(-0.1186, 4), expect.closeTo(-0.0046, 4), "newcombe"]);
  });

  it("turns round with its sides, and has a p-value that is below 5 % just where 0 lies outside", () => {
    const turned = { ...cavo, oursOnly: 16, theirsOnly: 6 };
    const [one, other] = [pairedSharesTest(cavo), pairedSharesTest(turned)];
    expect(other.difference).toBeCloseTo(-(one.difference ?? NaN), 14);
    expect(other.high).toBeCloseTo(-(one.low ?? NaN), 14);
    expect(one.pValue).toBeLessThan(0.05);
    const touching = pairedSharesInterval(cavo, 1 - (one.pValue ?? NaN));
    expect(touching.high).toBeCloseTo(0, 9);
    expect(pairedSharesTest({ ...cavo, oursOnly: 11, theirsOnly: 16 }).pValue).toBeGreaterThan(0.05);
    expect(pairedSharesTest({ ...cavo, oursOnly: 16 }).pValue).toBe(1);
  });

  it("counts pairs of outcomes, and none where a value is neither or all are the same", () => {
    expect(pairedOutcomes([1, 1, 0, 0, NaN, 1], [1, 0, 1, 0, 1, NaN])).toEqual({
      both: 1,
      oursOnly: 1,
      theirsOnly: 1,
      neither: 1,
    });
    expect(pairedOutcomes([1, 0.5], [1, 0])).toBeNull();
    expect(pairedOutcomes([0, 0], [0, 0])).toBeNull();
    expect(pairedOutcomes([0, 0], [0, 1])).not.toBeNull();
  });
});

describe("quantiles", () => {
  it("of a sample are those of type 7", () => {
    const ordered = sorted([16, 1, NaN, 8, 4, 2]);
    expect([0.05, 0.5, 0.95, 0.3, 0, 1].map((p) => sampleQuantile(ordered, p))).toEqual(
      [1.2, 4, 14.4, 2.4, 1, 16].map((value): unknown => expect.closeTo(value, 12)), // by NumPy
    );
    expect(sampleQuantile(sorted([]), 0.5)).toBeNull();
  });

  // Ranks and levels of a median as printed in the usual table of its distribution-free intervals.
  it("lie just inside the order statistics of the printed table of intervals of a median", () => {
    const table: readonly (readonly [number, number, number, number])[] = [
      [6, 1, 6, 0.969],
      [7, 1, 7, 0.984],
      [8, 1, 8, 0.992],
      [9, 2, 8, 0.961],
      [10, 2, 9, 0.979],
      [12, 3, 10, 0.961],
      [13, 3, 11, 0.978],
      [15, 4, 12, 0.965],
      [16, 4, 13, 0.979],
      [17, 5, 13, 0.951],
      [20, 6, 15, 0.959],
    ];
    for (const [count, low, high, level] of table) {
      const ranks = Float64Array.from({ length: count }, (_, index) => index + 1);
      const got = quantileInterval(ranks, 0.5);
      expect([count, Math.floor(got.low ?? 0), Math.ceil(got.high ?? 0)]).toEqual([count, low, high]);
      // At the level of the ranks themselves nothing is left to interpolate.
      const exact = quantileInterval(ranks, 0.5, level - 0.0007);
      expect(Math.abs((exact.low ?? 0) - low)).toBeLessThan(0.25);
    }
  });

  // I = (γ_d - γ) / (γ_d - γ_(d+1)), λ = (n - d) I / (d + (n - 2d) I), as `confint_median_hs` of quantileCI.
  it("of a median of ten are interpolated as Hettmansperger and Sheather do", () => {
    const values = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];
    const [covers, next] = [1 - (2 * 11) / 1024, 1 - (2 * 56) / 1024]; // ranks 2 to 9, 3 to 8
    const part = (covers - 0.95) / (covers - next);
    const towards = (8 * part) / (2 + 6 * part);
    const got = quantileInterval(Float64Array.from(values), 0.5);
    expect(got.low).toBeCloseTo(3 + towards * 2, 12);
    expect(got.high).toBeCloseTo(23 - towards * 4, 12);
  });

  it("have an open side where no order statistic reaches", () => {
    const ranks = Float64Array.from({ length: 50 }, (_, index) => index + 1);
    const high = quantileInterval(ranks, 0.95);
    expect(high.high).toBeNull();
    expect(high.low).not.toBeNull();
    expect(quantileInterval(ranks.subarray(0, 3), 0.5)).toEqual({
      low: null,
      high: null,
      method: "order-statistic",
    });
    expect(quantileInterval(ranks.subarray(0, 0), 0.5).low).toBeNull();
  });
});
