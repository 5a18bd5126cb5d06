import { exp, log } from "#base/elementary";
import { standardNormal } from "#engine/random/standard-normal";
import type { SurvivalStep } from "#engine/stats/kaplan-meier";
import { kaplanMeier, survivalQuantile } from "#engine/stats/kaplan-meier";
import { meanInterval } from "#engine/stats/mean-interval";
import { normalQuantile } from "#engine/stats/normal";
import { pairedDifferences } from "#engine/stats/paired-difference";
import { commonLimit } from "#engine/stats/restricted-mean";
import type { WatchedTimes } from "#engine/stats/restricted-mean";
import { restrictedTimes } from "#engine/stats/restricted-times";
import type { CoverageCase, Told, Uniform } from "./coverage-case.ts";
import { exponential } from "./mean-cases.ts";

/** How many in a hundred of exponential times of mean 1 are censored, by the rate at which watches end. */
const watches = [
  ["none censored", 0],
  ["10 % censored", 1 / 9],
  ["40 % censored", 2 / 3],
] as const;

const endOfWatch = (rate: number, uniform: Uniform): number =>
  rate === 0 ? Infinity : exponential(uniform) / rate;

const quantileCases = watches.flatMap(([watch, rate]) =>
  [0.5, 0.9].map(
    (p): CoverageCase => ({
      asks: "Quantile of a censored time",
      system: `${p * 100} % of the exponential, ${watch}`,
      methods: ["Kaplan-Meier, log-log band", "Kaplan-Meier, Greenwood's band"],
      told: (count, uniform) => {
        const pairs = Array.from(
          { length: count },
          () => [exponential(uniform), endOfWatch(rate, uniform)] as const,
        );
        const steps = kaplanMeier(
          pairs.map(([time, end]) => Math.min(time, end)),
          pairs.map(([time, end]) => end < time),
        );
        const truth = -log(1 - p);
        return [
          { ...survivalQuantile(steps, p), truth },
          { ...byGreenwood(steps, p), truth },
        ];
      },
    }),
  ),
);

/** The quantile between the sides of S ± z se. */
function byGreenwood(steps: readonly SurvivalStep[], p: number): Omit<Told, "truth"> {
  const z = normalQuantile(0.975);
  const first = (side: number): number | null =>
    steps.find(({ survival, standardError }) => survival + side * z * standardError <= 1 - p + 1e-12)?.time ??
    null;
  return { low: first(-1), high: first(1) };
}

/** The mean of min(T, limit) of an exponential time. */
const restricted = (mean: number, limit: number): number => mean * (1 - exp(-limit / mean));

/** Times of a mean, by normal numbers, so that a pair can be drawn alike. */
const timeOf = (normal: number, mean: number): number => -mean * log(1 - normalShare(normal));

/** The share of a standard normal below z (Abramowitz and Stegun 26.2.17, error below 7.5e-8). */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const above = (exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z < 0 ? above : 1 - above;
}

/** Times of mean 1 and 1.5 in pairs, their normal numbers correlated by 0.8, each pair watched as long. */
function timePairs(count: number, rate: number, uniform: Uniform): readonly [WatchedTimes, WatchedTimes] {
  const triples = Array.from({ length: count }, () => {
    const shared = standardNormal(uniform());
    const own = 0.8 * shared + 0.6 * standardNormal(uniform());
    return [timeOf(shared, 1), timeOf(own, 1.5), endOfWatch(rate, uniform)] as const;
  });
  const side = (place: 0 | 1): WatchedTimes => ({
    times: triples.map((triple) => Math.min(triple[place], triple[2])),
    censored: triples.map((triple) => triple[2] < triple[place]),
  });
  return [side(0), side(1)];
}

/** The longest time for which everyone was watched. */
function leastCensored(samples: readonly WatchedTimes[]): number {
  return Math.min(
    ...samples.flatMap(({ times, censored }) =>
      Array.from(times, (time, index) => (censored[index] === true ? time : Infinity)),
    ),
  );
}

const pairedCases = watches.slice(1).map(
  ([watch, rate]): CoverageCase => ({
    asks: "Difference of restricted means of censored times, in pairs",
    system: `exponential, means 1 and 1.5, ${watch}`,
    methods: ["pseudo-values, as long as anyone is watched", "min(T, L), L the first end of a watch"],
    told: (count, uniform, resampling) => {
      const pairs = timePairs(count, rate, uniform);
      return [commonLimit(pairs), leastCensored(pairs)].map((limit) => {
        const [ours, theirs] = pairs.map((side) => restrictedTimes(side, limit));
        const differences = pairedDifferences(ours ?? [], theirs ?? []);
        const truth = restricted(1, limit) - restricted(1.5, limit);
        return { ...meanInterval(differences, resampling), truth };
      });
    },
  }),
);

/** Times of which some are known only to be longer. */
export const censoredCases: readonly CoverageCase[] = [...quantileCases, ...pairedCases];
