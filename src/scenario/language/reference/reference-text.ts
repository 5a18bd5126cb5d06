import { byText } from "#base/order";
import type { Family } from "#base/family";
import type { Fields, Form } from "#base/field";
import type { Kind } from "#base/kind";
import { disciplines } from "#domain/facility/discipline-kinds";
import { families } from "#scenario/language/families";
import { exampleOfKind, exampleOfMeasure } from "#scenario/language/reference/example-text";
import { examplePlaces, exampleWorld } from "#scenario/language/reference/example-world";
import { excerpt } from "#scenario/language/reference/excerpt";
import { fieldTable, rowsOf } from "#scenario/language/reference/field-table";
import { introduction, titles } from "#scenario/language/reference/introduction";
import { wrapped, yamlBlock, yamlEntry } from "#scenario/language/reference/markdown";
import { fileField } from "#scenario/language/file-field";
import { patchableKeys, variantFields } from "#scenario/language/scenario-fields";

const { effect: _sameAsDisruptions, ...listed } = families;

/**
 * All families that the reference lists: those of the language, and the words for who is served next. Effects
 * are kinds of disruptions, and are told there.
 */
export const referenceFamilies: Readonly<Record<string, Family>> = { ...listed, discipline: disciplines };

/** The reference of the language as Markdown, made from the fields and the kinds. */
export function referenceText(): string {
  const sections = Object.entries(referenceFamilies).sort(([a], [b]) => byText(titleOf(a), titleOf(b)));
  return [
    ...introduction,
    "## The world of the examples",
    "",
    "All examples below stand in this scenario, and a test resolves each of them in it.",
    "",
    ...yamlBlock(exampleWorld.trimEnd()),
    "",
    "## Keys of a scenario",
    "",
    ...recordSections(fileField.shape, []),
    ...sections.flatMap(([name, family]) => familySection(name, family)),
  ]
    .join("\n")
    .replace(/\n{3,}/g, "\n\n");
}

function titleOf(family: string): string {
  return titles[family]?.title ?? family;
}

/** A table for a map with fixed keys, then those inside it; `*` in the path is any name. */
function recordSections(shape: Form, path: readonly string[]): readonly string[] {
  if (shape.form === "map") return recordSections(shape.of.shape, [...path, "*"]);
  if (shape.form !== "record") return [];
  const isVariant = path[0] === "variants";
  const fields = isVariant ? ownOfVariant(shape.fields) : shape.fields;
  const entries = Object.entries(fields);
  const inside = entries.flatMap(([key, field]) => recordSections(field.shape, [...path, key]));
  const rows = entries.map(([key, field]) => ({ key, field }));
  const name = path.map((key) => (key === "*" ? "<name>" : key)).join(".");
  const head = name === "" ? [] : [`### \`${name}\``, ""];
  const patch = isVariant ? [...wrapped(patchWords), ""] : [];
  return [...head, ...patch, ...fieldTable(rows), "", ...excerptOf(path), ...inside];
}

const patchWords: string =
  `Beside these, a variant writes what it changes under \`${patchableKeys.join("`, `")}\`. There any value ` +
  "may be `null`, which removes it.";

function ownOfVariant(fields: Fields): Fields {
  const own = Object.entries(fields).filter(([key]) => key in variantFields);
  return Object.fromEntries(own);
}

/** What holds the half of the world is not shown again. */
const longest = 30;

function excerptOf(path: readonly string[]): readonly string[] {
  const lines = (path.length === 0 ? undefined : excerpt(exampleWorld, path)) ?? "";
  return lines === "" || lines.split("\n").length > longest ? [] : [...yamlBlock(lines), ""];
}

function familySection(name: string, family: Family): readonly string[] {
  const { title, about, place } = titles[name] ?? { title: name, about: "" };
  const shared = rowsOf(family.shared);
  const common = shared.length === 0 ? [] : ["All of them take:", "", ...fieldTable(shared), ""];
  const kinds = family.kinds.flatMap((kind) => kindSection(name, family, { kind, place }));
  return [`## ${title}`, "", ...wrapped(about), "", ...common, ...kinds];
}

interface PlacedKind {
  readonly kind: Kind;
  readonly place: string | undefined;
}

function kindSection(name: string, family: Family, { kind, place }: PlacedKind): readonly string[] {
  const own = Object.fromEntries(Object.entries(kind.fields).filter(([key]) => !(key in family.shared)));
  return [
    `### ${titles[name]?.noun ?? name}: \`${kind.kind}\``,
    "",
    ...wrapped(sentence(kind.summary)),
    "",
    ...fieldTable(rowsOf(own), place),
    "",
    ...yamlBlock(exampleLines(name, family, kind)),
    "",
  ];
}

function exampleLines(name: string, family: Family, kind: Kind): string {
  if (name === "measure") return yamlEntry(kind.kind, exampleOfMeasure(kind));
  const key = examplePlaces[name]?.split(".").at(-1) ?? "example";
  return yamlEntry(key, exampleOfKind(family, kind));
}

function sentence(text: string): string {
  const whole = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return whole.endsWith(".") ? whole : `${whole}.`;
}
