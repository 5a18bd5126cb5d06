import alea from "seedrandom/lib/alea.js";
import { addressText } from "#engine/random/address";

/** Half of the least step of 53 bits: stands in for 0, once in 2^53 draws. */
const LEAST = 5.551115123125783e-17;

/** Alea multiplies with carry: the next fraction is that of `MULTIPLIER * s0 + carry / 2^32`. */
const MULTIPLIER = 2091639;
const TWO_32 = 4294967296;

/**
 * A sequence of uniforms that one exogenous process alone consumes. The package's alea keys it; the steps are
 * done here in whole numbers of 2^-32 and not in fractions, and give the same draws in half the time, because
 * the two products of a draw need not wait for a carry.
 */
export class Stream {
  /** The three last fractions, oldest first, in units of 2^-32, and the carry. */
  readonly #state: Int32Array;
  /** Drawn one ahead, so that whoever asks need not wait for it. */
  #next: number = 0;

  /** Keyed by a text; use `Streams.at`, which makes the text from the address. */
  constructor(key: string) {
    const { s0, s1, s2, c } = alea(key, { state: true }).state();
    this.#state = Int32Array.of(s0 * TWO_32, s1 * TWO_32, s2 * TWO_32, c);
    this.uniform();
  }

  /** The next uniform: 53 bits, 0 < u < 1. */
  uniform(): number {
    const u = this.#next;
    const state = this.#state;
    const s0 = state[0]! >>> 0;
    const s1 = state[1]! >>> 0;
    const s2 = state[2]!;
    const carry = state[3]!;
    const upper = (Math.imul(MULTIPLIER, s0) + carry) >>> 0;
    const upperCarry = carryOf(s0) + +(upper < carry >>> 0);
    const lower = (Math.imul(MULTIPLIER, s1) + upperCarry) >>> 0;
    state[0] = s2;
    state[1] = upper;
    state[2] = lower;
    state[3] = carryOf(s1) + +(lower < upperCarry >>> 0);
    this.#next = (upper * 2097152 + (lower >>> 11)) * 1.1102230246251565e-16 || LEAST;
    return u;
  }
}

/** What the product of the multiplier and a fraction carries over, but for the carry that is added to it. */
function carryOf(fraction: number): number {
  return ((MULTIPLIER * fraction) / TWO_32) | 0;
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
