import { element } from "#shells/figure/markup";
import type { Content } from "#shells/figure/markup";
import { missing } from "#shells/figure/numeral";
import { choiceTable } from "#shells/report/choice-table";
import { folded } from "#shells/report/fold";
import { variantName } from "#shells/report/section";
import type { Study } from "#scenario/language/resolved";
import type { Comparison } from "#study/comparison/comparison";
import { contestTitle } from "#study/comparison/contest";
import { beyondWords, limitText } from "#study/comparison/difference-words";
import { interactionsOf } from "#study/comparison/interaction";
import type { Interactions } from "#study/comparison/interaction";

/** Measures whose interactions stand open; those of the others are folded. */
const shownMost = 2;

const columns = [
  { head: "Beyond the sum", holds: "number" },
  { head: "95 % interval", holds: "number" },
  { head: "Finding", holds: "words" },
] as const;

/**
 * What variants that are put together of others do beyond the sum of these, first by what ranks. Empty where
 * none is.
 */
export function interactionParts(comparison: Comparison, study: Study): Content {
  const all = interactionsOf(comparison);
  if (all.length === 0) return undefined;
  const isRanking = ({ contest }: Interactions): boolean => contest === comparison.ranking.contest;
  const told = [...all.filter(isRanking), ...all.filter((one) => !isRanking(one))];
  const tables = (part: readonly Interactions[]): Content => part.map((one) => table(one, comparison, study));
  return [
    element("h3", {}, "What they do together beyond the sum of what each does alone"),
    folded(told, tables, { most: shownMost }),
  ];
}

function table({ contest, rows }: Interactions, { contenders }: Comparison, study: Study): Content {
  const title = contestTitle(contest, study);
  const lines = rows.map(({ place, beyond }) => {
    const { difference, interval, says } = beyondWords(beyond, contest);
    const cells = [difference === "" ? missing : difference, interval, says].map((text) => ({ text }));
    return { head: variantName(place, contenders[place]?.name ?? ""), cells };
  });
  const about = element("span", { class: "of" }, `${contest.line.scale.unit}${limitText(contest)}`);
  return [
    element("h4", {}, title, about),
    choiceTable(`Interactions by ${title}`, "Variant", columns, lines),
  ];
}
