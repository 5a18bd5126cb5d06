import { foldInBlocks } from "#engine/stats/fold";
import { pairedDifferences } from "#engine/stats/paired-difference";

/**
 * How many replications of each variant, run on random numbers of its own, would tell their difference as
 * closely as these pairs do: n (Var x + Var y) ÷ Var(x - y), since the variance of a difference of means is
 * Var(x - y) ÷ n for pairs and (Var x + Var y) ÷ m without. What is above n the pairing saved; below n it
 * cost, as where the two move against each other. A pair with NaN counts for nothing. Null below two pairs,
 * and where the difference never varies: no number would do.
 */
export function unpairedReplications(ours: ArrayLike<number>, theirs: ArrayLike<number>): number | null {
  const differences = pairedDifferences(ours, theirs);
  const { count, variance } = foldInBlocks(differences);
  if (count < 2 || variance === 0) return null;
  const varianceOf = (values: ArrayLike<number>): number => {
    const paired = differences.map(
      (difference, index) => (Number.isNaN(difference) ? NaN : (values[index] as number)), // of one length
    );
    return foldInBlocks(paired).variance;
  };
  return (count * (varianceOf(ours) + varianceOf(theirs))) / variance;
}
