import { describe, expect, it } from "vitest";
import { equicorrelatedTBelow, equicorrelatedTQuantile } from "#engine/stats/equicorrelated-t";
import { foldInBlocks } from "#engine/stats/fold";
import { kimNelson } from "#engine/stats/kim-nelson";
import { nelsonMatejcik } from "#engine/stats/nelson-matejcik";
import { pairedDifferences } from "#engine/stats/paired-difference";
import type { SelectionQuestion } from "#engine/stats/selection";
import { studentQuantile } from "#engine/stats/student";
import { kimNelsonByHand } from "./kim-nelson-by-hand.ts";
import { pairedWorlds, slippage } from "./paired-worlds.ts";

/** One-sided 5 % points of Dunnett (Journal of the American Statistical Association 50, 1955), reprinted. */
const printed: readonly (readonly [freedom: number, points: readonly number[]])[] = [
  [5, [2.44, 2.68, 2.85, 2.98, 3.08, 3.16, 3.24, 3.3]],
  [10, [2.15, 2.34, 2.47, 2.56, 2.64, 2.7, 2.76, 2.81]],
  [20, [2.03, 2.19, 2.3, 2.39, 2.46, 2.51, 2.56, 2.6]],
  [60, [1.95, 2.1, 2.21, 2.28, 2.35, 2.39, 2.44, 2.48]],
  [1e7, [1.92, 2.06, 2.16, 2.23, 2.29, 2.34, 2.38, 2.42]],
];

describe("the greatest of several Student t", () => {
  it("has the upper points of Dunnett's table", () => {
    for (const [freedom, points] of printed) {
      points.forEach((point, index) => {
        // The table was worked by hand: single entries are off by one in the last digit.
        const below = equicorrelatedTBelow(point - 0.0105, index + 2, freedom);
        const above = equicorrelatedTBelow(point + 0.0105, index + 2, freedom);
        expect([below < 0.95, above > 0.95], `${index + 2} of ${freedom} degrees`).toEqual([true, true]);
      });
    }
  });

  it("lies below a bound as often as an integration with 20 digits says", () => {
    const exact: readonly (readonly [count: number, freedom: number, below: number])[] = [
      [2, 5, 0.9144929204638816],
      [3, 10, 0.9144817516274063],
      [9, 279, 0.8736502904635836],
      [9, 5, 0.7962034768825216],
      [19, 120, 0.8043184849528101],
    ];
    for (const [count, freedom, below] of exact) {
      expect(equicorrelatedTBelow(2, count, freedom)).toBeCloseTo(below, 11);
    }
  });

  it("is Student's when it is one, and its quantile inverts its chance", () => {
    expect(equicorrelatedTQuantile(0.95, 1, 7)).toBe(studentQuantile(0.95, 7));
    for (const p of [0.5, 0.9, 0.999]) {
      for (const count of [1, 3, 40]) {
        expect(equicorrelatedTBelow(equicorrelatedTQuantile(p, count, 12), count, 12)).toBeCloseTo(p, 11);
      }
    }
  });
});

const lower: SelectionQuestion = { better: "lower", delta: 0.3 };

const negated = (values: readonly Float64Array[]): Float64Array[] =>
  values.map((own) => own.map((value) => -value));

describe("Kim and Nelson's selection", () => {
  it("is the procedure as printed, looked at in blocks", () => {
    for (const world of pairedWorlds) {
      for (let round = 0; round < 16; round += 1) {
        // Of equal means the race is often as long as it can be.
        const shape = { variants: 2 + (round % 3), replications: 640, delta: round % 2 === 0 ? 0 : 0.2 };
        const values = slippage(world, shape, `by hand ${round}`);
        const found = kimNelson(values, { better: "lower", delta: 0.2, level: 0.9, firstStage: 32 });
        const rules = { delta: 0.2, alpha: 0.1, stage: 32, step: 32 };
        const expected = kimNelsonByHand(negated(values), rules);
        const { best, looked } = found;
        expect(found.isDecided).toBe(expected !== undefined);
        if (expected) expect({ best, replications: looked }).toEqual(expected);
      }
    }
  });

  it("never takes back what it said when more is run", () => {
    for (const world of pairedWorlds) {
      const values = slippage(world, { variants: 5, replications: 800, delta: 0.3 }, "more");
      let before = kimNelson(
        values.map((own) => own.subarray(0, 0)),
        lower,
      );
      for (let replications = 16; replications <= 800; replications += 16) {
        const now = kimNelson(
          values.map((own) => own.subarray(0, replications)),
          lower,
        );
        expect(now.eliminated.slice(0, before.eliminated.length)).toEqual(before.eliminated);
        expect(now.inContention.filter((variant) => !before.inContention.includes(variant))).toEqual([]);
        if (before.isDecided) expect(now).toEqual(before);
        if (before.latest !== null) expect(now.latest ?? NaN).toBeLessThanOrEqual(before.latest);
        before = now;
      }
    }
  });

  it("reads nothing of a variant after its elimination", () => {
    const [, world] = pairedWorlds;
    const values = slippage(world ?? never(), { variants: 4, replications: 640, delta: 0.1 }, "cut off");
    const worst = (values[2] ?? never()).map((value) => value + 2);
    const whole = kimNelson([...values, worst], { ...lower, delta: 0.1 });
    const [first] = whole.eliminated;
    expect(first).toMatchObject({ variant: 4, after: 64 });
    expect(whole.looked).toBeGreaterThan(64);
    const cut = [...values, worst.subarray(0, 64)];
    expect(kimNelson(cut, { ...lower, delta: 0.1 })).toEqual(whole);
  });

  it("selects the greatest as it selects the least of what is negated, and in any order", () => {
    const [, world] = pairedWorlds;
    const values = slippage(world ?? never(), { variants: 4, replications: 320, delta: 0.3 }, "turned");
    const found = kimNelson(values, lower);
    expect(kimNelson(negated(values), { ...lower, better: "higher" })).toEqual(found);
    const turned = kimNelson([...values].reverse(), lower);
    expect(turned.best).toBe(3 - (found.best ?? NaN));
    expect(turned.looked).toBe(found.looked);
  });

  it("keeps variants that are alike in every replication, and says that it is decided", () => {
    const [, world] = pairedWorlds;
    const [one, other] = slippage(world ?? never(), { variants: 2, replications: 640, delta: 2 }, "alike");
    const found = kimNelson([one ?? [], one ?? [], other ?? []], lower);
    expect(found).toMatchObject({ best: 0, isDecided: true, inContention: [0, 1] });
    expect(found.eliminated).toEqual([{ variant: 2, by: 0, after: 64 }]);
  });

  it("decides nothing before the end of its first stage, nor of nothing", () => {
    const short = [Float64Array.from({ length: 63 }, (_, index) => index), new Float64Array(63)];
    const rest = { isDecided: false, inContention: [0, 1], eliminated: [], looked: 0, latest: null };
    expect(kimNelson(short, lower)).toEqual({ best: 1, ...rest });
    expect(kimNelson([[], []], lower)).toEqual({ best: null, ...rest });
  });

  it("refuses what cannot be asked, and a mean of those who have a value", () => {
    const two = [new Float64Array(64), new Float64Array(64)];
    expect(() => kimNelson([two[0] ?? []], lower)).toThrow(/two variants or more/);
    expect(() => kimNelson(two, { ...lower, delta: 0 })).toThrow(/wider than 0/);
    expect(() => kimNelson(two, { ...lower, level: 1 })).toThrow(/chance from 1\/2 to 1/);
    expect(() => kimNelson(two, { ...lower, firstStage: 20 })).toThrow(/whole blocks of 32/);
    expect(() => kimNelson([[...(two[0] ?? [])].fill(NaN, 5, 6), two[1] ?? []], lower)).toThrow(
      /replication 5/,
    );
    expect(() => nelsonMatejcik([two[0] ?? [], new Float64Array(60)], lower)).toThrow(/replication 60/);
  });
});

describe("Nelson and Matejcik's selection", () => {
  const [, world] = pairedWorlds;
  const values = slippage(world ?? never(), { variants: 4, replications: 96, delta: 0.3 }, "two stages");
  const stages = values.map((own) => own.subarray(0, 64));

  it("needs (g S ÷ δ)² replications, S² being the mean variance of a difference", () => {
    const pairs = stages.flatMap((one, index) =>
      stages.slice(index + 1).map((other) => foldInBlocks(pairedDifferences(one, other)).variance),
    );
    const square = pairs.reduce((sum, variance) => sum + variance, 0) / pairs.length;
    const g = equicorrelatedTQuantile(0.95, 3, 3 * 63);
    const found = nelsonMatejcik(values, { ...lower, delta: 0.1 });
    expect(found.needed).toBe(Math.ceil((g * g * square) / 0.01));
    expect(found.isDecided).toBe(false);
    expect(nelsonMatejcik(stages, { ...lower, delta: 0.1 }).needed).toBe(found.needed);
    expect(nelsonMatejcik(values, { ...lower, delta: 9 })).toMatchObject({
      needed: 64,
      isDecided: true,
      best: 0,
    });
  });

  it("of two variants is a test by Student's t of their difference", () => {
    const [one = never(), other = never()] = stages;
    const differences = foldInBlocks(pairedDifferences(one, other));
    const half = studentQuantile(0.95, 63) * differences.standardError;
    const [best, second] = nelsonMatejcik([one, other], lower).versusBest;
    expect(best?.low).toBeCloseTo(Math.min(0, differences.mean - half), 12);
    expect(best?.high).toBeCloseTo(Math.max(0, differences.mean + half), 12);
    expect(second?.low).toBeCloseTo(-(best?.high ?? NaN), 12);
    expect(second?.high).toBeCloseTo(-(best?.low ?? NaN), 12);
  });

  it("sets each variant beside the best of the others, 0 being a bound where that is told", () => {
    const { versusBest } = nelsonMatejcik(
      values.map((own, variant) => own.map((value) => value + 3 * variant)),
      lower,
    );
    const [best, ...rest] = versusBest;
    expect(best?.low).toBeLessThan(-2);
    expect(best?.high).toBe(0);
    for (const { low, high } of rest) {
      expect(low).toBe(0);
      expect(high).toBeGreaterThan(2);
    }
  });

  it("says nothing before the end of its first stage", () => {
    const rest = { isDecided: false, needed: null, versusBest: [] };
    expect(
      nelsonMatejcik(
        [
          [3, 3],
          [2, 1],
        ],
        lower,
      ),
    ).toEqual({ best: 1, ...rest });
    expect(nelsonMatejcik([[], []], lower)).toEqual({ best: null, ...rest });
  });
});

function never(): never {
  throw new Error("there are seven worlds of as many variants as were asked for");
}
