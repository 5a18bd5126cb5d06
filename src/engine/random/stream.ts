import alea from "seedrandom/lib/alea.js";
import { addressText } from "#engine/random/address";

/** Half of the least step of 53 bits: stands in for 0, once in 2^53 draws. */
const LEAST = 5.551115123125783e-17;

/** Alea multiplies with carry: the next fraction is that of `MULTIPLIER * s0 + carry * 2^-32`. */
const MULTIPLIER = 2091639;
const CARRY_UNIT = 2.3283064365386963e-10; // 2^-32
/** Of the second of the two fractions that make a draw, 21 bits are used. */
const LOWER_STEPS = 2097152;
const DRAW_UNIT = 1.1102230246251565e-16; // 2^-53

/**
 * A sequence of uniforms that one exogenous process alone consumes. The package's alea keys it; the steps are
 * done here, all fractions exact, and give the same draws as its `double` in less time.
 */
export class Stream {
  /** The three last fractions, oldest first, the carry, and the next draw, made one ahead. */
  readonly #state: Float64Array;

  /** Keyed by a text; use `Streams.at`, which makes the text from the address. */
  constructor(key: string) {
    const { s0, s1, s2, c } = alea(key, { state: true }).state();
    this.#state = Float64Array.of(s0, s1, s2, c, 0);
    this.uniform();
  }

  /** The next uniform: 53 bits, 0 < u < 1. */
  uniform(): number {
    const drawn = this.#state[4]!;
    this.#step();
    return drawn;
  }

  /** Apart from `uniform`, so that this is small enough to be inlined and its answer need not be boxed. */
  #step(): void {
    const state = this.#state;
    const upperSum = MULTIPLIER * state[0]! + state[3]! * CARRY_UNIT;
    const upperCarry = Math.floor(upperSum);
    const upper = upperSum - upperCarry;
    const lowerSum = MULTIPLIER * state[1]! + upperCarry * CARRY_UNIT;
    const lowerCarry = Math.floor(lowerSum);
    const lower = lowerSum - lowerCarry;
    state[0] = state[2]!;
    state[1] = upper;
    state[2] = lower;
    state[3] = lowerCarry;
    state[4] = upper + Math.floor(lower * LOWER_STEPS) * DRAW_UNIT || LEAST;
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
