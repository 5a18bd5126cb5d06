import type { Place } from "#base/diagnostic";

/** A value of a file that is neither a map nor a list. */
export interface ScalarNode {
  readonly node: "scalar";
  /** The text as written, without quotes. */
  readonly text: string;
  /** True when it was quoted or a block: then it is text, whatever it looks like. */
  readonly quoted: boolean;
  readonly place: Place;
}

/** One key of a map with its value. */
export interface Entry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: Node;
}

/** A map; `entries` in file order, each key once. */
export interface MapNode {
  readonly node: "map";
  readonly entries: ReadonlyMap<string, Entry>;
  readonly place: Place;
}

/** A list, in order. */
export interface ListNode {
  readonly node: "list";
  readonly items: readonly Node[];
  readonly place: Place;
}

/** A value of a file with its place: what all else is read from. */
export type Node = ScalarNode | MapNode | ListNode;

/** True for an explicit `null` or `~`, which removes in a patch; an empty value is another thing. */
export function isNull(node: Node): boolean {
  return node.node === "scalar" && !node.quoted && (node.text === "null" || node.text === "~");
}

/** True for a key that was written without a value. */
export function isEmpty(node: Node): boolean {
  return node.node === "scalar" && !node.quoted && node.text === "";
}

/** What a value is, in words. */
export function shapeOf(node: Node): string {
  return node.node === "scalar" ? "a single value" : `a ${node.node}`;
}

/** The value under a path of keys, or undefined. */
export function nodeAt(root: Node | undefined, ...path: readonly string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const key of path) node = node?.node === "map" ? node.entries.get(key)?.value : undefined;
  return node;
}

/** The entries of the map under a path of keys, in file order; none when there is no map. */
export function entriesAt(root: Node | undefined, ...path: readonly string[]): readonly Entry[] {
  const node = nodeAt(root, ...path);
  return node?.node === "map" ? [...node.entries.values()] : [];
}

/** The text of the scalar under a path of keys, or undefined. */
export function textAt(root: Node | undefined, ...path: readonly string[]): string | undefined {
  const node = nodeAt(root, ...path);
  return node?.node === "scalar" ? node.text : undefined;
}

/** A value in one line, as it would be written in a flow collection: to print, and to compare two values. */
export function printNode(node: Node): string {
  if (node.node === "scalar") return node.quoted ? JSON.stringify(node.text) : node.text;
  if (node.node === "list") return `[${node.items.map(printNode).join(", ")}]`;
  const entries = [...node.entries.values()].map((entry) => `${entry.key}: ${printNode(entry.value)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
