import { foldInBlocks } from "#engine/stats/fold";
import { numberAt } from "#study/truth/figures";
import { isNamed } from "#study/truth/verification-case";
import type { CaseRun, CoveredCase, Figure, Figures } from "#study/truth/verification-case";

/** How many standard errors a mean may lie from what is expected. */
export const errorsMost = 3;
/** The largest standard error, as a share of what is expected: else a run could not tell 2 %. */
export const errorShareMost = 0.004;

/** What a run gave for a figure. */
export interface FoundFigure {
  /** The mean over replications, or the one value. */
  readonly value: Figure;
  /** The standard error of that mean, and the mean less and plus three of them; null of one value. */
  readonly error: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly holds: boolean;
}

/** One figure of a case beside what theory and a run give. */
export interface FigureReport {
  readonly name: string;
  /** As `unitOf` has it. */
  readonly unit: string | null;
  readonly expected: Figure;
  /** What the closed form gives, and whether that is what is expected. */
  readonly theory: Figure;
  readonly theoryHolds: boolean;
  /** Null where the case asks for no run, or not of this figure. */
  readonly run: FoundFigure | null;
}

/** Whether a figure is what is expected, to a share of it, absolute where that is 0; else they are equal. */
export function isWithin(found: Figure | undefined, expected: Figure, within: number): boolean {
  if (typeof found !== "number" || typeof expected !== "number") return found === expected;
  const scale = expected === 0 ? 1 : Math.abs(expected);
  return Math.abs(found - expected) <= within * scale;
}

/** Names of the figures that the run of a case is judged by; none where it has no run. */
export function runFigures({ run, expected, notCovered }: CoveredCase): readonly string[] {
  if (run === undefined) return [];
  return Object.keys(expected).filter(
    (name) =>
      !isNamed(name, notCovered?.figures ?? []) &&
      (isNamed(name, run.figures) || isNamed(name, run.looser ?? [])),
  );
}

/** Judges what the replications of a run gave for a figure. */
export function judged(name: string, expected: Figure, rows: readonly Figures[], run: CaseRun): FoundFigure {
  if (run.judged === "exact") {
    const value = rows[0]?.[name] ?? null;
    const holds = rows.length > 0 && isWithin(value, expected, run.within ?? 0);
    return { value, error: null, low: null, high: null, holds };
  }
  const { mean, standardError } = foldInBlocks(rows.map((row) => numberAt(row, name)));
  const range = errorsMost * standardError;
  const target = typeof expected === "number" ? expected : NaN;
  const isSharp = isNamed(name, run.looser ?? []) || standardError <= errorShareMost * Math.abs(target);
  const holds = Math.abs(mean - target) <= range && isSharp;
  return { value: mean, error: standardError, low: mean - range, high: mean + range, holds };
}

/** Whether all that was asked of a figure holds. */
export function holds({ theoryHolds, run }: FigureReport): boolean {
  return theoryHolds && (run === null || run.holds);
}
