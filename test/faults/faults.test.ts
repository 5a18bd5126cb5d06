import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { faults } from "./faults.ts";
import { faultyText } from "./fault.ts";

test.each(faults)("$name can be planted: what it replaces stands once in its file", (fault) => {
  const text = readFileSync(fault.file, "utf8");
  expect(faultyText(fault, text)).not.toBe(text);
});

test.each(faults)("$name names tests that exist", ({ tests }) => {
  expect(tests.length).toBeGreaterThan(0);
  expect(tests.filter((file) => !existsSync(file))).toEqual([]);
});

test("an edit that finds its text twice, or not at all, is refused", () => {
  const fault = {
    name: "twice",
    sentence: "",
    file: "a.ts",
    tests: [],
    edits: [{ find: "x", replacement: "y" }],
  };
  expect(() => faultyText(fault, "x + x")).toThrow('twice: a.ts holds "x" 2 times; once is due');
  expect(() => faultyText(fault, "z")).toThrow("0 times");
});

test("no two faults share a name", () => {
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
});
