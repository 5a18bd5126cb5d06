import alea from "seedrandom/lib/alea.js";
import { addressText } from "#engine/random/address";

/** Half of the least step of 53 bits: stands in for 0, once in 2^53 draws. */
const LEAST = 5.551115123125783e-17;

/** A sequence of uniforms that one exogenous process alone consumes. */
export class Stream {
  readonly #double: () => number;

  /** Keyed by a text; use `Streams.at`, which makes the text from the address. */
  constructor(key: string) {
    this.#double = alea(key).double;
  }

  /** The next uniform: 53 bits, 0 < u < 1. */
  uniform(): number {
    const u = this.#double();
    return u === 0 ? LEAST : u;
  }
}

/**
 * The streams of one replication. A stream is what its address (seed, replication, name) says, whichever
 * others exist and whenever it was made; names like `flow/boxes-north/arrivals`.
 */
export class Streams {
  readonly #seed: string;
  readonly #replication: number;

  constructor(seed: string, replication: number) {
    this.#seed = seed;
    this.#replication = replication;
  }

  /** The stream of that name, at its beginning: asking twice gives the same sequence twice. */
  at(name: string): Stream {
    return new Stream(addressText(this.#seed, String(this.#replication), "stream", name));
  }
}
