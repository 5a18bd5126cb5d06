import { shareOfFirst } from "#study/comparison/comparison";
import type { Comparison } from "#study/comparison/comparison";
import type { Contest } from "#study/comparison/contest";
import type { Difference, Verdict } from "#study/comparison/difference";
import type { Rank } from "#study/comparison/ranking";
import { slightShare } from "#study/experiment/effect";
import { differenceDecimals, isMostlySpared, isNone } from "#study/experiment/measure-lines";
import { sparedNote, unitSince } from "#study/experiment/measure-title";
import { counted, numberText, quantityText, scaledText, signedText } from "#study/experiment/quantity-text";
import type { PairedDifference } from "#study/experiment/summary";

/** What a difference says, in words. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  better: "better",
  worse: "worse",
  differs: "differs",
  alike: "cannot tell apart",
  unknown: "not compared",
};

/** A difference as it is printed, each part of it empty where there is none. */
export interface DifferenceWords {
  readonly difference: string;
  /** `-3.0 to -2.9`. */
  readonly interval: string;
  /** Adjusted for all that are told together. */
  readonly chance: string;
  readonly says: string;
}

/** `1`, or `4–5` where these cannot be told apart. */
export function rankText({ from, to }: Rank): string {
  return from === to ? `${from}` : `${from}–${to}`;
}

/** `mean of 96 replications, days after the disruption, every time cut at 74.0 days; less is better`. */
export function rankedText({ ranking: { contest, shared } }: Comparison): string {
  const { first, scale } = contest.line;
  const side = contest.better > 0 ? "more is better" : "less is better";
  const unit = unitSince(first.measure, scale.unit);
  return `mean of ${counted(shared.length, "replication")}, ${unit}${limitText(contest)}; ${side}`;
}

/** What ranks are, and which difference counts as none. */
export function ranksNote({ ranking, indifference }: Comparison): string {
  const none = quantityText(indifference, ranking.contest.line.first.unit);
  return (
    "Ranks span what cannot be told apart, all pairs taken together. " +
    `A difference below ${none} counts as none (compare --indifference).`
  );
}

/** Mean of a rank on the scale of its contest; undefined where it was spared. */
export function meanText({ mean }: Rank, { line: { scale } }: Contest): string | undefined {
  return mean === null ? undefined : numberText(mean * scale.factor, scale.decimals);
}

/** Where times were cut, in words; empty where they were not. */
export function limitText({ limit, line: { scale } }: Contest): string {
  return limit === Infinity ? "" : `, every time cut at ${scaledText(limit, scale)}`;
}

/** The difference, its interval, its chance and what it says. */
export function differenceWords(difference: Difference, contest: Contest): DifferenceWords {
  const { adjusted, verdict } = difference;
  if (difference.difference === null || adjusted === null)
    return { difference: "", interval: "", chance: "", says: verdictWords.unknown };
  if (isNone(difference)) return { difference: "0", interval: "", chance: "", says: "the same" };
  return {
    ...intervalWords({ ...difference, distinguishable: verdict !== "alike" }, contest),
    chance: adjusted < 0.001 ? "<0.001" : adjusted.toFixed(3),
    says: isSlight(difference, contest) ? `slightly ${verdictWords[verdict]}` : verdictWords[verdict],
  };
}

/** What variants do beyond the sum of those that they are put together of, and what it says. */
export function beyondWords(beyond: PairedDifference, contest: Contest): Omit<DifferenceWords, "chance"> {
  if (beyond.difference === null) return { difference: "", interval: "", says: verdictWords.unknown };
  const says = beyond.distinguishable ? "they act on each other" : "cannot be told from a sum";
  return { ...intervalWords(beyond, contest), says };
}

function intervalWords(
  told: PairedDifference,
  { line: { scale } }: Contest,
): Pick<DifferenceWords, "difference" | "interval"> {
  const decimals = differenceDecimals(told, scale);
  const print = (value: number | null): string =>
    value === null ? "unknown" : signedText(value * scale.factor, decimals);
  return { difference: print(told.difference), interval: `${print(told.low)} to ${print(told.high)}` };
}

/** However well it is known, a difference below 1 % of the first contender's value is slight. */
export function isSlight({ difference, verdict }: Difference, contest: Contest): boolean {
  if (verdict !== "better" && verdict !== "worse") return false;
  return Math.abs(difference ?? 0) < shareOfFirst(contest, slightShare);
}

/** How many replications would tell what cannot be told yet; why nothing is compared; empty else. */
export function toTellText(difference: Difference, { line: { cells } }: Contest): string {
  const { verdict, toTell, place, pairs } = difference;
  // What is told alone and not among all others needs no number of its own.
  if (verdict === "alike" && toTell !== null && toTell.inAll > pairs) {
    const about = toTell.isBeyond ? "over" : "some";
    return `${about} ${counted(toTell.inAll, "replication")} in all would tell it`;
  }
  const spared = [cells[place], cells[0]].find((cell) => cell !== undefined && isMostlySpared(cell));
  return verdict === "unknown" && spared !== undefined ? sparedNote(spared) : "";
}
