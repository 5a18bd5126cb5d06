import { Accumulator } from "#engine/stats/accumulator";
import { equicorrelatedTQuantile } from "#engine/stats/equicorrelated-t";
import { foldInBlocks } from "#engine/stats/fold";
import { placeOfBest, posedQuestion, presentPart } from "#engine/stats/selection";
import type { MeasuredVariants, SelectionQuestion } from "#engine/stats/selection";

/** How much the mean of a variant exceeds the best of all others: bounds, of which one may be 0. */
export interface VersusBest {
  readonly low: number;
  readonly high: number;
}

/** What Nelson and Matejcik select, and how many replications they want. */
export interface NelsonMatejcikSelection {
  /** The variant with the best mean, the first of equal ones; null where nothing was run. */
  readonly best: number | null;
  /** Whether as many replications as are needed were run, so that `best` is the selection. */
  readonly isDecided: boolean;
  /** Replications in all that the selection needs; null before the end of the first stage. */
  readonly needed: number | null;
  /**
   * Multiple comparisons with the best, for all variants at once, in the unit of the measure: where the side
   * that is better ends at 0, others are better, and where the side that is worse does, it is the best. Empty
   * before the end of the first stage.
   */
  readonly versusBest: readonly VersusBest[];
}

/**
 * Procedure NM of Nelson and Matejcik (Management Science 41, 1995): two stages, N = max(n, ⌈(g S / δ)²⌉)
 * replications in all, of which the best mean is selected. S² is twice the mean square of what is left of the
 * first n when the means of variants and of replications are taken away, g the quantile of the greatest of
 * k - 1 Student t with (k - 1)(n - 1) degrees and correlations of 1/2. Multiple comparisons with the best
 * come with it, with g S / √r as their margin after r replications, at most δ from N on.
 *
 * It assumes normal values whose differences all vary alike (sphericity: Var(x - y) is the same for every two
 * variants), as where common random numbers induce one correlation and variances are equal. Where one
 * difference varies much more than the others, the best is selected less often than promised; `kimNelson`
 * does not assume it.
 */
export function nelsonMatejcik(
  values: MeasuredVariants,
  question: SelectionQuestion,
): NelsonMatejcikSelection {
  const { sign, delta, level, firstStage } = posedQuestion(question, values.length);
  const replications = values.reduce((most, { length }) => Math.max(most, length), 0);
  const all = values.map((own) => presentPart(own, 0, replications));
  const means = all.map((own) => foldInBlocks(own).mean);
  const best = replications === 0 ? null : placeOfBest(means, sign);
  if (replications < firstStage) return { best, isDecided: false, needed: null, versusBest: [] };
  const others = values.length - 1;
  const g = equicorrelatedTQuantile(level, others, others * (firstStage - 1));
  const scale = g * Math.sqrt(2 * residualSquare(all.map((own) => own.subarray(0, firstStage))));
  const needed = Math.max(firstStage, Math.ceil((scale / delta) * (scale / delta)));
  const versusBest = intervalsVersusBest(means, sign, scale / Math.sqrt(replications));
  return { best, isDecided: replications >= needed, needed, versusBest };
}

/** The mean square of the residuals of a two-way layout, by (k - 1)(n - 1) degrees. */
function residualSquare(stages: readonly Float64Array[]): number {
  const means = stages.map((stage) => foldInBlocks(stage).mean);
  const perReplication = Float64Array.from(stages[0] ?? [], (_, index) => {
    const row = new Accumulator();
    const centred = (stage: Float64Array, variant: number): number =>
      (stage[index] ?? NaN) - (means[variant] ?? NaN);
    stages.forEach((stage, variant) => row.add(centred(stage, variant)));
    return row.m2;
  });
  return foldInBlocks(perReplication).mean / (stages.length - 1) / (1 - 1 / perReplication.length);
}

function intervalsVersusBest(means: readonly number[], sign: 1 | -1, margin: number): readonly VersusBest[] {
  return means.map((mean, variant) => {
    const others = means.filter((_, other) => other !== variant);
    const ahead = sign * (mean - (others[placeOfBest(others, sign)] as number)); // there are two or more
    const [worst, most] = [Math.min(0, ahead - margin), Math.max(0, ahead + margin)];
    return sign === 1 ? { low: worst, high: most } : { low: -most || 0, high: -worst || 0 };
  });
}
