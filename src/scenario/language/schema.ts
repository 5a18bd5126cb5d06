import type { Dimension, Field, Fields, Form } from "#base/field";
import { wordOf } from "#base/family";
import type { Family } from "#base/family";
import type { Kind } from "#base/kind";
import { unitsOf } from "#base/quantity";
import { families } from "#scenario/language/families";
import { filterKeys } from "#scenario/language/forms/selectors";
import { fileField, variantField } from "#scenario/language/file-field";
import { groupOf } from "#scenario/patch/key-groups";

/** A part of a JSON Schema. */
export interface SchemaPart {
  readonly [keyword: string]: unknown;
}

/**
 * The JSON Schema (draft 2020-12) of a scenario file, made from the fields and the kinds: editors complete
 * keys and kinds and show what they mean. It is somewhat more lenient than the language, which also checks
 * values against each other, and takes any counting unit that a commodity may declare.
 */
export function schema(): SchemaPart {
  const root = partOf(fileField, "");
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Breakwater scenario, version 1",
    ...root,
    required: ["breakwater", "title"],
    anyOf: [{ required: ["time", "network"] }, { required: ["extends"] }],
    $defs: definitions(),
  };
}

/** The schema as the text of `scenarios/schema.json`. */
export function schemaText(): string {
  return `${JSON.stringify(schema(), undefined, 1)}\n`;
}

function definitions(): SchemaPart {
  const parts: Record<string, SchemaPart> = {
    instant: {
      type: "string",
      pattern: instantPattern,
      description: "ISO 8601 UTC, a duration from time.start, or an event.",
    },
    selector: selectorPart(),
  };
  for (const [name, family] of Object.entries(families)) {
    if (name === "measure") continue;
    parts[name] = familyPart(family, (field) => partOf(field, ""));
    parts[`patch-${name}`] = patchOfFamily(family);
  }
  for (const dimension of distributionDimensions) {
    const distribution = families["distribution"];
    if (distribution) parts[`distribution-${dimension}`] = distributionPart(distribution, dimension);
  }
  return parts;
}

const datePattern = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?Z";
const durationPattern = "[0-9.]+ ?(ms|s|min|h|d|w|y)";
const eventPattern = `[a-zA-Z][\\w-]*\\.(start|end)( ?[-+] ?${durationPattern})?`;
const instantPattern = `^(${datePattern}|${durationPattern}|${eventPattern})$`;

const distributionDimensions: readonly Dimension[] = [
  "duration",
  "number",
  "rate",
  "speed",
  "amount",
  "instant",
  "distance",
  "length",
  "money",
];

/**
 * The part for one field; `patch` is "patch-" inside a variant, where nothing is required and null removes.
 */
function partOf(field: Field<unknown>, patch: string): SchemaPart {
  const described = field.doc === "" ? {} : { description: field.doc };
  const standing =
    field.fallback === undefined || field.shape.form === "quantity" ? {} : { default: field.fallback };
  const part = {
    ...described,
    ...shapePart(field.shape, patch),
    ...(isPlain(field.fallback) ? standing : {}),
  };
  return patch === "" ? part : { anyOf: [part, { type: "null", description: "Removes it." }] };
}

function isPlain(value: unknown): boolean {
  return typeof value === "string" || typeof value === "boolean" || typeof value === "number";
}

type PartReaders = {
  readonly [K in Form["form"]]: (shape: Extract<Form, { form: K }>, patch: string) => SchemaPart;
};

const daySpanPattern = "^(closed|open|([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00))$";

const parts: PartReaders = {
  flag: () => ({ type: "boolean" }),
  text: () => ({ type: ["string", "number", "boolean"] }),
  word: (shape) => ({ enum: shape.words }),
  count: (shape) => bounds({ type: "integer" }, shape.least, shape.most),
  factor: (shape) => ({ anyOf: [bounds({ type: "number" }, shape.least, shape.most), percent] }),
  share: () => ({ anyOf: [{ type: "number", minimum: 0, maximum: 1 }, percent] }),
  quantity: (shape) => quantityPart(shape.dimension),
  "time-of-day": () => ({ type: "string", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" }),
  "day-span": () => ({ type: "string", pattern: daySpanPattern }),
  instant: () => ({ $ref: "#/$defs/instant" }),
  moment: () => ({ anyOf: [{ $ref: "#/$defs/instant" }, { $ref: "#/$defs/distribution-instant" }] }),
  distribution: (shape) => ({ $ref: `#/$defs/distribution-${shape.dimension}` }),
  schedule: (shape) => {
    const value = partOf(shape.of, "");
    return {
      anyOf: [value, { type: "object", additionalProperties: value, description: "From each instant on." }],
    };
  },
  reference: () => ({ type: "string" }),
  selector: () => ({ $ref: "#/$defs/selector" }),
  weights: () => ({
    anyOf: [
      { type: "string" },
      { type: "object", additionalProperties: { type: "number", exclusiveMinimum: 0 } },
    ],
  }),
  per: (shape) => {
    const value = partOf(shape.of, "");
    return { anyOf: [value, { type: "object", additionalProperties: value }] };
  },
  kind: (shape, patch) => ({ $ref: `#/$defs/${patch}${shape.family}` }),
  "kinds-by-key": (shape) => measuresPart(families[shape.family]?.kinds ?? []),
  record: (shape, patch) => recordPart(shape.fields, patch),
  map: (shape, patch) => {
    const inside = shape.of === variantField ? "patch-" : patch;
    const of = inside === patch ? partOf(shape.of, patch) : shapePart(shape.of.shape, inside);
    return { type: "object", additionalProperties: of };
  },
  pairs: (shape) => ({ type: "object", additionalProperties: partOf(shape.of, ""), minProperties: 1 }),
  list: (shape) => ({ type: "array", items: partOf(shape.of, "") }),
  either: (shape) => ({ anyOf: shape.options.map((option) => partOf(option, "")) }),
};

function shapePart(shape: Form, patch: string): SchemaPart {
  const read = parts[shape.form] as (of: Form, patch: string) => SchemaPart; // its own, by the table
  return read(shape, patch);
}

const percent: SchemaPart = { type: "string", pattern: "^[0-9.]+ ?%$" };

function bounds(part: SchemaPart, least: number, most: number): SchemaPart {
  const maximum = most === Number.MAX_VALUE || most === Number.MAX_SAFE_INTEGER ? {} : { maximum: most };
  return { ...part, minimum: least, ...maximum };
}

/**
 * A quantity by the pattern of its units; amounts take any word, since commodities declare counting units.
 */
function quantityPart(dimension: Dimension): SchemaPart {
  if (dimension === "number") return { anyOf: [{ type: "number" }, percent] };
  if (dimension === "instant") return { $ref: "#/$defs/instant" };
  const number = "^[-+]?[0-9.]+(e[-+]?[0-9]+)? ?";
  const units = unitsOf(dimension).map((unit) => unit.replace(/\//g, "\\/"));
  const open = dimension === "amount" || dimension === "amount-rate" || dimension === "unit-value";
  const part = { type: "string", pattern: open ? `${number}[A-Za-z]` : `${number}(${units.join("|")})$` };
  if (dimension !== "cost") return part;
  const cost = { type: "string", pattern: `${number}(USD|kUSD|MUSD)(\\/(ms|s|min|h|d|w|y))?$` };
  return { anyOf: [cost, { type: "array", items: cost }] };
}

function recordPart(fields: Fields, patch: string): SchemaPart {
  const entries = Object.entries(fields);
  const properties = Object.fromEntries(entries.map(([key, field]) => [key, partOf(field, patch)]));
  const required = requiredKeys(entries);
  const needs = patch === "" && required.length > 0 ? { required } : {};
  return { type: "object", properties, ...needs, additionalProperties: false };
}

/** Of a group of alternatives no key is required by itself. */
function requiredKeys(fields: readonly (readonly [string, Field<unknown>])[]): readonly string[] {
  return fields.filter(([key, field]) => !field.optional && groupOf(key).length === 0).map(([key]) => key);
}

/** One of the kinds of a family, told apart by its word. */
function familyPart(family: Family, part: (field: Field<unknown>) => SchemaPart): SchemaPart {
  const options = family.kinds.map((kind) => kindPart(family, kind, part));
  return {
    type: "object",
    required: [wordOf(family)],
    properties: { [wordOf(family)]: { enum: family.kinds.map(({ kind }) => kind) } },
    oneOf: options,
  };
}

function kindPart(family: Family, kind: Kind, part: (field: Field<unknown>) => SchemaPart): SchemaPart {
  const fields = Object.entries({ ...family.shared, ...kind.fields });
  const properties = Object.fromEntries(fields.map(([key, field]) => [key, part(field)]));
  return {
    title: kind.kind,
    description: kind.summary,
    properties: { [wordOf(family)]: { const: kind.kind }, ...properties },
    required: [wordOf(family), ...requiredKeys(fields)],
    additionalProperties: false,
  };
}

/** A patch may write any field of any kind, without saying which kind it patches. */
function patchOfFamily(family: Family): SchemaPart {
  const maps = [family.shared, ...family.kinds.map((kind) => kind.fields)];
  const keys = [...new Set(maps.flatMap((fields) => Object.keys(fields)))];
  const all = (key: string): readonly Field<unknown>[] =>
    maps.map((fields) => fields[key]).filter((field) => field !== undefined);
  const properties = keys.map((key) => [
    key,
    { anyOf: [...all(key).map((field) => partOf(field, "")), { type: "null" }] },
  ]);
  const kind = { enum: family.kinds.map((member) => member.kind) };
  return {
    type: "object",
    properties: { [wordOf(family)]: kind, ...Object.fromEntries(properties) },
    additionalProperties: false,
  };
}

/** A distribution of one dimension: its parameters are quantities of the place where it stands. */
function distributionPart(family: Family, dimension: Dimension): SchemaPart {
  const place = (field: Field<unknown>): SchemaPart => {
    const { shape } = field;
    if (shape.form === "list") return { type: "array", items: place(shape.of), description: field.doc };
    if (shape.form === "distribution") return { $ref: `#/$defs/distribution-${dimension}` };
    if (shape.form === "record") {
      const properties = Object.entries(shape.fields).map(([key, of]) => [key, place(of)]);
      const required = Object.keys(shape.fields).filter((key) => shape.fields[key]?.optional === false);
      return {
        type: "object",
        properties: Object.fromEntries(properties),
        required,
        additionalProperties: false,
      };
    }
    const isPlaced = shape.form === "quantity" && shape.dimension === "number";
    if (!isPlaced) return partOf(field, "");
    const own = dimension === "instant" && shape.isSpread === true ? "duration" : dimension;
    return { description: field.doc, ...quantityPart(own) };
  };
  return { anyOf: [quantityPart(dimension), familyPart(family, place)] };
}

/** Measures by name: a selector, a map with more keys, or a list of these. */
function measuresPart(kinds: readonly Kind[]): SchemaPart {
  const properties = kinds.map((kind) => {
    const others = Object.entries(kind.fields).filter(([key]) => key !== "of");
    const keys = Object.fromEntries(others.map(([key, field]) => [key, partOf(field, "")]));
    const row = {
      type: "object",
      properties: { of: { $ref: "#/$defs/selector" }, ...keys },
      required: ["of"],
      additionalProperties: false,
    };
    const one = { anyOf: [{ $ref: "#/$defs/selector" }, row] };
    return [kind.kind, { description: kind.summary, anyOf: [one, { type: "array", items: one }] }];
  });
  return { type: "object", properties: Object.fromEntries(properties), additionalProperties: false };
}

function selectorPart(): SchemaPart {
  const keys = Object.fromEntries(
    filterKeys.map((key) => [key, key === "first" ? { type: "integer" } : { type: "string" }]),
  );
  const filter = { type: "object", properties: keys, minProperties: 1, additionalProperties: false };
  const one = { anyOf: [{ type: "string" }, filter] };
  return {
    description: "An id, a list, all, none, or a filter.",
    anyOf: [...one.anyOf, { type: "array", items: one, minItems: 1 }],
  };
}
