import { signedNumeral } from "#shells/figure/numeral";
import type { Tone } from "#shells/figure/tone";
import { withinBounds } from "#shells/report/measure-bounds";
import type { Difference } from "#study/comparison/difference";
import { directionOf } from "#study/experiment/direction";
import { slightShare } from "#study/experiment/effect";
import { comparisonOf, differenceDecimals, isMostlySpared, isNone } from "#study/experiment/measure-lines";
import { sparedNote } from "#study/experiment/measure-title";
import type { QuantityScale } from "#study/experiment/quantity-scale";
import type { MeasureSummary } from "#study/experiment/summary";

/** The one number that the page prints for a measure, with what it is and its 95 % interval. */
export interface Headline {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly statistic: "mean" | "median";
  /** Why there is no number; empty when there is one. */
  readonly reason: string;
}

/** Of visits: without a value, there was none in any replication. */
const visitMeasures: ReadonlySet<string> = new Set(["dwell", "mean-wait"]);

/**
 * Mean and interval, or the median where the interval is of the median, or why there is neither: of a time
 * that most replications were spared, the few others have no say. The interval ends where the measure does:
 * what cannot be is not printed.
 */
export function headlineOf(measure: MeasureSummary): Headline {
  const none = { value: null, low: null, high: null, statistic: "mean" } as const;
  if (isMostlySpared(measure)) return { ...none, reason: countsNote(measure) };
  const ofMedian = measure.method === "kaplan-meier" || measure.mean === null;
  const value = ofMedian ? measure.median : measure.mean;
  const interval = withinBounds(measure);
  if (value !== null) return { value, ...interval, statistic: ofMedian ? "median" : "mean", reason: "" };
  return { ...none, reason: reasonOf(measure) };
}

function reasonOf(measure: MeasureSummary): string {
  const { replications, censored, unaffected } = measure;
  if (visitMeasures.has(measure.measure) && censored + unaffected === 0) return "nobody came and left";
  if (replications === 0) return "no replication gave a value";
  if (censored + unaffected >= replications) return "not over by the end of the run";
  return censored > 0 ? "too often not over by the end" : "does not exist here";
}

/**
 * Replications without a number, in words: `12 of 100 not over by the end, unaffected in 3 of 100`. Empty
 * when there are none.
 */
export function countsNote(measure: MeasureSummary): string {
  const { censored, unaffected, replications } = measure;
  const parts = [
    censored > 0 ? `${censored} of ${replications} not over by the end` : "",
    unaffected > 0 ? sparedNote(measure) : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/**
 * What the paired difference from the baseline says: told apart where its own interval leaves 0 out, and
 * where it is among all that the comparison told together. Undefined on the baseline itself.
 */
export function toneOf(
  measure: MeasureSummary,
  baseline: MeasureSummary | undefined,
  told?: Pick<Difference, "verdict">,
): Tone | undefined {
  if (measure.versusBaseline === undefined) return undefined;
  const versus = comparisonOf(measure, baseline);
  if (versus === undefined) return "unknown";
  if (isNone(versus)) return "same";
  const isApart = versus.distinguishable && told?.verdict !== "alike";
  if (!isApart || versus.difference === 0) return "alike";
  if (isSlight(measure, versus.difference)) return "slight";
  const direction = directionOf(measure.measure);
  if (direction === 0) return "differs";
  return versus.difference > 0 === direction > 0 ? "better" : "worse";
}

/** The baseline's value is what the difference leaves of the variant's own; of 0 nothing is slight. */
function isSlight(measure: MeasureSummary, difference: number): boolean {
  const { value } = headlineOf(measure);
  return value !== null && Math.abs(difference) < slightShare * Math.abs(value - difference);
}

/** Difference from the baseline and its interval on a row's scale, signed, with digits of its own. */
export interface DifferenceText {
  readonly difference: string;
  /** `−3.0 to −2.9`; empty without an interval, or where it has no width that is printed. */
  readonly interval: string;
}

/** The paired difference in words on the scale of its row, with the digits that its own interval bears. */
export function differenceText(measure: MeasureSummary, scale: QuantityScale): DifferenceText {
  const versus = measure.versusBaseline;
  if (versus === undefined) return { difference: "", interval: "" };
  const { difference, low, high } = versus;
  const decimals = differenceDecimals(versus, scale);
  const words = (value: number | null): string =>
    signedNumeral(value === null ? null : value * scale.factor, decimals);
  const isWide = low !== null && high !== null && words(low) !== words(high);
  return { difference: words(difference), interval: isWide ? `${words(low)} to ${words(high)}` : "" };
}
