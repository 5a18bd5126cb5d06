import { keyForWord } from "#scenario/language/forms/key-words";
import { nearest } from "#scenario/read/nearest";
import type { MapNode } from "#scenario/read/node";

/** The known key of `speed:10 kn`, which without a space reads as one key; undefined where it is another. */
export function unspacedIn(key: string, known: readonly string[]): string | undefined {
  const colon = key.indexOf(":");
  const name = colon < 0 ? "" : key.slice(0, colon);
  return known.includes(name) ? name : undefined;
}

/**
 * Those of its known keys that an unknown key of a map may have been meant to be. What a patch misspells is
 * mostly there already; in a file of its own, a key is not written twice.
 */
export function meantKeys(node: MapNode, known: readonly string[], key: string): readonly string[] {
  const isPatch = node.entries.get(key)?.keyPlace.owner !== undefined;
  return isPatch ? known : known.filter((name) => !node.entries.has(name));
}

/** Whether an unknown key of a map was probably meant to be this one of its known keys, which it lacks. */
export function misspeltIn(node: MapNode, known: readonly string[], key: string): boolean {
  const unknown = [...node.entries.keys()].filter((other) => !known.includes(other));
  return unknown.some((other) => {
    const keys = meantKeys(node, known, other);
    return (unspacedIn(other, keys) ?? keyForWord(other, keys) ?? nearest(other, keys)) === key;
  });
}
