import type { Form } from "#base/field";
import { degreesOf } from "#scenario/language/forms/compass-degrees";
import type { MapNode, Node } from "#scenario/read/node";

/** The list that was meant by a value that is none, as one would write it. */
export function listHint({ names }: Extract<Form, { form: "list" }>, node: Node): string {
  if (names === undefined) return node.node === "scalar" ? `[${plain(node.text)}]` : "[first, second]";
  const values = node.node === "map" ? byName(node, names) : partsOf(node);
  return `[${(values?.length === names.length ? values : names).join(", ")}]`;
}

/** A text without the brackets around it. */
function plain(text: string): string {
  return text.replace(/^\((.*)\)$/, "$1");
}

/** The values of a map in the order of the names, each under a key that begins like it, as `lat` does. */
function byName(node: MapNode, names: readonly string[]): readonly string[] | undefined {
  const values = names.flatMap((name) => {
    const entry = [...node.entries.values()].find(({ key }) => key.length > 1 && name.startsWith(key));
    return entry?.value.node === "scalar" ? [decimal(entry.value.text)] : [];
  });
  return values.length === node.entries.size ? values : undefined;
}

/** An angle in decimal degrees; all else as it is. */
function decimal(text: string): string {
  return /^[-+\d.]+$/.test(text) ? text : (degreesOf(text) ?? text);
}

/** What stands between commas or spaces, where each is an angle: `50.8N 1.0E`. */
function partsOf(node: Node): readonly string[] {
  const text = node.node === "scalar" ? plain(node.text) : "";
  const parts = text.split(/\s*[,;]\s*|(?<=[\dNSEW'"°])\s+(?=[-+\d])/);
  return parts.map(decimal);
}
