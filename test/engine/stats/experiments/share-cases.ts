import { log } from "#base/elementary";
import { binomialAtMost } from "#engine/stats/binomial";
import { foldInBlocks } from "#engine/stats/fold";
import { quantileInterval } from "#engine/stats/quantile-interval";
import { sorted } from "#engine/stats/sample-quantile";
import { studentInterval } from "#engine/stats/student-interval";
import { wilsonInterval } from "#engine/stats/wilson";
import type { CoverageCase, Told } from "./coverage-case.ts";
import { exponential } from "./mean-cases.ts";

const quantileCases = [0.05, 0.5, 0.95].map(
  (p): CoverageCase => ({
    asks: "Quantile",
    system: `${p * 100} % of the exponential`,
    methods: ["order statistics, interpolated", "order statistics alone"],
    told: (count, uniform) => {
      const ordered = sorted(Float64Array.from({ length: count }, () => exponential(uniform)));
      const truth = -log(1 - p);
      return [
        { ...quantileInterval(ordered, p), truth },
        { ...wholeRanks(ordered, p), truth },
      ];
    },
  }),
);

/** The nearest order statistics that err with a chance of at most 2.5 % each. */
function wholeRanks(ordered: Float64Array, p: number): Omit<Told, "truth"> {
  const count = ordered.length;
  const ranks = Array.from({ length: count }, (_, index) => index + 1);
  const low = ranks.findLast((rank) => binomialAtMost(rank - 1, count, p) <= 0.025);
  const high = ranks.findLast((rank) => binomialAtMost(rank - 1, count, 1 - p) <= 0.025);
  return {
    low: low === undefined ? null : (ordered[low - 1] ?? NaN),
    high: high === undefined ? null : (ordered[count - high] ?? NaN),
  };
}

const plainShareCases = [0.02, 0.1, 0.5].map(
  (truth): CoverageCase => ({
    asks: "Share",
    system: `${truth * 100} % say yes`,
    methods: ["Wilson", "Student"],
    told: (count, uniform) => {
      const values = Float64Array.from({ length: count }, () => (uniform() < truth ? 1 : 0));
      const successes = values.reduce((sum, value) => sum + value, 0);
      return [
        { ...wilsonInterval(successes, count), truth },
        { ...studentInterval(foldInBlocks(values)), truth },
      ];
    },
  }),
);

/** Quantiles and shares of yes and no. */
export const shareCases: readonly CoverageCase[] = [...quantileCases, ...plainShareCases];
