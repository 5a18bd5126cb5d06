import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { arrivalKind, arrivals } from "#engine/random/arrival-kinds";
import { createDistribution, distributions } from "#engine/random/distribution-kinds";

test.each([distributions, arrivals])("the kinds of a family have different names, in order", ({ kinds }) => {
  const names = kinds.map((kind) => kind.kind);
  expect(new Set(names).size).toBe(names.length);
  expect([...names].sort()).toEqual(names);
});

test.each([
  ["distributions", "distributionLaws", distributions],
  ["arrivals", "arrivalLaws", arrivals],
] as const)("every kind of %s is held to the laws of all", (folder, laws, { kinds }) => {
  for (const { kind } of kinds) {
    const file = new URL(`${folder}/${kind}.test.ts`, import.meta.url);
    const text = readFileSync(file, "utf8");
    expect(text, kind).toContain(`${laws}(`);
    expect(text, kind).toContain(`kind: "${kind}"`);
  }
});

test("a bare quantity stands for a constant", () => {
  expect(distributions.shorthand).toEqual({ kind: "constant", field: "value" });
});

test("an unknown kind is a fault of the program", () => {
  expect(() => createDistribution({ kind: "cauchy" })).toThrow(/of a known kind, but it is "cauchy"/);
  expect(() => arrivalKind({ kind: "bursts" })).toThrow(/of a known kind, but it is "bursts"/);
});
