import type { FieldsOf } from "#base/field";
import { dayMs } from "#base/time";
import type { ArrivalKind } from "#engine/random/arrival-kind";
import { DatedRhythm } from "#engine/random/dated-rhythm";
import type { DatedFactor } from "#engine/random/dated-rhythm";
import { along, poissonArrivals, since } from "#engine/random/gap-arrivals";
import { dailyRate, rateField, rateProblem } from "#engine/random/rate-schedule";
import type { RateValue } from "#engine/random/rate-schedule";
import { WeeklyRhythm } from "#engine/random/weekly-rhythm";

/** What users write for Poisson arrivals. */
export interface PoissonValues {
  readonly rate: RateValue;
}

const fields: FieldsOf<PoissonValues> = {
  rate: rateField("Arrivals a day on average; drawn once a replication."),
};

/** Arrivals that know nothing of each other. */
export const poisson: ArrivalKind = {
  kind: "poisson",
  summary: "Arrivals that know nothing of each other, at a mean rate.",
  example: "{ kind: poisson, rate: 3 /d }",
  fields,
  problem: rateProblem,
  ratePerDay(values, { from, until }) {
    const rate = dailyRate(values);
    return typeof rate === "number" ? rate : rhythmOf(rate, from).weighedAt(until) / (until - from);
  },
  create(values, stream, start) {
    const rate = dailyRate(values);
    if (typeof rate !== "number") return poissonArrivals(stream, dayMs, along(rhythmOf(rate, start)));
    return rate > 0 ? poissonArrivals(stream, dayMs / rate, since(start)) : { next: () => Infinity };
  },
};

/** The same all week, at rates by date: ms weighted by arrivals a day. */
function rhythmOf(rates: readonly DatedFactor[], start: number): DatedRhythm {
  const always = new WeeklyRhythm({ hours: [], days: [1, 1, 1, 1, 1, 1, 1], offset: 0 }, start);
  return new DatedRhythm(always, rates, start);
}
