import { describe, expect, it } from "vitest";
import { Stream } from "#engine/random/stream";
import { BootstrapT } from "#engine/stats/bootstrap-t";
import { meanInterval } from "#engine/stats/mean-interval";
import { pairedDifferences } from "#engine/stats/paired-difference";
import { pairedTest } from "#engine/stats/paired-test";

const never = (): number => {
  throw new Error("no draw is due");
};

const uniformOf = (name: string): (() => number) => {
  const stream = new Stream(name);
  return () => stream.uniform();
};

/** 15 differences around a mean of about 0, of which one in five is large, to either side by `lean`. */
function leaning(name: string, lean: number): number[] {
  const uniform = uniformOf(name);
  return Array.from({ length: 15 }, () => lean * (uniform() < 0.2 ? 9 : -2) + uniform());
}

/** 15 differences that are not skewed, around a mean that is 0 or not. */
function spread(name: string): number[] {
  const uniform = uniformOf(name);
  const away = uniform() < 0.5 ? 0 : 0.4;
  return Array.from({ length: 15 }, () => uniform() + uniform() - 1 + away);
}

describe("the test of a paired difference", () => {
  it("is Student's, as SciPy 1.17 (ttest_rel) gives it", () => {
    const before = [22, 16, 19, 16, 15, 19, 17, 18];
    const after = [20, 21, 23, 19, 18, 22, 21, 24];
    const test = pairedTest(pairedDifferences(after, before), never);
    expect(test).toMatchObject({ method: "student", difference: 3.25 });
    expect(test.pValue).toBeCloseTo(0.006133954352036695, 14);
  });

  it("says p < 0.05 just where 0 lies outside the interval of 95 %, by either method", () => {
    const seen = { student: new Set<boolean>(), "bootstrap-t": new Set<boolean>() };
    for (let round = 0; round < 400; round += 1) {
      const lean = round % 2 === 0 ? 1 : -1;
      const values = round % 4 < 2 ? leaning(`dual ${round}`, lean) : spread(`dual ${round}`);
      const test = pairedTest(values, uniformOf(`draws ${round}`));
      const isOutside = (test.low ?? 0) > 0 || (test.high ?? 0) < 0;
      expect((test.pValue ?? NaN) < 0.05, `${test.method}, round ${round}`).toBe(isOutside);
      expect(meanInterval(values, uniformOf(`draws ${round}`))).toEqual({
        low: test.low,
        high: test.high,
        method: test.method,
      });
      if (test.method === "student" || test.method === "bootstrap-t") seen[test.method].add(isOutside);
    }
    expect([seen.student.size, seen["bootstrap-t"].size]).toEqual([2, 2]);
  });

  it("finds a difference where there is none once in twenty times, within three standard errors", () => {
    const rounds = 2000;
    let found = 0;
    for (let round = 0; round < rounds; round += 1) {
      const uniform = uniformOf(`nothing ${round}`);
      const values = Array.from({ length: 20 }, () => uniform() - uniform());
      if ((pairedTest(values, uniform).pValue ?? NaN) < 0.05) found += 1;
    }
    expect(Math.abs(found / rounds - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / rounds));
  });

  it("does not exist below two pairs, and is certain where all differences are equal", () => {
    expect(pairedTest([], never)).toEqual({
      difference: null,
      low: null,
      high: null,
      method: "student",
      pValue: null,
    });
    expect(pairedTest([3, NaN], never)).toMatchObject({ difference: 3, low: null, pValue: null });
    expect(pairedTest([0, 0, 0], never).pValue).toBe(1);
    expect(pairedTest([2, 2, NaN, 2], never)).toMatchObject({ low: 2, high: 2, pValue: 0 });
  });

  it("by bootstrap-t is never surer than its resamples", () => {
    const far = Array.from({ length: 12 }, (_, index) => (index === 3 ? 900 : 100 + (index % 3)));
    expect(new BootstrapT(far, uniformOf("far")).pValue()).toBe(0.001);
    // Student's is less sure, and the test is no surer than either.
    const { method, pValue } = pairedTest(far, uniformOf("far"));
    expect(method).toBe("bootstrap-t");
    expect(pValue).toBeGreaterThan(0.01);
  });

  it("is as sure as many that are told together need, of as many resamples as that takes", () => {
    const far = leaning("far", 1).map((value) => value / 100 + 5);
    for (const together of [1, 10, 11, 60]) {
      const p = 1 / (Math.max(10, together) * 100);
      expect(new BootstrapT(far, uniformOf("far")).pValue(together)).toBe(p);
    }
    const test = pairedTest(far, uniformOf("far"), { together: 60 });
    expect(test).toMatchObject({ method: "bootstrap-t", pValue: 1 / 6000 });
    expect(test).toEqual({ ...pairedTest(far, uniformOf("far")), pValue: 1 / 6000 });
  });

  it("counts all resamples where few of the first lie beyond, and only these where more do", () => {
    const beyondOf = (values: readonly number[], count: number, uniform: () => number): number => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const spreadOf = (part: readonly number[], about: number): number =>
        Math.sqrt(part.reduce((sum, value) => sum + (value - about) ** 2, 0));
      let [beyond, kept] = [0, 0];
      while (kept < count) {
        const drawn = values.map(() => values[Math.floor(uniform() * values.length)] ?? Number.NaN);
        const own = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
        if (spreadOf(drawn, own) === 0) continue;
        kept += 1;
        if ((own - mean) / spreadOf(drawn, own) >= mean / spreadOf(values, mean)) beyond += 1;
      }
      return beyond;
    };
    const apart = spread("near");
    const middle = apart.map((value) => value - apart.reduce((sum, one) => sum + one, 0) / apart.length);
    const pAt = (shift: number): { readonly p: number; readonly first: number; readonly all: number } => {
      const values = middle.map((value) => value + shift);
      const [first, all] = [999, 3999].map((count) => beyondOf(values, count, uniformOf("near")));
      return {
        p: new BootstrapT(values, uniformOf("near")).pValue(40) ?? Number.NaN,
        first: first ?? 0,
        all: all ?? 0,
      };
    };
    const shifts = Array.from({ length: 16 }, (_, index) => 0.1 + index / 40).map(pAt);
    const few = shifts.filter(({ first }) => first < 5);
    expect(few.some(({ all }) => all > 0)).toBe(true);
    expect(few.length).toBeLessThan(shifts.length);
    for (const { p, first, all } of shifts) {
      const due = first < 5 ? (2 * all + 1) / 4000 : Math.min(1, (2 * first + 1) / 1000);
      expect(p).toBeCloseTo(due, 12);
    }
  });
});
