import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "#base/diagnostic";
import { diagnosticCodes } from "#base/diagnostic-codes";
import { expectations } from "../../broken/expectations.ts";
import type { Expectation } from "../../broken/expectation.ts";
import { resolveText } from "./resolve-text.ts";
import type { Resolution } from "#scenario/language/resolve";

const folder: URL = new URL("../../broken/", import.meta.url);

function resolveBroken({ file, set }: Expectation): Resolution {
  return resolveText(readFileSync(new URL(file, folder), "utf8"), set, file);
}

const crossField: readonly string[] = [
  "ORDER_WRONG",
  "DISRUPTION_UNTIMELY",
  "WARM_UP_SHORT",
  "COORDINATES_MISSING",
  "DISTANCE_SHORT",
  "ENDS_EQUAL",
  "UNREACHABLE",
  "MODE_WITHOUT_LINK",
  "SERVICE_MISSING",
  "CARGO_INCOMPLETE",
  "CARGO_TOO_LARGE",
  "MEASURE_MISSING",
  "PERFORMANCE_MISSING",
  "WINDOW_THIN",
  "PATCH_CONFLICT",
];

describe("broken scenario files", () => {
  test.each(expectations)("$file is reported with the right codes at the right places", (expectation) => {
    const { diagnostics, study } = resolveBroken(expectation);
    const found = diagnostics.map(({ code, place }) => [code, place.line, place.column]);
    expect(found).toEqual(expectation.problems);
    const errors = diagnostics.some(({ severity }) => severity === "error");
    expect(study === undefined).toBe(errors);
  });

  test.each(expectations)("$file gets a remedy after each semicolon", (expectation) => {
    for (const diagnostic of resolveBroken(expectation).diagnostics) {
      expect(formatDiagnostic(diagnostic)).toMatch(/^[-./\w]+:\d+:\d+ [A-Z_]+ .+; .{4,}/);
    }
  });

  const told = expectations.filter(({ says }) => says !== undefined);
  test.each(told)("$file says what is wrong, and the remedy, in these words", (expectation) => {
    const { says = [], problems } = expectation;
    const messages = resolveBroken(expectation).diagnostics.map(formatDiagnostic);
    expect(says.length).toBe(problems.length);
    for (const [index, words] of says.entries()) expect(messages[index]).toContain(words);
  });

  test("there are 120 files or more, and each stands in the table", () => {
    const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
    expect(files.length).toBeGreaterThanOrEqual(120);
    expect(expectations.map(({ file }) => file).sort()).toEqual(files.sort());
  });

  test("every code of the language occurs at least twice", () => {
    const counts = new Map<string, number>(Object.keys(diagnosticCodes).map((code) => [code, 0]));
    for (const [code] of expectations.flatMap(({ problems }) => problems))
      counts.set(code, (counts.get(code) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count < 2)).toEqual([]);
  });

  test("ten files or more break a rule about values against each other", () => {
    const files = expectations.filter(({ problems }) => problems.some(([code]) => crossField.includes(code)));
    expect(files.length).toBeGreaterThanOrEqual(10);
  });

  test("a file with twelve errors gets twelve reports", () => {
    const twelve = expectations.find(({ file }) => file === "twelve-errors.yaml");
    expect(twelve?.problems.length).toBe(12);
  });
});
