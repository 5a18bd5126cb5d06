import type { Distribution } from "#engine/random/distribution-kind";

/** A law and its weight beside others. */
export interface WeightedLaw {
  readonly weight: number;
  readonly law: Distribution;
}

/** In how many parts of u the way that the share goes is kept. */
const CELLS = 4096;
/** So near to each other, beside their size, two values are one: 16 units in the last place. */
const PRECISION = 16 * 2.220446049250313e-16;
/** Shares are not told apart that are so near to each other, beside their size. */
const NEAREST = 4 * 2.220446049250313e-16;
/** Where shares are not told apart values may be apart by this share; by more where one jumps. */
const COARSEST = 1e-9;
/** Of steps from a share that is guessed: two are enough where both laws are smooth. */
const STEPS_MOST = 8;
/** A step that leaves no more of a gap is as good as a slope can make it. */
const ENOUGH = 0.01;
const ROUNDS_MOST = 200;

/** The quantile of several laws without atoms, by weight: of two at a time, the heaviest pair last. */
export function blendOf(laws: readonly WeightedLaw[]): Distribution["quantile"] | undefined {
  const [first, ...others] = [...laws].sort((a, b) => a.weight - b.weight);
  if (first === undefined) return undefined;
  let quantile: Distribution["quantile"] = (u) => first.law.quantile(u);
  let { weight } = first;
  for (const { weight: own, law } of others) {
    const blend = new Blend(quantile, (u) => law.quantile(u), weight / (weight + own));
    quantile = (u) => blend.quantile(u);
    weight += own;
  }
  return quantile;
}

/** Nearer to 0 and to 1 no share is asked for. */
const [LEAST, MOST] = [1e-300, 1 - 1.1102230246251565e-16];

/**
 * Two laws, one of which comes with the share `share`. At the quantile of u a share p of the first and
 * (u - share p) / (1 - share) of the second lie below the same value: one unknown, p, on which one value
 * rises and the other falls. It never falls as u grows, so a table of it brackets every draw, and where both
 * laws are smooth tells it to many digits: from there by secants, until both laws have one value. Where that
 * leads out of the bracket, by secants that halve it (the Illinois rule), at least a step inside, and a
 * longer one while one end stays where it is. Good to the last digits of a share that doubles tell apart.
 */
class Blend {
  readonly #first: Distribution["quantile"];
  readonly #second: Distribution["quantile"];
  readonly #share: number;
  /** By part of u: below and above the share of the first at its beginning; NaN before somebody asks. */
  readonly #below: Float64Array = new Float64Array(CELLS + 1).fill(NaN);
  readonly #above: Float64Array = new Float64Array(CELLS + 1).fill(NaN);
  /** The value there; at both ends nobody asks. */
  readonly #values: Float64Array = new Float64Array(CELLS + 1);
  /** Where the last search ended. */
  #low: number = 0;
  #high: number = 1;

  constructor(first: Distribution["quantile"], second: Distribution["quantile"], share: number) {
    this.#first = first;
    this.#second = second;
    this.#share = share;
    this.#below[0] = this.#above[0] = 0;
    this.#below[CELLS] = this.#above[CELLS] = 1;
  }

  quantile(u: number): number {
    const position = u * CELLS;
    const cell = Math.min(CELLS - 1, Math.floor(position));
    for (let node = Math.max(0, cell - 1); node <= Math.min(cell + 2, CELLS); node++) this.#fill(node);
    this.#bracket(u, this.#below[cell] as number, this.#above[cell + 1] as number); // one more than cells
    if (cell > 0 && cell < CELLS - 1) {
      const value = this.#nearby(u, cell, position - cell);
      if (!Number.isNaN(value)) return value;
    }
    return this.#between(u);
  }

  /** The share of the first lies between two, and so that neither share leaves 0 to 1. */
  #bracket(u: number, from: number, to: number): void {
    this.#low = Math.max(from, (u - (1 - this.#share)) / this.#share, 0);
    this.#high = Math.min(to, u / this.#share, 1);
  }

  /** What was asked before makes no difference: a node lies between two of the next coarser table. */
  #fill(cell: number): void {
    if (!Number.isNaN(this.#below[cell])) return;
    const apart = cell & -cell;
    this.#fill(cell - apart);
    this.#fill(cell + apart);
    const from = this.#below[cell - apart] as number; // filled
    this.#bracket(cell / CELLS, from, this.#above[cell + apart] as number); // filled
    this.#values[cell] = this.#between(cell / CELLS);
    this.#below[cell] = this.#low;
    this.#above[cell] = this.#high;
  }

  /**
   * The value at u, from the share that a cubic through the four nearest nodes has there; NaN where no step
   * leads to it, with a closer bracket. What each law gives there counts by its part of the density.
   */
  #nearby(u: number, cell: number, t: number): number {
    const shares = this.#below;
    const from = shares[cell] as number; // a cell inside
    const to = shares[cell + 1] as number; // a cell inside
    const before = shares[cell - 1] as number; // a cell inside
    const after = shares[cell + 2] as number; // a cell inside
    const part = this.#share * (to - from) * CELLS;
    if (!(part > 0 && part < 1)) return NaN;
    const rise = (this.#values[cell + 1] as number) - (this.#values[cell] as number); // a cell inside
    let slope = rise / ((to - from) * (1 - part));
    let p =
      ((t + 1) * (t - 2) * ((t - 1) * from - t * to)) / 2 +
      (t * (t - 1) * ((t + 1) * after - (t - 2) * before)) / 6;
    let last = p;
    let gapLast = 0;
    for (let step = 0; step < STEPS_MOST && p > this.#low && p < this.#high; step++) {
      const first = this.#firstAt(p);
      const second = this.#secondAt(u, p);
      const gap = first - second;
      const isSlow = step > 0 && Math.abs(gap) > ENOUGH * Math.abs(gapLast);
      if (isSlow) slope = (gap - gapLast) / (p - last);
      const change = gap / slope;
      const precision = Math.abs(change) <= NEAREST * p ? COARSEST : PRECISION;
      if (Math.abs(gap) <= precision * Math.abs(first)) return second + part * gap;
      if (gap > 0) this.#high = p;
      else this.#low = p;
      last = p;
      gapLast = gap;
      p -= change;
    }
    return NaN;
  }

  /** The value at u, wherever in the bracket the share lies. Plain assignments: this is the draw path. */
  #between(u: number): number {
    let low = this.#low;
    let firstLow = this.#firstAt(low);
    let secondLow = this.#secondAt(u, low);
    if (firstLow >= secondLow) return this.#stays(low, low <= 0 ? secondLow : firstLow);
    let high = this.#high;
    let firstHigh = this.#firstAt(high);
    let secondHigh = this.#secondAt(u, high);
    if (firstHigh <= secondHigh) return this.#stays(high, high >= 1 ? secondHigh : firstHigh);
    let gapLow = firstLow - secondLow;
    let gapHigh = firstHigh - secondHigh;
    let side = 0;
    let reach = 1;
    for (let round = 0; round < ROUNDS_MOST; round++) {
      const least = Math.max(firstLow, secondHigh);
      if (Math.min(firstHigh, secondLow) - least <= PRECISION * Math.abs(least)) break;
      const nearest = NEAREST * high;
      if (high - low <= 2 * nearest) break;
      const secant = low + ((high - low) * gapLow) / (gapLow - gapHigh);
      const step = Math.min(nearest * reach, (high - low) / 2);
      const p = Math.min(Math.max(secant, low + step), high - step);
      const first = this.#firstAt(p);
      const second = this.#secondAt(u, p);
      if (Math.abs(first - second) <= PRECISION * Math.abs(first)) return this.#stays(p, first);
      const now = first >= second ? 1 : -1;
      reach = now === side ? reach * 16 : 1;
      if (now > 0) {
        high = p;
        firstHigh = first;
        secondHigh = second;
        gapHigh = first - second;
        if (side > 0) gapLow /= 2;
      } else {
        low = p;
        firstLow = first;
        secondLow = second;
        gapLow = first - second;
        if (side < 0) gapHigh /= 2;
      }
      side = now;
    }
    this.#low = low;
    this.#high = high;
    return Math.max(firstLow, secondHigh);
  }

  /** The value is found: both laws have it there, or one lies wholly beyond it. */
  #stays(share: number, value: number): number {
    this.#low = share;
    this.#high = share;
    return value;
  }

  #firstAt(p: number): number {
    return this.#first(Math.min(Math.max(p, LEAST), MOST));
  }

  #secondAt(u: number, p: number): number {
    const q = (u - this.#share * p) / (1 - this.#share);
    return this.#second(Math.min(Math.max(q, LEAST), MOST));
  }
}
