import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { resolveStudy } from "#scenario/language/resolve";
import { WorldSource } from "#scenario/source/world-source";
import { shippedFiles } from "#study/runners/shipped-files";

test("a variant may take away what a source of the baseline is about", () => {
  const source = new WorldSource(shippedFiles);
  const file = new URL("../examples/suez.yaml", import.meta.url);
  const text = readFileSync(file, "utf8")
    .replace(
      "  nobody-diverts:",
      "  no-policy: { summary: No policy, policies: { masters: null } }\n  nobody-diverts:",
    )
    .concat("  policies.masters: { source: Maersk, grade: published }\n");
  const { diagnostics } = resolveStudy({
    id: "suez",
    file: "suez.yaml",
    text,
    library: shippedFiles,
    source,
  });
  expect(diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual([]);
});

test("in the baseline a source for something that is not there is an error", () => {
  const source = new WorldSource(shippedFiles);
  const file = new URL("../examples/suez.yaml", import.meta.url);
  const text = readFileSync(file, "utf8").concat("  policies.mates: { source: Maersk, grade: published }\n");
  const { diagnostics } = resolveStudy({
    id: "suez",
    file: "suez.yaml",
    text,
    library: shippedFiles,
    source,
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(["SOURCE_UNKNOWN"]);
});
