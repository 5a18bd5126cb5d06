import type { Cost } from "#base/field";
import type { ResolvedVariant } from "#scenario/language/resolved";
import { tellingShare } from "#study/experiment/effect";
import { differenceDecimals, isWhole } from "#study/experiment/measure-lines";
import type { MeasureLine } from "#study/experiment/measure-lines";
import { numberText, quantityText, withUnit } from "#study/experiment/quantity-text";

/** `2 million USD and 500 USD a day`: what a variant itself costs, as written; empty for nothing. */
function priceText({ once, perDay }: Cost): string {
  return [
    ...(once > 0 ? [quantityText(once, "USD")] : []),
    ...(perDay > 0 ? [`${quantityText(perDay, "USD")} a day`] : []),
  ].join(" and ");
}

/** What a variant is and its price, each where told: `A fifth berth (price 2 million USD)`. */
export function summaryText({ summary, cost }: Pick<ResolvedVariant, "summary" | "cost">): string {
  const price = priceText(cost);
  return [summary ?? "", price === "" ? "" : `(price ${price})`].filter((part) => part !== "").join(" ");
}

/**
 * The money behind a clause on a variant, its price apart from what it comes to in all:
 * ` (price 2 million USD; total cost with it 3.1 million USD lower)`. Empty without either.
 */
export function moneyNote(cost: Cost, lines: readonly MeasureLine[], place: number): string {
  const price = priceText(cost);
  const total = totalText(lines, place, price !== "");
  const parts = [
    price === "" ? "" : `price ${price}`,
    total === "" ? "" : `total cost ${price === "" ? "" : "with it "}${total}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : ` (${parts.join("; ")})`;
}

/**
 * `3.00 million USD higher`: how the measured cost of everything differs, where its interval leaves out 0. A
 * slight difference is told of a variant with a price alone, for it says whether the price comes back.
 */
function totalText(lines: readonly MeasureLine[], place: number, hasPrice: boolean): string {
  const line = lines.find(({ first }) => first.measure === "cost" && first.of === "all" && isWhole(first));
  const versus = line?.cells[place]?.versusBaseline;
  if (line === undefined || versus === undefined || versus.difference === null) return "";
  const { difference, distinguishable } = versus;
  const whole = Math.max(Math.abs(line.cells[0]?.mean ?? 0), Math.abs(difference));
  const isSlight = Math.abs(difference) < tellingShare * whole;
  if (!distinguishable || difference === 0 || (isSlight && !hasPrice)) return "";
  const size = numberText(Math.abs(difference * line.scale.factor), differenceDecimals(versus, line.scale));
  return `${withUnit(size, line.scale.unit)} ${difference > 0 ? "higher" : "lower"}`;
}
