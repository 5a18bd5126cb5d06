/**
 * When the least gap after the last admission is over. A factor on the pace divides what is left of the gap,
 * and a factor of 0 stops it where it stands. It runs on through a closure. Several factors of one instant
 * leave what the last alone would leave.
 */
export class HeadwayClock {
  #intervalMs: number = 0;
  #factor: number = 1;
  /** The last admission or change of the factor, and what was then left of the gap, at factor 1. */
  #since: number = 0;
  #leftMs: number = 0;

  /** Nobody was admitted yet: the first may enter at once. */
  reset(intervalMs: number): void {
    this.#intervalMs = intervalMs;
    this.#factor = 1;
    this.#since = -Infinity;
    this.#leftMs = 0;
  }

  /** The first instant, not before `time`, at which the next may enter; Infinity when there is none. */
  next(time: number): number {
    if (this.#factor === 0) return Infinity;
    return Math.max(time, Math.round(this.#since + this.#leftMs / this.#factor));
  }

  /** Somebody is admitted at `time`. */
  admit(time: number): void {
    this.#since = time;
    this.#leftMs = this.#intervalMs;
  }

  /** From `time` on the pace is `factor` times its own. */
  scale(time: number, factor: number): void {
    const passedMs = this.#factor === 0 ? 0 : (time - this.#since) * this.#factor;
    this.#leftMs = Math.max(0, this.#leftMs - passedMs);
    this.#since = time;
    this.#factor = factor;
  }
}
