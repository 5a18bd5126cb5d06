import { assertNever } from "#base/assert";
import type { Dimension, Form, Target } from "#base/field";

/** What the reference calls the things that an id may name. */
const targets: Readonly<Record<Target, string>> = {
  site: "site",
  port: "port",
  passage: "passage",
  direction: "direction",
  station: "station or passage",
  link: "link",
  vessel: "class of vessels",
  commodity: "commodity",
  flow: "flow",
  disruption: "disruption",
  policy: "policy",
  variant: "variant",
  element: "station, passage or link",
  measured: "flow, station, passage or commodity",
  country: "country",
};

const dimensions: Readonly<Record<Dimension, string>> = {
  duration: "duration",
  distance: "distance",
  speed: "speed",
  amount: "amount",
  money: "sum of money",
  rate: "rate",
  "amount-rate": "amount a day",
  cost: "cost",
  "unit-value": "value of a unit",
  length: "length",
  number: "number",
  instant: "instant",
};

/** What may be written for a value of a shape, in a few words; `place` stands in for a bare number. */
export function valueWords(shape: Form, place?: string): string {
  const inner = (of: { readonly shape: Form }): string => valueWords(of.shape, place);
  switch (shape.form) {
    case "flag":
      return "`true` or `false`";
    case "text":
      return "text";
    case "word":
      return shape.words.map((word) => `\`${word}\``).join(", ");
    case "count":
      return `count${boundWords(shape.least, shape.most)}`;
    case "factor":
      return `factor${boundWords(shape.least, shape.most)}`;
    case "share":
      return "share";
    case "quantity":
      return quantityWords(shape, place);
    case "time-of-day":
      return "time of day";
    case "day-span":
      return "part of a day";
    case "instant":
      return "instant";
    case "moment":
      return "instant, or a distribution of it";
    case "distribution":
      return `${dimensions[shape.dimension]}, or a distribution of it`;
    case "schedule":
      return `${inner(shape.of)}; or a schedule of it`;
    case "reference":
      return `a ${targets[shape.to]}`;
    case "selector":
      return `selector: ${targets[shape.of]}`;
    case "weights":
      return `a ${targets[shape.to]}, or weights by ${targets[shape.to]}`;
    case "per":
      return `${inner(shape.of)}; or a map by ${targets[shape.keys]}`;
    case "map":
      return mapWords(shape.keys === "any" ? "name" : targets[shape.keys], inner(shape.of));
    case "pairs":
      return `map from ${inner(shape.keys)} to ${inner(shape.of)}`;
    case "list":
      return `list: ${inner(shape.of)}`;
    case "either":
      return [...new Set(shape.options.map(inner))].join("; or ");
    case "record":
      return "map";
    case "kind":
      return `kind of ${shape.family}`;
    case "kinds-by-key":
      return `map by ${shape.family}`;
    default:
      return assertNever(shape);
  }
}

/** What stands in a map of maps is told elsewhere, key by key. */
function mapWords(keys: string, of: string): string {
  return of === "map" ? `map by ${keys}` : `map by ${keys}: ${of}`;
}

function quantityWords(shape: Extract<Form, { form: "quantity" }>, place: string | undefined): string {
  const isPlaced = place !== undefined && shape.dimension === "number";
  const words = isPlaced ? place : dimensions[shape.dimension];
  if (shape.least === "any") return words;
  return `${words}${shape.least === "positive" ? " above 0" : ", 0 or more"}`;
}

const unbounded: ReadonlySet<number> = new Set([Number.MAX_SAFE_INTEGER, Number.MAX_VALUE]);

function boundWords(least: number, most: number): string {
  if (least === most) return ` ${least}`;
  if (!unbounded.has(most)) return ` from ${least} to ${most}`;
  return `, ${least} or more`;
}
