import {
  constantly,
  distribution,
  fallback,
  optional,
  pairs,
  record,
  schedule,
  timeOfDay,
} from "#base/field";
import type { DistributionValue, Field, FieldsOf, KindValue, Pair, Schedule } from "#base/field";
import { byWeekday, utcOffset, utcOffsetProblem, weekdays } from "#base/local-clock";
import type { Weekday } from "#base/local-clock";
import { dayMs } from "#base/time";
import type { ArrivalKind } from "#engine/random/arrival-kind";
import { createDistribution } from "#engine/random/distribution-kinds";
import { DatedRhythm, productOf } from "#engine/random/dated-rhythm";
import { along, poissonArrivals } from "#engine/random/gap-arrivals";
import { dailyRate, rateField, rateProblem } from "#engine/random/rate-schedule";
import type { RateValue } from "#engine/random/rate-schedule";
import { WeeklyRhythm } from "#engine/random/weekly-rhythm";

/** One a second. */
const RATE_MOST = 86_400;

type DayFactors = Readonly<Record<Weekday, DistributionValue>>;

/** What users write for arrivals with a profile. */
export interface ProfileValues {
  readonly rate: RateValue;
  readonly hours: readonly Pair<number, DistributionValue>[] | undefined;
  readonly days: DayFactors | undefined;
  readonly dates: Schedule<DistributionValue> | undefined;
  readonly "utc-offset": number;
}

/** One factor, drawn once a replication where it is a distribution. */
const factor = (doc: string): Field<DistributionValue> => distribution("number", doc);

const hourDoc = "Factors from times of day on, over midnight too: `{ 06:00: 1.5, 22:00: 0.2 }`.";
const dayDoc = "Factors by day of the week, 1 for those left out: `{ sat: 0.5, sun: 0 }`.";

const fields: FieldsOf<ProfileValues> = {
  rate: rateField("Arrivals a day where all factors are 1; drawn once a replication."),
  hours: optional({
    ...pairs(timeOfDay("From when on."), factor("What the rate is multiplied by."), hourDoc),
    example: "{ 06:00: 1.5, 22:00: 0.2 }",
  }),
  days: optional({
    ...record<DayFactors>(
      byWeekday((days) => fallback(factor(`On ${days}; 1 when left out.`), constantly(1))),
      dayDoc,
    ),
    example: "{ sat: 0.5, sun: 0 }",
  }),
  dates: optional(
    schedule(factor("What the rate is multiplied by."), "Factors from dates on, 1 before the first."),
  ),
  "utc-offset": utcOffset,
};

/** Arrivals that know nothing of each other, at a rate that goes with the hour, the day and the date. */
export const profile: ArrivalKind = {
  kind: "profile",
  summary: "Random arrivals at `rate` times factors by time of day, day of the week and date.",
  example: "{ kind: profile, rate: 3 /d, hours: { 06:00: 1.5, 22:00: 0.2 }, days: { sun: 0 } }",
  fields,
  problem(values) {
    const { dates, "utc-offset": offset } = typed(values);
    if (dates?.steps.some(({ from }) => !("at" in from)))
      return "`dates` cannot wait for an event; write dates, or a disruption of kind demand";
    const tied = rateProblem(values);
    if (tied !== undefined) return tied;
    const rhythm = weekOf(values, 0);
    if (rhythm.perWeek === 0) return "no hour of the week has a factor above 0; write one that has";
    const dated = Math.max(1, ...(dates?.steps.map(({ value }) => meanFactor(value)) ?? []));
    const rate = dailyRate(values);
    const most = typeof rate === "number" ? rate : Math.max(...rate.map(({ factor: perDay }) => perDay));
    if (most * rhythm.peak * dated > RATE_MOST)
      return "its peak is more than one a second; write a smaller rate or smaller factors";
    return utcOffsetProblem(offset);
  },
  ratePerDay(values, { from, until }) {
    const expected = rhythmOf(values, from).weighedAt(until);
    return (perWeighed(values) * expected) / (until - from);
  },
  create(values, stream, start) {
    const rate = perWeighed(values);
    if (rate <= 0 || weekOf(values, start).perWeek <= 0) return { next: () => Infinity };
    return poissonArrivals(stream, dayMs / rate, along(rhythmOf(values, start)));
  },
};

function typed(values: KindValue): ProfileValues {
  return values as unknown as ProfileValues; // normalised by these very fields
}

function weekOf(values: KindValue, origin: number): WeeklyRhythm {
  const { hours = [], days, "utc-offset": offset } = typed(values);
  const shape = {
    hours: hours.map(({ key, value }) => ({ key, value: meanFactor(value) })),
    days: weekdays.map((day) => (days ? meanFactor(days[day]) : 1)),
    offset,
  };
  return new WeeklyRhythm(shape, origin);
}

/** Of what is drawn the mean: whoever creates the process has drawn it before. */
function meanFactor(value: DistributionValue): number {
  return Math.max(0, createDistribution(value).mean);
}

/** Week and dates: ms weighted by their factors where the rate is one number, else by arrivals a day. */
function rhythmOf(values: KindValue, start: number): DatedRhythm {
  const rate = dailyRate(values);
  const dates = (typed(values).dates?.steps ?? []).flatMap(({ from, value }) =>
    "at" in from ? [{ from: from.at, factor: meanFactor(value) }] : [],
  );
  const steps =
    typeof rate === "number" ? dates : productOf({ steps: rate, before: 0 }, { steps: dates, before: 1 });
  return new DatedRhythm(weekOf(values, start), steps, start);
}

/** Arrivals a day at a factor of 1 of `rhythmOf`. */
function perWeighed(values: KindValue): number {
  const rate = dailyRate(values);
  return typeof rate === "number" ? rate : 1;
}
