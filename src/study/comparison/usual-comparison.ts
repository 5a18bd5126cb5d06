import { comparisonOf, foremostContest, usualIndifference } from "#study/comparison/comparison";
import type { Comparison } from "#study/comparison/comparison";
import { contendersOf } from "#study/comparison/contender";
import { contestsOf } from "#study/comparison/contest";
import type { Result } from "#study/experiment/result";

/**
 * The variants of one run, compared by what ranks them where nobody asks for anything else. Undefined where
 * there is one only, or nothing to rank them by.
 */
export function usualComparison(result: Result): Comparison | undefined {
  const contenders = contendersOf([{ shown: "", result }]);
  if (contenders.length < 2) return undefined;
  const contests = contestsOf(contenders);
  const by = foremostContest(contests);
  return by && comparisonOf(contenders, contests, { by, indifference: usualIndifference(by) });
}
