import type { Arguments } from "#shells/cli/command";
import { indifferenceOf } from "#shells/cli/indifference";
import type { Cube } from "#study/sweep/cube";
import { chosenMeasure, shareOfBaseline, usualSweepIndifference } from "#study/sweep/sweep-question";
import type { SweepQuestion } from "#study/sweep/sweep-question";

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
