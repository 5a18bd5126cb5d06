import { assert } from "#base/assert";
import { dayMs } from "#base/time";

/**
 * Departures that repeat every day, numbered from the epoch on: one number, one instant, computed and never
 * accumulated.
 */
export class Timetable {
  /** ms after local midnight, rising. */
  readonly #times: readonly number[];
  readonly #utcOffsetMs: number;
  /** ms from each departure of a day to the next one. */
  readonly gaps: readonly number[];

  /** Times of day in ms after midnight, where clocks are `utcOffsetMs` ahead of UTC; at least one. */
  constructor(times: readonly number[], utcOffsetMs: number) {
    this.#times = [...new Set(times.map((time) => time % dayMs))].sort((a, b) => a - b);
    this.#utcOffsetMs = utcOffsetMs;
    assert(this.#times.length > 0, "a timetable has a departure");
    this.gaps = this.#times.map((_, index) => this.departure(index + 1) - this.departure(index));
  }

  /** Departures a day. */
  get perDay(): number {
    return this.#times.length;
  }

  /** When the departure of this number is, ms. */
  departure(number: number): number {
    const day = Math.floor(number / this.perDay);
    const time = this.#times[number - day * this.perDay] as number; // one of them
    return day * dayMs + time - this.#utcOffsetMs;
  }

  /** The number of the last departure at `time` or before it. */
  last(time: number): number {
    const local = time + this.#utcOffsetMs;
    const day = Math.floor(local / dayMs);
    const sinceMidnight = local - day * dayMs;
    let gone = 0;
    while (gone < this.perDay && (this.#times[gone] as number) <= sinceMidnight) gone++; // one of them
    return day * this.perDay + gone - 1;
  }
}
