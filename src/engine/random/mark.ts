import alea from "seedrandom/lib/alea.js";
import { addressText } from "#engine/random/address";
import type { Purpose } from "#engine/random/purpose";
import { threefry2x32 } from "#engine/random/threefry";

/** Half of the least step of 53 bits: stands in for 0, once in 2^53 draws. */
const LEAST = 5.551115123125783e-17;

/** Four words an entry, side by side: the number of a flow, the two words of its key, and one unused. */
const ENTRY_BITS = 2;
/** Instead of the number of a flow: the entry is free. */
const FREE = -1;
/** 2^32 over the golden ratio: scatters numbers that lie evenly apart (Knuth, TAOCP 3, section 6.4). */
const SCATTER = 0x9e3779b1;

const block = new Uint32Array(2);

/** A flow as draws know it. */
export interface DrawingFlow {
  readonly id: string;
  /** A whole number, 0 or more: no other id has it. */
  readonly number: number;
}

/**
 * All draws of one purpose at one place by random access. Asking again gives the same number, and asking for
 * one moves no other. A flow is keyed when a voyage of it first draws: what never comes about needs no room.
 */
export class Mark {
  readonly #marks: Marks;
  readonly #purpose: Purpose;
  readonly #place: string;
  #replication = -1;
  /** Keys of this replication: each flow's is the first entry that was free from its own place on. */
  #keys: Int32Array = new Int32Array(1 << ENTRY_BITS).fill(FREE);
  #flows = 0;

  /** Use `Marks.at`. */
  constructor(marks: Marks, purpose: Purpose, place: string) {
    this.#marks = marks;
    this.#purpose = purpose;
    this.#place = place;
  }

  /**
   * The uniform of voyage `ordinal` of a flow (from 0) at its `visit`-th visit to the place (from 0, which is
   * the default): 53 bits, 0 < u < 1. Both are whole and below 2^32.
   */
  uniform(flow: DrawingFlow, ordinal: number, visit: number = 0): number {
    if (this.#replication !== this.#marks.replication) this.#forget();
    const entry = this.#entryOf(flow);
    const keys = this.#keys;
    threefry2x32(keys[entry | 1]!, keys[entry | 2]!, ordinal, visit, block);
    const high = block[0]! >>> 5;
    const low = block[1]! >>> 6;
    return (high * 67108864 + low) * 1.1102230246251565e-16 || LEAST;
  }

  #entryOf(flow: DrawingFlow): number {
    const keys = this.#keys;
    const { number } = flow;
    const last = keys.length - 1;
    let entry = ownEntry(number, last);
    while (keys[entry] !== number) {
      if (keys[entry] === FREE) return this.#enter(flow);
      entry = (entry + (1 << ENTRY_BITS)) & last;
    }
    return entry;
  }

  /** Keys a flow, in a table of which half or more is free. */
  #enter({ id, number }: DrawingFlow): number {
    if (2 * (this.#flows + 1) > this.#keys.length >> ENTRY_BITS) this.#grow();
    const words = this.#marks.words(id, this.#purpose, this.#place);
    const entry = freeEntry(this.#keys, number);
    this.#keys[entry] = number;
    this.#keys[entry | 1] = words.int32();
    this.#keys[entry | 2] = words.int32();
    this.#flows++;
    return entry;
  }

  #grow(): void {
    const keys = this.#keys;
    const larger = new Int32Array(2 * keys.length).fill(FREE);
    for (let entry = 0; entry < keys.length; entry += 1 << ENTRY_BITS) {
      if (keys[entry] === FREE) continue;
      larger.set(keys.subarray(entry, entry + (1 << ENTRY_BITS)), freeEntry(larger, keys[entry]!));
    }
    this.#keys = larger;
  }

  #forget(): void {
    this.#replication = this.#marks.replication;
    this.#keys.fill(FREE);
    this.#flows = 0;
  }
}

/** Where the search for a flow begins; `last` is the last place of its table. */
function ownEntry(number: number, last: number): number {
  const scattered = Math.imul(number, SCATTER);
  return ((scattered ^ (scattered >>> 15)) << ENTRY_BITS) & last;
}

function freeEntry(keys: Int32Array, number: number): number {
  const last = keys.length - 1;
  let entry = ownEntry(number, last);
  while (keys[entry] !== FREE) entry = (entry + (1 << ENTRY_BITS)) & last;
  return entry;
}

/** The marks of one seed, for one replication after the other. */
export class Marks {
  /** The seed of the scenario. */
  readonly seed: string;
  #replication: number;
  readonly #known: Map<Purpose, Map<string, Mark>> = new Map();

  constructor(seed: string, replication: number) {
    this.seed = seed;
    this.#replication = replication;
  }

  /** The replication whose draws the marks give, from 0. */
  get replication(): number {
    return this.#replication;
  }

  /** Goes to another replication. Marks that were handed out stay valid and give that replication's draws. */
  reset(replication: number): void {
    this.#replication = replication;
  }

  /** The mark for a purpose at a place (a site, station or link; empty when it is tied to none). */
  at(purpose: Purpose, place: string): Mark {
    const known = this.#known.get(purpose)?.get(place);
    if (known !== undefined) return known;
    const byPlace = this.#known.get(purpose) ?? new Map<string, Mark>();
    const mark = new Mark(this, purpose, place);
    this.#known.set(purpose, byPlace.set(place, mark));
    return mark;
  }

  /** What the draws of a flow for a purpose at a place are keyed with, in this replication. */
  words(flow: string, purpose: Purpose, place: string): ReturnType<typeof alea> {
    return alea(addressText(this.seed, String(this.#replication), "mark", flow, purpose, place));
  }
}
