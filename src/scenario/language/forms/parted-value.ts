import type { Field } from "#base/field";
import { isEmpty } from "#scenario/read/node";
import type { Entry, MapNode, Node, ScalarNode } from "#scenario/read/node";

/**
 * The keys right behind a value, on its line, that have no value and that its map does not know: in
 * `{ at: (50.8, 1.0) }` a comma parts the key `1.0)` from it.
 */
export function partsBehind(node: MapNode, key: string, known: readonly string[]): readonly string[] {
  const entries = [...node.entries.values()];
  const at = entries.findIndex((entry) => entry.key === key);
  const isPart = (entry: Entry): boolean =>
    isEmpty(entry.value) && entry.keyPlace.line === entries[at]?.keyPlace.line && !known.includes(entry.key);
  const behind = entries.slice(at + 1);
  const end = behind.findIndex((entry) => !isPart(entry));
  return (end < 0 ? behind : behind.slice(0, end)).map((entry) => entry.key);
}

/** The value of a key with all that commas parted from it, where it cannot be right without that. */
export function wholeValue(
  node: MapNode,
  key: string,
  field: Field<unknown>,
  known: () => readonly string[],
): Node {
  const value = node.entries.get(key)?.value as Node; // of a key that is written
  if (value.node !== "scalar" || !needsParts(field, value)) return value;
  return { ...value, text: [value.text, ...partsBehind(node, key, known())].join(", ") };
}

/** Whether a value is refused as it stands, so that what is parted from it says nothing new. */
export function needsParts({ shape }: Field<unknown>, value: ScalarNode): boolean {
  if (value.quoted || shape.form === "text") return false;
  return shape.form === "list" || /\([^)]*$/.test(value.text);
}

/** What to write for a value and what a comma parted from it; undefined where nothing tells. */
export function unparted(
  { shape }: Field<unknown>,
  text: string,
  parts: readonly string[],
): string | undefined {
  const [next = ""] = parts;
  if (/^[-+]?\d+$/.test(text) && /^\d/.test(next)) {
    const point = `write ${text}.${next} with a point`;
    return /^\d{3}(?!\d)/.test(next) ? `write ${text}${next}; or, as a decimal, ${point}` : point;
  }
  const whole = [text, ...parts].join(", ");
  const isListed = shape.form === "either" && shape.options.some((option) => option.shape.form === "list");
  if (isListed || shape.form === "selector") return `write [${whole}]`;
  return shape.form === "text" ? `write "${whole}" in quotes` : undefined;
}
