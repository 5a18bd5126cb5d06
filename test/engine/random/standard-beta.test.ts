import { describe, expect, test } from "vitest";
import { betaShares } from "#engine/random/incomplete-beta";
import { logBeta } from "#engine/random/log-beta";
import { StandardBeta } from "#engine/random/standard-beta";

const shares = [1e-12, 0.001, 0.1, 0.5, 0.9, 0.999];

// Computed with mpmath 1.3 at 30 digits.
describe.each([
  [
    0.5,
    0.5,
    [
      2.4674011002723396e-24, 2.4673990709169442e-6, 0.024471741852423217, 0.5, 0.9755282581475768,
      0.99999753260092908,
    ],
  ],
  [
    2.2,
    3.8,
    [
      1.2034042542013051e-6, 0.01503338675332437, 0.13619996256367143, 0.35099948494911802,
      0.62075448566512015, 0.8963691376284508,
    ],
  ],
  [
    5,
    1,
    [
      0.0039810717055349725, 0.25118864315095801, 0.63095734448019326, 0.87055056329612414,
      0.97914836236097679, 0.99979991995196637,
    ],
  ],
  [
    400,
    900,
    [
      0.22315156483858848, 0.26904032941799361, 0.29135420874480241, 0.30759366115623569, 0.32415724680201815,
      0.34802812996945461,
    ],
  ],
  [
    30_000,
    50,
    [
      0.99611390602739726, 0.99751430539002982, 0.99802859013659871, 0.99834714921173154, 0.99862942428578643,
      0.99896940766483382,
    ],
  ],
] as const)("shapes %d and %d", (a, b, values) => {
  test.each(shares.map((u, i) => [u, values[i] ?? NaN] as const))("have their quantile at %d", (u, value) => {
    expect(Math.abs(StandardBeta.of(a, b).between(0, 1, u) / value - 1)).toBeLessThanOrEqual(1e-10);
  });
});

test.each([
  [0.25, 0.25],
  [0.25, 50],
  [1, 1],
  [1.7, 4],
  [20, 0.3],
  [1e6, 1e6],
])("shapes %d and %d: the share below the quantile is u", (a, b) => {
  const [table, logBetaOfShapes] = [StandardBeta.of(a, b), logBeta(a, b)];
  let worst = 0;
  for (let i = 1; i < 3000; i++) {
    const u = i / 3000;
    const found = betaShares(a, b, table.logOddsAt(u), logBetaOfShapes);
    const logTail = u < 0.5 ? found.logBelow : found.logAbove;
    const logError = logTail - (u < 0.5 ? Math.log(u) : Math.log1p(-u));
    // an error in the tail, turned into one in the log-odds of x: relative in x and in 1 - x
    worst = Math.max(worst, Math.abs(logError * Math.exp(logTail - found.logDensity)));
  }
  expect(worst).toBeLessThanOrEqual(1e-10);
});

test("a pair of shapes is tabulated once", () => {
  expect(StandardBeta.of(2.25, 3)).toBe(StandardBeta.of(2.25, 3));
});
