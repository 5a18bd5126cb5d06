import type { Field, Form } from "#base/field";
import type { Node } from "#scenario/read/node";

const numeric: ReadonlySet<Form["form"]> = new Set(["count", "factor", "share", "quantity", "distribution"]);

/** Whether a word stands for no number, such as `unlimited`, where a number is due that may be left out. */
export function isAbsentNumber({ shape, optional }: Field<unknown>, node: Node): boolean {
  if (!optional || node.node !== "scalar" || !numeric.has(shape.form)) return false;
  return /^(unlimited|infinite|infinity|\.?inf|none|no|any)$/i.test(node.text);
}
