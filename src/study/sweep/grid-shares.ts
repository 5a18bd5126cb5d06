import type { SweptPath } from "#study/sweep/cube";
import type { PathShare } from "#study/sweep/sensitivity";

/**
 * How much of the variance over a whole grid each path explains alone and with others: the variance of its
 * means, and the mean of the variances with all others held, over the variance of all (the decomposition of
 * an analysis of variance, which are the Sobol indices of values alike likely). Exact: a grid is no sample.
 * `values` by future, the last path changing fastest, as `Futures` orders them. Undefined where the grid has
 * gaps; null where nothing varies.
 */
export function gridShares(
  paths: readonly SweptPath[],
  values: Float64Array,
): readonly PathShare[] | null | undefined {
  const sizes = paths.map(({ levels }) => levels ?? 0);
  if (sizes.reduce((product, size) => product * size, 1) !== values.length) return undefined;
  if (!values.every(Number.isFinite)) return undefined;
  const total = varianceOf(values);
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // Equal values leave what rounding leaves.
  if (!(total > 1e-24 * scale * scale)) return null;
  return sizes.map((size, path): PathShare => {
    const step = sizes.slice(path + 1).reduce((product, other) => product * other, 1);
    const means = new Float64Array(size);
    const held: number[] = [];
    for (const [future, value] of values.entries()) {
      const level = Math.floor(future / step) % size;
      means[level] = (means[level] ?? 0) + (value * size) / values.length;
      if (level > 0) continue;
      held.push(
        varianceOf(Float64Array.from({ length: size }, (_, one) => values[future + one * step] ?? NaN)),
      );
    }
    const alone = varianceOf(means) / total;
    const withOthers = held.reduce((sum, one) => sum + one / held.length, 0) / total;
    const exact = (share: number): PathShare["alone"] => ({ share, low: null, high: null });
    return { path, alone: exact(alone), withOthers: exact(withOthers) };
  });
}

/** Of all there are, not of a sample of them. */
function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  return values.reduce((sum, value) => sum + ((value - mean) * (value - mean)) / values.length, 0);
}
