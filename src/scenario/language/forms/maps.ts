import type { Diagnostic } from "#base/diagnostic";
import type { Field, Form, Target } from "#base/field";
import type { FormReader, Reading } from "#scenario/language/reading";
import { suggest } from "#scenario/read/nearest";
import { isNull, shapeOf } from "#scenario/read/node";
import type { Entry, MapNode } from "#scenario/read/node";

/** A map from free keys to values of one shape, in order of key; an entry with an error is left out. */
export const readMap: FormReader<Extract<Form, { form: "map" }>> = (reading, shape, node, path) => {
  if (node.node !== "map") {
    const wrong = `a map of named things is due, not ${shapeOf(node)}`;
    return reading.report("SHAPE_WRONG", node.place, path, wrong, "write { name: value, ... }");
  }
  const values: Record<string, unknown> = {};
  // The sort of texts without a comparison of its own is that by code units, and the faster one.
  for (const key of [...node.entries.keys()].sort()) {
    const entry = node.entries.get(key) as Entry; // one of its own
    const below = `${path}.${key}`;
    if (shape.keys !== "any" && !isNamed(reading, shape.keys, entry, below)) continue;
    if (isNull(entry.value)) {
      const wrong = "null removes, but there is nothing to remove";
      reading.report("NOTHING_TO_REMOVE", entry.value.place, below, wrong, suggest(key, others(node, key)));
      continue;
    }
    const [errors, reported] = [reading.errors, reading.diagnostics.length];
    const value = reading.value(shape.of, entry.value, below);
    if (reading.errors === errors) values[key] = value;
    else if (strayFrom(shape.of, node, key) !== undefined) {
      // What its own parts lack as one more of these things says nothing.
      reading.drop(reported);
      const right = `indent it to stand under "${strayFrom(shape.of, node, key)}"`;
      reading.report(
        "KEY_UNKNOWN",
        entry.keyPlace,
        below,
        `"${key}" stands among the ${path.split(".").at(-1)}`,
        right,
      );
    } else if (entry.keyPlace.owner !== undefined) hintAtNearest(reading, reported, key, node);
  }
  return values;
};

/** The thing above an entry that is named like one of the keys of such things, which that one lacks. */
function strayFrom({ shape }: Field<unknown>, { entries }: MapNode, key: string): string | undefined {
  if (shape.form !== "record" || !Object.hasOwn(shape.fields, key)) return undefined;
  const all = [...entries.values()];
  const before = all[all.findIndex((entry) => entry.key === key) - 1];
  return before?.value.node === "map" && !before.value.entries.has(key) ? before.key : undefined;
}

/** Whether a key names what its map is of; what it names is then in use. */
function isNamed(reading: Reading, target: Target, { key, keyPlace }: Entry, path: string): boolean {
  const { names } = reading;
  if (names.has(target, key)) {
    names.use(target, key);
    return true;
  }
  if (names.isDoubted(target)) reading.followOn(keyPlace, path);
  else
    reading.report(
      "ID_UNKNOWN",
      keyPlace,
      path,
      `no ${target} is named "${key}"`,
      suggest(key, names.ids(target)),
    );
  return false;
}

function others(node: MapNode, key: string): readonly string[] {
  return [...node.entries.keys()].filter((other) => other !== key);
}

/** A patch that lacks what a new thing needs was probably meant for a thing of another name. */
function hintAtNearest(reading: Reading, from: number, key: string, node: MapNode): void {
  const names = others(node, key);
  if (names.length === 0) return;
  const meant = suggest(key, names);
  const lacks = ({ code }: Diagnostic): boolean => code === "KEY_MISSING" || code === "KIND_MISSING";
  const found = reading.diagnostics.splice(from);
  const first = found.findIndex(lacks);
  // All that it lacks has the same cause: the first says it.
  for (const [index, diagnostic] of found.entries()) {
    if (index === first) reading.keep([{ ...diagnostic, right: `${meant}; else ${diagnostic.right}` }]);
    else if (first < 0 || !lacks(diagnostic)) reading.keep([diagnostic]);
  }
}
