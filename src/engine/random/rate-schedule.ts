import { distribution, either, schedule } from "#base/field";
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
      distribution("rate", "A rate that holds all the time."),
      schedule(distribution("rate", "A rate from a date on."), "Rates from dates on, 0 before the first."),
    ],
    `${doc} It may be a schedule, with nobody before its first date.`,
  );

/** What is wrong with a rate that must be known from the start; undefined when nothing is. */
export function rateProblem(values: KindValue): string | undefined {
  const rate = rateOf(values);
  const isTied = !("kind" in rate) && rate.steps.some(({ from }) => !("at" in from));
  return isTied ? "`rate` cannot wait for an event; write dates, or a disruption of kind demand" : undefined;
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
