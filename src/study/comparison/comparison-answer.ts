import { listed } from "#base/listed";
import type { Study } from "#scenario/language/resolved";
import { shareOfFirst, versusFirstOf } from "#study/comparison/comparison";
import type { Comparison } from "#study/comparison/comparison";
import { contestTitle } from "#study/comparison/contest";
import type { Contest } from "#study/comparison/contest";
import type { Difference } from "#study/comparison/difference";
import { decisiveLines, tellingShare } from "#study/experiment/effect";
import { differenceDecimals } from "#study/experiment/measure-lines";
import { measureNoun, sparedText } from "#study/experiment/measure-title";
import { counted, numberText, quantityText, withUnit } from "#study/experiment/quantity-text";

/**
 * Which to choose by the measure that ranks, how sure that is and what it is worse by; or between whom nobody
 * can tell, and what would. One or two sentences.
 */
export function comparisonAnswer(comparison: Comparison, study: Study): string {
  const { ranking, selection, indifference } = comparison;
  const { contest } = ranking;
  const by = contestTitle(contest, study);
  const spared = ranking.ranks.filter(({ mean }) => mean === null).map(({ place }) => place);
  if (spared.length > 0) {
    const names = listed(spared.map((place) => nameOf(comparison, place)));
    const most = `in most replications ${sparedText(contest.line.first.measure)}`;
    const is = spared.length === 1 ? "is" : "are";
    return `${names} ${is} best by ${by}: ${most}.${pricesText(comparison, spared)}`;
  }
  if (ranking.shared.length === 0) return `Nothing can be selected by ${by}: no replication has it of all.`;
  if (selection === undefined) return `There is nothing to choose by ${by}: it is 0 with all.`;
  const { isDecided, latest, inContention } = selection;
  if (!isDecided && latest === null) {
    // Nobody is selected or ruled out before the first look, however far apart they are.
    const few = counted(ranking.shared.length, "replication");
    return `${few} cannot select the best by ${by}; it takes 64 or more (compare --until-it-can).`;
  }
  if (!isDecided && latest !== null) {
    const names = listed(inContention.map((place) => nameOf(comparison, place)));
    const enough = `${counted(latest, "replication")} in all tell it at the latest`;
    return `Cannot tell which is best by ${by}: ${names} may all be; ${enough} (compare --until-it-can).`;
  }
  const zone = quantityText(indifference, contest.line.first.unit);
  const sure = `with ${selection.level * 100} % confidence no other is better by ${zone} or more`;
  const { best, within } = selection;
  const told = `${nameOf(comparison, best)} is best by ${by}: ${gainText(comparison, contest)}${sure}.`;
  return `${told}${withinText(comparison, within, zone)}${pricesText(comparison, [best])}`;
}

/** ` baseline is within 15.8 hours of it, which counts as no difference.`; empty where nobody is. */
function withinText(comparison: Comparison, within: readonly number[], zone: string): string {
  if (within.length === 0) return "";
  const names = listed(within.map((place) => nameOf(comparison, place)));
  const are = within.length === 1 ? "is" : "are";
  return ` ${names} ${are} within ${zone} of it, which counts as no difference.`;
}

function nameOf({ contenders }: Comparison, place: number): string {
  return contenders[place]?.name ?? "";
}

/** By how much the best is better than the first contender, where that is told. */
function gainText(comparison: Comparison, contest: Contest): string {
  const { selection } = comparison;
  const gain = versusFirstOf(comparison, contest).find(({ place }) => place === selection?.best);
  if (gain === undefined || gain.difference === null || gain.verdict !== "better") return "";
  const first = nameOf(comparison, 0);
  return `${sizeText(gain, contest)} ${gain.difference > 0 ? "more" : "less"} than ${first}, and `;
}

/** ` Beside baseline nobody-diverts is worse by peak queue (12 vessels more).`; empty where by nothing. */
function pricesText(comparison: Comparison, best: readonly number[]): string {
  const { measures, ranking } = comparison;
  const groups = decisiveLines(measures.map(({ contest }) => contest.line));
  const foremost = groups.flatMap((group) =>
    measures.filter(({ contest }) => contest !== ranking.contest && group.includes(contest.line)),
  );
  const told = best.flatMap((place) => {
    const worse = foremost.flatMap(({ contest, differences }) =>
      differences
        .filter((one) => one.place === place && one.verdict === "worse" && isTelling(one, contest))
        .map((one) => `${measureNoun(contest.line.first.measure)} (${changeText(one, contest)})`),
    );
    return worse.length === 0 ? [] : [`${nameOf(comparison, place)} is worse by ${listed(worse)}`];
  });
  return told.length === 0 ? "" : ` Beside ${nameOf(comparison, 0)} ${told.join("; ")}.`;
}

/** Whether a difference is worth a word: 5 % or more of the first contender's value. */
function isTelling({ difference }: Difference, contest: Contest): boolean {
  return Math.abs(difference ?? 0) >= shareOfFirst(contest, tellingShare);
}

function changeText(one: Difference, contest: Contest): string {
  return `${sizeText(one, contest)} ${(one.difference ?? 0) > 0 ? "more" : "less"}`;
}

function sizeText(gain: Difference, { line: { scale } }: Contest): string {
  const decimals = differenceDecimals({ ...gain, distinguishable: true }, scale);
  return withUnit(numberText(Math.abs(gain.difference ?? 0) * scale.factor, decimals), scale.unit);
}
