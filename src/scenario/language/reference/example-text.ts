import { assert, assertNever } from "#base/assert";
import { wordOf } from "#base/family";
import type { Family } from "#base/family";
import type { Dimension, Field, Fields, Target } from "#base/field";
import type { Kind } from "#base/kind";
import { families } from "#scenario/language/families";

/** What the example world calls a thing of each sort. */
const names: Readonly<Record<Target, string>> = {
  site: "harbour",
  port: "harbour",
  passage: "canal",
  direction: "approach",
  station: "harbour.berth",
  link: "lane",
  vessel: "liner",
  commodity: "boxes",
  flow: "calls",
  disruption: "grounding",
  policy: "example",
  variant: "third-more",
  element: "harbour.berth",
  measured: "performance",
  country: "SA",
};

const quantities: Readonly<Record<Dimension, string>> = {
  duration: "36 h",
  distance: "120 nm",
  speed: "12 kn",
  amount: "8000 TEU",
  money: "3 MUSD",
  rate: "6 /d",
  "amount-rate": "480 TEU/d",
  cost: "40 kUSD/d",
  "unit-value": "90 USD/TEU",
  length: "15 m",
  number: "0.5",
  instant: "60 d",
};

/** The example of a kind: its own, or one made from the fields that must be written. */
export function exampleOfKind(family: Family, kind: Kind): string {
  if (kind.example !== undefined) return kind.example;
  const entries = examples({ ...family.shared, ...kind.fields });
  return `{ ${[`${wordOf(family)}: ${kind.kind}`, ...entries].join(", ")} }`;
}

/** The example of a measure, as it stands under its name: what it is of, or a map when more must be said. */
export function exampleOfMeasure({ example, fields }: Kind): string {
  const entries = examples(fields);
  const [only = "", ...more] = entries;
  return example ?? (more.length === 0 ? only.slice("of: ".length) : `{ ${entries.join(", ")} }`);
}

function exampleOfFamily(name: string): string {
  const family = families[name];
  const [first] = family?.kinds ?? [];
  assert(family !== undefined && first !== undefined, `a field names a family with kinds, not "${name}"`);
  return exampleOfKind(family, first);
}

function examples(fields: Fields): readonly string[] {
  return Object.entries(fields)
    .filter(([, field]) => !field.optional)
    .map(([key, field]) => `${key}: ${exampleOf(field)}`);
}

/** A value of a field as a user would write it in the example world. */
export function exampleOf(field: Field<unknown>): string {
  const { shape, example } = field;
  if (example !== undefined) return example;
  switch (shape.form) {
    case "flag":
      return "true";
    case "text":
      return "words";
    case "word":
      return shape.words[0] ?? "";
    case "count":
      return String(Math.max(2, shape.least));
    case "factor":
      return String(Math.max(0.5, shape.least));
    case "share":
      return "20 %";
    case "quantity":
    case "distribution":
      return quantities[shape.dimension];
    case "time-of-day":
      return "04:00";
    case "day-span":
      return "08:00-18:00";
    case "instant":
    case "moment":
      return quantities.instant;
    case "reference":
    case "weights":
      return names[shape.to];
    case "selector":
      return names[shape.of];
    case "schedule":
    case "per":
      return exampleOf(shape.of);
    case "map":
      return `{ ${shape.keys === "any" ? "name" : names[shape.keys]}: ${exampleOf(shape.of)} }`;
    case "pairs":
      return `{ ${exampleOf(shape.keys)}: ${exampleOf(shape.of)} }`;
    case "list":
      return `[${exampleOf(shape.of)}]`;
    case "record":
      return `{ ${examples(shape.fields).join(", ")} }`;
    case "either":
      return shape.options[0] === undefined ? "" : exampleOf(shape.options[0]);
    case "kind":
    case "kinds-by-key":
      return exampleOfFamily(shape.family);
    default:
      return assertNever(shape);
  }
}
