import { listed } from "#base/listed";
import { counted, numberText, scaledText, withUnit } from "#study/experiment/quantity-text";
import type { Choice, Flip } from "#study/sweep/choice";
import type { SweepFindings } from "#study/sweep/sweep-findings";
import {
  boundaryText,
  sparedText,
  sweptScale,
  sweptTitle,
  valueText,
  zoneText,
} from "#study/sweep/sweep-words";

/**
 * Which variant to choose over all futures, how often that would be wrong and where; of a baseline alone, how
 * far it ranges and what that comes from. One to three sentences.
 */
export function sweepAnswer(findings: SweepFindings): string {
  const { cube, question, choice, regrets } = findings;
  const by = sweptTitle(question.by, cube);
  const { field, best } = choice;
  if (best === undefined) return `Nothing can be chosen by ${by}: no future has it of all variants.`;
  if (field.places.length === 1) return rangeAnswer(findings, by);
  const scale = sweptScale(question.by);
  const name = (place: number): string => cube.variants[place] ?? "";
  const over = `over ${counted(field.futures.length, "future")}`;
  const mean = choice.shares[0]?.mean ?? NaN;
  const alike = choice.shares.filter((share) => share.mean === mean).map(({ place }) => place);
  if (alike.length === choice.shares.length)
    return `There is nothing to choose by ${by} ${over}: ${listed(alike.map(name))} are alike.`;
  const are = alike.length === 1 ? "is" : "are alike";
  const spared = sparedText(question.by, alike[0] ?? best, field.futures);
  const amount = spared === "" ? `${scaledText(mean, scale)} in the mean` : `with ${spared}`;
  const robust =
    regrets.leastMost === undefined || alike.includes(regrets.leastMost)
      ? "; its largest regret is the least too"
      : `; the largest regret is the least with ${name(regrets.leastMost)}`;
  const told = `${listed(alike.map(name))} ${are} best by ${by} ${over}, ${amount}`;
  return `${told}${alike.length === 1 ? robust : ""}. ${flipsText(findings)}`;
}

function flipsText({ cube, question, choice }: SweepFindings): string {
  const zone = zoneText(question);
  const { flips, field } = choice;
  if (flips.length === 0)
    return `In no future is another better by more than ${zone}: the choice never flips.`;
  const often = `In ${numberText(flips.length, 0)} of ${numberText(field.futures.length, 0)}`;
  const rivals = [...new Set(flips.map(({ place }) => cube.variants[place] ?? ""))];
  const who = rivals.length === 1 ? (rivals[0] ?? "") : "another";
  return `${often} ${who} is better by more than ${zone}${whereText(choice, cube.paths, flips)}.`;
}

/** By one path where one tells, else the future in which most is lost. */
function whereText(
  { boundaries: [boundary] }: Choice,
  paths: SweepFindings["cube"]["paths"],
  [worst]: readonly Flip[],
): string {
  if (boundary !== undefined) return `: where ${boundaryText(boundary, paths)}`;
  const values = paths.map((path) => `${path.path} is ${valueText(path, worst?.future ?? 0)}`);
  return worst === undefined ? "" : `, most of all where ${values.join(" and ")}`;
}

function rangeAnswer({ cube, question, choice, sensitivities }: SweepFindings, by: string): string {
  const { factor, decimals, unit } = sweptScale(question.by);
  const own = question.by.cells[choice.best ?? 0]?.values ?? new Float64Array();
  const known = choice.field.futures.map((future) => own[future] ?? NaN);
  const [least, most] = [Math.min(...known), Math.max(...known)].map((value) =>
    numberText(value * factor, decimals),
  );
  const over = `over ${counted(known.length, "future")}`;
  const range = `By ${by}, ${cube.variants[choice.best ?? 0] ?? ""} comes to ${least ?? ""} to`;
  const foremost = sensitivities[0]?.shares?.[0];
  const path = cube.paths[foremost?.path ?? -1]?.path;
  const why =
    foremost === undefined || path === undefined
      ? ""
      : ` Most of the spread comes from ${path}: ${numberText(foremost.alone.share * 100, 0)} %.`;
  return `${range} ${withUnit(most ?? "", unit)} ${over}.${why}`;
}
