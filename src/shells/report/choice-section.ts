import { withOptions } from "#shells/report/choice-table";
import { frontierParts } from "#shells/report/frontier-part";
import { interactionParts } from "#shells/report/interaction-part";
import { rankingParts } from "#shells/report/ranking-part";
import { recoveryPriceParts } from "#shells/report/recovery-price-part";
import type { Markup } from "#shells/figure/markup";
import type { Report } from "#shells/report/report";
import { section } from "#shells/report/section";
import { comparisonAnswer } from "#study/comparison/comparison-answer";

/**
 * Which to choose, and how sure that is: the ranking, what a price buys, and what variants do together. Left
 * out where there is one variant only, or nothing to rank by.
 */
export function choiceSection(report: Report): Markup | undefined {
  const { comparison, result } = report;
  if (comparison === undefined) return undefined;
  const { study } = result;
  return section(
    "choice",
    "Which to choose",
    withOptions(comparisonAnswer(comparison, study)),
    rankingParts(comparison, study),
    frontierParts(comparison, study),
    recoveryPriceParts(comparison, study),
    interactionParts(comparison, study),
  );
}
