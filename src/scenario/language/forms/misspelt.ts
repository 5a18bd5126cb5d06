import { nearest } from "#scenario/read/nearest";
import type { MapNode } from "#scenario/read/node";

/** Whether an unknown key of a map was probably meant to be this one of its known keys, which it lacks. */
export function misspeltIn(node: MapNode, known: readonly string[], key: string): boolean {
  const unknown = [...node.entries.keys()].filter((other) => !known.includes(other));
  return unknown.some((other) => nearest(other, known) === key || (other === "on" && key === "of"));
}
