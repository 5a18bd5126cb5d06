import type { Arguments } from "#shells/cli/command";
import { indifferenceOf } from "#shells/cli/indifference";
import type { Study } from "#scenario/language/resolved";
import { suggest } from "#scenario/read/nearest";
import { NoComparison } from "#study/comparison/chosen-contest";
import { directionOf } from "#study/experiment/direction";
import type { Cube } from "#study/sweep/cube";
import { chosenMeasure, shareOfBaseline, usualSweepIndifference } from "#study/sweep/sweep-question";
import type { SweepQuestion } from "#study/sweep/sweep-question";
import { sweptMeasures } from "#study/sweep/swept-measures";

/** By what a sweep is told, and what difference does not matter, as it was typed or as usual. */
export function sweepQuestion(
  cube: Cube,
  { by: measure, of, indifference }: Pick<Arguments, "by" | "of" | "indifference">,
): SweepQuestion {
  const by = chosenMeasure(cube, { by: measure, of });
  if (indifference === undefined) return { by, indifference: usualSweepIndifference(by) };
  const shareOfFirst = (share: number): number => shareOfBaseline(by, share);
  return { by, indifference: indifferenceOf(indifference, { ...by.about, shareOfFirst }) };
}

/** Throws `NoComparison` for a measure by which nothing can be ranked, before anything is run. */
export function assertMeasured(study: Study, { by, of }: Pick<Arguments, "by" | "of">): void {
  const able = sweptMeasures(study).filter(({ row }) => directionOf(row.kind) !== 0);
  const named = able.filter(({ row }) => (by ?? row.kind) === row.kind);
  if (named.length === 0) {
    const names = [...new Set(able.map(({ row }) => row.kind))];
    throw new NoComparison(`nothing can be ranked by "${by ?? ""}"; ${suggest(by ?? "", names)}`);
  }
  if (named.some(({ row }) => (of ?? row.of) === row.of)) return;
  const places = [...new Set(named.map(({ row }) => row.of))];
  throw new NoComparison(`nothing is ranked of "${of ?? ""}"; ${suggest(of ?? "", places)}`);
}
