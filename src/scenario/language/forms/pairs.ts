import type { Form, Pair } from "#base/field";
import { scalarOf } from "#scenario/language/forms/words";
import type { FormReader, Reading } from "#scenario/language/reading";
import { isEmpty, shapeOf } from "#scenario/read/node";
import type { Entry, MapNode } from "#scenario/read/node";

const clock: RegExp = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** A time of day, ms since midnight. */
export const readTimeOfDay: FormReader<Extract<Form, { form: "time-of-day" }>> = (
  reading,
  _shape,
  node,
  path,
) => {
  const scalar = scalarOf(reading, node, path, "a time of day");
  if (!scalar) return undefined;
  const match = clock.exec(scalar.text);
  if (match) return Number(match[1]) * 3_600_000 + Number(match[2]) * 60_000;
  const wrong = `"${scalar.text}" is not a time of day`;
  return reading.report("TIME_OF_DAY_MALFORMED", node.place, path, wrong, "write 00:00 to 23:59, as 06:30");
};

/** A map whose keys are values too: pairs in order of key. */
export const readPairs: FormReader<Extract<Form, { form: "pairs" }>> = (reading, shape, node, path) => {
  if (node.node !== "map" || node.entries.size === 0) {
    const found = node.node === "map" ? "an empty one" : shapeOf(node);
    const isClock = shape.keys.shape.form === "time-of-day";
    const right = `write { ${isClock ? "06:00: 1.5" : "value: weight"}, ... }`;
    return reading.report("SHAPE_WRONG", node.place, path, `a map is due, not ${found}`, right);
  }
  const found = pairsOf(reading, shape, node, path);
  return found.sort((a, b) => a.key - b.key);
};

function pairsOf(
  reading: Reading,
  shape: Extract<Form, { form: "pairs" }>,
  node: MapNode,
  path: string,
): Pair<number, unknown>[] {
  const found: Pair<number, unknown>[] = [];
  for (const entry of node.entries.values()) {
    const below = `${path}.${entry.key}`;
    const key = keyOf(reading, shape, entry, below);
    const value = reading.value(shape.of, entry.value, below);
    if (key === undefined || value === undefined) continue;
    if (found.some((pair) => pair.key === key)) {
      const wrong = `"${entry.key}" is there twice`;
      reading.report("KEY_TWICE", entry.keyPlace, below, wrong, "write it once, with one value");
      continue;
    }
    found.push({ key, value });
  }
  return found;
}

/** The key as a value of its own, at its own place. */
function keyOf(
  reading: Reading,
  { keys }: Extract<Form, { form: "pairs" }>,
  { key, keyPlace }: Entry,
  path: string,
): number | undefined {
  const node = { node: "scalar", text: key, quoted: false, place: keyPlace } as const;
  if (isEmpty(node)) {
    return reading.report(
      "KEY_EMPTY",
      keyPlace,
      path,
      "there is an empty key",
      "write a value before the colon",
    );
  }
  return reading.value(keys, node, path) as number | undefined; // keys are fields of numbers
}
