import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { ResolvedVariant } from "#scenario/language/resolved";
import { glossarySection, glossaryWords } from "#shells/report/glossary-section";
import { kindsInVariants } from "#shells/report/kind-words";
import { reportOf } from "#shells/report/report";
import { stressItems } from "#shells/report/stress-items";
import { canalResult } from "./fixture.ts";

const report = reportOf(canalResult, { type: "Sphere" });

it("explains words as the glossary of the domain does", () => {
  const text = readFileSync(new URL("../../../src/domain/README.md", import.meta.url), "utf8");
  const domain = new Map(
    [...text.matchAll(/^\| \*\*(.*?)\*\*\s*\| (.*?)\s*\|$/gm)].map(([, word = "", meaning = ""]) => [
      word,
      meaning,
    ]),
  );
  for (const [word, meaning] of Object.entries(glossaryWords))
    expect([word, domain.get(word)]).toEqual([word, meaning]);
});

it("explains every measure that the page shows", () => {
  const text = glossarySection(report)?.toString() ?? "";
  expect(text.match(/<dd><\/dd>/g)).toBeNull();
  expect(text).toContain("peak queue");
});

it("says what reacts in which variant, and what goes wrong there", () => {
  const reacting = stressItems(report).find(({ number }) => number === "2.4")?.answer;
  expect(reacting).toMatch(/What reacts: divert \(.*\); surge \(.*\); in no-surge without surge\.$/);
  const [baseline] = canalResult.study.variants;
  if (baseline === undefined) throw new Error("every study has a baseline");
  const { scenario } = baseline;
  const variant = (name: string, ids: readonly string[]): ResolvedVariant => {
    const kept = ids.map((id) => [id, scenario.policies[id] ?? { kind: "divert" }] as const);
    return { ...baseline, name, scenario: { ...scenario, policies: Object.fromEntries(kept) } };
  };
  const said = (...variants: readonly ResolvedVariant[]): string =>
    kindsInVariants(variants, ({ policies }) => policies, [
      { kind: "divert", summary: "Goes round.", fields: {} },
      { kind: "surge", summary: "Works faster.", fields: {} },
    ]);
  expect(said(variant("baseline", []))).toBe("nothing");
  expect(said(variant("baseline", []), variant("early", ["masters"]), variant("late", ["masters"]))).toBe(
    "nothing; in early and late also divert (Goes round)",
  );
  expect(said(variant("baseline", ["surge"]), variant("early", ["masters"]))).toBe(
    "surge (Works faster); in early also divert (Goes round), without surge",
  );
  const plain = variant("other", []);
  const other = { ...plain, scenario: { ...plain.scenario, policies: { surge: { kind: "divert" } } } };
  expect(said(variant("baseline", ["surge"]), other)).toBe(
    "surge (Works faster); in other also divert (Goes round), without surge",
  );
});

it("fills the checklist with what the run knows, and marks what it does not", () => {
  const items = stressItems(report);
  expect(items).toHaveLength(24);
  const answer = (number: string): string | null | undefined =>
    items.find((item) => item.number === number)?.answer;
  expect(answer("4.3")).toMatch(/^60 independent replications;/);
  expect(answer("2.5.1")).toContain("Vessels: ");
  expect([answer("3.2"), answer("5.4"), answer("6.1")]).toEqual([null, null, null]);
});
