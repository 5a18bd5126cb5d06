/**
 * When the least gap after the last admission is over. A factor on the pace divides what is left of the gap,
 * and a factor of 0 stops it where it stands. It runs on through a closure.
 */
export class HeadwayClock {
  #free: number = -Infinity;
  #intervalMs: number = 0;
  #factor: number = 1;
  /** At factor 0: what was left of the gap, at factor 1. */
  #leftMs: number = 0;

  /** Nobody was admitted yet: the first may enter at once. */
  reset(intervalMs: number): void {
    this.#free = -Infinity;
    this.#intervalMs = intervalMs;
    this.#factor = 1;
    this.#leftMs = 0;
  }

  /** The first instant, not before `time`, at which the next may enter; Infinity when there is none. */
  next(time: number): number {
    return this.#factor === 0 ? Infinity : Math.max(time, Math.round(this.#free));
  }

  /** Somebody is admitted at `time`. */
  admit(time: number): void {
    this.#free = time + this.#intervalMs / this.#factor;
  }

  /** From `time` on the pace is `factor` times its own. */
  scale(time: number, factor: number): void {
    const left = this.#factor === 0 ? this.#leftMs : Math.max(0, this.#free - time) * this.#factor;
    this.#factor = factor;
    this.#leftMs = left;
    if (factor > 0) this.#free = time + left / factor;
  }
}
