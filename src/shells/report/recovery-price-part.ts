import { element } from "#shells/figure/markup";
import type { Content } from "#shells/figure/markup";
import { missing } from "#shells/figure/numeral";
import { choiceTable } from "#shells/report/choice-table";
import { variantName } from "#shells/report/section";
import type { Study } from "#scenario/language/resolved";
import type { Comparison } from "#study/comparison/comparison";
import { contestTitle } from "#study/comparison/contest";
import { moneyText, priceText, recoveryRange, savedText } from "#study/comparison/price-words";

const columns = [
  { head: "Price", holds: "number" },
  { head: "Days saved", holds: "number" },
  { head: "USD a day saved", holds: "number" },
  { head: "95 % interval", holds: "number" },
] as const;

/** What a day of recovery costs that a variant saves. Empty where nothing has a price. */
export function recoveryPriceParts({ recovery, contenders }: Comparison, study: Study): Content {
  if (recovery === undefined || recovery.prices.length === 0) return undefined;
  const rows = recovery.prices.map(({ days, ...each }) => {
    const { name = "", price } = contenders[days.place] ?? {};
    const cells = [
      priceText(price),
      savedText(days, recovery.contest),
      each.value === null ? missing : moneyText(each.value),
      recoveryRange(each),
    ];
    return { head: variantName(days.place, name), cells: cells.map((text) => ({ text })) };
  });
  return [
    element("h3", {}, `Cost per day of recovery saved, by ${contestTitle(recovery.contest, study)}`),
    choiceTable("Cost per day of recovery saved", "Variant", columns, rows),
  ];
}
