import alea from "seedrandom/lib/alea.js";
import { addressText } from "#engine/random/address";
import type { Purpose } from "#engine/random/purpose";
import { threefry2x32 } from "#engine/random/threefry";

/** Half of the least step of 53 bits: stands in for 0, once in 2^53 draws. */
const LEAST = 5.551115123125783e-17;

const block = new Uint32Array(2);

/**
 * All draws of one purpose at one place for the voyages of one flow, by random access. Asking again gives the
 * same number, and asking for one moves no other.
 */
export class Mark {
  readonly #marks: Marks;
  readonly #names: readonly [flow: string, purpose: Purpose, place: string];
  #replication = -1;
  #key0 = 0;
  #key1 = 0;

  /** Use `Marks.at`. */
  constructor(marks: Marks, names: readonly [flow: string, purpose: Purpose, place: string]) {
    this.#marks = marks;
    this.#names = names;
  }

  /**
   * The uniform of the voyage `ordinal` (its number in its flow, from 0) at its `visit`-th visit to the place
   * (from 0): 53 bits, 0 < u < 1. Both are whole and below 2^32.
   */
  uniform(ordinal: number, visit: number): number {
    if (this.#replication !== this.#marks.replication) this.#rekey();
    threefry2x32(this.#key0, this.#key1, ordinal, visit, block);
    const high = block[0]! >>> 5;
    const low = block[1]! >>> 6;
    return (high * 67108864 + low) * 1.1102230246251565e-16 || LEAST;
  }

  #rekey(): void {
    this.#replication = this.#marks.replication;
    const words = alea(addressText(this.#marks.seed, String(this.#replication), "mark", ...this.#names));
    this.#key0 = words.int32();
    this.#key1 = words.int32();
  }
}

/** The marks of one seed, for one replication after the other. A mark is keyed when it is first asked. */
export class Marks {
  /** The seed of the scenario. */
  readonly seed: string;
  #replication: number;
  /** By flow, purpose and place: a text of the three would have to be made at each question. */
  readonly #known: Map<string, Map<Purpose, Map<string, Mark>>> = new Map();

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

  /** The mark of a flow for a purpose at a place (a site, station or link; empty when it is tied to none). */
  at(flow: string, purpose: Purpose, place: string): Mark {
    const known = this.#known.get(flow)?.get(purpose)?.get(place);
    if (known !== undefined) return known;
    const mark = new Mark(this, [flow, purpose, place]);
    const byPurpose = inserted(this.#known, flow, () => new Map<Purpose, Map<string, Mark>>());
    inserted(byPurpose, purpose, () => new Map<string, Mark>()).set(place, mark);
    return mark;
  }
}

/** What stands at a key; made and kept when nothing does. */
function inserted<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
