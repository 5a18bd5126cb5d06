import { valueAt } from "#domain/world/steps";
import type { Step } from "#domain/world/steps";

/** In place of a class: the slot is for everybody. */
export const OPEN_SLOT: number = -1;

/** The part of all slots that is kept for one class, from one date after another on. */
export interface ClassShare {
  readonly vesselClass: number;
  readonly steps: readonly Step<number>[];
}

/**
 * For whom each slot is: dealt one after the other to the classes and to everybody, each to whoever is
 * furthest behind its share so far, so that the slots of a class lie as evenly as can be. Equals: everybody
 * first, then classes by number. What is dealt stays, whatever happens later.
 */
export class SlotShares {
  readonly #shares: readonly ClassShare[];
  /** By number of the slot: a class, or `OPEN_SLOT`. */
  readonly #owners: number[] = [];
  /** What each class, and last everybody, still has to get. */
  readonly #credits: number[];

  constructor(shares: readonly ClassShare[]) {
    this.#shares = [...shares].sort((a, b) => a.vesselClass - b.vesselClass);
    this.#credits = new Array<number>(shares.length + 1).fill(0);
  }

  /** Whether any slot may ever be kept for this class. */
  has(vesselClass: number): boolean {
    return this.#shares.some((share) => share.vesselClass === vesselClass);
  }

  /** For whom a slot is; those before it are dealt first, where that was not done: `instantOf` tells when. */
  owner(number: number, instantOf: (number: number) => number): number {
    while (this.#owners.length <= number) this.#deal(instantOf(this.#owners.length));
    return this.#owners[number] as number; // dealt
  }

  #deal(time: number): void {
    const credits = this.#credits;
    const everybody = this.#shares.length;
    let open = 1;
    this.#shares.forEach(({ steps }, index) => {
      const share = valueAt(steps, time) ?? 0;
      credits[index] = (credits[index] as number) + share; // one for each class
      open -= share;
    });
    credits[everybody] = (credits[everybody] as number) + open; // the last one
    let first = everybody;
    credits.forEach((credit, index) => {
      if (credit > (credits[first] as number) + HAIR) first = index; // one of them
    });
    credits[first] = (credits[first] as number) - 1; // one of them
    this.#owners.push(this.#shares[first]?.vesselClass ?? OPEN_SLOT);
  }
}

/** Sums of shares that should be equal may differ by this much. */
const HAIR = 1e-9;
