import { grouped, indicesByValue } from "#base/order";
import type { SweptPath } from "#study/sweep/cube";
import { isNumeric } from "#study/sweep/flip-boundary";

/** Futures that are alike in one path. */
export interface PathBin {
  readonly futures: readonly number[];
  /** The least and the greatest number of the path in them, alike for a value of a list; NaN of words. */
  readonly from: number;
  readonly to: number;
  /** The mean of their numbers; NaN of words. */
  readonly centre: number;
  /** As it is written, of a value of a list; empty of a range. */
  readonly text: string;
}

/**
 * Cuts futures by one path: by the values of a list, numbers in their order and words in that of the futures;
 * else in as many groups of equal count as are asked for, in the order of their numbers.
 */
export function pathBins(path: SweptPath, futures: readonly number[], bins: number): readonly PathBin[] {
  const { numbers, texts, levels } = path;
  const numeric = isNumeric(path, futures);
  const values = futures.map((future) => numbers[future] ?? NaN);
  const ordered = numeric ? indicesByValue(values).map((index) => futures[index] ?? 0) : futures;
  if (levels !== undefined || !numeric) {
    return [...grouped(ordered, (future) => texts[future] ?? "")].map(([text, own]) =>
      binOf(own, numbers, text),
    );
  }
  const count = Math.max(1, Math.min(bins, ordered.length));
  return Array.from({ length: count }, (_, bin) => {
    const [from, until] = [bin, bin + 1].map((edge) => Math.floor((edge * ordered.length) / count));
    return binOf(ordered.slice(from, until), numbers, "");
  });
}

function binOf(futures: readonly number[], numbers: Float64Array, text: string): PathBin {
  const own = futures.map((future) => numbers[future] ?? NaN);
  const centre = own.reduce((sum, value) => sum + value, 0) / own.length;
  return { futures, from: Math.min(...own), to: Math.max(...own), centre, text };
}
