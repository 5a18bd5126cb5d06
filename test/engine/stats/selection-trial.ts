import { foldInBlocks } from "#engine/stats/fold";
import { kimNelson } from "#engine/stats/kim-nelson";
import { nelsonMatejcik } from "#engine/stats/nelson-matejcik";
import { pairedDifferences } from "#engine/stats/paired-difference";
import type { SelectionQuestion } from "#engine/stats/selection";
import { slippage } from "./paired-worlds.ts";
import type { PairedWorld } from "./paired-worlds.ts";

/** How often a selection found the best, of all trials, and how many replications it took in the mean. */
export interface Share {
  readonly found: number;
  readonly replications: number;
}

/** Trials of both procedures on the same values. */
export interface SelectionTrial {
  readonly kimNelson: Share;
  readonly nelsonMatejcik: Share;
  /** Of how many trials all multiple comparisons with the best held the truth. */
  readonly held: number;
}

/**
 * So many selections by each procedure in the slippage configuration of a world. Delta is such that (S ÷ δ)²
 * is `wideness`, S² being the mean variance of a difference.
 */
export function selectionTrial(
  world: PairedWorld,
  { variants, trials, wideness }: Record<"variants" | "trials" | "wideness", number>,
): SelectionTrial {
  const delta =
    meanSpread(slippage(world, { variants, replications: 4096, delta: 0 }, "spread")) / Math.sqrt(wideness);
  const question: SelectionQuestion = { better: "lower", delta };
  const sums = { kn: 0, knReplications: 0, nm: 0, nmReplications: 0, held: 0 };
  for (let trial = 0; trial < trials; trial += 1) {
    const values = (replications: number): Float64Array[] =>
      slippage(world, { variants, replications, delta }, `trial ${trial}`);
    let length = 256;
    let given = values(length);
    let raced = kimNelson(given, question);
    const { needed } = nelsonMatejcik(
      given.map((own) => own.subarray(0, 64)),
      question,
    );
    while (!raced.isDecided || length < (needed ?? 0)) {
      given = values((length *= 2));
      raced = kimNelson(given, question);
    }
    const staged = nelsonMatejcik(
      given.map((own) => own.subarray(0, needed ?? 0)),
      question,
    );
    sums.kn += raced.best === 0 ? 1 : 0;
    sums.knReplications += raced.looked;
    sums.nm += staged.best === 0 ? 1 : 0;
    sums.nmReplications += needed ?? NaN;
    // The best is better than all others by delta, and each other is worse than it by delta.
    const truths = staged.versusBest.map((_, variant) => (variant === 0 ? -delta : delta));
    sums.held += staged.versusBest.every(({ low, high }, variant) => isWithin(truths[variant], low, high))
      ? 1
      : 0;
  }
  return {
    kimNelson: { found: sums.kn, replications: sums.knReplications / trials },
    nelsonMatejcik: { found: sums.nm, replications: sums.nmReplications / trials },
    held: sums.held,
  };
}

function isWithin(value: number | undefined, low: number, high: number): boolean {
  return value !== undefined && low <= value && value <= high;
}

function meanSpread(values: readonly Float64Array[]): number {
  const pairs = values.flatMap((one, index) =>
    values.slice(index + 1).map((other) => foldInBlocks(pairedDifferences(one, other)).variance),
  );
  return Math.sqrt(pairs.reduce((sum, variance) => sum + variance, 0) / pairs.length);
}
