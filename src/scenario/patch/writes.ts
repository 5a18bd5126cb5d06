import type { Field } from "#base/field";
import type { Place } from "#base/diagnostic";
import { groupOf } from "#scenario/patch/key-groups";
import { insideOf } from "#scenario/patch/merge";
import type { MergeFamilies } from "#scenario/patch/merge";
import { nodeAt, printNode } from "#scenario/read/node";
import type { MapNode, Node } from "#scenario/read/node";

/** One value that a patch writes whole. */
export interface Write {
  /** Keys joined by dots; a member of a group of alternatives stands under the name of the group. */
  readonly path: string;
  /** The value as text, to compare two writes of one path. */
  readonly text: string;
  readonly place: Place;
}

/**
 * The values that a patch writes, as far down as maps merge; `base` tells the kinds of what it reaches into.
 */
export function writesOf(
  patch: MapNode,
  base: Node | undefined,
  field: Field<unknown>,
  families: MergeFamilies,
): readonly Write[] {
  const writes: Write[] = [];
  collect(patch, base, field, families, "", writes);
  return writes;
}

function collect(
  patch: MapNode,
  base: Node | undefined,
  field: Field<unknown>,
  families: MergeFamilies,
  path: string,
  writes: Write[],
): void {
  const inside = insideOf(field, base?.node === "map" ? base : undefined, patch, families);
  for (const entry of patch.entries.values()) {
    const group = groupOf(entry.key);
    const below = `${path}${path === "" ? "" : "."}${group.length > 0 ? group.join("|") : entry.key}`;
    const of = inside?.(entry.key);
    const under = nodeAt(base, entry.key);
    const open = of && entry.value.node === "map" && insideOf(of, mapOf(under), entry.value, families);
    if (of && open && entry.value.entries.size > 0) {
      collect(entry.value, under, of, families, below, writes);
    } else {
      const text = group.length > 0 ? `${entry.key}: ${printNode(entry.value)}` : printNode(entry.value);
      writes.push({ path: below, text, place: entry.keyPlace });
    }
  }
}

function mapOf(node: Node | undefined): MapNode | undefined {
  return node?.node === "map" ? node : undefined;
}

/**
 * The first pair of writes of two patches that cannot both hold: one path, or one inside the other, written
 * differently.
 */
export function conflictOf(a: readonly Write[], b: readonly Write[]): readonly [Write, Write] | undefined {
  for (const one of a) {
    const other = b.find((candidate) => clash(one, candidate));
    if (other) return [one, other];
  }
  return undefined;
}

function clash(a: Write, b: Write): boolean {
  if (a.path === b.path) return a.text !== b.text;
  return a.path.startsWith(`${b.path}.`) || b.path.startsWith(`${a.path}.`);
}
