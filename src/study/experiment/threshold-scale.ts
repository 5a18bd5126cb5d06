import type { ResolvedThreshold } from "#scenario/language/resolved";
import { measureLines } from "#study/experiment/measure-lines";
import { quantityScale } from "#study/experiment/quantity-scale";
import type { QuantityScale } from "#study/experiment/quantity-scale";
import type { ThresholdSummary, VariantSummary } from "#study/experiment/summary";

/**
 * On which scale what a threshold found is printed: that of its measure's row, so that one number has the
 * same digits everywhere; its own where no row measures it, as of a difference or a share of replications.
 */
export function thresholdScale(
  { unit, limit, value, low, high, versus }: ThresholdSummary,
  asked: ResolvedThreshold | undefined,
  variants: readonly VariantSummary[],
): QuantityScale {
  const line = measureLines(variants).find(
    ({ first }) => first.measure === asked?.measure && first.of === asked.of && first.unit === unit,
  );
  if (line !== undefined && versus === undefined) return line.scale;
  const half = low === null || high === null ? null : (high - low) / 2;
  return quantityScale(unit, [limit, value, low, high], [half]);
}
