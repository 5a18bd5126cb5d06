import { nearest } from "#scenario/read/nearest";
import type { MapNode } from "#scenario/read/node";

/** The known key of `speed:10 kn`, which without a space reads as one key; undefined where it is another. */
export function unspacedIn(key: string, known: readonly string[]): string | undefined {
  const colon = key.indexOf(":");
  const name = colon < 0 ? "" : key.slice(0, colon);
  return known.includes(name) ? name : undefined;
}

/** Whether an unknown key of a map was probably meant to be this one of its known keys, which it lacks. */
export function misspeltIn(node: MapNode, known: readonly string[], key: string): boolean {
  const unknown = [...node.entries.keys()].filter((other) => !known.includes(other));
  return unknown.some(
    (other) =>
      nearest(other, known) === key || (other === "on" && key === "of") || unspacedIn(other, known) === key,
  );
}
