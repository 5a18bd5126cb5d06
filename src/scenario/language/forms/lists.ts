import type { Form } from "#base/field";
import { listHint } from "#scenario/language/forms/list-hint";
import type { FormReader } from "#scenario/language/reading";
import { shapeOf } from "#scenario/read/node";

/** Values of one shape, in order. */
export const readList: FormReader<Extract<Form, { form: "list" }>> = (reading, shape, node, path) => {
  if (node.node !== "list") {
    const wrong = `a list is due, not ${shapeOf(node)}`;
    return reading.report("SHAPE_WRONG", node.place, path, wrong, `write ${listHint(shape, node)}`);
  }
  return node.items.map((item, index) => reading.value(shape.of, item, `${path}[${index}]`));
};
