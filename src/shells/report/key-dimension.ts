import type { Dimension, Fields, Form } from "#base/field";
import { families } from "#scenario/language/families";
import { scenarioFields } from "#scenario/language/scenario-fields";

/**
 * The dimension of a key, as files write it or as the program names it; undefined where the language gives it
 * none, or not the same one everywhere.
 */
export function keyDimension(key: string): Dimension | undefined {
  const found = dimensions().get(key.replace(/[A-Z]/g, (mark) => `-${mark.toLowerCase()}`));
  return found?.size === 1 ? [...found][0] : undefined;
}

/** The parameters of distributions have the dimension of their place: they are left out. */
const placeless = "distribution";

let known: ReadonlyMap<string, ReadonlySet<Dimension>> | undefined;

function dimensions(): ReadonlyMap<string, ReadonlySet<Dimension>> {
  if (known !== undefined) return known;
  const found = new Map<string, Set<Dimension>>();
  addFields(scenarioFields, found);
  for (const [name, { kinds, shared = {} }] of Object.entries(families)) {
    if (name === placeless) continue;
    for (const fields of [shared, ...kinds.map((kind) => kind.fields)]) addFields(fields, found);
  }
  known = found;
  return known;
}

function addFields(fields: Fields, found: Map<string, Set<Dimension>>): void {
  for (const [key, { shape }] of Object.entries(fields)) addForm(key, shape, found);
}

function addForm(key: string, shape: Form, found: Map<string, Set<Dimension>>): void {
  if (shape.form === "record") return addFields(shape.fields, found);
  if (shape.form === "either") return shape.options.forEach((option) => addForm(key, option.shape, found));
  const isAround = ["schedule", "per", "map", "list"].includes(shape.form);
  if (isAround && "of" in shape && typeof shape.of !== "string") return addForm(key, shape.of.shape, found);
  const dimension = "dimension" in shape ? shape.dimension : bareForms.has(shape.form) ? "number" : undefined;
  // Instants are told from durations by their size.
  if (dimension !== undefined && dimension !== "instant")
    found.set(key, (found.get(key) ?? new Set()).add(dimension));
}

const bareForms: ReadonlySet<Form["form"]> = new Set(["count", "factor", "share"]);
