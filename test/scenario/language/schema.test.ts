import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { families } from "#scenario/language/families";
import { generateScenario } from "#scenario/language/generate";
import { schema, schemaText } from "#scenario/language/schema";
import type { SchemaPart } from "#scenario/language/schema";

const committed: URL = new URL("../../../scenarios/schema.json", import.meta.url);
const root: SchemaPart = schema();

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The few keywords that our generator writes, checked as draft 2020-12 defines them. */
function accepts(part: SchemaPart, value: unknown): boolean {
  return Object.entries(part).every(([keyword, rule]) => keywords[keyword]?.(rule, value, part) ?? true);
}

type Keyword = (rule: unknown, value: unknown, part: SchemaPart) => boolean;

const each = (rule: unknown): readonly SchemaPart[] => rule as readonly SchemaPart[];

const keywords: Readonly<Record<string, Keyword>> = {
  $ref: (rule, value) =>
    accepts((root["$defs"] as Record<string, SchemaPart>)[String(rule).replace("#/$defs/", "")] ?? {}, value),
  anyOf: (rule, value) => each(rule).some((part) => accepts(part, value)),
  oneOf: (rule, value) => each(rule).filter((part) => accepts(part, value)).length === 1,
  enum: (rule, value) => (rule as readonly unknown[]).includes(value),
  const: (rule, value) => rule === value,
  type: (rule, value) => [rule].flat().some((type) => typeIs(String(type), value)),
  pattern: (rule, value) => typeof value !== "string" || new RegExp(String(rule)).test(value),
  minimum: (rule, value) => typeof value !== "number" || value >= Number(rule),
  maximum: (rule, value) => typeof value !== "number" || value <= Number(rule),
  exclusiveMinimum: (rule, value) => typeof value !== "number" || value > Number(rule),
  items: (rule, value) => !Array.isArray(value) || value.every((item) => accepts(rule as SchemaPart, item)),
  minItems: (rule, value) => !Array.isArray(value) || value.length >= Number(rule),
  minProperties: (rule, value) => !isMap(value) || Object.keys(value).length >= Number(rule),
  required: (rule, value) =>
    !isMap(value) || (rule as readonly string[]).every((key) => Object.hasOwn(value, key)),
  properties: (rule, value) =>
    !isMap(value) ||
    Object.entries(rule as Record<string, SchemaPart>).every(
      ([key, part]) => !Object.hasOwn(value, key) || accepts(part, value[key]),
    ),
  additionalProperties: (rule, value, part) => {
    if (!isMap(value)) return true;
    const others = Object.keys(value).filter((key) => !Object.hasOwn(part["properties"] ?? {}, key));
    return rule === false
      ? others.length === 0
      : others.every((key) => accepts(rule as SchemaPart, value[key]));
  },
};

function typeIs(type: string, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isMap(value);
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}

function broken(file: string): unknown {
  return parse(readFileSync(new URL(`../../broken/${file}`, import.meta.url), "utf8"));
}

describe("the schema", () => {
  test("is committed as it is generated: run `npm run schema` when a field or kind changes", () => {
    expect(readFileSync(committed, "utf8")).toBe(schemaText());
  });

  test("has every key word that it uses known to this test", () => {
    const silent = ["$schema", "title", "description", "default", "$defs"];
    const walk = (part: unknown): void => {
      if (!isMap(part)) return;
      for (const [keyword, rule] of Object.entries(part)) {
        if (keyword === "properties" || keyword === "$defs") Object.values(rule as object).forEach(walk);
        else {
          expect([...Object.keys(keywords), ...silent]).toContain(keyword);
          [rule].flat().forEach(walk);
        }
      }
    };
    walk(root);
  });

  test("accepts the examples and what is generated", () => {
    const texts = ["scenarios/one-berth/scenario.yaml", "test/scenario/examples/suez.yaml"].map((path) =>
      readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8"),
    );
    for (let index = 0; index < 40; index += 1) texts.push(generateScenario(`schema-${index}`));
    for (const text of texts) expect(accepts(root, parse(text)), text).toBe(true);
  });

  test.each([
    "key-unknown.yaml",
    "key-missing.yaml",
    "key-on.yaml",
    "shape-wrong.yaml",
    "word-unknown.yaml",
    "kind-missing.yaml",
    "kind-unknown.yaml",
    "count-fraction.yaml",
    "out-of-range.yaml",
    "unit-missing.yaml",
    "unit-undue.yaml",
    "unit-unknown.yaml",
    "unit-wrong.yaml",
    "unit-month.yaml",
    "instant-malformed.yaml",
    "version-two.yaml",
    "variant-errors.yaml",
    "twelve-errors.yaml",
  ])("refuses %s, as the language does", (file) => {
    expect(accepts(root, broken(file))).toBe(false);
  });

  test("leaves to the language what only it can see", () => {
    expect(
      ["time-order.yaml", "unreachable.yaml", "id-unknown.yaml"].map((file) => accepts(root, broken(file))),
    ).toEqual([true, true, true]);
    expect(readdirSync(new URL("../../broken/", import.meta.url))).toContain("time-order.yaml");
  });

  test("documents every kind of every family in its own words", () => {
    const text = schemaText();
    for (const family of Object.values(families)) {
      for (const { summary } of family.kinds) expect(text).toContain(JSON.stringify(summary));
    }
  });
});
