import type { Form } from "#base/field";
import { suggest } from "#scenario/read/nearest";
import { shapeOf } from "#scenario/read/node";
import type { Node, ScalarNode } from "#scenario/read/node";
import type { FormReader, Reading } from "#scenario/language/reading";

/** The scalar that a node must be; reports a map or a list. `due` names what is due, with its article. */
export function scalarOf(
  reading: Reading,
  node: Node,
  path: string,
  due: string | (() => string),
): ScalarNode | undefined {
  if (node.node === "scalar") return node;
  const what = typeof due === "string" ? due : due();
  const wrong = `${what} is due, not ${shapeOf(node)}`;
  return reading.report("SHAPE_WRONG", node.place, path, wrong, `write ${what}`);
}

/** Free words; a number or `true` is taken as it is written. */
export const readText: FormReader<Extract<Form, { form: "text" }>> = (reading, _shape, node, path) =>
  scalarOf(reading, node, path, "text")?.text;

/** `true` or `false`, and none of the other words that older YAML takes for them. */
export const readFlag: FormReader<Extract<Form, { form: "flag" }>> = (reading, _shape, node, path) => {
  const scalar = scalarOf(reading, node, path, "true or false");
  if (!scalar) return undefined;
  if (!scalar.quoted && scalar.text === "true") return true;
  if (!scalar.quoted && scalar.text === "false") return false;
  return reading.report(
    "SHAPE_WRONG",
    node.place,
    path,
    `"${scalar.text}" is neither true nor false`,
    "write true or false",
  );
};

/** One of a closed set of words. */
export const readWord: FormReader<Extract<Form, { form: "word" }>> = (reading, shape, node, path) => {
  const scalar = scalarOf(reading, node, path, () => `one of ${shape.words.join(", ")}`);
  if (!scalar || shape.words.includes(scalar.text)) return scalar?.text;
  return reading.report(
    "WORD_UNKNOWN",
    node.place,
    path,
    `"${scalar.text}" is not known here`,
    suggest(scalar.text, shape.words),
  );
};
