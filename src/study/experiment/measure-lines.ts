import { decimalsFor, quantityScale } from "#study/experiment/quantity-scale";
import type { QuantityScale } from "#study/experiment/quantity-scale";
import { numberText } from "#study/experiment/quantity-text";
import type { MeasureSummary, PairedDifference, VariantSummary } from "#study/experiment/summary";

/** One measure across all variants, with the one scale on which its numbers are printed. */
export interface MeasureLine {
  /** Whichever variant has it first: what is measured, of what, when. */
  readonly first: MeasureSummary;
  /** By place of the variant; undefined where a variant does not measure it. */
  readonly cells: readonly (MeasureSummary | undefined)[];
  readonly scale: QuantityScale;
}

/** All measures: the baseline's in its order, then those that only variants have. */
export function measureLines(variants: readonly VariantSummary[]): readonly MeasureLine[] {
  const keyed = variants.map(({ measures }) => byKey(measures));
  const keys = new Set(keyed.flatMap((measures) => [...measures.keys()]));
  return [...keys].flatMap((key) => {
    const cells = keyed.map((measures) => measures.get(key));
    const [first, ...others] = cells.filter((cell) => cell !== undefined);
    if (first === undefined) return [];
    const present = [first, ...others];
    const told = present.filter((cell) => !isMostlySpared(cell));
    const values = told.flatMap((cell) => [valueOf(cell), cell.low, cell.high]);
    const halves = told.map(({ low, high }) => (low === null || high === null ? null : (high - low) / 2));
    return [{ first, cells, scale: quantityScale(first.unit, values, halves) }];
  });
}

/** Whether a measure is read over the whole run, at no instant and in no window. */
export function isWhole({ at, from, until }: MeasureSummary): boolean {
  return [at, from, until].every((instant) => instant === undefined);
}

/** What is printed for a measure: the median where the interval is the median's, else the mean. */
export function statisticOf({ method, mean }: MeasureSummary): "mean" | "median" {
  return method === "kaplan-meier" || mean === null ? "median" : "mean";
}

/** Whether most replications never met what is timed: the few that did do not speak for them. */
export function isMostlySpared({
  unaffected,
  replications,
}: Pick<MeasureSummary, "unaffected" | "replications">): boolean {
  return unaffected * 2 > replications;
}

/** The number that is printed for a measure; null where it has none, or most replications were spared. */
export function valueOf(measure: MeasureSummary): number | null {
  if (isMostlySpared(measure)) return null;
  return statisticOf(measure) === "median" ? measure.median : measure.mean;
}

/** Whether two variants were the same in every replication. */
export function isNone({ difference, low, high }: Omit<PairedDifference, "distinguishable">): boolean {
  return [difference, low, high].every((end) => end === 0);
}

/** A paired difference from the baseline that exists. */
type Comparison = PairedDifference & { readonly difference: number };

/**
 * The paired difference that is printed; undefined where there is none, or where most replications of either
 * were spared, for the pairs that are left say nothing of all.
 */
export function comparisonOf(
  measure: MeasureSummary,
  baseline: MeasureSummary | undefined,
): Comparison | undefined {
  const versus = measure.versusBaseline;
  if (versus === undefined || versus.difference === null) return undefined;
  if (isMostlySpared(measure) || (baseline !== undefined && isMostlySpared(baseline))) return undefined;
  return { ...versus, difference: versus.difference };
}

/**
 * Decimals of a difference and its interval on the scale of a row: the digits that its own interval bears, no
 * finer than the values unless the ends would then look like the difference itself; one digit finer at most
 * where it cannot be told apart. Where it can, neither the difference nor the end next to 0 is printed as 0,
 * unless that end would need more than `extraMost` digits beyond those of its interval.
 */
export function differenceDecimals(
  { difference, low, high, distinguishable }: PairedDifference,
  { factor, decimals: finest }: QuantityScale,
): number {
  const ends = [difference, low, high].map((end) => (end === null ? null : end * factor));
  const half = low === null || high === null ? null : ((high - low) / 2) * factor;
  let decimals = Math.min(decimalsFor(ends, [half]), finest);
  if (half === null || half <= 0) return decimals;
  const needed = Math.max(decimals, firstDecimal(half));
  const most = distinguishable ? needed : Math.min(needed, finest + 1);
  const areAlike = (): boolean => {
    const [middle, least, greatest] = ends.map((end) => numberText(end ?? 0, decimals));
    return middle === least || middle === greatest;
  };
  while (decimals < most && areAlike()) decimals += 1;
  if (!distinguishable) return decimals;
  // A skewed interval may be wider than its difference is large, and end much nearer to 0 than it is wide.
  const next = Math.min(...ends.map((end) => Math.abs(end ?? 0)));
  const isInReach = firstDecimal(next) <= needed + extraMost;
  const told = [(difference ?? 0) * factor, isInReach ? next : 0].filter((value) => value !== 0);
  while (told.some((value) => isPrintedAsNone(value, decimals))) decimals += 1;
  return decimals;
}

/** Digits beyond those of its interval that a difference may have to show an end that is next to 0. */
const extraMost = 3;

const isPrintedAsNone = (value: number, decimals: number): boolean =>
  !/[1-9]/.test(numberText(value, decimals));

/** With so many decimals the first digit of a value shows; 0 for 0. */
function firstDecimal(value: number): number {
  return value === 0 ? 0 : Math.max(0, -Math.floor(Math.log10(Math.abs(value))));
}

/** Rows that say the same of themselves (they differ in what they count by) are told apart by their order. */
function byKey(measures: readonly MeasureSummary[]): ReadonlyMap<string, MeasureSummary> {
  const keyed = new Map<string, MeasureSummary>();
  for (const measure of measures) {
    const { at, from, until } = measure;
    const words = [measure.measure, measure.of, at ?? "", from ?? "", until ?? ""].join("|");
    let turn = 0;
    while (keyed.has(`${words}|${turn}`)) turn += 1;
    keyed.set(`${words}|${turn}`, measure);
  }
  return keyed;
}
