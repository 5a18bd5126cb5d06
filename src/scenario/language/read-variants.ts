import type { Cost } from "#base/field";
import type { Reading } from "#scenario/language/reading";
import { readFields } from "#scenario/language/forms/records";
import { patchableKeys, scenarioFields, variantFields } from "#scenario/language/scenario-fields";
import type { VariantValues } from "#scenario/language/scenario-fields";
import type { VariantPatch } from "#scenario/patch/variants";
import { entriesAt, isEmpty, nodeAt, shapeOf } from "#scenario/read/node";
import type { Entry, MapNode, Node } from "#scenario/read/node";

/** A variant as it stands in the file: what it says about itself, and its patch. */
export interface WrittenVariant extends VariantPatch {
  readonly summary: string | undefined;
  readonly pillar: VariantValues["pillar"];
  readonly cost: Cost;
}

/**
 * Reads all variants of a tree, in file order. One with an error in what it says about itself is kept, so
 * that what is wrong with its patch is told too; one whose `extends` is wrong is left out, for nobody knows
 * what it patches.
 */
export function readVariants(reading: Reading, root: MapNode): ReadonlyMap<string, WrittenVariant> {
  const variants = new Map<string, WrittenVariant>();
  const node = nodeAt(root, "variants");
  if (node && node.node !== "map") {
    const [code, wrong] = isEmpty(node)
      ? (["KEY_EMPTY", "there is a key without a value"] as const)
      : (["SHAPE_WRONG", `a map of variants by name is due, not ${shapeOf(node)}`] as const);
    reading.report(code, node.place, "variants", wrong, "write { name: { summary: ..., policies: ... } }");
  }
  for (const entry of entriesAt(root, "variants")) {
    const variant = readVariant(reading, entry);
    if (variant) variants.set(entry.key, variant);
  }
  return variants;
}

function readVariant(reading: Reading, entry: Entry): WrittenVariant | undefined {
  const { key: name, keyPlace, value } = entry;
  const path = `variants.${name}`;
  if (value.node !== "map") {
    if (isEmpty(value)) {
      return reading.report(
        "KEY_EMPTY",
        value.place,
        path,
        "there is a key without a value",
        "write a patch, or remove the variant",
      );
    }
    const right = "write { summary: ..., policies: { ... } }";
    return reading.report(
      "SHAPE_WRONG",
      value.place,
      path,
      `a variant is a map, not ${shapeOf(value)}`,
      right,
    );
  }
  const shared = reportShared(reading, value, path);
  const own = readFields(
    reading,
    variantFields, // its values are only better known
    value,
    path,
    [...patchableKeys, ...shared],
  ) as unknown as Partial<VariantValues>; // what was understood of them
  const parents = typeof own.extends === "string" ? [own.extends] : own.extends;
  if (!parents || parents.some((parent) => typeof parent !== "string")) return undefined;
  return {
    name,
    place: value.entries.get("extends")?.value.place ?? keyPlace,
    path: `${path}.extends`,
    extends: parents,
    patch: patchOf(value, path),
    summary: own.summary,
    pillar: own.pillar,
    cost: own.cost ?? { once: 0, perDay: 0 },
  };
}

/** Reports the keys of a variant that only the whole file has, and gives them. */
function reportShared(reading: Reading, { entries }: MapNode, path: string): readonly string[] {
  const isShared = ({ key }: Entry): boolean =>
    Object.hasOwn(scenarioFields, key) && !Object.hasOwn(variantFields, key) && !patchable.has(key);
  return [...entries.values()].filter(isShared).map(({ key, keyPlace }) => {
    const wrong = `all variants share the same ${key}, so that they can be compared`;
    const right = `write ${key} beside \`variants\`, not inside one`;
    reading.report("KEY_UNKNOWN", keyPlace, `${path}.${key}`, wrong, right);
    return key;
  });
}

const patchable: ReadonlySet<string> = new Set(patchableKeys);

/** The part of a variant that patches the scenario; its places know whose they are. */
function patchOf(value: MapNode, owner: string): MapNode {
  const kept = [...value.entries].filter(([key]) => patchable.has(key));
  return owned({ node: "map", entries: new Map(kept), place: value.place }, owner) as MapNode; // stays a map
}

function owned(node: Node, owner: string): Node {
  const place = { ...node.place, owner };
  if (node.node === "scalar") return { ...node, place };
  if (node.node === "list") return { ...node, items: node.items.map((item) => owned(item, owner)), place };
  const entries = [...node.entries].map(([key, entry]): [string, Entry] => [
    key,
    { key, keyPlace: { ...entry.keyPlace, owner }, value: owned(entry.value, owner) },
  ]);
  return { node: "map", entries: new Map(entries), place };
}
