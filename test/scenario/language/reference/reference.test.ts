import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "#base/diagnostic";
import { families } from "#scenario/language/families";
import { exampleOfKind, exampleOfMeasure } from "#scenario/language/reference/example-text";
import { examplePlaces, exampleWorld } from "#scenario/language/reference/example-world";
import { referenceFamilies, referenceText } from "#scenario/language/reference/reference-text";
import { resolveStudy } from "#scenario/language/resolve";
import { tableFiles } from "./table-files.ts";

/** What is said about the world of the examples with one `--set`. */
function said(set: readonly string[]): readonly string[] {
  const library = (name: string): Uint8Array => new TextEncoder().encode(tableFiles[name]);
  const input = { id: "reference", file: "scenario.yaml", text: exampleWorld, library, set };
  return resolveStudy(input).diagnostics.map(formatDiagnostic);
}

test("REFERENCE.md is what the kinds give; when it is stale, type: npm run reference", () => {
  expect(readFileSync("REFERENCE.md", "utf8")).toBe(referenceText());
});

test("the world of the examples resolves without a word", () => {
  expect(said([])).toEqual([]);
});

test("a value that does not fit is told, so that an example can fail", () => {
  expect(said(["network.sites.harbour.stations.berth.service={ kind: erlang, mean: 14 km }"])).not.toEqual(
    [],
  );
});

describe.each(Object.entries(referenceFamilies))("family %s", (name, family) => {
  test.each(family.kinds)("the example of $kind stands in that world", (kind) => {
    const place = examplePlaces[name] ?? `measures.${kind.kind}`;
    const text = name === "measure" ? exampleOfMeasure(kind) : exampleOfKind(family, kind);
    expect(said([`${place}=${text}`])).toEqual([]);
    expect(text).toContain(name === "measure" ? "" : kind.kind);
  });
});

test("each map with fixed keys is written in that world, and shown beside its keys", () => {
  const sections = referenceText()
    .split(/^### /m)
    .filter((section) => section.startsWith("`"));
  const bare = sections.filter((section) => !section.includes("```yaml"));
  expect(bare.map((section) => section.split("\n")[0])).toEqual(["`network`"]);
  expect(sections.length).toBeGreaterThan(12);
});

test("all families of the language are listed, and all their kinds by name", () => {
  const text = referenceText();
  for (const family of Object.values(families)) {
    for (const { kind } of family.kinds) expect(text).toMatch(new RegExp(`^### \\w+: \`${kind}\`$`, "m"));
  }
});
