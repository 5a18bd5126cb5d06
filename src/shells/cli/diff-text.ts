import type { Side, SideValue, VariantDifferences } from "#shells/cli/study-differences";
import { placeName } from "#study/experiment/place-names";
import { differenceDecimals, isMostlySpared, valueOf } from "#study/experiment/measure-lines";
import type { MeasureLine } from "#study/experiment/measure-lines";
import { measureTitle, sparedNote } from "#study/experiment/measure-title";
import { counted, numberText, signedText, withUnit } from "#study/experiment/quantity-text";
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
      : `From ${first.shown} to ${second.shown}: ${counted(count, "difference")}.`;
  const told = titlesText(first, second);
  const blocks = scenarios.map((variant) => variantBlock(variant, first, second, measures === undefined));
  const compared = measures === undefined ? [] : [measuresBlock(measures, first, second)];
  return `${[`${verdict}${told}`, ...blocks, ...compared].join("\n\n")}\n`;
}

/** Says of two scenarios with titles of their own that they are two. */
function titlesText(first: Side, second: Side): string {
  const [one, other] = [first, second].map(({ study }) => study.variants[0]?.scenario.title);
  return one === other ? "" : `\nThey are two scenarios: "${one}" and "${other}".`;
}

function variantBlock(
  { variant, standing, differences }: VariantDifferences,
  first: Side,
  second: Side,
  withOrigins: boolean,
): string {
  if (standing === "in both")
    return [variant, ...differences.map((one) => differenceLine(one, withOrigins))].join("\n");
  return `${variant}\n  a variant of ${(standing === "only in the first" ? first : second).shown} only`;
}

/** Of two runs the places of values are not told: nobody knows them. */
function differenceLine(
  { path, before, after }: VariantDifferences["differences"][number],
  withOrigins: boolean,
): string {
  const origins = [before, after].map((side) => (side === null ? "not there" : side.origin));
  const places = withOrigins ? `   (${origins.join("; ")})` : "";
  return `  ${path}: ${sideText(before)} → ${sideText(after)}${places}`;
}

const sideText = (side: SideValue | null): string => (side === null ? "nothing" : side.text);

function measuresBlock(measures: readonly MeasureDifference[], first: Side, second: Side): string {
  if (measures.length === 0) return "The runs share no variant in which they measure the same thing.";
  const seeds = [first, second].map(({ study }) => study.variants[0]?.scenario.seed);
  const draws = seeds[0] === seeds[1] ? "common draws" : "different draws";
  const counts = [first, second].map(({ replications }) => replications ?? 0);
  const [few, many] = [Math.min(...counts), Math.max(...counts)];
  const shared = few === many ? "" : `, of the ${few} replications that both have`;
  const head =
    `Measures of the same thing in both, with 95 % intervals; ` +
    `the difference is that of the means of pairs on ${draws}${shared}.`;
  const variants = [...new Set(measures.map(({ variant }) => variant))];
  return [head, ...variants.flatMap((variant) => variantLines(variant, measures, first))].join("\n");
}

/** The measures of a variant that came out otherwise, and in a line those that did not. */
function variantLines(
  variant: string,
  measures: readonly MeasureDifference[],
  first: Side,
): readonly string[] {
  const own = measures.filter((one) => one.variant === variant);
  const same = own.filter(isSame);
  const told = own.filter((one) => !isSame(one)).map((one) => `  ${measureLine(one, first)}`);
  if (same.length === own.length) return [`${variant}: every measure is the same in both`];
  const names = same.map(({ line }) => measureName(line, first)).join("; ");
  return [variant, ...told, ...(same.length === 0 ? [] : [`  the same in both: ${names}`])];
}

/** Whether both runs say the same of a measure: in every replication, and both have the same of these. */
function isSame({ isEqual, line: { cells } }: MeasureDifference): boolean {
  const [one, other] = cells;
  return isEqual && one?.mean === other?.mean && one?.median === other?.median;
}

/** `Peak queue, Suez Canal`, with the instants that it is read at. */
function measureName({ first }: MeasureLine, { study }: Side): string {
  const when = [first.at, first.from, first.until].filter((instant) => instant !== undefined);
  return [measureTitle(first.measure), placeName(study, first.of), ...when].join(", ");
}

function measureLine(measure: MeasureDifference, side: Side): string {
  const { line } = measure;
  const { cells, scale } = line;
  const name = measureName(line, side);
  const print = (cell: MeasureSummary | undefined): string => {
    const value = cell === undefined ? null : valueOf(cell);
    if (cell !== undefined && isMostlySpared(cell)) return sparedNote(cell);
    if (value === null || cell === undefined) return "no value";
    const [low, high] = [cell.low, cell.high].map((end) =>
      end === null ? "unknown" : numberText(end * scale.factor, scale.decimals),
    );
    return `${withUnit(numberText(value * scale.factor, scale.decimals), scale.unit)} (${low} to ${high})`;
  };
  return `${name}: ${print(cells[0])} → ${print(cells[1])}; ${differenceText(measure)}`;
}

function differenceText({ versus, pairs, isEqual, line: { scale } }: MeasureDifference): string {
  const { difference, low, high, distinguishable } = versus;
  if (difference === null) return "no pairs to compare";
  if (isEqual) return `the same in all ${pairs} pairs`;
  const decimals = differenceDecimals(versus, scale);
  const print = (value: number): string => signedText(value * scale.factor, decimals);
  const range = low === null || high === null ? "" : ` (${print(low)} to ${print(high)})`;
  const verdict = distinguishable || difference === 0 ? "" : ", cannot tell apart";
  return `${withUnit(print(difference), scale.unit)}${range} over ${pairs} pairs${verdict}`;
}
