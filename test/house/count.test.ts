import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { scratchFolder } from "./scratch.ts";

interface FileResult {
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string }[];
}

function count(report: string, ...words: string[]): { status: number | null; out: string } {
  const root = scratchFolder({ "report.json": report });
  const { status, stdout } = spawnSync(
    process.execPath,
    [".ci/count.mjs", join(root, "report.json"), ...words],
    {
      encoding: "utf8",
    },
  );
  return { status, out: stdout };
}

const reportOf = (
  numPassedTests: number,
  numFailedTests: number,
  testResults: readonly FileResult[] = [],
): string => JSON.stringify({ numPassedTests, numFailedTests, testResults });

it("counts what passed and what failed", () => {
  expect(count(reportOf(12, 0))).toEqual({ status: 0, out: "12 passed, 0 failed\n" });
  expect(count(reportOf(12, 3), "--exit", "1")).toEqual({ status: 1, out: "12 passed, 3 failed\n" });
});

it("counts a test file that could not be read", () => {
  const files = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{ status: "failed" }] },
  ];
  expect(count(reportOf(12, 1, files), "--exit", "1").out).toBe("12 passed, 2 failed\n");
});

it("counts failed checks", () => {
  expect(count(reportOf(12, 0), "--failed-checks", "2")).toEqual({ status: 1, out: "12 passed, 2 failed\n" });
});

it("fails when nothing ran, when the run ended badly, and when there is no report", () => {
  expect(count(reportOf(0, 0))).toEqual({ status: 1, out: "0 passed, 1 failed\n" });
  expect(count(reportOf(12, 0), "--exit", "1")).toEqual({ status: 1, out: "12 passed, 1 failed\n" });
  expect(count("", "--exit", "1")).toEqual({ status: 1, out: "0 passed, 1 failed\n" });
});
