import type { Field, Fields, Form } from "#base/field";
import { defaultText } from "#scenario/language/default-text";
import { valueWords } from "#scenario/language/reference/value-words";
import { groupOf } from "#scenario/patch/key-groups";

/** One row: a key, which may be dotted, and its field. */
export interface FieldRow {
  readonly key: string;
  readonly field: Field<unknown>;
}

/**
 * A table of fields in Markdown: what may be written, what holds without it, what it means. `place` is what
 * the bare numbers of a distribution stand for. Empty where there are no fields.
 */
export function fieldTable(rows: readonly FieldRow[], place?: string): readonly string[] {
  if (rows.length === 0) return [];
  const cells = rows.map(({ key, field }) => {
    const value = valueWords(field.shape, place);
    return `| \`${key}\` | ${cell(value)} | ${cell(standing(rows, { key, field }))} | ${cell(field.doc)} |`;
  });
  return ["| key | value | without it | meaning |", "| --- | --- | --- | --- |", ...cells];
}

/** Fields as rows, those of the maps with fixed keys inside them after each, dotted. */
export function rowsOf(fields: Fields, within: string = ""): readonly FieldRow[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const key = `${within}${name}`;
    const inner = field.shape.form === "map" ? `${key}.<name>.` : `${key}.`;
    return [{ key, field }, ...insideOf(field.shape).flatMap((inside) => rowsOf(inside, inner))];
  });
}

/** The fields of the maps with fixed keys that a shape holds. */
function insideOf(shape: Form): readonly Fields[] {
  if (shape.form === "record") return [shape.fields];
  if (shape.form === "either") return shape.options.flatMap((option) => insideOf(option.shape));
  if (shape.form === "map") return insideOf(shape.of.shape);
  return [];
}

function standing(rows: readonly FieldRow[], { key, field }: FieldRow): string {
  if (field.fallback !== undefined) return code(defaultOf(field));
  if (field.optional) return "";
  const others = groupOf(key).filter((other) => other !== key && rows.some((row) => row.key === other));
  return others.length > 0 ? `required, or \`${others.join("`, `")}\`` : "required";
}

/** A constant reads as the plain quantity that stands for it. */
function defaultOf(field: Field<unknown>): string {
  const { fallback } = field;
  const isConstant = typeof fallback === "object" && fallback !== null && "value" in fallback;
  return defaultText(field, isConstant ? fallback.value : fallback);
}

function code(text: string): string {
  return text === "" ? "" : `\`${text}\``;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
