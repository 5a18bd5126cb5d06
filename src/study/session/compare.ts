import { chosenContest, NoComparison } from "#study/comparison/chosen-contest";
import { comparisonDocument } from "#study/comparison/comparison-document";
import type { ComparisonDocument } from "#study/comparison/comparison-document";
import { comparisonOf, usualIndifference } from "#study/comparison/comparison";
import { contendersOf } from "#study/comparison/contender";
import { contestsOf } from "#study/comparison/contest";
import type { Result } from "#study/experiment/result";

/** What variants are compared by, and how finely. */
export interface CompareOptions {
  /** The measure that ranks; what the answer turns on when left out. */
  readonly by?: string;
  /** Of what it is, where that is not clear from `by`. */
  readonly of?: string;
  /**
   * A difference below this does not matter, in the unit of the measure, above 0; 5 % of the baseline's value
   * when left out.
   */
  readonly indifference?: number;
}

/**
 * Ranks the variants of a result, and says what tells them apart and what does not: what `breakwater compare
 * --json` prints. Throws `NoComparison` where there is one variant only, or no such measure.
 */
export function compare(result: Result, options: CompareOptions = {}): ComparisonDocument {
  const contenders = contendersOf([{ shown: result.study.id, result }]);
  if (contenders.length < 2) throw new NoComparison("there is one variant only; plan another beside it");
  const contests = contestsOf(contenders);
  const by = chosenContest(contests, options);
  const { indifference = usualIndifference(by) } = options;
  if (!(indifference > 0 && indifference < Infinity))
    throw new NoComparison(`an indifference is above 0, in ${by.line.first.unit}, not ${indifference}`);
  return comparisonDocument(comparisonOf(contenders, contests, { by, indifference }), result);
}
