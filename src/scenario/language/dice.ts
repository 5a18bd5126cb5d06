import { assert } from "#base/assert";

/**
 * Choices that follow from a word: for making scenarios, never for running them, whose chance has streams and
 * marks. A 32-bit mixing generator (xor-shift and multiply); the word is folded with FNV-1a, offset
 * 2166136261.
 */
export class Dice {
  private state: number;

  constructor(word: string) {
    let hash = 2166136261;
    for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 16777619);
    this.state = hash | 0;
  }

  /** A number from 0 up to, not including, 1. */
  roll(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.roll() * (most - least + 1));
  }

  /** True in a share of all cases. */
  chance(share: number): boolean {
    return this.roll() < share;
  }

  /** One of some things, of which there is at least one. */
  pick<T>(from: readonly T[]): T {
    assert(from.length > 0, "there is something to pick from");
    return from[this.between(0, from.length - 1)] as T; // the index is inside
  }
}
