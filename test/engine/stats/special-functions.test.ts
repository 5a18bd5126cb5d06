import { describe, expect, it } from "vitest";
import { logGamma } from "#engine/random/gamma-function";
import { binomialAtMost } from "#engine/stats/binomial";
import { incompleteBeta } from "#engine/random/incomplete-beta";
import { logBeta } from "#engine/random/log-beta";
import { normalQuantile } from "#engine/stats/normal";
import { studentAbove, studentQuantile } from "#engine/stats/student";

/** Relative error, absolute where the truth is below 1. */
const errorOf = (got: number, truth: number): number => Math.abs(got - truth) / Math.max(1, Math.abs(truth));

/** Quantiles of t at 0.9, 0.975, 0.995 and 0.9999, computed with mpmath 1.3 at 40 digits. */
const exactT: readonly (readonly [number, readonly number[]])[] = [
  [1, [3.0776835371752534, 12.706204736174705, 63.656741162871581, 3183.0987571181509]],
  [2, [1.8856180831641267, 4.3026527297494639, 9.9248432009182931, 70.700071074964278]],
  [3, [1.6377443536962101, 3.1824463052837096, 5.8409093097333573, 22.203742273204183]],
  [4, [1.5332062740589439, 2.7764451051977944, 4.6040948713499932, 13.033671720896456]],
  [9, [1.3830287383966323, 2.2621571627982055, 3.2498355415921263, 6.0101321290814411]],
  [29, [1.3114336473015511, 2.0452296421327043, 2.7563859036706055, 4.2538941184322801]],
  [99, [1.2901614420344852, 1.9842169515864175, 2.6264054572808275, 3.8630891071272785]],
  [599, [1.2829664880165816, 1.9639322489452789, 2.5840619090365258, 3.7421649779180242]],
  [9999, [1.2816362381983139, 1.9602012636213577, 2.5763210958565977, 3.7203960071155772]],
  [1000000, [1.2815524121299385, 1.959966356814107, 2.5758342201053342, 3.7190302747625434]],
];

/**
 * Critical values at 0.90, 0.95, 0.975, 0.99, 0.995 and 0.999 as printed by NIST/SEMATECH, e-Handbook of
 * Statistical Methods, section 1.3.6.7.2.
 */
const printedT: readonly (readonly [number, readonly number[]])[] = [
  [1, [3.078, 6.314, 12.706, 31.821, 63.657, 318.309]],
  [2, [1.886, 2.92, 4.303, 6.965, 9.925, 22.327]],
  [3, [1.638, 2.353, 3.182, 4.541, 5.841, 10.215]],
  [4, [1.533, 2.132, 2.776, 3.747, 4.604, 7.173]],
  [5, [1.476, 2.015, 2.571, 3.365, 4.032, 5.893]],
];

describe("special functions", () => {
  it("gives the t quantiles of a computation with 40 digits to 1e-11", () => {
    for (const [freedom, row] of exactT) {
      row.forEach((truth, column) => {
        const p = [0.9, 0.975, 0.995, 0.9999][column] as number; // four columns
        expect(errorOf(studentQuantile(p, freedom), truth), `${freedom} at ${p}`).toBeLessThan(1e-11);
        expect(studentQuantile(1 - p, freedom)).toBeCloseTo(-truth, 8);
      });
    }
    expect(errorOf(studentQuantile(0.975, 2.5), 3.5746548420036832)).toBeLessThan(1e-12);
    expect(studentQuantile(0.5, 7)).toBe(0);
  });

  it("rounds to the printed table of critical values of t", () => {
    for (const [freedom, row] of printedT) {
      row.forEach((printed, column) => {
        const p = [0.9, 0.95, 0.975, 0.99, 0.995, 0.999][column] as number; // six columns
        expect(Math.abs(studentQuantile(p, freedom) - printed)).toBeLessThan(0.00051);
      });
    }
  });

  it("inverts its own tail", () => {
    for (const freedom of [1, 4, 30, 500]) {
      for (const p of [1e-9, 0.001, 0.3, 0.6, 0.99]) {
        expect(errorOf(1 - studentAbove(studentQuantile(p, freedom), freedom), p)).toBeLessThan(1e-14);
      }
    }
  });

  it("gives the normal quantiles of a computation with 30 digits to 1e-14", () => {
    const exact: readonly (readonly [number, number])[] = [
      [0.975, 1.9599639845400542],
      [0.9, 1.2815515655446005],
      [0.999, 3.0902323061678135],
      [1e-5, -4.2648907939228246],
      [1e-12, -7.0344838253011319],
      [0.51, 0.025068908258711036],
    ];
    for (const [p, truth] of exact) expect(errorOf(normalQuantile(p), truth)).toBeLessThan(1e-14);
    expect(normalQuantile(0.5)).toBe(0);
    expect(() => normalQuantile(1)).toThrow(/between 0 and 1/);
  });

  it("gives log gamma, log beta and the incomplete beta function of a computation with 40 digits", () => {
    const gammas: readonly (readonly [number, number])[] = [
      [0.1, 2.252712651734206],
      [0.5, 0.57236494292470009],
      [3.7, 1.4280723266653879],
      [9.99, 12.779315214350193],
      [10, 12.80182748008147],
      [25.5, 56.389167643719947],
      [1e5, 1051287.7089736569],
    ];
    for (const [x, truth] of gammas) expect(errorOf(logGamma(x), truth)).toBeLessThan(2e-15);
    for (const [a, b] of [
      [0.5, 3],
      [2, 40],
      [30, 60],
    ] as const) {
      expect(errorOf(logBeta(a, b), logGamma(a) + logGamma(b) - logGamma(a + b))).toBeLessThan(1e-13);
      expect(logBeta(a, b)).toBe(logBeta(b, a));
    }
    expect(incompleteBeta(2, 3, 0.4, 0.6)).toBeCloseTo(0.5248, 14);
    expect(incompleteBeta(50, 0.5, 0.99, 0.01)).toBeCloseTo(0.31730439787419759, 13);
    expect(incompleteBeta(0.3, 0.7, 0.01, 0.99)).toBeCloseTo(0.21576857250318627, 14);
    expect(incompleteBeta(1500, 2500, 0.38, 0.62)).toBeCloseTo(0.74368135888170889, 12);
    expect([incompleteBeta(2, 3, 0, 1), incompleteBeta(2, 3, 1, 0)]).toEqual([0, 1]);
  });

  it("adds up binomial chances", () => {
    expect(binomialAtMost(2, 10, 0.5)).toBeCloseTo(56 / 1024, 14);
    expect(binomialAtMost(5, 20, 0.3)).toBeCloseTo(0.4163708294474809, 13);
    expect(binomialAtMost(940, 1000, 0.95)).toBeCloseTo(0.0867321783848618, 11);
    expect([binomialAtMost(-1, 5, 0.2), binomialAtMost(5, 5, 0.2)]).toEqual([0, 1]);
  });
});
