import type { Field } from "#base/field";
import { merge } from "#scenario/patch/merge";
import type { MergeFamilies } from "#scenario/patch/merge";
import { entriesAt, nodeAt, printNode } from "#scenario/read/node";
import type { Entry, MapNode } from "#scenario/read/node";

/**
 * Merges a patch over a whole file, as `merge` does. A source of a value that the patch replaces or drops
 * goes with the value, unless the patch states it anew: another value does not inherit a grade.
 */
export function patchedFile(
  base: MapNode,
  patch: MapNode,
  field: Field<unknown>,
  families: MergeFamilies,
): MapNode {
  const merged = merge(base, patch, field, families);
  const sources = nodeAt(merged, "sources");
  if (sources?.node !== "map") return merged;
  const stated = new Set(entriesAt(patch, "sources").map((entry) => entry.key));
  const kept = [...sources.entries].filter(([path]) => stated.has(path) || stands(path, base, patch, merged));
  if (kept.length === sources.entries.size) return merged;
  const entries = new Map<string, Entry>(merged.entries);
  const entry = entries.get("sources");
  if (entry) entries.set("sources", { ...entry, value: { ...sources, entries: new Map(kept) } });
  return { ...merged, entries };
}

/** Whether what a source is about, or else the nearest value above it, is the same as before the patch. */
function stands(path: string, base: MapNode, patch: MapNode, merged: MapNode): boolean {
  const keys = path.split(".");
  for (let length = keys.length; length > 0; length -= 1) {
    const above = keys.slice(0, length);
    const [before, after] = [nodeAt(base, ...above), nodeAt(merged, ...above)];
    if (!before && !after) continue;
    if (!after) return false;
    // What is written anew is the patch's very node; what merges key by key is a node of its own.
    const isAnew = after === nodeAt(patch, ...above);
    return !isAnew || (before !== undefined && printNode(before) === printNode(after));
  }
  return true;
}
