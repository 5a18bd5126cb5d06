import type { Field } from "#base/field";
import { exampleOf } from "#scenario/language/forms/dimension-words";

/** The most keys of a map that are shown. */
const keysMost = 4;

/** A value as one might write it, by its shape: `36 h`, `{ start: ..., ... }`; undefined for ids. */
export function hintOf({ shape, example }: Field<unknown>): string | undefined {
  if (example !== undefined) return example;
  switch (shape.form) {
    case "quantity":
    case "distribution":
      return exampleOf(shape.dimension);
    case "instant":
    case "moment":
      return exampleOf("instant");
    case "day-span":
      return "08:00-18:00";
    case "time-of-day":
      return "06:30";
    case "count":
      return String(Math.max(shape.least, Math.min(shape.most, 1)));
    case "share":
    case "factor":
      return "0.5";
    case "word":
      return shape.words[0];
    case "kind":
      return "{ kind: ... }";
    case "schedule":
    case "per":
      return hintOf(shape.of);
    case "either":
      return shape.options[0] && hintOf(shape.options[0]);
    case "record":
      return recordHint(Object.entries(shape.fields));
    case "flag":
      return "true";
    case "text":
    case "reference":
    case "selector":
    case "weights":
    case "kinds-by-key":
    case "map":
    case "pairs":
      return undefined;
    case "list":
      return shape.names && `[${shape.names.join(", ")}]`;
  }
}

function recordHint(fields: readonly (readonly [string, Field<unknown>])[]): string | undefined {
  const due = fields.filter(([, field]) => !field.optional);
  const shown = (due.length > 0 ? due : fields.slice(0, 1)).slice(0, keysMost);
  if (due.length === 0 && shown.every(([, field]) => hintOf(field) === undefined)) return undefined;
  const pairs = shown.map(([key, field]) => `${key}: ${hintOf(field) ?? "..."}`);
  return `{ ${[...pairs, ...(shown.length < fields.length ? ["..."] : [])].join(", ")} }`;
}

/** What follows a key that is to be written: a value where its shape tells one, and what it means. */
export function hintAfter(field: Field<unknown>): string {
  const hint = hintOf(field);
  const doc = field.doc.replace(/\.$/, "");
  const meaning = `${doc.charAt(0).toLowerCase()}${doc.slice(1)}`;
  return `${hint === undefined ? "" : `: ${hint}`}, ${meaning}`;
}
