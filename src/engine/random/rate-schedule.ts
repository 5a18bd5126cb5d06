import { either, rateOrNothing, schedule } from "#base/field";
import type { DistributionValue, Field, KindValue, Schedule } from "#base/field";
import { assert } from "#base/assert";
import type { DatedFactor } from "#engine/random/dated-rhythm";
import { createDistribution } from "#engine/random/distribution-kinds";

/** A rate that holds all the time, or from dates on; each part of it may be drawn, once a replication. */
export type RateValue = DistributionValue | Schedule<DistributionValue>;

/** The field of a rate of arrivals, a day. */
export const rateField = (doc: string): Field<RateValue> =>
  either<RateValue>(
    [
      rateOrNothing("A rate that holds all the time."),
      schedule(rateOrNothing("A rate from a date on, or 0."), "Rates from dates on, 0 before the first."),
    ],
    `${doc} It may be a schedule, with nobody before its first date.`,
  );

/** What is wrong with a rate that must be known from the start, and be above 0 at times, or undefined. */
export function rateProblem(values: KindValue): string | undefined {
  const rate = rateOf(values);
  const isTied = !("kind" in rate) && rate.steps.some(({ from }) => !("at" in from));
  if (isTied) return "`rate` cannot wait for an event; write dates, or a disruption of kind demand";
  const perDay = dailyRate(values);
  const isEver = typeof perDay === "number" ? perDay > 0 : perDay.some(({ factor }) => factor > 0);
  return isEver
    ? undefined
    : "`rate` is 0, so that nobody ever comes; write one above 0, or leave the flow out";
}

/**
 * Arrivals a day: one number, or from each date on, in order of time, 0 before the first. Of what is drawn
 * the means: whoever creates the process has drawn it before.
 */
export function dailyRate(values: KindValue): number | readonly DatedFactor[] {
  const rate = rateOf(values);
  if ("kind" in rate) return meanRate(rate);
  const steps = rate.steps.flatMap(({ from, value }) =>
    "at" in from ? [{ from: from.at, factor: meanRate(value) }] : [],
  );
  return [{ from: -Infinity, factor: 0 }, ...steps];
}

function meanRate(rate: DistributionValue): number {
  return Math.max(0, createDistribution(rate).mean);
}

function rateOf(values: KindValue): RateValue {
  const { rate } = values;
  assert(typeof rate === "object" && rate !== null, `${values.kind} has a rate`);
  return rate as RateValue; // by its field
}
