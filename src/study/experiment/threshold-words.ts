import type { ResolvedThreshold, Statistic } from "#scenario/language/resolved";
import { measureNoun, sparedNote } from "#study/experiment/measure-title";
import { placeName } from "#study/experiment/place-names";
import type { QuantityScale } from "#study/experiment/quantity-scale";
import { numberText, threeDigits, withUnit } from "#study/experiment/quantity-text";
import type { Result } from "#study/experiment/result";
import type { ThresholdSummary } from "#study/experiment/summary";
import { thresholdScale } from "#study/experiment/threshold-scale";

/** What a threshold asked and what was found, in words that stand in one sentence or in cells. */
export interface ThresholdWords {
  /** `90th percentile of the time to clear the backlog, Suez Canal, baseline`. */
  readonly asked: string;
  /** `at most 12 days`. */
  readonly limit: string;
  /** `9.3 days (95 % interval 8.9 to 10.1)`; `no value` with the reason where there is one. */
  readonly found: string;
  /** `2.7 days to spare, 1.9 at least`; empty where nothing is known. */
  readonly margin: string;
}

/** The words of one threshold of a result. */
export function thresholdWords(threshold: ThresholdSummary, result: Result): ThresholdWords {
  const { study, summary } = result;
  const asked = study.variants[0]?.scenario.thresholds[threshold.id];
  const scale = thresholdScale(threshold, asked, summary.variants);
  return {
    asked: asked === undefined ? "what was asked" : askedText(asked, threshold, result),
    limit: limitText(threshold, asked, scale),
    found: foundText(threshold, asked, { scale, result }),
    margin: marginText(threshold, scale),
  };
}

/** The same in one sentence, without its verdict: what it is of, what was found and wanted, by how much. */
export function thresholdClause(threshold: ThresholdSummary, result: Result): string {
  const { asked, found, limit, margin } = thresholdWords(threshold, result);
  const is = `${asked}, ${threshold.value === null ? "has" : "is"} ${found}`;
  return `${is}; wanted ${limit}${margin === "" ? "" : `: ${margin}`}`;
}

/** A statistic as it is said of a measure: `90th percentile of`. */
export function statisticWords(statistic: Statistic): string {
  if (statistic === "mean" || statistic === "median") return `${statistic} of`;
  if (statistic === "cvar") return "mean of the worst 5 % of";
  if (statistic === "censored" || statistic === "unaffected") return `share of ${statistic} replications for`;
  return `${ordinal(Number(statistic.slice(1)))} percentile of`;
}

function ordinal(count: number): string {
  const ending = Math.floor(count / 10) % 10 === 1 ? undefined : ["st", "nd", "rd"][(count % 10) - 1];
  return `${count}${ending ?? "th"}`;
}

function askedText(
  { measure, of, statistic }: ResolvedThreshold,
  { variant, versus }: ThresholdSummary,
  { study }: Result,
): string {
  const whose = versus === undefined ? variant : `${variant} less ${versus}`;
  return `${statisticWords(statistic)} ${measureNoun(measure)}, ${placeName(study, of)}, ${whose}`;
}

/** What was asked is known exactly: it is printed as it was written. */
function limitText(
  { limit }: ThresholdSummary,
  asked: ResolvedThreshold | undefined,
  { factor, unit }: QuantityScale,
): string {
  const { atMost, atLeast } = asked ?? { atMost: limit, atLeast: undefined };
  const print = (value: number): string => withUnit(threeDigits(value * factor), unit);
  if (atMost !== undefined && atLeast !== undefined)
    return `between ${threeDigits(atLeast * factor)} and ${print(atMost)}`;
  return atMost === undefined ? `at least ${print(atLeast ?? limit)}` : `at most ${print(atMost)}`;
}

function foundText(
  { variant, value, low, high }: ThresholdSummary,
  asked: ResolvedThreshold | undefined,
  { scale, result }: { readonly scale: QuantityScale; readonly result: Result },
): string {
  const { factor, decimals, unit } = scale;
  const print = (side: number | null): string =>
    side === null ? "unknown" : numberText(side * factor, decimals);
  const hasRange = low !== null || high !== null;
  const range = hasRange ? ` (95 % interval ${print(low)} to ${print(high)})` : "";
  if (value !== null) return `${withUnit(print(value), unit)}${range}`;
  const row = result.summary.variants
    .find(({ name }) => name === variant)
    ?.measures.find(({ measure, of }) => measure === asked?.measure && of === asked.of);
  if (row === undefined || hasRange) return `no value${range}`;
  const { censored, unaffected, replications } = row;
  if (unaffected > 0 && unaffected >= censored) return `no value: ${sparedNote(row)}`;
  return censored > 0 ? `no value: not over in ${censored} of ${replications}` : "no value";
}

/** By how much a threshold is kept or missed, by its value and by its interval. */
function marginText(
  { verdict, margin, marginLow, marginHigh }: ThresholdSummary,
  { factor, decimals, unit }: QuantityScale,
): string {
  const size = (value: number): string => numberText(Math.abs(value) * factor, decimals);
  const named = (value: number): string => withUnit(size(value), unit);
  const of = (value: number): string =>
    value < 0 ? `missed by ${named(value)}` : `${named(value)} to spare`;
  if (verdict !== "undecided") {
    const surest = verdict === "pass" ? marginLow : marginHigh;
    if (margin === null) return surest === null ? "" : `${of(surest)} at least`;
    return surest === null ? of(margin) : `${of(margin)}, ${size(surest)} at least`;
  }
  const less = marginLow === null ? "nobody knows how far it may miss" : `it may miss by ${named(marginLow)}`;
  const more =
    marginHigh === null
      ? "nobody knows how much it may have to spare"
      : `it may have ${named(marginHigh)} to spare`;
  if (margin === null) return `${less}, and ${more}`;
  return `${of(margin)}, but ${margin < 0 ? more : less}`;
}
