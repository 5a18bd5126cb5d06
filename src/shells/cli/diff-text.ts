import type { Side, SideValue, VariantDifferences } from "#shells/cli/study-differences";
import { placeName } from "#study/experiment/place-names";
import { differenceDecimals, valueOf } from "#study/experiment/measure-lines";
import { measureTitle } from "#study/experiment/measure-title";
import { numberText, signedText, withUnit } from "#study/experiment/quantity-text";
import type { MeasureDifference } from "#study/experiment/run-differences";
import type { MeasureSummary } from "#study/experiment/summary";

/** All that was found to differ. */
export interface Differences {
  readonly first: Side;
  readonly second: Side;
  readonly scenarios: readonly VariantDifferences[];
  /** Of two run folders; else undefined. */
  readonly measures: readonly MeasureDifference[] | undefined;
}

/** What differs, for people: a line for each value, and for each measure of two runs. */
export function diffText({ first, second, scenarios, measures }: Differences): string {
  const count = scenarios.reduce(
    (sum, { differences, standing }) => sum + differences.length + (standing === "in both" ? 0 : 1),
    0,
  );
  const verdict =
    count === 0
      ? `${first.shown} and ${second.shown} say the same.`
      : `From ${first.shown} to ${second.shown}: ${count} ${count === 1 ? "difference" : "differences"}.`;
  const blocks = scenarios.map((variant) => variantBlock(variant, first, second));
  const compared = measures === undefined ? [] : [measuresBlock(measures, first, second)];
  return `${[verdict, ...blocks, ...compared].join("\n\n")}\n`;
}

function variantBlock(
  { variant, standing, differences }: VariantDifferences,
  first: Side,
  second: Side,
): string {
  if (standing === "in both") return [variant, ...differences.map(differenceLine)].join("\n");
  return `${variant}\n  a variant of ${(standing === "only in the first" ? first : second).shown} only`;
}

function differenceLine({ path, before, after }: VariantDifferences["differences"][number]): string {
  const origins = [before, after].map((side) => (side === null ? "not there" : side.origin));
  return `  ${path}: ${sideText(before)} → ${sideText(after)}   (${origins.join("; ")})`;
}

const sideText = (side: SideValue | null): string => (side === null ? "nothing" : side.text);

function measuresBlock(measures: readonly MeasureDifference[], first: Side, second: Side): string {
  const seeds = [first, second].map(({ study }) => study.variants[0]?.scenario.seed);
  const pairs = seeds[0] === seeds[1] ? "pairs on common draws" : "pairs on different draws";
  const head = `Measures with 95 % intervals; the difference is that of the means of ${pairs}.`;
  const lines = measures.flatMap((one, index) => {
    const isNew = one.variant !== measures[index - 1]?.variant;
    return [...(isNew ? [one.variant] : []), `  ${measureLine(one, first)}`];
  });
  return [head, ...lines].join("\n");
}

function measureLine({ line, versus, pairs }: MeasureDifference, { study }: Side): string {
  const { first, cells, scale } = line;
  const when = [first.at, first.from, first.until].filter((instant) => instant !== undefined);
  const name = [measureTitle(first.measure), placeName(study, first.of), ...when].join(", ");
  const print = (cell: MeasureSummary | undefined): string => {
    const value = cell === undefined ? null : valueOf(cell);
    if (value === null || cell === undefined) return "no value";
    const [low, high] = [cell.low, cell.high].map((end) =>
      end === null ? "?" : numberText(end * scale.factor, scale.decimals),
    );
    return `${withUnit(numberText(value * scale.factor, scale.decimals), scale.unit)} (${low} to ${high})`;
  };
  return `${name}: ${print(cells[0])} → ${print(cells[1])}; ${differenceText(versus, pairs, line)}`;
}

function differenceText(
  versus: MeasureDifference["versus"],
  pairs: number,
  { scale }: MeasureDifference["line"],
): string {
  const { difference, low, high, distinguishable } = versus;
  if (difference === null) return "no pairs to compare";
  const decimals = differenceDecimals(versus, scale);
  const print = (value: number): string => signedText(value * scale.factor, decimals);
  const range = low === null || high === null ? "" : ` (${print(low)} to ${print(high)})`;
  const verdict = distinguishable || difference === 0 ? "" : ", cannot tell apart";
  return `${withUnit(print(difference), scale.unit)}${range} over ${pairs} pairs${verdict}`;
}
