import type { Field, Fields, Form } from "#base/field";
import { misspeltIn } from "#scenario/language/forms/misspelt";
import { wholeValue } from "#scenario/language/forms/parted-value";
import { reportUnknownKeys, strayUnder, under } from "#scenario/language/forms/unknown-keys";
import { hintAfter, hintOf } from "#scenario/language/forms/value-hint";
import { defaultText } from "#scenario/language/default-text";
import type { FormReader, Reading } from "#scenario/language/reading";
import { isEmpty, shapeOf } from "#scenario/read/node";
import type { MapNode } from "#scenario/read/node";
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
  // Only what is no key of its own can be a part of the value before it.
  const hasParts = [...node.entries.keys()].some((key) => !Object.hasOwn(fields, key));
  for (const key of Object.keys(fields)) {
    const field = fields[key] as Field<unknown>; // one of its own
    const written = node.entries.get(key)?.value;
    if (written && isEmpty(written) && strayUnder(node, key, all()) !== undefined) {
      values[key] = reading.followOn(written.place, under(path, key));
    } else if (written) {
      const value = hasParts ? wholeValue(node, key, field, all) : written;
      values[key] = reading.value(field, value, under(path, key));
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
