import { wordOf } from "#base/family";
import type { Family } from "#base/family";
import type { Field } from "#base/field";

/** The families whose kinds a path may reach into, by name. */
export type PathFamilies = Readonly<Record<string, Family>>;

const kindWord: Field<unknown> = { shape: { form: "text" }, doc: "The kind.", optional: false };

/**
 * The field under a path of keys, as a column or `fill` names it (`stations.berth.service.mean`); undefined
 * when there is none. Where a kind may be chosen, the fields of all of them count.
 */
export function fieldUnder(
  field: Field<unknown> | undefined,
  keys: readonly string[],
  families: PathFamilies,
): Field<unknown> | undefined {
  const [key, ...rest] = keys;
  if (key === undefined || field === undefined) return field;
  const { shape } = field;
  if (shape.form === "record") {
    return fieldUnder(Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined, rest, families);
  }
  if (shape.form === "map") return fieldUnder(shape.of, rest, families);
  if (shape.form === "schedule") return fieldUnder(shape.of, keys, families);
  if (shape.form === "per") {
    return fieldUnder(shape.of, keys, families) ?? fieldUnder(shape.of, rest, families);
  }
  if (shape.form === "either") return firstUnder(shape.options, keys, families);
  if (shape.form === "kind") return underKind(families[shape.family], keys, families);
  if (shape.form !== "distribution") return undefined;
  const parameter = underKind(families["distribution"], keys, families);
  // A parameter in the dimension of its place takes the units of the place.
  return parameter?.shape.form === "quantity" ? { ...parameter, shape } : parameter;
}

function underKind(
  family: Family | undefined,
  keys: readonly string[],
  families: PathFamilies,
): Field<unknown> | undefined {
  const [key = "", ...rest] = keys;
  if (key === wordOf(family)) return rest.length === 0 ? kindWord : undefined;
  const records = [family?.shared ?? {}, ...(family?.kinds ?? []).map(({ fields }) => fields)];
  const candidates = records.flatMap((fields) => (Object.hasOwn(fields, key) ? (fields[key] ?? []) : []));
  return firstUnder(candidates, rest, families);
}

function firstUnder(
  fields: readonly Field<unknown>[],
  keys: readonly string[],
  families: PathFamilies,
): Field<unknown> | undefined {
  for (const field of fields) {
    const found = fieldUnder(field, keys, families);
    if (found) return found;
  }
  return undefined;
}

/** Whether a field takes a number with a unit, so that a unit in a header belongs to its cells. */
export function takesUnit({ shape }: Field<unknown>): boolean {
  if (shape.form === "quantity") return shape.dimension !== "number";
  if (shape.form === "per" || shape.form === "schedule") return takesUnit(shape.of);
  if (shape.form === "either") return shape.options.some(takesUnit);
  return shape.form === "distribution" && shape.dimension !== "number";
}
