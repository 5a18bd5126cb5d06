import type { Dimension, DistributionValue, Field } from "#base/field";
import { convert, splitQuantity } from "#base/quantity";
import { printInstant } from "#base/time";
import { createDistribution } from "#engine/random/distribution-kinds";
import { futuresFields } from "#scenario/language/file-field";
import { readFields } from "#scenario/language/forms/records";
import { sobolRow } from "#scenario/language/futures";
import type { VariedValue, WrittenFutures } from "#scenario/language/futures";
import type { Reading } from "#scenario/language/reading";
import { listNumber, numberIn } from "#scenario/language/varied-number";
import { continuousDimension, variedPlace } from "#scenario/language/varied-place";
import type { VariantPatch } from "#scenario/patch/variants";
import { groupOf } from "#scenario/patch/key-groups";
import { entriesAt, isEmpty, nodeAt, shapeOf } from "#scenario/read/node";
import type { Entry, MapNode, Node } from "#scenario/read/node";

/** More futures than this nobody runs. */
const futuresMost = 1_000_000;

/**
 * Reads `futures`: how they are sampled, how many, and what they vary, each path held against the tree and
 * each distribution against the field at its path. Undefined where there are none, or what is written is
 * wrong, which is then reported.
 */
export function readFutures(
  reading: Reading,
  root: MapNode,
  variants: readonly VariantPatch[],
): WrittenFutures | undefined {
  const node = nodeAt(root, "futures");
  if (node === undefined) return undefined;
  const errors = reading.errors;
  if (node.node !== "map") {
    const [code, wrong] = isEmpty(node)
      ? (["KEY_EMPTY", "there is a key without a value"] as const)
      : (["SHAPE_WRONG", `a map is due, not ${shapeOf(node)}`] as const);
    return reading.report(code, node.place, "futures", wrong, "write { count: 200, vary: { path: values } }");
  }
  const { vary: _read, ...others } = futuresFields;
  const own = readFields(reading, others, node, "futures", ["vary"]);
  const sample = own["sample"] as WrittenFutures["sample"]; // the fields say so
  const vary = readVary(reading, root, node, sample);
  reportTogether(reading, node);
  warnOfVariants(reading, node, variants);
  if (reading.errors > errors || vary === undefined) return undefined;
  const asked = own["count"] as number | undefined; // the same
  const count = countOf(reading, node, { sample, vary, count: asked });
  return count === undefined ? undefined : { sample, count, vary };
}

function readVary(
  reading: Reading,
  root: MapNode,
  futures: MapNode,
  sample: WrittenFutures["sample"],
): readonly VariedValue[] | undefined {
  const node = futures.entries.get("vary")?.value;
  const right = "write vary: { path: [values] }, or a distribution of its values";
  if (node === undefined)
    return reading.report("KEY_MISSING", futures.place, "futures", '"vary" is missing', right);
  if (node.node !== "map" || node.entries.size === 0) {
    const wrong = node.node === "map" ? "nothing is varied" : `a map by path is due, not ${shapeOf(node)}`;
    return reading.report("SHAPE_WRONG", node.place, "futures.vary", wrong, right);
  }
  return [...node.entries.values()].flatMap((entry) => readVaried(reading, root, entry, sample) ?? []);
}

function readVaried(
  reading: Reading,
  root: MapNode,
  { key, keyPlace, value: node }: Entry,
  sample: WrittenFutures["sample"],
): VariedValue | undefined {
  const path = `futures.vary.${key}`;
  const place = variedPlace(root, key.split("."), reading.families);
  if ("wrong" in place) return reading.report("KEY_UNKNOWN", keyPlace, path, place.wrong, place.right);
  if (node.node === "list") {
    const { items } = node;
    if (items.length === 0)
      return reading.report(
        "VALUES_WRONG",
        node.place,
        path,
        "a list without values",
        "write [first, second]",
      );
    const at = (share: number): Node => items[Math.floor(share * items.length)] as Node; // a share is below 1
    const number = listNumber(items, continuousDimension(place.field), reading.names.counting);
    return { path: key, place: keyPlace, levels: items.length, ...number, at };
  }
  if (sample === "grid") {
    const right = "write [first, second], or sample: latin-hypercube";
    return reading.report("SHAPE_WRONG", node.place, path, "a grid takes lists of values", right);
  }
  return readDrawn(reading, place.field, { key, keyPlace, value: node });
}

/** A distribution in the dimension of its place. */
function readDrawn(
  reading: Reading,
  field: Field<unknown>,
  { key, keyPlace, value: node }: Entry,
): VariedValue | undefined {
  const path = `futures.vary.${key}`;
  const dimension = continuousDimension(field);
  if (dimension === undefined) {
    const wrong = `${key} takes single values only, which no distribution gives`;
    return reading.report("SHAPE_WRONG", node.place, path, wrong, "write [first, second]");
  }
  const shape = { form: "distribution", dimension } as const;
  const value = reading.value({ shape, doc: "", optional: false }, node, path);
  if (value === undefined) return undefined;
  const drawn = createDistribution(value as DistributionValue); // what a distribution is read as
  const unit = dimension === "instant" ? "" : unitIn(node);
  const textOf = writer(reading, dimension, unit);
  const at = (share: number): Node => ({
    node: "scalar",
    text: textOf(drawn.quantile(share)),
    quoted: false,
    place: keyPlace,
  });
  const number = numberIn(unit, dimension, reading.names.counting);
  return { path: key, place: keyPlace, levels: undefined, ...number, at };
}

/** Writes a number of a dimension in the unit in which its distribution is written. */
function writer(reading: Reading, dimension: Dimension, unit: string): (value: number) => string {
  if (dimension === "instant") return (value) => printInstant(Math.round(value));
  const each = convert({ number: 1, unit }, dimension, reading.names.counting)?.value ?? 1;
  return (value) => `${value / each} ${unit}`.trimEnd();
}

/** The first unit that stands in a value; empty where none does. */
function unitIn(node: Node): string {
  if (node.node === "scalar") return splitQuantity(node.text)?.unit ?? "";
  const inside = node.node === "list" ? node.items : [...node.entries.values()].map(({ value }) => value);
  return inside.map(unitIn).find((unit) => unit !== "") ?? "";
}

/** Two paths of which one holds the other, or drops it, cannot both be varied. */
function reportTogether(reading: Reading, node: MapNode): void {
  const entries = entriesAt(node, "vary");
  for (const [index, { key, keyPlace }] of entries.entries()) {
    const other = entries.slice(0, index).find((before) => isOne(before.key, key));
    if (other === undefined) continue;
    const wrong = `"${key}" and "${other.key}" cannot both be varied`;
    const right = "vary one of them: the other replaces it";
    reading.report("VALUES_WRONG", keyPlace, `futures.vary.${key}`, wrong, right);
  }
}

/** What lies over a variant that writes the same leaves nothing of it. */
function warnOfVariants(reading: Reading, node: MapNode, variants: readonly VariantPatch[]): void {
  for (const { key, keyPlace } of entriesAt(node, "vary")) {
    const other = variants.find(({ patch }) => nodeAt(patch, ...key.split(".")) !== undefined);
    if (other === undefined) continue;
    const wrong = `the variant "${other.name}" writes it too, and futures lie over it`;
    reading.warn("VALUES_IDLE", keyPlace, `futures.vary.${key}`, wrong, "write it in one of both");
  }
}

function isOne(one: string, other: string): boolean {
  if (one.startsWith(`${other}.`) || other.startsWith(`${one}.`)) return true;
  const [above, below] = [one, other].map((path) => path.slice(0, path.lastIndexOf(".") + 1));
  return above === below && groupOf(one.slice(above?.length)).includes(other.slice(below?.length));
}

/** How many futures there are: as many as are asked for, or as the rows of a design or a grid make. */
function countOf(
  reading: Reading,
  node: MapNode,
  { sample, vary, count }: Pick<WrittenFutures, "sample" | "vary"> & { readonly count: number | undefined },
): number | undefined {
  const at = node.entries.get("count")?.value.place ?? node.place;
  if (sample !== "grid") {
    if (count === undefined) {
      const wrong = '"count" is missing';
      return reading.report("KEY_MISSING", node.place, "futures", wrong, "write count, such as count: 200");
    }
    if (sample === "latin-hypercube") return count;
    const row = sobolRow(vary.length);
    if (count * row <= futuresMost) return count * row;
    const wrong = `${count} rows of ${row} make ${count * row} futures, more than ${futuresMost}`;
    const right = `write at most ${Math.floor(futuresMost / row)}`;
    return reading.report("OUT_OF_RANGE", at, "futures.count", wrong, right);
  }
  if (count !== undefined) {
    const wrong = "a grid has as many futures as its lists make";
    return reading.report("VALUES_WRONG", at, "futures.count", wrong, "leave count out");
  }
  const points = vary.reduce((product, { levels = 1 }) => product * levels, 1);
  if (points <= futuresMost) return points;
  const wrong = `these lists make ${points} futures, more than ${futuresMost}`;
  return reading.report(
    "OUT_OF_RANGE",
    node.place,
    "futures",
    wrong,
    "write shorter lists, or a latin-hypercube",
  );
}
