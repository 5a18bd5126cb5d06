import { assert } from "#base/assert";
import { exp, log, pow } from "#base/elementary";
import { indicesByValue } from "#base/order";
import type { Interval } from "#engine/stats/interval";
import { usualLevel } from "#engine/stats/interval";
import { normalQuantile } from "#engine/stats/normal";

/** One step of the curve: what holds from `time` on, until the next step. */
export interface SurvivalStep {
  readonly time: number;
  /** Under watch just before `time`, and events at it. */
  readonly atRisk: number;
  readonly events: number;
  /** The share that lasts longer than `time`. */
  readonly survival: number;
  /** Its standard error, by Greenwood's formula. */
  readonly standardError: number;
  /** Its log-log band. */
  readonly low: number;
  readonly high: number;
}

/**
 * The Kaplan-Meier curve of times of which some are censored: known only to be longer. Whoever is censored at
 * the time of an event was still under watch then. The band is that of log(-log S), which stays between 0 and
 * 1. Where nobody is left it does not exist; there the upper side is what none of r survivors allows, 1 -
 * (half of 1 - level)^(1/r), times the bound before.
 */
export function kaplanMeier(
  times: ArrayLike<number>,
  censored: ArrayLike<boolean>,
  level: number = usualLevel,
): readonly SurvivalStep[] {
  assert(times.length === censored.length, "every time says whether it is censored");
  const z = normalQuantile(0.5 + level / 2);
  const order = indicesByValue(times);
  const at = (index: number): number => times[index] as number; // indices are below the length
  const steps: SurvivalStep[] = [];
  let [survival, greenwood, highBefore] = [1, 0, 1];
  for (let first = 0; first < order.length; ) {
    const time = at(order[first] as number); // first is below the length
    const atRisk = order.length - first;
    let events = 0;
    while (first < order.length) {
      if (at(order[first] as number) !== time) break; // first is below the length
      if (!(censored[order[first] as number] as boolean)) events += 1; // the same
      first += 1;
    }
    if (events === 0) continue;
    survival *= (atRisk - events) / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const { low, high } =
      survival > 0 ? logLogBand(survival, greenwood, z) : emptyBand(highBefore, atRisk, (1 - level) / 2);
    const standardError = survival > 0 ? survival * Math.sqrt(greenwood) : 0;
    steps.push({ time, atRisk, events, survival, standardError, low, high });
    highBefore = high;
  }
  return steps;
}

/**
 * S^exp(±z se), se² being Greenwood's sum ÷ (log S)²: the variance of log(-log S) by the delta method. Copied
 * from `comp.npci` of the R package km.ci (CRAN, R/comp.npci.R, `llog.lower` and `llog.upper`).
 */
function logLogBand(survival: number, greenwood: number, z: number): { low: number; high: number } {
  const logSurvival = log(survival);
  const spread = exp((z * Math.sqrt(greenwood)) / Math.abs(logSurvival));
  return { low: exp(logSurvival * spread), high: exp(logSurvival / spread) };
}

function emptyBand(highBefore: number, atRisk: number, error: number): { low: number; high: number } {
  return { low: 0, high: highBefore * (1 - pow(error, 1 / atRisk)) };
}

/**
 * The first time at which a share `p` has had the event (0.5: the median), and its interval: where the lower
 * and the upper side of the band come down to 1 - p. Null where the curve or that side never does: then
 * nobody knows.
 */
export function survivalQuantile(
  steps: readonly SurvivalStep[],
  p: number,
): Interval & { readonly value: number | null } {
  const left = 1 - p;
  // A product of shares may miss 1/2 by its last bits.
  const first = (side: (step: SurvivalStep) => number): number | null =>
    steps.find((step) => side(step) <= left + 1e-12)?.time ?? null;
  return {
    value: first((step) => step.survival),
    low: first((step) => step.low),
    high: first((step) => step.high),
    method: "kaplan-meier",
  };
}
