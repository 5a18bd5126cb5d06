import { distribution, factor, fallback, optional, pairs } from "#base/field";
import { record, schedule, timeOfDay } from "#base/field";
import type { DistributionValue, FieldsOf, KindValue, Pair, Schedule } from "#base/field";
import { byWeekday, utcOffset, utcOffsetProblem, weekdays } from "#base/local-clock";
import type { Weekday } from "#base/local-clock";
import { dayMs } from "#base/time";
import type { ArrivalKind, Arrivals } from "#engine/random/arrival-kind";
import { createDistribution } from "#engine/random/distribution-kinds";
import { DatedRhythm } from "#engine/random/dated-rhythm";
import { standardExponential } from "#engine/random/standard-exponential";
import type { Stream } from "#engine/random/stream";
import { WeeklyRhythm } from "#engine/random/weekly-rhythm";

/** One a second. */
const RATE_MOST = 86_400;

type DayFactors = Readonly<Record<Weekday, number>>;

/** What users write for arrivals with a profile. */
export interface ProfileValues {
  readonly rate: DistributionValue;
  readonly hours: readonly Pair<number, number>[] | undefined;
  readonly days: DayFactors | undefined;
  readonly dates: Schedule<number> | undefined;
  readonly "utc-offset": number;
}

const hourDoc = "Factors from times of day on, over midnight too: `{ 06:00: 1.5, 22:00: 0.2 }`.";
const dayDoc = "Factors by day of the week, 1 for those left out: `{ sat: 0.5, sun: 0 }`.";

const fields: FieldsOf<ProfileValues> = {
  rate: distribution("rate", "Arrivals a day where all factors are 1; drawn once a replication."),
  hours: optional({
    ...pairs(timeOfDay("From when on."), factor("What the rate is multiplied by."), hourDoc),
    example: "{ 06:00: 1.5, 22:00: 0.2 }",
  }),
  days: optional({
    ...record<DayFactors>(
      byWeekday((days) => fallback(factor(`On ${days}; 1 when left out.`), 1)),
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
    const rhythm = weekOf(values, 0);
    if (rhythm.perWeek === 0) return "no hour of the week has a factor above 0; write one that has";
    const dated = Math.max(1, ...(dates?.steps.map(({ value }) => value) ?? []));
    if (meanRate(values) * rhythm.peak * dated > RATE_MOST)
      return "its peak is more than one a second; write a smaller rate or smaller factors";
    return utcOffsetProblem(offset);
  },
  ratePerDay(values, { from, until }) {
    const expected = rhythmOf(values, from).weighedAt(until);
    return (meanRate(values) * expected) / (until - from);
  },
  create(values, stream, start) {
    const rate = meanRate(values);
    if (rate <= 0) return { next: () => Infinity };
    return new ProfileArrivals(stream, rhythmOf(values, start), dayMs / rate);
  },
};

/** Exponential steps in weighted time, turned into instants by the inverse: nothing is drawn in vain. */
class ProfileArrivals implements Arrivals {
  readonly #stream: Stream;
  readonly #rhythm: DatedRhythm;
  readonly #meanGap: number;
  #weighed = 0;

  constructor(stream: Stream, rhythm: DatedRhythm, meanGap: number) {
    this.#stream = stream;
    this.#rhythm = rhythm;
    this.#meanGap = meanGap;
  }

  next(): number {
    this.#weighed += this.#meanGap * standardExponential(this.#stream.uniform());
    return Math.round(this.#rhythm.instantAt(this.#weighed));
  }
}

function typed(values: KindValue): ProfileValues {
  return values as unknown as ProfileValues; // normalised by these very fields
}

/** The rate, or the mean of its distribution: whoever creates the process has drawn it before. */
function meanRate(values: KindValue): number {
  return Math.max(0, createDistribution(typed(values).rate).mean);
}

function weekOf(values: KindValue, origin: number): WeeklyRhythm {
  const { hours = [], days, "utc-offset": offset } = typed(values);
  return new WeeklyRhythm({ hours, days: weekdays.map((day) => days?.[day] ?? 1), offset }, origin);
}

function rhythmOf(values: KindValue, start: number): DatedRhythm {
  const steps = (typed(values).dates?.steps ?? []).flatMap(({ from, value }) =>
    "at" in from ? [{ from: from.at, factor: value }] : [],
  );
  return new DatedRhythm(weekOf(values, start), steps, start);
}
