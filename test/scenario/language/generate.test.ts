import { expect, test } from "vitest";
import { families } from "#scenario/language/families";
import { generateScenario } from "#scenario/language/generate";
import { formatDiagnostic } from "#base/diagnostic";
import { resolveText } from "./resolve-text.ts";

const seeds: readonly string[] = Array.from({ length: 150 }, (_, index) => `generated-${index}`);

test("every generated scenario resolves without errors", () => {
  for (const seed of seeds) {
    const { diagnostics } = resolveText(generateScenario(seed));
    expect(diagnostics.filter(({ severity }) => severity === "error").map(formatDiagnostic), seed).toEqual(
      [],
    );
  }
});

test("a seed gives the same text each time, and others give others", () => {
  expect(generateScenario("a")).toBe(generateScenario("a"));
  expect(new Set(seeds.map((seed) => generateScenario(seed).replaceAll(seed, ""))).size).toBe(seeds.length);
});

test("between them they use every kind that needs no file and no list", () => {
  const all = seeds.map(generateScenario).join("\n");
  const needy = ["table", "empirical", "constant"];
  for (const name of ["distribution", "arrival", "admission", "disruption", "policy"]) {
    for (const { kind } of families[name]?.kinds ?? []) {
      if (!needy.includes(kind)) expect(all).toContain(`kind: ${kind}`);
    }
  }
  for (const part of ["onward: [train]", "when-full: block", "cape: {", "cargo-path:", "hours:"])
    expect(all).toContain(part);
  for (const { kind } of families["measure"]?.kinds ?? []) expect(all).toContain(`  ${kind}: `);
});
