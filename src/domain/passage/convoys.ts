import type { Admission, Line } from "#domain/passage/admission-kind";
import { SlotGrid } from "#domain/passage/slot-grid";
import type { Timetable } from "#domain/passage/timetable";

const HAIR = 1e-6;
/** Convoys of less than this have their next place after the last date there is. */
const LEAST_SIZE = 1e-9;

/** How the convoys of one direction are made up. */
export interface ConvoyRule {
  readonly timetable: Timetable;
  /** ms before its departure by which a vessel must have come. */
  readonly cutOffMs: number;
  /** ms from one vessel of a convoy to the next, whole; 0: all at once. */
  readonly everyMs: number;
  /** Vessels in a convoy; Infinity: all who may. */
  readonly size: number;
}

/**
 * Convoys at work. Place j of a convoy stands j times `every` after its departure, before the next departure
 * and as far as its size goes; a place that nobody takes is lost. Departures stand whatever acts on the
 * passage: a factor multiplies the size and divides what is left to the next place. So that half of an odd
 * size is right on average, convoy n has floor((n + 1) s) - floor(n s) places of a size s. At a factor of 0
 * a convoy stands where it is. A convoy whose last place has passed is over, whatever its size would be now.
 */
export class Convoys implements Admission {
  readonly #rule: ConvoyRule;
  readonly #line: Line;
  readonly #grid: SlotGrid = new SlotGrid();
  #factor: number = 1;
  /** The convoy whose places the grid has, and how many have entered with it. */
  #convoy: number;
  #entered: number = 0;
  /** Of that convoy: whether its last place had passed when the factor changed, and when it last did. */
  #isOver: boolean = false;
  #changedAt: number = -Infinity;

  constructor(rule: ConvoyRule, line: Line, start: number) {
    this.#rule = rule;
    this.#line = line;
    this.#convoy = rule.timetable.last(start);
    this.#grid.reset(rule.timetable.departure(this.#convoy), rule.everyMs);
  }

  admitsAtOnce(): boolean {
    return false;
  }

  next(time: number): number {
    if (this.#line.first() < 0 || this.#factor === 0) return Infinity;
    this.#depart(time);
    const { timetable } = this.#rule;
    const place = this.#firstInTime() < 0 ? Infinity : this.#place(time);
    if (place < Infinity) return place;
    const own = this.#earliestConvoy();
    const convoy = this.#nextWithPlaces(Math.max(own, this.#convoy + 1));
    return convoy < Infinity ? timetable.departure(convoy) : Infinity;
  }

  chosen(time: number): number {
    return this.next(time) === time ? this.#firstInTime() : -1;
  }

  admit(time: number): void {
    this.#grid.take(time);
    this.#entered++;
  }

  scale(time: number, factor: number): void {
    this.#depart(time);
    if (this.#rule.everyMs > 0) {
      // Before the first of several factors of one instant, which leave what the last alone leaves.
      if (time > this.#changedAt) this.#isOver ||= this.#grid.numberFrom(time) >= this.#places(this.#convoy);
      this.#changedAt = time;
      this.#grid.scale(time, factor);
    }
    this.#factor = factor;
  }

  /** Who stands first of those who have come in time for the present convoy; -1: nobody. */
  #firstInTime(): number {
    const { timetable, cutOffMs } = this.#rule;
    const closes = timetable.departure(this.#convoy) - cutOffMs;
    let job = this.#line.first();
    while (job >= 0 && this.#line.came(job) >= closes) job = this.#line.behind(job);
    return job;
  }

  /** The first convoy that anybody who waits may go with: it departs late enough for who came first. */
  #earliestConvoy(): number {
    const { timetable, cutOffMs } = this.#rule;
    let came = Infinity;
    for (let job = this.#line.first(); job >= 0; job = this.#line.behind(job)) {
      came = Math.min(came, this.#line.came(job));
    }
    return timetable.last(came + cutOffMs) + 1;
  }

  /** The convoy of this instant is the last that has departed. */
  #depart(time: number): void {
    const { timetable, everyMs } = this.#rule;
    const convoy = timetable.last(time);
    if (convoy === this.#convoy) return;
    const departure = timetable.departure(convoy);
    this.#convoy = convoy;
    this.#entered = 0;
    this.#isOver = false;
    this.#grid.reset(departure, everyMs);
    if (everyMs > 0) this.#grid.scale(departure, this.#factor);
  }

  /** The first place of the present convoy from `time` on that is free; Infinity when there is none. */
  #place(time: number): number {
    const { timetable, everyMs } = this.#rule;
    if (this.#isOver) return Infinity;
    const places = this.#places(this.#convoy);
    if (everyMs === 0) {
      return timetable.departure(this.#convoy) === time && this.#entered < places ? time : Infinity;
    }
    const place = this.#grid.next(time, true);
    const isOfThis = place < timetable.departure(this.#convoy + 1) && this.#grid.numberFrom(place) < places;
    return isOfThis ? place : Infinity;
  }

  #places(convoy: number): number {
    const size = this.#rule.size * this.#factor;
    return size === Infinity ? Infinity : whole((convoy + 1) * size) - whole(convoy * size);
  }

  /** The first convoy from this one on that has any place. */
  #nextWithPlaces(from: number): number {
    const size = this.#rule.size * this.#factor;
    if (size >= 1) return from;
    if (size < LEAST_SIZE) return Infinity;
    let convoy = Math.max(from, Math.floor((whole(from * size) + 1 - 2 * HAIR) / size) - 1);
    while (this.#places(convoy) < 1) convoy++;
    return convoy;
  }
}

/** Rounded down, and what lacks a hair to a whole number is that number. */
function whole(number: number): number {
  return Math.floor(number + HAIR);
}
