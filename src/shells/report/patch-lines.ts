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
  "amountUnits",
]);

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value that is written and read as one: a kind, an instant, a schedule, a cost. */
const isWhole = (value: unknown): boolean =>
  !isMap(value) || ["at", "event", "steps", "once", "distribution"].some((name) => name in value);

/**
 * What differs between two resolved scenarios, path by path: `before → after`, or that it is added or
 * removed.
 */
export function patchLines(before: unknown, after: unknown, path: readonly string[] = []): readonly Line[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const key = path.at(-1) ?? "";
  const otherKind = isMap(before) && isMap(after) && before["kind"] !== after["kind"];
  if (isWhole(before) || isWhole(after) || otherKind) {
    const place = path.join(".");
    if (before === undefined) return [[place, `added: ${valueText(after, key)}`]];
    if (after === undefined) return [[place, "removed"]];
    return [[place, `${valueText(before, key)} → ${valueText(after, key)}`]];
  }
  const one = before as Record<string, unknown>; // a map: see isWhole
  const other = after as Record<string, unknown>; // a map: see isWhole
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names
    .filter((name) => path.length > 0 || !leftOut.has(name))
    .flatMap((name) => patchLines(one[name], other[name], [...path, name]));
}
