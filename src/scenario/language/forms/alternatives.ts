import type { Diagnostic } from "#base/diagnostic";
import type { Field, Form } from "#base/field";
import { kindHint, plainHint } from "#scenario/language/forms/kind-hint";
import type { Families, FormReader } from "#scenario/language/reading";
import { isEmpty, isNull } from "#scenario/read/node";
import type { Node } from "#scenario/read/node";

/** The first of several shapes that fits; when none does, the complaint of the one that came nearest. */
export const readEither: FormReader<Extract<Form, { form: "either" }>> = (reading, shape, node, path) => {
  let closest: readonly Diagnostic[] | undefined;
  for (const option of shape.options) {
    if (isEmpty(node) || isNull(node)) break;
    const { value, problems } = reading.attempt(() => reading.value(option, node, path));
    if (!problems.some((problem) => problem.severity === "error")) {
      reading.keep(problems);
      return value;
    }
    const isTold = option.shape.form === "kind" && isPlainKind(reading.families, option.shape.family, node);
    const fits = isTold || problems.every((problem) => problem.code !== "SHAPE_WRONG");
    if (!closest || (fits && explainsBetter(option, node, { problems, before: closest }))) closest = problems;
  }
  return reading.keep(closest ?? []);
};

/** Whether a plain value tells which kind it was meant to be, as in `poisson(2 /y)`. */
function isPlainKind(families: Families, family: string, node: Node): boolean {
  if (node.node !== "scalar") return false;
  return (kindHint(families, family, node) ?? plainHint(families, family, node)) !== undefined;
}

/**
 * A later option explains an error better when it got deeper into the value, or when the earlier wanted one
 * word and what stands there is a date or an event such as `storm.end`, or a kind where dates are keys.
 */
function explainsBetter(
  option: Field<unknown>,
  node: Node,
  { problems, before }: Record<"problems" | "before", readonly Diagnostic[]>,
): boolean {
  if (before.some(({ code, place }) => code === "SHAPE_WRONG" && place === node.place)) return true;
  if (node.node === "scalar" && option.shape.form === "word") return false;
  const isKindless = before.some((problem) => problem.code === "KIND_MISSING");
  const fits = ({ code }: Diagnostic): boolean => code !== "INSTANT_MALFORMED" && code !== "KIND_MISSING";
  if (isKindless && problems.every(fits)) return true;
  const wanted = before.some((problem) => problem.code === "WORD_UNKNOWN");
  const dated = node.node === "scalar" && /[\d.]/.test(node.text);
  return problems.length < before.length || (wanted && dated);
}
