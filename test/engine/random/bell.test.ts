import { expect, test } from "vitest";
import { bellPart } from "#engine/random/bell";

/** Relative error. */
const off = (value: number, exact: number): number => Math.abs(value / exact - 1);

// Shares from mpmath 1.3 at 30 digits.
test.each([
  [-Infinity, -6, 9.8658764503769814e-10],
  [-Infinity, -1, 0.15865525393145705],
  [-1, 1, 0.6826894921370859],
  [0.5, 0.5 + 2 ** -17, 2.6860401554139573e-6],
  [2, Infinity, 0.022750131948179207],
])("between %d and %d lies the published share", (from, to, share) => {
  expect(off(bellPart(from, to).share, share)).toBeLessThanOrEqual(1e-13);
});

test("the whole bell has mean 0 and variance 1, half of it the moments of a half-normal", () => {
  const whole = bellPart(-Infinity, Infinity);
  expect([whole.share, whole.mean, whole.variance].map((x) => Math.round(x * 1e14) / 1e14)).toEqual([
    1, 0, 1,
  ]);
  const half = bellPart(0, Infinity);
  expect(off(half.mean, Math.sqrt(2 / Math.PI))).toBeLessThanOrEqual(1e-14);
  expect(off(half.variance, 1 - 2 / Math.PI)).toBeLessThanOrEqual(1e-14);
});

test("a narrow part has the moments of a uniform, without losing bits", () => {
  const { mean, variance } = bellPart(1, 1 + 1e-4);
  expect(off(mean, 1.000049999166625)).toBeLessThanOrEqual(1e-12);
  expect(off(variance, 8.3333333263884722e-10)).toBeLessThanOrEqual(1e-8);
});
