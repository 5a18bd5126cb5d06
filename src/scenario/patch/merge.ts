import { wordOf } from "#base/family";
import type { Family } from "#base/family";
import type { Field, Fields } from "#base/field";
import { groupOf } from "#scenario/patch/key-groups";
import { isNull, textAt } from "#scenario/read/node";
import type { Entry, MapNode, Node } from "#scenario/read/node";

/** The families whose kinds a patch may reach into, by name. */
export type MergeFamilies = Readonly<Record<string, Family>>;

/** What a patch knows about the map it writes into: the field of each key, where there is one. */
export type FieldOfKey = (key: string) => Field<unknown> | undefined;

/**
 * Merges a patch over a base: maps of named things and settings merge, values (quantities, distributions,
 * selectors, weights, schedules, lists) replace whole, another `kind` replaces its map, a member of a group
 * of alternatives drops the others, `null` removes. Neither argument changes; every value keeps its own
 * place.
 */
export function merge(
  base: MapNode,
  patch: MapNode,
  field: Field<unknown>,
  families: MergeFamilies,
): MapNode {
  const inside = insideOf(field, base, patch, families);
  return inside === undefined ? patch : mergeMaps(base, patch, inside, families);
}

function mergeMaps(base: MapNode, patch: MapNode, inside: FieldOfKey, families: MergeFamilies): MapNode {
  const entries = new Map<string, Entry>(base.entries);
  for (const key of patch.entries.keys()) {
    for (const other of groupOf(key)) if (!patch.entries.has(other)) entries.delete(other);
  }
  for (const [key, entry] of patch.entries) {
    const before = entries.get(key);
    if (isNull(entry.value) && before) {
      entries.delete(key);
      continue;
    }
    const value = before ? mergeValues(before.value, entry.value, inside(key), families) : entry.value;
    entries.set(key, before && value !== entry.value ? { ...before, value } : entry);
  }
  return { node: "map", entries, place: base.entries.size === 0 ? patch.place : base.place };
}

function mergeValues(
  base: Node,
  patch: Node,
  field: Field<unknown> | undefined,
  families: MergeFamilies,
): Node {
  if (!field || base.node !== "map" || patch.node !== "map") return patch;
  return merge(base, patch, field, families);
}

/** The fields inside a value that merges key by key; undefined for a value that is replaced whole. */
export function insideOf(
  field: Field<unknown>,
  base: MapNode | undefined,
  patch: MapNode,
  families: MergeFamilies,
): FieldOfKey | undefined {
  const shape = field.shape;
  if (shape.form === "record") return among(shape.fields);
  if (shape.form === "map") return () => shape.of;
  if (shape.form === "kinds-by-key") return () => undefined;
  if (shape.form !== "kind") return undefined;
  const family = families[shape.family];
  const word = wordOf(family);
  const kind = (base && textAt(base, word)) ?? textAt(patch, word);
  if (base && (textAt(patch, word) ?? kind) !== kind) return undefined;
  return among({ ...family?.shared, ...family?.kinds.find((candidate) => candidate.kind === kind)?.fields });
}

function among(fields: Fields): FieldOfKey {
  return (key) => (Object.hasOwn(fields, key) ? fields[key] : undefined);
}
