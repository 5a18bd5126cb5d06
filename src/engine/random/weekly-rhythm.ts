import { assert } from "#base/assert";
import { dayMs } from "#base/time";

const WEEK_MS = 7 * dayMs;
/** 1970-01-05, the first Monday since the epoch. */
const MONDAY_MS = 4 * dayMs;

/** A factor that holds from a time of its day on, ms since midnight. */
export interface HourStep {
  readonly key: number;
  readonly value: number;
}

/** What a week is made of: factors by time of day and by day from Monday on, and the clock they go by. */
export interface WeekShape {
  /** In order of time; before the first of a day the last one still holds. None: 1 all day. */
  readonly hours: readonly HourStep[];
  readonly days: readonly number[];
  /** What the local clock is ahead of UTC, ms. */
  readonly offset: number;
}

/**
 * A factor that repeats each week, as its integral over time and the inverse of that. Both are computed from
 * the number of the week, so that nothing accumulates. What the integral counts are ms weighted by the
 * factor, from the Monday (local time) before `origin` on.
 */
export class WeeklyRhythm {
  readonly #parts: readonly WeekPart[];
  readonly #monday: number;
  /** Weighted ms in a week. */
  readonly perWeek: number;
  /** The largest factor of the week. */
  readonly peak: number;

  constructor({ hours, days, offset }: WeekShape, origin: number) {
    assert(days.length === 7, "a week has seven days");
    const local = origin + offset - MONDAY_MS;
    this.#monday = origin - (local - Math.floor(local / WEEK_MS) * WEEK_MS);
    const parts: WeekPart[] = [];
    let weighed = 0;
    days.forEach((ofDay, day) => {
      for (const { from, until, value } of partsOfDay(hours)) {
        const factor = ofDay * value;
        parts.push({ begin: day * dayMs + from, weighed, factor });
        weighed += (until - from) * factor;
      }
    });
    this.#parts = parts;
    this.perWeek = weighed;
    this.peak = Math.max(...parts.map(({ factor }) => factor));
  }

  /** Weighted ms up to an instant. */
  weighedAt(time: number): number {
    const since = time - this.#monday;
    const week = Math.floor(since / WEEK_MS);
    const rest = since - week * WEEK_MS;
    const part = this.#parts.findLast(({ begin }) => begin <= rest) as WeekPart; // the first begins at 0
    return week * this.perWeek + part.weighed + (rest - part.begin) * part.factor;
  }

  /** The last instant up to which no more than so many weighted ms have come; `perWeek` is above 0. */
  instantAt(weighed: number): number {
    const week = Math.floor(weighed / this.perWeek);
    const rest = weighed - week * this.perWeek;
    const part = this.#parts.findLast((one) => one.factor > 0 && one.weighed <= rest) as WeekPart; // one is
    return this.#monday + week * WEEK_MS + part.begin + (rest - part.weighed) / part.factor;
  }
}

/** A part of a week with one factor: ms after Monday, and weighted ms by then. */
interface WeekPart {
  readonly begin: number;
  readonly weighed: number;
  readonly factor: number;
}

interface DayPart {
  readonly from: number;
  readonly until: number;
  readonly value: number;
}

/** The parts of a day; the last step of the day before reaches over midnight. */
function partsOfDay(hours: readonly HourStep[]): readonly DayPart[] {
  const night = { key: 0, value: hours.at(-1)?.value ?? 1 };
  const steps = hours[0]?.key === 0 ? hours : [night, ...hours];
  return steps.map(({ key, value }, i) => ({ from: key, until: steps[i + 1]?.key ?? dayMs, value }));
}
