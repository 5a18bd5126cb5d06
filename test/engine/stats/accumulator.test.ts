import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Accumulator } from "#engine/stats/accumulator";
import { foldBlockSize, foldInBlocks } from "#engine/stats/fold";
import { pairedDifferences } from "#engine/stats/paired-difference";

const numbers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 3, maxLength: 200 });

function accumulate(values: readonly number[]): Accumulator {
  const sample = new Accumulator();
  for (const value of values) sample.add(value);
  return sample;
}

describe("the accumulator", () => {
  it("gives mean, variance, skewness and range of a sample", () => {
    const sample = accumulate([2, 4, 4, 4, 5, 5, 7, 9, 30]);
    expect(sample.mean).toBeCloseTo(70 / 9, 14);
    expect(sample.variance).toBeCloseTo(73.44444444444444, 12);
    expect(sample.skewness).toBeCloseTo(2.7009186895769766, 12); // scipy.stats.skew(bias=False), SciPy 1.17
    expect([sample.count, sample.min, sample.max]).toEqual([9, 2, 30]);
  });

  it("agrees with sums of two passes, alone and merged at any cut", () => {
    fc.assert(
      fc.property(numbers, fc.nat(), (values, cut) => {
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const power = (n: number): number =>
          values.reduce((sum, value) => sum + Math.pow(value - mean, n), 0);
        const scale = Math.max(1, power(2));
        const at = cut % values.length;
        const merged = accumulate(values.slice(0, at));
        merged.merge(accumulate(values.slice(at)));
        for (const sample of [accumulate(values), merged]) {
          expect(sample.count).toBe(values.length);
          expect(Math.abs(sample.mean - mean)).toBeLessThan(1e-9);
          expect(Math.abs(sample.m2 - power(2)) / scale).toBeLessThan(1e-9);
          expect(Math.abs(sample.m3 - power(3)) / (scale * 1e3)).toBeLessThan(1e-9);
          expect([sample.min, sample.max]).toEqual([Math.min(...values), Math.max(...values)]);
        }
      }),
      { seed: 101 },
    );
  });

  it("keeps its digits where the mean is large and the spread small", () => {
    const sample = accumulate([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);
    expect(sample.variance).toBeCloseTo(30, 9);
  });

  it("has no variance of one number, and no skewness of two", () => {
    expect(accumulate([3]).variance).toBeNaN();
    expect(accumulate([3, 4]).skewness).toBeNaN();
    expect(accumulate([5, 5, 5]).skewness).toBe(0);
  });

  it("folds shards of whole blocks to the same bits as the whole", () => {
    const values = Array.from({ length: 203 }, (_, index) => Math.sqrt(index * 7 + 1));
    const whole = foldInBlocks(values);
    expect(foldBlockSize).toBe(32);
    const total = new Accumulator();
    for (let start = 0; start < values.length; start += foldBlockSize) {
      total.merge(foldInBlocks(values.slice(start, start + foldBlockSize)));
    }
    expect(total).toEqual(whole);
  });

  it("leaves out values that do not exist, and keeps their index", () => {
    const values = Array.from({ length: 70 }, (_, index) => (index % 9 === 0 ? NaN : index * 0.1));
    const shortened = values.filter((value) => !Number.isNaN(value));
    expect(foldInBlocks(values).count).toBe(shortened.length);
    expect(foldInBlocks(values).mean).toBeCloseTo(accumulate(shortened).mean, 12);
    expect(foldInBlocks([]).count).toBe(0);
  });

  it("takes differences in pairs, and none where one of a pair does not exist", () => {
    expect(Array.from(pairedDifferences([3, NaN, 5], [1, 2, NaN]))).toEqual([2, NaN, NaN]);
    expect(() => pairedDifferences([1], [1, 2])).toThrow(/same replications/);
  });
});
