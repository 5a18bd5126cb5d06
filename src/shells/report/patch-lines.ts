import { differencesOf } from "#scenario/language/differences";
import type { ValueDifference } from "#scenario/language/differences";
import { valueText } from "#shells/report/value-text";

type Line = readonly [name: string, words: string];

/** Parts of a resolved scenario that say nothing about the world, or that the page shows elsewhere. */
const leftOut: ReadonlySet<string> = new Set([
  "sources",
  "title",
  "question",
  "notes",
  "thresholds",
  "measures",
  "amount-units",
]);

/**
 * What differs between two resolved scenarios, path by path: `before → after`, or that it is added or
 * removed.
 */
export function patchLines(before: unknown, after: unknown): readonly Line[] {
  return differencesOf(before, after)
    .filter(({ path }) => !leftOut.has(path.split(".")[0] ?? ""))
    .map((difference) => [difference.path, changeText(difference)]);
}

function changeText({ path, before, after }: ValueDifference): string {
  const key = path.split(".").at(-1) ?? "";
  if (before === undefined) return `added: ${valueText(after, key)}`;
  return after === undefined ? "removed" : `${valueText(before, key)} → ${valueText(after, key)}`;
}
