/**
 * The instants at which a passage lets one vessel in: an even grid. A factor on the pace divides what is left
 * to the next slot, and a factor of 0 stops it where it stands. Instants are computed from their index and
 * rounded once, never accumulated; several factors of one instant leave what the last alone would leave.
 */
export class SlotGrid {
  #intervalMs: number = 0;
  #factor: number = 1;
  /** The last change of the factor, and what was then left to the next slot, at factor 1. */
  #since: number = 0;
  #leftMs: number = 0;
  /** A slot that stood at the very instant of that change; -Infinity: none did. */
  #kept: number = -Infinity;
  #taken: number = -Infinity;
  /** How many slots stood before that change. */
  #passed: number = 0;

  /** Slot 0 stands at `start`; one follows each `intervalMs`. */
  reset(start: number, intervalMs: number): void {
    this.#intervalMs = intervalMs;
    this.#factor = 1;
    this.#since = start;
    this.#leftMs = 0;
    this.#kept = -Infinity;
    this.#taken = -Infinity;
    this.#passed = 0;
  }

  /**
   * The first slot after `time`, or at it too when `inclusive` and nobody has taken it; Infinity when there
   * is none.
   */
  next(time: number, inclusive: boolean): number {
    if (this.#factor === 0 || this.#intervalMs === Infinity) return Infinity;
    const mayBeNow = inclusive && this.#taken !== time;
    if (mayBeNow && this.#kept === time) return time;
    return this.#slot(this.#indexFrom(time, mayBeNow));
  }

  /** The number, from 0, of the first slot from `time` on, as the pace is now; NaN: it stands still. */
  numberFrom(time: number): number {
    if (this.#factor === 0 || this.#intervalMs === Infinity) return NaN;
    if (this.#kept === time) return this.#passed - 1;
    return this.#passed + this.#indexFrom(time, true);
  }

  /** When the slot of this number stands, as the pace is now; it must not have passed. */
  instantOf(number: number): number {
    return number < this.#passed ? this.#kept : this.#slot(number - this.#passed);
  }

  /** Whether the slot of this number stands after `time`, as the pace is now; one at `time` does not. */
  isAhead(number: number, time: number): boolean {
    if (number < this.#passed) return false;
    return this.#factor === 0 || this.#slot(number - this.#passed) > time;
  }

  /** The slot at `time` is used. */
  take(time: number): void {
    this.#taken = time;
  }

  /**
   * From `time` on the pace is `factor` times its own: what is left to the next slot is divided accordingly.
   * A slot at `time` itself still stands.
   */
  scale(time: number, factor: number): void {
    if (time !== this.#since) this.#settle(time);
    this.#factor = factor;
  }

  /** Notes what is left to the next slot after `time`. */
  #settle(time: number): void {
    if (this.#factor > 0 && this.#intervalMs < Infinity) {
      const index = this.#indexFrom(time, true);
      const isNow = this.#slot(index) === time;
      const passedMs = (time - this.#since) * this.#factor;
      this.#leftMs += (isNow ? index + 1 : index) * this.#intervalMs - passedMs;
      this.#kept = isNow ? time : -Infinity;
      this.#passed += isNow ? index + 1 : index;
    }
    this.#since = time;
  }

  /** The slot of this index since the last change of the factor. */
  #slot(index: number): number {
    return Math.round(this.#since + (this.#leftMs + index * this.#intervalMs) / this.#factor);
  }

  #indexFrom(time: number, inclusive: boolean): number {
    const passedMs = (time - this.#since) * this.#factor - this.#leftMs;
    let index = Math.max(0, Math.floor(passedMs / this.#intervalMs) - 1);
    while (inclusive ? this.#slot(index) < time : this.#slot(index) <= time) index++;
    return index;
  }
}
