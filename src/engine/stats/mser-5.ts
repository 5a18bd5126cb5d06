import { stretchMeans } from "#engine/stats/stretch-means";

/** How many neighbours MSER-5 puts together. */
const batch = 5;

/** What MSER-5 says of a series. */
export interface Truncation {
  /**
   * How many numbers from the first on should be left out, a multiple of five; null where the rule cannot
   * tell: the series is shorter than ten batches, or the least lies beyond its half.
   */
  readonly dropped: number | null;
}

/**
 * Where to cut a series that starts away from its steady state: MSER-5 (White, Simulation 69, 1997, 323-334;
 * Franklin and White, Winter Simulation Conference 2008, 541-546). Of the means of batches of five it leaves
 * out as many as make the squared standard error of the rest, Σ (Y - mean)² ÷ (k - d)², least. The last five
 * batches are no candidates, for a few that happen to be alike have hardly any spread (as `mser_m` of the
 * Python package kim-convergence does it). Beyond the half of the series the rule means that it is too short.
 * What is left over after whole batches is not read.
 */
export function mser5(series: ArrayLike<number>): Truncation {
  const means = stretchMeans(series, batch);
  const count = means.length;
  if (count < 2 * batch) return { dropped: null };
  let [mean, squares, least, cut] = [0, 0, Infinity, 0];
  // From the end on, so that each batch is added once.
  for (let first = count - 1; first >= 0; first -= 1) {
    const kept = count - first;
    const delta = (means[first] as number) - mean; // first is below the count
    mean += delta / kept;
    squares += delta * delta * ((kept - 1) / kept);
    const error = squares / (kept * kept);
    if (kept > batch && error <= least) [least, cut] = [error, first];
  }
  return { dropped: cut > count / 2 ? null : cut * batch };
}
