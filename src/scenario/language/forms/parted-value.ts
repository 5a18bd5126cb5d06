import type { Field, Form } from "#base/field";
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
  if (value.node !== "scalar" || value.quoted) return value;
  const parts = partsBehind(node, key, known());
  if (!needsParts(field, value, parts)) return value;
  return { ...value, text: [value.text, ...parts].join(isCut(value, parts) ? "," : ", ") };
}

/** Whether a value is refused as it stands, so that what is parted from it says nothing new. */
export function needsParts({ shape }: Field<unknown>, value: ScalarNode, parts: readonly string[]): boolean {
  if (value.quoted || shape.form === "text") return false;
  return shape.form === "list" || /\([^)]*$/.test(value.text) || (isCut(value, parts) && hasUnit(shape));
}

/** Whether a comma cuts a number in two: `2` from `4 /d`. */
function isCut({ text }: ScalarNode, [next = ""]: readonly string[]): boolean {
  return /^[-+]?\d+$/.test(text) && /^\d/.test(next);
}

/** Whether a bare number alone is always refused: where a unit, a kind or a word is due. */
function hasUnit(shape: Form): boolean {
  if (shape.form === "schedule" || shape.form === "per") return hasUnit(shape.of.shape);
  if (shape.form === "either") return shape.options.every((option) => hasUnit(option.shape));
  if (shape.form === "quantity" || shape.form === "distribution") return shape.dimension !== "number";
  return ["instant", "moment", "kind", "word"].includes(shape.form);
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
