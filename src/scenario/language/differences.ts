import { isMap } from "#base/is-map";

/** One value that two resolved scenarios do not share; undefined where one of them has no such value. */
export interface ValueDifference {
  /** Keys as they are written in a file, joined by dots. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Values = Readonly<Record<string, unknown>>;

/** Marks of a map that is written and read as one value: an instant, a schedule, a cost, one for each. */
const wholeMarks: readonly string[] = ["at", "event", "steps", "once", "distribution", "by", "gauge"];

/** Families whose kinds have fields that are named one by one; any other kind is one value, as rates are. */
const things: ReadonlySet<string> = new Set(["disruptions", "policies"]);

/**
 * What differs between two values of resolved scenarios, in the order of the first, then what only the second
 * has. Named things are followed key by key; quantities, distributions, schedules and lists are one value,
 * and so is a thing of another kind. The order of keys means nothing.
 */
export function differencesOf(
  before: unknown,
  after: unknown,
  path: readonly string[] = [],
): readonly ValueDifference[] {
  if (isSame(before, after)) return [];
  if (!isMap(before) || !isMap(after) || isWhole(before, path) || isWhole(after, path))
    return [{ path: path.map(written).join("."), before, after }];
  if (before["kind"] !== after["kind"]) return [{ path: path.map(written).join("."), before, after }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => differencesOf(before[key], after[key], [...path, key]));
}

function isWhole(value: Values, path: readonly string[]): boolean {
  if ("kind" in value && !(path.length === 2 && things.has(path[0] ?? ""))) return true;
  return wholeMarks.some((mark) => mark in value && !isPlace(value));
}

/** A site has a place too, and is no instant. */
function isPlace(value: Values): boolean {
  return "stations" in value;
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  if (!isMap(one) || !isMap(other)) return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSame(one[key], other[key]));
}

/** `warmUp` is written `warm-up`: what the program names in its own way. */
function written(key: string): string {
  return /^[a-z]+[A-Z][a-zA-Z]*$/.test(key) ? key.replace(/[A-Z]/g, (mark) => `-${mark.toLowerCase()}`) : key;
}
