import { expect, test } from "vitest";
import type { DistributionValue } from "#base/field";
import type { WeightedLaw } from "#engine/random/blended-laws";
import type { Distribution } from "#engine/random/distribution-kind";
import { createDistribution } from "#engine/random/distribution-kinds";
import { mixedLaw } from "#engine/random/mixed-law";
import { Stream } from "#engine/random/stream";
import { distributionLaws, problemOf } from "../distribution.laws.ts";

const uniform = (min: number, max: number): DistributionValue => ({ kind: "uniform", min, max });
const constant = (value: number): DistributionValue => ({ kind: "constant", value });
const exponential = (mean: number): DistributionValue => ({ kind: "exponential", mean });
function mixture(
  ...parts: readonly (readonly [weight: number, value: DistributionValue])[]
): DistributionValue {
  return { kind: "mixture", parts: parts.map(([weight, value]) => ({ weight, value })) };
}

// Below 10 a quarter of the first, between 10 and 20 three quarters and a quarter, beyond 20 only the second.
distributionLaws("of two that overlap", {
  written: mixture([3, uniform(0, 20)], [1, uniform(10, 50)]),
  support: [0, 50],
  breaks: [0.375, 0.8125],
  quantiles: [
    [0.1875, 5],
    [0.375, 10],
    [0.59375, 15],
    [0.8125, 20],
    [0.90625, 35],
  ],
  frozen: [8.633747140710902, 32.6445780539384, 8.535576562186998],
});

distributionLaws("of two that lie apart", {
  written: mixture([1, uniform(0, 4)], [3, uniform(10, 14)]),
  support: [0, 14],
  breaks: [0.25],
  quantiles: [
    [0.125, 2],
    [0.625, 12],
  ],
  frozen: [10.393416094808847, 13.42148593513128, 10.373781979104066],
});

// The distribution function is 1 - 0.8 e^-x/2 - 0.2 e^-x/10: at 2 ln 2 it is 1 - 0.4 - 0.2 · 2^-0.2.
distributionLaws("of two exponentials, one of them in a mixture of its own", {
  written: mixture([4, exponential(2)], [1, mixture([7, exponential(10)])]),
  support: [0, 1000],
  quantiles: [[1 - 0.4 - 0.2 * 2 ** -0.2, 2 * Math.LN2]],
  frozen: [0.9618264039339284, 7.765611958156888, 0.948003325619691],
});

distributionLaws("of three", {
  written: mixture([1, uniform(0, 30)], [1, uniform(10, 20)], [2, uniform(15, 25)]),
  support: [0, 30],
  breaks: [1 / 12, 0.25, 2 / 3, 0.25 * (25 / 30) + 0.75],
  quantiles: [
    [1 / 24, 5],
    [0.25, 15],
    [0.25 * (20 / 30) + 0.25 + 0.25, 20],
  ],
  frozen: [15.885186213319907, 23.854776220064828, 15.84100945298415],
});

// Up to 4 and from 10 on half of it is one of the first two; between them lies the third alone.
distributionLaws("of two that lie apart and one all over", {
  written: mixture([1, uniform(0, 4)], [1, uniform(10, 14)], [2, uniform(0, 14)]),
  support: [0, 14],
  breaks: [0.25 + 1 / 7, 0.25 + 5 / 14],
  quantiles: [
    [(0.25 + 1 / 7) / 2, 2],
    [0.45, 5.6],
    [0.5, 7],
    [0.55, 8.4],
    [1 - (0.25 + 1 / 7) / 2, 12],
  ],
  frozen: [3.296521635544163, 12.895564057977898, 3.259038323744127],
});

// 0.5 at 3 and 0.25 at 8 among the quarter that lies evenly from 0 to 10.
distributionLaws("with single values among others", {
  written: mixture([2, constant(3)], [1, constant(8)], [1, uniform(0, 10)]),
  support: [0, 10],
  breaks: [0.075, 0.575, 0.7, 0.95],
  quantiles: [
    [0.05, 2],
    [0.0751, 3],
    [0.5749, 3],
    [0.6, 4],
    [0.7001, 8],
    [0.9499, 8],
    [0.975, 9],
  ],
  frozen: [3, 8, 3],
});

distributionLaws("of single values alone, some of them in a list of values", {
  written: mixture(
    [1, constant(5)],
    [
      3,
      {
        kind: "discrete",
        values: [
          { key: 2, value: 1 },
          { key: 5, value: 2 },
        ],
      },
    ],
  ),
  support: [2, 5],
  breaks: [0.25],
  quantiles: [
    [0.2, 2],
    [0.26, 5],
  ],
  frozen: [5, 5, 5],
});

test("a weight of 0 takes part in nothing, and one law alone is that law", () => {
  const alone = createDistribution(mixture([0, constant(7)], [2, exponential(4)]));
  const plain = createDistribution(exponential(4));
  for (const u of [1e-12, 0.1, 0.5, 0.999, 1 - 2 ** -50]) expect(alone.quantile(u)).toBe(plain.quantile(u));
  expect([alone.mean, alone.variance]).toEqual([plain.mean, plain.variance]);
  expect(problemOf(mixture([0, constant(7)]))).toMatch(/no part of `parts` has a weight/);
  expect(problemOf(mixture([0, constant(7)], [1, constant(7)]))).toBeUndefined();
});

const smooth: readonly WeightedLaw[] = [
  { weight: 0.5, law: createDistribution({ kind: "lognormal", mean: 10, sd: 5 }) },
  { weight: 0.3, law: createDistribution({ kind: "lognormal", mean: 20, sd: 10 }) },
  { weight: 0.2, law: createDistribution({ kind: "gamma", mean: 60, sd: 40 }) },
];
const bent: readonly WeightedLaw[] = [
  { weight: 0.5, law: createDistribution({ kind: "triangular", min: 2, mode: 8, max: 30 }) },
  { weight: 0.3, law: createDistribution(uniform(5, 50)) },
  { weight: 0.2, law: createDistribution(exponential(20)) },
];

// Beyond these a share has too few digits to tell a value by.
const within = 1 - 2 ** -40;

test.each([
  ["smooth", smooth],
  ["bent", bent],
])("a draw is where the distribution functions add up to it, to the last digits: %s laws", (_, laws) => {
  const law = mixedLaw(laws);
  const stream = new Stream("exact");
  const tails = Array.from({ length: 40 }, (_, power) => 2 ** -(power + 1));
  const inner = Array.from({ length: 400 }, () => stream.uniform());
  for (const u of [...tails, ...tails.map((tail) => 1 - tail), ...inner].filter((u) => u < within)) {
    const x = law.quantile(u);
    const due = exactQuantile(laws, u);
    // So much does the value change by the last digits of the share.
    const digits = (exactQuantile(laws, u + 2 ** -50) - due) * 2 + 1e-14 * due;
    expect(Math.abs(x - due), `at ${u}`).toBeLessThanOrEqual(digits);
  }
});

test.each([
  ["two smooth laws", smooth.slice(0, 2), 4],
  ["three smooth laws", smooth, 16],
  ["three bent laws", bent, 16],
])("a draw takes few questions: %s", (_, laws, most) => {
  let asked = 0;
  const law = mixedLaw(
    laws.map(({ weight, law: of }) => ({
      weight: weight / laws.reduce((sum, other) => sum + other.weight, 0),
      law: { ...of, quantile: (u: number) => (asked++, of.quantile(u)) },
    })),
  );
  const stream = new Stream("asked");
  const shares = Array.from({ length: 4000 }, () => stream.uniform());
  for (const u of shares) law.quantile(u);
  asked = 0;
  for (const u of shares) law.quantile(u);
  expect(asked / shares.length).toBeLessThan(most);
});

test("whatever was asked before, a draw is the same", () => {
  const written = mixture([2, exponential(4)], [1, exponential(30)]);
  const [forward, backward] = [createDistribution(written), createDistribution(written)];
  const shares = Array.from({ length: 500 }, (_, index) => (index + 0.5) / 500);
  const rising = shares.map((u) => forward.quantile(u));
  const falling = [...shares].reverse().map((u) => backward.quantile(u));
  expect(falling.reverse()).toEqual(rising);
});

/** The value below which a share of several laws lies, by halving alone. */
function exactQuantile(laws: readonly WeightedLaw[], u: number): number {
  let [low, high] = [0, 1e6];
  for (let halving = 0; halving < 80; halving++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    const below = laws.reduce((sum, { weight, law }) => sum + weight * shareAt(law, middle), 0);
    if (below < u) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Where a law reaches a value, by halving. */
function shareAt(law: Distribution, value: number): number {
  let [low, high] = [0, 1];
  for (let halving = 0; halving < 120; halving++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (law.quantile(middle) < value) low = middle;
    else high = middle;
  }
  return high;
}
