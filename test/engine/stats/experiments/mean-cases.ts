import { exp, log } from "#base/elementary";
import { standardNormal } from "#engine/random/standard-normal";
import { bootstrapTInterval } from "#engine/stats/bootstrap-t";
import { foldInBlocks } from "#engine/stats/fold";
import type { Interval } from "#engine/stats/interval";
import { isSkewed, outerInterval } from "#engine/stats/mean-interval";
import { studentInterval } from "#engine/stats/student-interval";
import { tailLeast, tailValues } from "#engine/stats/tail-values";
import type { CoverageCase, Told, Uniform } from "./coverage-case.ts";

/** A number of the exponential distribution of mean 1. */
export const exponential = (uniform: Uniform): number => -log(uniform());

/** The ways of making an interval of a mean, or of a mean difference; the first is what is printed. */
export const meanMethods = ["Student; where skewed the outer of both", "Student", "bootstrap-t"] as const;

/** What each of `meanMethods` says. */
export function toldOfMean(values: Float64Array, truth: number, resampling: Uniform): readonly Told[] {
  const sample = foldInBlocks(values);
  const student = studentInterval(sample);
  const bootstrap = bootstrapTInterval(values, resampling);
  // `meanInterval` would draw the same resamples again.
  const printed = isSkewed(sample) ? outerInterval(student, bootstrap) : student;
  return [printed, student, bootstrap].map((interval: Interval) => ({ ...interval, truth }));
}

function meanCase(system: string, truth: number, draw: (uniform: Uniform) => number): CoverageCase {
  return {
    asks: "Mean",
    system,
    methods: meanMethods,
    told: (count, uniform, resampling) =>
      toldOfMean(
        Float64Array.from({ length: count }, () => draw(uniform)),
        truth,
        resampling,
      ),
  };
}

/**
 * The mean wait of 50 customers of an M/M/1 at 80 % load whose first comes to the queue in equilibrium, where
 * it waits with a chance of 0.8, and then exponentially with mean 5: the mean of all is 4 services.
 */
function waitsOfFifty(uniform: Uniform): number {
  const load = 0.8;
  let wait = uniform() < load ? exponential(uniform) / (1 - load) : 0;
  let sum = 0;
  for (let customer = 0; customer < 50; customer += 1) {
    sum += wait;
    wait = Math.max(0, wait + exponential(uniform) - exponential(uniform) / load);
  }
  return sum / 50;
}

/** Means of systems with known ones, and the mean of a tail. */
export const meanCases: readonly CoverageCase[] = [
  meanCase("normal", 0, (uniform) => standardNormal(uniform())),
  meanCase("exponential", 1, exponential),
  meanCase("lognormal, σ = 1", exp(0.5), (uniform) => exp(standardNormal(uniform()))),
  meanCase("mean wait of 50 customers of an M/M/1, ρ = 0.8", 4, waitsOfFifty),
  meanCase("four in five are 0, else exponential", 0.2, (uniform) =>
    uniform() < 0.2 ? exponential(uniform) : 0,
  ),
  {
    asks: "Mean",
    system: "worst 5 % of the exponential (CVaR)",
    methods: meanMethods,
    sizes: [tailLeast, 600],
    told: (count, uniform, resampling) => {
      const values = Float64Array.from({ length: count }, () => exponential(uniform));
      return toldOfMean(tailValues(values), 1 - log(0.05), resampling);
    },
  },
];
