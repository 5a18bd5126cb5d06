import { listed } from "#base/listed";
import { versusFirstOf } from "#study/comparison/comparison";
import type { Comparison } from "#study/comparison/comparison";
import type { Contest } from "#study/comparison/contest";
import type { Difference } from "#study/comparison/difference";
import type { FrontierPoint, FrontierStep } from "#study/comparison/frontier";
import type { Price } from "#study/comparison/price";
import type { RecoveryPrice } from "#study/comparison/recovery-price";
import { differenceDecimals } from "#study/experiment/measure-lines";
import { counted, numberText, quantityText, withUnit } from "#study/experiment/quantity-text";

/** `22.2 million USD`. */
export const moneyText = (dollars: number): string => quantityText(dollars, "USD");

/** What a contender costs; `none` where nothing, `at most` where nobody counted for how long it acted. */
export function priceText(price: Price | undefined): string {
  if (price === undefined || price.mean === 0) return "none";
  return `${price.isMost ? "at most " : ""}${moneyText(price.mean)}`;
}

/** How much of recovery is saved, or that nothing can be told. */
export function savedText(days: Difference, { line: { scale } }: Contest): string {
  const { difference, verdict } = days;
  if (difference === null) return "not compared";
  if (verdict === "alike") return "cannot tell any";
  const decimals = differenceDecimals({ ...days, distinguishable: true }, scale);
  return numberText(-difference * scale.factor, decimals);
}

/** `17.1 million USD to 127 million USD`; empty without a price of a day, or without both ends of it. */
export function recoveryRange({ value, low, high }: RecoveryPrice): string {
  if (value === null || low === null || high === null) return "";
  return `${moneyText(low)} to ${moneyText(high)}`;
}

/** Whether a contender is on the frontier, and by whom it is kept off. */
export function statusText({ status }: FrontierPoint, by: string): string {
  if (status === "efficient") return "efficient";
  return status === "dominated" ? `${by} is better and no dearer` : `perhaps no better than ${by}`;
}

/** What the next dollar buys on the way from one that is efficient to the next dearer one. */
export function stepText({ price, loss }: FrontierStep, { line: { scale } }: Contest, from: string): string {
  const { difference, verdict } = loss;
  if (difference === null || verdict === "alike") return `nothing that can be told over ${from}`;
  const less = -difference * scale.factor;
  const size = withUnit(numberText(less, scale.decimals), scale.unit);
  return `${size} less lost than ${from}: ${moneyText(price / less)} each`;
}

/** What the same would have taken without pairs on common draws; empty where nothing tells. */
export function pairingText(comparison: Comparison): string {
  const { ranking, contenders } = comparison;
  const told = versusFirstOf(comparison, ranking.contest).flatMap(({ place, unpaired }) =>
    unpaired === null ? [] : [`${numberText(unpaired, 0)} of ${contenders[place]?.name ?? ""}`],
  );
  if (told.length === 0) return "";
  return (
    `All variants meet the same draws. To know these ${counted(told.length, "difference")} as well from ` +
    `independent runs, it would have taken ${listed(told)} instead of ` +
    `${counted(ranking.shared.length, "replication")}, and as many of ${contenders[0]?.name ?? ""}.`
  );
}
