import { wordOf } from "#base/family";
import type { Dimension, Field } from "#base/field";
import { fileField } from "#scenario/language/file-field";
import type { Families } from "#scenario/language/reading";
import { patchableKeys } from "#scenario/language/scenario-fields";
import { insideOf } from "#scenario/patch/merge";
import { suggest } from "#scenario/read/nearest";
import { nodeAt } from "#scenario/read/node";
import type { MapNode } from "#scenario/read/node";

/** The sections that futures may vary: what variants may patch, but for where values come from. */
const variable: readonly string[] = patchableKeys.filter((key) => key !== "sources");

/** A path of the scenario that may be varied, or why it may not. */
export type VariedPlace =
  | { readonly field: Field<unknown> }
  | { readonly wrong: string; readonly right: string };

/**
 * The field at a path of keys in a tree. All that is above its last key stands in the tree, for a future
 * patches what is there; the last one is any key that its map knows. What variants share is none of it.
 */
export function variedPlace(root: MapNode, path: readonly string[], families: Families): VariedPlace {
  const [section = ""] = path;
  if (!variable.some((key) => key === section)) {
    const isShared = fileField.shape.form === "record" && Object.hasOwn(fileField.shape.fields, section);
    const wrong = isShared ? `all futures share the same ${section}` : `the scenario has no "${section}"`;
    return { wrong, right: suggest(isShared ? "" : section, variable) };
  }
  let field = fileField;
  for (const [index, key] of path.entries()) {
    const node = nodeAt(root, ...path.slice(0, index));
    const above = path.slice(0, index).join(".");
    if (node?.node !== "map")
      return { wrong: `the scenario has no ${above}`, right: `write it, or vary ${section}` };
    const inside = insideOf(field, node, node, families);
    if (inside === undefined)
      return { wrong: `${above} is one value`, right: `vary ${above}, the whole of it` };
    const next = inside(key);
    const isNamed = field.shape.form === "map";
    if (next === undefined || (isNamed && !node.entries.has(key))) {
      const keys = isNamed ? node.entries.keys() : keysOf(field, node, families);
      const wrong = above === "" ? `the scenario has no ${key}` : `${above} has no "${key}"`;
      return { wrong, right: suggest(key, keys) };
    }
    field = next;
  }
  return { field };
}

/** The keys that a record or a kind knows. */
function keysOf({ shape }: Field<unknown>, node: MapNode, families: Families): readonly string[] {
  if (shape.form === "record") return Object.keys(shape.fields);
  if (shape.form !== "kind") return [...node.entries.keys()];
  const family = families[shape.family];
  const word = node.entries.get(wordOf(family))?.value;
  const kind = family?.kinds.find((one) => word?.node === "scalar" && one.kind === word.text);
  return Object.keys({ ...family?.shared, ...kind?.fields });
}

/** What a number in the place of a field means, where all between two numbers may stand; else undefined. */
export function continuousDimension({ shape }: Field<unknown>): Dimension | undefined {
  const { form } = shape;
  if (form === "quantity") return shape.dimension === "cost" ? undefined : shape.dimension;
  if (form === "distribution") return shape.dimension;
  if (form === "factor" || form === "share") return "number";
  if (form === "instant" || form === "moment") return "instant";
  if (form === "schedule" || form === "per") return continuousDimension(shape.of);
  if (form !== "either") return undefined;
  return shape.options.map(continuousDimension).find((dimension) => dimension !== undefined);
}
