import type { Field, Fields } from "#base/field";
import { instead } from "#scenario/language/later-words";
import { homeOf } from "#scenario/language/forms/key-home";
import { keyForWord } from "#scenario/language/forms/key-words";
import { meantKeys, unspacedIn } from "#scenario/language/forms/misspelt";
import { needsParts, partsBehind, unparted } from "#scenario/language/forms/parted-value";
import { hintOf } from "#scenario/language/forms/value-hint";
import type { Reading } from "#scenario/language/reading";
import { nearest } from "#scenario/read/nearest";
import { isEmpty, printNode } from "#scenario/read/node";
import type { Entry, MapNode, Node } from "#scenario/read/node";

/** A map as it was written, and the keys that it may have. */
export interface KeyedMap {
  readonly node: MapNode;
  readonly path: string;
  readonly fields: Fields;
  /** Keys beside the fields. */
  readonly known: readonly string[];
}

/** A path with one more key. */
export function under(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** Reports the keys that a map does not know, each with the one that was meant where that can be told. */
export function reportUnknownKeys(reading: Reading, map: KeyedMap): void {
  const { node, path, fields, known } = map;
  let above: Entry | undefined;
  const told = new Set<string>();
  for (const entry of node.entries.values()) {
    const { key, keyPlace } = entry;
    if (Object.hasOwn(fields, key) || known.includes(key)) {
      above = entry;
      continue;
    }
    const below = under(path, key);
    const all = [...Object.keys(fields), ...known];
    const parts = above && isEmpty(entry.value) ? partsBehind(node, above.key, all) : [];
    const parted = above && parts.includes(key) ? partedFrom(fields, above, parts) : undefined;
    if (parted !== undefined && (parted === "" || key !== parts[0])) reading.followOn(keyPlace, below);
    else if (parted !== undefined) {
      reading.report("KEY_UNKNOWN", keyPlace, below, "a comma ends the value before it", parted);
    } else reportUnknownKey(reading, map, { entry, all, above: above?.key, told });
  }
}

/** What would be right where a comma parts a value; empty where the value itself is refused and says it. */
function partedFrom(fields: Fields, { key, value }: Entry, parts: readonly string[]): string | undefined {
  const field = fields[key];
  if (field === undefined || value.node !== "scalar") return undefined;
  return needsParts(field, value, parts) ? "" : unparted(field, value.text, parts);
}

interface UnknownKey {
  readonly entry: Entry;
  readonly all: readonly string[];
  /** The known key before it. */
  readonly above: string | undefined;
  /** The keys that were told to be meant: by `lat` and `lon` one is, which is told once. */
  readonly told: Set<string>;
}

function reportUnknownKey(
  reading: Reading,
  { node, path, fields }: KeyedMap,
  { entry, all, above, told }: UnknownKey,
): void {
  const { key, keyPlace, value } = entry;
  const below = under(path, key);
  const say = (wrong: string, right: string): undefined =>
    reading.report("KEY_UNKNOWN", keyPlace, below, wrong, right);
  const notKnown = `"${key}" is not known here`;
  if (above !== undefined && strayUnder(node, above, all) === key) {
    return say(notKnown, `indent it to stand under "${above}", which is empty`);
  }
  const unspaced = unspacedIn(key, all);
  if (unspaced !== undefined) {
    const right = `write ${unspaced}: ${key.slice(unspaced.length + 1).trim()}`;
    return say("no space stands behind the colon", right);
  }
  const dotted = key.split(".");
  if (dotted.length > 1 && all.includes(dotted[0] ?? "")) {
    const nested = dotted.reduceRight((inner, part) => `{ ${part}: ${inner} }`, printNode(value));
    return say(notKnown, `write ${nested.slice(2, -2)}`);
  }
  if (key === "on" && Object.hasOwn(fields, "of")) {
    const wrong = "a target is not named by `on`, which older YAML reads as true";
    return reading.report("KEY_ON", keyPlace, below, wrong, "write `of`");
  }
  const names = meantKeys(node, all, key);
  const meant = keyForWord(key, names);
  if (meant !== undefined) {
    if (told.has(meant)) return reading.followOn(keyPlace, below);
    told.add(meant);
    return say(notKnown, `write ${meant}${shapeHint(fields[meant], value)}`);
  }
  const home = nearest(key, names) === undefined ? homeOf(key, fields) : undefined;
  if (home !== undefined) return say(notKnown, `write it under ${under(path, home)}`);
  const near = keyPlace.owner === "--set" && path !== "" ? nearest(key, names) : undefined;
  return say(notKnown, near === undefined ? instead("key", key, names) : `nearest is "${path}.${near}"`);
}

/** What stands behind a key instead of a plain value that cannot stand there. */
function shapeHint(field: Field<unknown> | undefined, { node }: Node): string {
  const isPlain = field === undefined || node !== "scalar" || !composed.includes(field.shape.form);
  const hint = isPlain ? undefined : hintOf(field);
  return hint === undefined ? "" : `: ${hint}`;
}

const composed: readonly Field<unknown>["shape"]["form"][] = ["list", "record", "kind"];

/**
 * The unknown key that stands in the line below an empty one, as deep as it, and was mostly meant to stand
 * under it; undefined where there is none.
 */
export function strayUnder(node: MapNode, key: string, known: readonly string[]): string | undefined {
  const above = node.entries.get(key);
  if (!above || !isEmpty(above.value)) return undefined;
  const entries = [...node.entries.values()];
  const next = entries[entries.indexOf(above) + 1];
  if (!next || next.keyPlace.column !== above.keyPlace.column || known.includes(next.key)) return undefined;
  return nearest(next.key, known) === undefined ? next.key : undefined;
}
