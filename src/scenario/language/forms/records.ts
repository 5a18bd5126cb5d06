import type { Diagnostic } from "#base/diagnostic";
import type { Field, Fields, Form } from "#base/field";
import { listHint } from "#scenario/language/forms/list-hint";
import { misspeltIn } from "#scenario/language/forms/misspelt";
import { wholeValue } from "#scenario/language/forms/parted-value";
import { reportUnknownKeys, strayUnder, under } from "#scenario/language/forms/unknown-keys";
import { hintAfter, hintOf } from "#scenario/language/forms/value-hint";
import { defaultText } from "#scenario/language/default-text";
import type { FormReader, Reading } from "#scenario/language/reading";
import { suggest } from "#scenario/read/nearest";
import { isEmpty, isNull, shapeOf } from "#scenario/read/node";
import type { MapNode, Node } from "#scenario/read/node";
import { groupOf } from "#scenario/patch/key-groups";

/** A map with fixed keys. */
export const readRecord: FormReader<Extract<Form, { form: "record" }>> = (reading, shape, node, path) => {
  if (node.node === "map") return readFields(reading, shape.fields, node, path);
  const right = `write ${hintOf({ shape, doc: "", optional: false }) ?? "a map"}`;
  return reading.report("SHAPE_WRONG", node.place, path, `a map is due, not ${shapeOf(node)}`, right);
};

/** The values of the fields of a map, in the order of the fields, whatever the order in the file. */
export function readFields(
  reading: Reading,
  fields: Fields,
  node: MapNode,
  path: string,
  known: readonly string[] = [],
): Record<string, unknown> {
  reportUnknownKeys(reading, { node, path, fields, known });
  reportExclusiveKeys(reading, fields, node, path);
  const values: Record<string, unknown> = {};
  const all = (): readonly string[] => [...Object.keys(fields), ...known];
  for (const key of Object.keys(fields)) {
    const field = fields[key] as Field<unknown>; // one of its own
    const written = node.entries.get(key)?.value;
    if (written && isEmpty(written) && strayUnder(node, key, all()) !== undefined) {
      values[key] = reading.followOn(written.place, under(path, key));
    } else if (written) {
      values[key] = reading.value(field, wholeValue(node, key, field, all), under(path, key));
    } else if (!field.optional && !standsIn(node, key) && !misspeltIn(node, all(), key)) {
      const right = `write ${key}${hintAfter(field)}`;
      reading.report("KEY_MISSING", node.place, path, `"${key}" is missing`, right);
    } else {
      values[key] = field.fallback;
      if (reading.notesOrigins && field.fallback !== undefined)
        reading.defaulted(under(path, key), () => defaultText(field, field.fallback));
    }
  }
  return values;
}

/** Whether another member of a group of alternatives is written, so that this one is not missing. */
function standsIn(node: MapNode, key: string): boolean {
  return groupOf(key).some((other) => node.entries.has(other));
}

function reportExclusiveKeys(reading: Reading, fields: Fields, node: MapNode, path: string): void {
  for (const { key, keyPlace } of node.entries.values()) {
    const group = groupOf(key);
    const first = group.find((other) => node.entries.has(other) && Object.hasOwn(fields, other));
    if (first === undefined || first === key || !Object.hasOwn(fields, key)) continue;
    const wrong = `"${key}" and "${first}" exclude each other`;
    reading.report("KEYS_EXCLUSIVE", keyPlace, `${path}.${key}`, wrong, `keep one of ${group.join(", ")}`);
  }
}

/** A map from free keys to values of one shape, in order of key; an entry with an error is left out. */
export const readMap: FormReader<Extract<Form, { form: "map" }>> = (reading, shape, node, path) => {
  if (node.node !== "map") {
    const right = "write { name: value, ... }";
    return reading.report(
      "SHAPE_WRONG",
      node.place,
      path,
      `a map of named things is due, not ${shapeOf(node)}`,
      right,
    );
  }
  const values: Record<string, unknown> = {};
  // The sort of texts without a comparison of its own is that by code units, and the faster one.
  for (const key of [...node.entries.keys()].sort()) {
    const entry = node.entries.get(key);
    if (entry === undefined) continue;
    const below = `${path}.${entry.key}`;
    if (shape.keys !== "any") {
      if (!reading.names.has(shape.keys, entry.key)) {
        if (reading.names.isDoubted(shape.keys)) {
          reading.followOn(entry.keyPlace, below);
          continue;
        }
        const right = suggest(entry.key, reading.names.ids(shape.keys));
        reading.report(
          "ID_UNKNOWN",
          entry.keyPlace,
          below,
          `no ${shape.keys} is named "${entry.key}"`,
          right,
        );
        continue;
      }
      reading.names.use(shape.keys, entry.key);
    }
    if (isNull(entry.value)) {
      const right = suggest(
        entry.key,
        [...node.entries.keys()].filter((other) => other !== entry.key),
      );
      const wrong = "null removes, but there is nothing to remove";
      reading.report("NOTHING_TO_REMOVE", entry.value.place, below, wrong, right);
      continue;
    }
    const [errors, reported] = [reading.errors, reading.diagnostics.length];
    const value = reading.value(shape.of, entry.value, below);
    if (reading.errors === errors) values[entry.key] = value;
    else if (entry.keyPlace.owner !== undefined) hintAtNearest(reading, reported, entry.key, node);
  }
  return values;
};

/** A patch that lacks what a new thing needs was probably meant for a thing of another name. */
function hintAtNearest(reading: Reading, from: number, key: string, node: MapNode): void {
  const others = [...node.entries.keys()].filter((other) => other !== key);
  if (others.length === 0) return;
  const meant = suggest(key, others);
  const lacks = ({ code }: Diagnostic): boolean => code === "KEY_MISSING" || code === "KIND_MISSING";
  const found = reading.diagnostics.splice(from);
  const first = found.findIndex(lacks);
  // All that it lacks has the same cause: the first says it.
  for (const [index, diagnostic] of found.entries()) {
    if (index === first) reading.keep([{ ...diagnostic, right: `${meant}; else ${diagnostic.right}` }]);
    else if (first < 0 || !lacks(diagnostic)) reading.keep([diagnostic]);
  }
}

/** Values of one shape, in order. */
export const readList: FormReader<Extract<Form, { form: "list" }>> = (reading, shape, node, path) => {
  if (node.node !== "list") {
    const wrong = `a list is due, not ${shapeOf(node)}`;
    return reading.report("SHAPE_WRONG", node.place, path, wrong, `write ${listHint(shape, node)}`);
  }
  return node.items.map((item, index) => reading.value(shape.of, item, `${path}[${index}]`));
};

/** The first of several shapes that fits; when none does, the complaint of the one that came nearest. */
export const readEither: FormReader<Extract<Form, { form: "either" }>> = (reading, shape, node, path) => {
  let closest: readonly Diagnostic[] | undefined;
  for (const option of shape.options) {
    if (isEmpty(node) || isNull(node)) break;
    const { value, problems } = reading.attempt(() => reading.value(option, node, path));
    if (!problems.some((problem) => problem.severity === "error")) {
      reading.keep(problems);
      return value;
    }
    const fits = problems.every((problem) => problem.code !== "SHAPE_WRONG");
    if (!closest || (fits && better(option, node, problems, closest))) closest = problems;
  }
  return reading.keep(closest ?? []);
};

/**
 * A later option explains an error better when it got deeper into the value, or when the earlier wanted one
 * word and what stands there is a date or an event such as `storm.end`, or a kind where dates are keys.
 */
function better(
  option: Field<unknown>,
  node: Node,
  problems: readonly Diagnostic[],
  before: readonly Diagnostic[],
): boolean {
  if (before.some((problem) => problem.code === "SHAPE_WRONG")) return true;
  if (node.node === "scalar" && option.shape.form === "word") return false;
  const isKindless = before.some((problem) => problem.code === "KIND_MISSING");
  const fits = ({ code }: Diagnostic): boolean => code !== "INSTANT_MALFORMED" && code !== "KIND_MISSING";
  if (isKindless && problems.every(fits)) return true;
  const wanted = before.some((problem) => problem.code === "WORD_UNKNOWN");
  const dated = node.node === "scalar" && /[\d.]/.test(node.text);
  return problems.length < before.length || (wanted && dated);
}
