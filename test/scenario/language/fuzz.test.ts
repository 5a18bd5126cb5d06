import { readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDiagnostic } from "#base/diagnostic";
import { explain } from "#scenario/language/explain";
import { generateScenario } from "#scenario/language/generate";
import { resolveText } from "./resolve-text.ts";

const folder: URL = new URL("../../broken/", import.meta.url);
const texts: readonly string[] = [
  readFileSync(new URL("../examples/suez.yaml", import.meta.url), "utf8"),
  ...Array.from({ length: 8 }, (_, index) => generateScenario(`fuzz-${index}`)),
  ...readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => readFileSync(new URL(name, folder), "utf8")),
];

const scraps: readonly string[] = [
  "null",
  "~",
  "[]",
  "{}",
  "kind:",
  "{ kind: poisson }",
  "constructor",
  "__proto__",
  "toString: 1",
  "&a ",
  "*a",
  "!!str ",
  "\n",
  "  ",
  "\t",
  ":",
  ": ",
  "- ",
  "#",
  '"',
  "'",
  "|",
  ">",
  "%",
  "@",
  "1e999",
  "-1",
  "NaN",
  ".inf",
  "0x1",
  "2021-02-30T00:00Z",
  "30 d",
  "5 %",
  "all",
  "none",
  "suez.transit",
  "grounding.end + 2 d",
  "extends: suez",
  "network: 5",
  "variants: { a: 1 }",
  "\u0000",
  "é",
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 40 }),
  put: fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 6 })),
});

test("whatever is done to the text of a scenario, it is diagnosed and nothing throws", () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
      let mutated = text;
      for (const { at, length, put } of edits) {
        const start = Math.floor(at * mutated.length);
        mutated = mutated.slice(0, start) + put + mutated.slice(start + length);
      }
      const resolution = resolveText(mutated);
      const lines = mutated.split("\n").length;
      for (const diagnostic of resolution.diagnostics) {
        expect(formatDiagnostic(diagnostic)).toMatch(/; ./);
        expect(diagnostic.place.line).toBeLessThanOrEqual(Math.max(lines, 200));
      }
      const errors = resolution.diagnostics.some(({ severity }) => severity === "error");
      expect(resolution.study === undefined).toBe(errors);
      expect(typeof explain(resolution)).toBe("string");
    }),
    { seed: 4, numRuns: 500 },
  );
});

test("whatever is set on the command line, it is diagnosed and nothing throws", () => {
  const path = fc.array(
    fc.constantFrom(
      "time",
      "end",
      "flows",
      "oil-north",
      "arrivals",
      "rate",
      "network",
      "sites",
      "suez",
      "variants",
    ),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(path, fc.oneof(fc.constantFrom(...scraps), fc.string()), (keys, value) => {
      const { diagnostics, study } = resolveText(texts[0] ?? "", [`${keys.join(".")}=${value}`]);
      expect(study === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
    }),
    { seed: 5, numRuns: 200 },
  );
});
