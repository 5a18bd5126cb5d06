/**
 * The instants at which a passage may let somebody in, for rules that keep a pace: an even grid (slots) or a
 * least gap after the last admission (headway). A factor on the pace divides what is left to the next such
 * instant, and a factor of 0 stops it where it stands. Instants are computed from their index and rounded
 * once, never accumulated.
 */
export class SlotGrid {
  #anchor: number = 0;
  #intervalMs: number = 0;
  #factor: number = 1;
  /** At factor 0: what was left to the next slot, at factor 1. */
  #leftMs: number = 0;

  /** Slot 0 stands at `start`; one follows each `intervalMs`. */
  reset(start: number, intervalMs: number): void {
    this.#anchor = start;
    this.#intervalMs = intervalMs;
    this.#factor = 1;
    this.#leftMs = 0;
  }

  /** The first slot after `time`, or at it too when `inclusive`; Infinity when there is none. */
  next(time: number, inclusive: boolean): number {
    if (this.#factor === 0 || this.#intervalMs === Infinity) return Infinity;
    const pace = this.#intervalMs / this.#factor;
    let index = Math.max(0, Math.floor((time - this.#anchor) / pace) - 1);
    const isEarly = (at: number): boolean => (inclusive ? at < time : at <= time);
    while (isEarly(Math.round(this.#anchor + index * pace))) index++;
    return Math.round(this.#anchor + index * pace);
  }

  /**
   * From `time` on the pace is `factor` times its own: what is left to the next slot is divided accordingly.
   */
  scale(time: number, factor: number): void {
    const left = this.#factor === 0 ? this.#leftMs : (this.next(time, false) - time) * this.#factor;
    this.#factor = factor;
    this.#leftMs = left;
    if (factor > 0) this.#anchor = time + left / factor;
  }
}
