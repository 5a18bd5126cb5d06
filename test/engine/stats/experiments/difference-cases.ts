import { exp } from "#base/elementary";
import { standardNormal } from "#engine/random/standard-normal";
import { foldInBlocks } from "#engine/stats/fold";
import { meanInterval } from "#engine/stats/mean-interval";
import { pairedDifferences } from "#engine/stats/paired-difference";
import { pairedOutcomes, pairedSharesInterval } from "#engine/stats/paired-shares";
import { studentInterval } from "#engine/stats/student-interval";
import type { CoverageCase, Uniform } from "./coverage-case.ts";
import { meanMethods, toldOfMean } from "./mean-cases.ts";

function meanCase(
  system: string,
  truth: number,
  pair: (uniform: Uniform) => readonly [ours: number, theirs: number],
): CoverageCase {
  return {
    asks: "Difference of means, in pairs",
    system,
    methods: meanMethods,
    told: (count, uniform, resampling) => {
      const pairs = Array.from({ length: count }, () => pair(uniform));
      const [ours, theirs] = [pairs.map(([mine]) => mine), pairs.map(([, other]) => other)];
      return toldOfMean(pairedDifferences(ours, theirs), truth, resampling);
    },
  };
}

/** Two standard normals, correlated by `shared`. */
function normalPair(shared: number, uniform: Uniform): readonly [number, number] {
  const one = standardNormal(uniform());
  return [one, shared * one + Math.sqrt(1 - shared * shared) * standardNormal(uniform())];
}

/** Two shares of yes; so many pairs in a hundred are drawn by one number, the others each by its own. */
const sharePairs = [
  [0.5, 0.3, 90],
  [0.3, 0.3, 80],
  [0.1, 0.02, 90],
] as const;

const shareCases = sharePairs.map(
  ([first, second, alike]): CoverageCase => ({
    asks: "Difference of shares, in pairs",
    system: `${first * 100} % and ${second * 100} % say yes, ${alike} % of pairs on one draw`,
    methods: ["Newcombe", "Student; where skewed the outer of both", "Student"],
    told: (count, uniform, resampling) => {
      const draws = Array.from({ length: count }, () => {
        const one = uniform();
        return [one, uniform() < alike / 100 ? one : uniform()] as const;
      });
      const ours = draws.map(([one]) => (one < first ? 1 : 0));
      const theirs = draws.map(([, other]) => (other < second ? 1 : 0));
      const differences = pairedDifferences(ours, theirs);
      const outcomes = pairedOutcomes(ours, theirs);
      const byMeans = meanInterval(differences, resampling);
      // As `versusBaseline` does: where all say the same, there are no outcomes to compare.
      return [
        outcomes === null ? byMeans : pairedSharesInterval(outcomes),
        byMeans,
        studentInterval(foldInBlocks(differences)),
      ].map((interval) => ({ ...interval, truth: first - second }));
    },
  }),
);

/** Differences of replications of one number. */
export const differenceCases: readonly CoverageCase[] = [
  meanCase("normal, correlation 0.8", 0.2, (uniform) => {
    const [ours, theirs] = normalPair(0.8, uniform);
    return [ours + 0.2, theirs];
  }),
  meanCase(
    "lognormal, σ = 1, ours 20 % above theirs, correlation of logarithms 0.95",
    exp(0.5) * 0.2,
    (uniform) => {
      const [ours, theirs] = normalPair(0.95, uniform);
      return [1.2 * exp(ours), exp(theirs)];
    },
  ),
  ...shareCases,
];
