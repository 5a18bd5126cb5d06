import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { explain } from "#scenario/language/explain";
import { resolveText } from "./resolve-text.ts";

const suez: string = readFileSync(new URL("../examples/suez.yaml", import.meta.url), "utf8");
const lines: readonly string[] = explain(resolveText(suez, ["replications=40"])).split("\n");

function lineOf(start: string): string {
  const found = lines.find((line) => line.trim().startsWith(start)) ?? "";
  return found.trim().replace(/ {2,}/g, "  ");
}

test("every value says where it comes from: file, default, command line, data set or variant", () => {
  expect(lineOf("vessels.tanker.speed")).toBe("vessels.tanker.speed = 13 kn  scenario.yaml:16");
  expect(lineOf("policies.masters.kind")).toBe("policies.masters.kind = divert  scenario.yaml:36");
  expect(lineOf("flows.oil-north.priority")).toBe("flows.oil-north.priority = 1  default");
  expect(lineOf("replications")).toBe("replications = 40  --set 1");
  expect(lineOf("network.sites.NLRTM")).toBe("network.sites.NLRTM = NLRTM, port [51.9, 4.1]  data set world");
  expect(lineOf("policies.surge.factor")).toBe(
    "policies.surge.factor = 1.5  scenario.yaml:44 (variants.surge-after-reopening)",
  );
});

test("a default reads as one would write it", () => {
  const bare = suez.replace(/, held-for: 7 d/, "").replace(/held-for: 7 d,? ?/, "");
  const text = explain(resolveText(bare)).replace(/ {2,}/g, "  ");
  expect(text).toContain("performance.held-for = 7 d  default");
});

test("a value with a source says its grade, and its source stands once below", () => {
  expect(lineOf("disruptions.grounding.start")).toMatch(/ \[published 1\]$/);
  const notes = lines.filter((line) => line.includes("canal authority statement of 24 March 2021"));
  expect(notes.map((line) => line.trim())).toEqual(["[1] canal authority statement of 24 March 2021"]);
});

test("a variant shows only what differs, and what it removes", () => {
  const at = lines.findIndex((line) => line.startsWith("nobody-diverts:"));
  expect(lines.slice(at + 1).filter((line) => line !== "")).toHaveLength(1);
  const calm = explain(
    resolveText(`${suez}\n`.replace("variants:", "variants:\n  calm: { policies: { masters: null } }")),
  );
  expect(calm).toContain("policies.masters.rule  removed");
});

test("without a study there is nothing to explain", () => {
  expect(explain(resolveText("seed: 1"))).toBe("");
});

test("a misspelt path of --set is answered with the nearest right one, written or not", () => {
  const { diagnostics } = resolveText(suez, ["policies.masters.rul=wait", "policies.masters.of=suez"]);
  expect(diagnostics.map(({ code, right }) => [code, right])).toContainEqual([
    "KEY_UNKNOWN",
    'nearest is "policies.masters.rule"',
  ]);
});
