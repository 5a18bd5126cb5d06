import { directionOf } from "#study/experiment/direction";
import { comparisonOf, differenceDecimals, isWhole, valueOf } from "#study/experiment/measure-lines";
import type { MeasureLine } from "#study/experiment/measure-lines";

/** Times of recovery, the most telling first. */
export const recoveryMeasures: readonly string[] = [
  "backlog-clear-time",
  "rate-normal-time",
  "time-to-recover",
];

/** Losses, the most telling first. */
export const lossMeasures: readonly string[] = ["throughput-loss", "net-loss"];

/**
 * What answers turn on, by group: of each group the first measure that a variant can be compared by speaks
 * for all gains, and the worst for all losses. Instants and windows are left out: they show a course, not
 * what it comes to. Cost is no reason for or against: it is the price of what helps.
 */
const groups: readonly (readonly string[])[] = [
  recoveryMeasures,
  lossMeasures,
  ["delay", "mean-wait"],
  ["peak-queue", "mean-queue"],
];

/** The names of the same, the most telling first. */
export const decisiveMeasures: readonly string[] = groups.flat();

/** From this share of the baseline's value on a difference is worth a word in an answer. */
export const tellingShare = 0.05;

/** A difference below this share of the baseline's value is slight, however well it is known. */
export const slightShare = 0.01;

/** How one variant differs from the baseline by one measure. */
export interface Effect {
  readonly line: MeasureLine;
  /** Of the variant among all. */
  readonly place: number;
  /** Variant minus baseline, in the unit of the measure. */
  readonly difference: number;
  /** With which it is printed on the scale of the line. */
  readonly decimals: number;
  /** `alike` where the interval holds 0. */
  readonly verdict: "better" | "worse" | "alike";
  /** Size of the difference over that of the baseline's value, 0 to 1. */
  readonly share: number;
}

/** The lines that effects are read from: those of the groups, or all where there are none of these. */
export function decisiveLines(lines: readonly MeasureLine[]): readonly (readonly MeasureLine[])[] {
  const whole = comparable(lines);
  const decisive = groups.map((group) =>
    group.flatMap((name) => whole.filter(({ first }) => first.measure === name).slice(0, 1)),
  );
  if (decisive.some((group) => group.length > 0)) return decisive;
  return whole.map((line) => [line]);
}

function comparable(lines: readonly MeasureLine[]): readonly MeasureLine[] {
  return lines.filter(({ first }) => isWhole(first) && first.measure !== "cost");
}

/**
 * What the variant at a place does, group by group: the first that can be compared, then the worst loss among
 * the others, which a gain must not hide. Where nothing can be compared, nothing is said.
 */
export function effectsOf(
  groupsOfLines: readonly (readonly MeasureLine[])[],
  place: number,
): readonly Effect[] {
  return groupsOfLines.flatMap((group) => {
    const [effect, ...others] = group.flatMap((line) => effectOf(line, place) ?? []);
    if (effect === undefined) return [];
    const [worst] = others
      .filter(({ verdict }) => verdict === "worse")
      .sort((left, right) => right.share - left.share);
    return worst === undefined ? [effect] : [effect, worst];
  });
}

/** What the variant at a place does by the other measures of the whole run, in their order. */
export function otherEffectsOf(
  lines: readonly MeasureLine[],
  groupsOfLines: readonly (readonly MeasureLine[])[],
  place: number,
): readonly Effect[] {
  const spoken = new Set(effectsOf(groupsOfLines, place).map(({ line }) => line));
  return comparable(lines).flatMap((line) => (spoken.has(line) ? [] : (effectOf(line, place) ?? [])));
}

function effectOf(line: MeasureLine, place: number): Effect | undefined {
  const cell = line.cells[place];
  const baseline = line.cells[0];
  const versus = cell && comparisonOf(cell, baseline);
  const direction = directionOf(line.first.measure);
  if (versus === undefined || direction === 0) return undefined;
  const { difference, distinguishable } = versus;
  const apart = distinguishable && difference !== 0;
  const verdict = !apart ? "alike" : difference > 0 === direction > 0 ? "better" : "worse";
  const size = Math.abs(difference);
  const base = Math.abs((baseline && valueOf(baseline)) ?? 0);
  const share = size === 0 ? 0 : size / Math.max(base, size);
  return { line, place, difference, decimals: differenceDecimals(versus, line.scale), verdict, share };
}
