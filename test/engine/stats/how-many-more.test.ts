import { describe, expect, it } from "vitest";
import { Stream } from "#engine/random/stream";
import { standardNormal } from "#engine/random/standard-normal";
import { foldInBlocks } from "#engine/stats/fold";
import { howManyMore } from "#engine/stats/how-many-more";
import { pairedDifferences } from "#engine/stats/paired-difference";
import { pairedTest } from "#engine/stats/paired-test";
import { studentQuantile } from "#engine/stats/student";
import { unpairedReplications } from "#engine/stats/unpaired-replications";

const most = 100_000;

/** Normals of variance 1 around `mean`. */
function normals(name: string, count: number, mean: number): Float64Array {
  const stream = new Stream(name);
  return Float64Array.from({ length: count }, () => mean + standardNormal(stream.uniform()));
}

describe("how many replications would tell", () => {
  it("is the least whole block from which the expected half-width is below the difference", () => {
    for (const mean of [0.5, 0.2, 0.1, 0.05, 0.02]) {
      const values = normals(`least ${mean}`, 40, mean);
      const sample = foldInBlocks(values);
      const half = (n: number): number => studentQuantile(0.975, n - 1) * Math.sqrt(sample.variance / n);
      let expected = 64;
      while (half(expected) >= Math.abs(sample.mean)) expected += 32;
      const told = half(40) < Math.abs(sample.mean);
      const answer = { inAll: told ? 40 : expected, isBeyond: false };
      expect(howManyMore(values, { most: 10_000_000 })).toEqual(answer);
    }
  });

  it("is what was run where that tells already, as the interval does", () => {
    const values = normals("told", 50, 1);
    expect(pairedTest(values, () => 0).low).toBeGreaterThan(0);
    expect(howManyMore(values, { most })).toEqual({ inAll: 50, isBeyond: false });
  });

  it("is more than the most that is asked about, where that would not do", () => {
    const values = normals("hardly", 40, 0).map((value, index, all) => value - (all[39 - index] ?? NaN));
    expect(howManyMore(values, { most })).toEqual({ inAll: most, isBeyond: true });
    const few = normals("least 0.1", 40, 0.1);
    const { inAll } = howManyMore(few, { most }) ?? { inAll: NaN };
    expect(inAll).toBeGreaterThan(64);
    expect(howManyMore(few, { most: inAll })).toEqual({ inAll, isBeyond: false });
    expect(howManyMore(few, { most: inAll - 1 })).toEqual({ inAll: inAll - 1, isBeyond: true });
    expect(howManyMore(few, { most: 41 })).toEqual({ inAll: 41, isBeyond: true });
  });

  it("counts on as many pairs without a difference as there were", () => {
    const values = normals("least 0.1", 40, 0.1);
    const { inAll } = howManyMore(values, { most }) ?? { inAll: NaN };
    const gaps = Float64Array.from({ length: 80 }, (_, index) =>
      index % 2 ? NaN : (values[index / 2] ?? NaN),
    );
    const answer = howManyMore(gaps, { most })?.inAll ?? NaN;
    expect(Math.abs(answer - 2 * inAll)).toBeLessThanOrEqual(32);
  });

  it("tells about every other time when it is the true difference", () => {
    let told = 0;
    const [inAll, rounds] = [416, 400];
    const exact = normals("exact", 64, 0);
    const { mean, variance } = foldInBlocks(exact);
    const planned = exact.map((value) => 0.0972 + (value - mean) / Math.sqrt(variance));
    expect(howManyMore(planned, { most })).toEqual({ inAll, isBeyond: false });
    for (let round = 0; round < rounds; round += 1) {
      const test = pairedTest(normals(`every other ${round}`, inAll, 0.0972), () => 0);
      if ((test.low ?? 0) > 0) told += 1;
    }
    expect(Math.abs(told / rounds - 0.5)).toBeLessThan(3 * Math.sqrt(0.25 / rounds));
  });

  it("does not exist of fewer than two differences, nor of none at all", () => {
    expect(howManyMore([3, NaN], { most })).toBeNull();
    expect(howManyMore([0, 0, 0], { most })).toBeNull();
    expect(howManyMore([2, 2, 2], { most })).toEqual({ inAll: 3, isBeyond: false });
    expect(howManyMore([1, -1], { most })).toEqual({ inAll: most, isBeyond: true });
    expect(() => howManyMore([1, 2], { most: 0 })).toThrow(/above 0/);
  });
});

describe("how many unpaired replications pairing is worth", () => {
  const shared = normals("shared", 4000, 0);
  const own = normals("own", 4000, 0);
  const ours = shared.map((value, index) => 3 * value + (own[index] ?? NaN));

  it("is n (Var x + Var y) ÷ Var(x - y)", () => {
    // x = 3 z + e and y = 3 z: (10 + 9) ÷ 1 in theory.
    const theirs = shared.map((value) => 3 * value);
    const worth = unpairedReplications(ours, theirs) ?? NaN;
    expect(worth / 4000).toBeGreaterThan(18);
    expect(worth / 4000).toBeLessThan(20);
    const error = (values: ArrayLike<number>): number => foldInBlocks(values).variance;
    const paired = error(pairedDifferences(ours, theirs)) / 4000;
    expect((error(ours) + error(theirs)) / worth).toBeCloseTo(paired, 15);
  });

  it("is n where the two have nothing in common, and half of it where they are opposites", () => {
    expect((unpairedReplications(shared, own) ?? NaN) / 4000).toBeCloseTo(1, 1);
    const opposite = shared.map((value) => -value);
    expect(unpairedReplications(shared, opposite)).toBeCloseTo(2000, 8);
  });

  it("counts pairs that have both, and does not exist where the difference never varies", () => {
    expect(unpairedReplications([1, 5, 2, NaN, 7], [2, 3, 8, 4, NaN])).toBe(
      unpairedReplications([1, 5, 2], [2, 3, 8]),
    );
    expect(unpairedReplications([1, 2, 3], [2, 3, 4])).toBeNull();
    expect(unpairedReplications([1], [2])).toBeNull();
  });
});
