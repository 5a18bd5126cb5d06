import { expect, test } from "vitest";
import { compareDiagnostics, formatDiagnostic } from "#base/diagnostic";
import type { Diagnostic } from "#base/diagnostic";

const at = (line: number, column: number, file: string = "a.yaml"): Diagnostic => ({
  code: "UNIT_MISSING",
  severity: "error",
  place: { file, line, column },
  path: "time.warm-up",
  wrong: "30 has no unit",
  right: "write 30 d",
});

test("a diagnostic is one line with place, code, path, what is wrong and what would be right", () => {
  expect(formatDiagnostic(at(3, 14))).toBe(
    "a.yaml:3:14 UNIT_MISSING time.warm-up: 30 has no unit; write 30 d",
  );
  expect(formatDiagnostic({ ...at(3, 14), severity: "warning", path: "" })).toBe(
    "a.yaml:3:14 UNIT_MISSING (warning) 30 has no unit; write 30 d",
  );
});

test("diagnostics are in the order of the file", () => {
  const sorted = [at(2, 1), at(1, 9), at(1, 2), at(9, 9, "0.yaml")].sort(compareDiagnostics);
  expect(sorted.map(({ place }) => `${place.file} ${place.line}:${place.column}`)).toEqual([
    "0.yaml 9:9",
    "a.yaml 1:2",
    "a.yaml 1:9",
    "a.yaml 2:1",
  ]);
});
