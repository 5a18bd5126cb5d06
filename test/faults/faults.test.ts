import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shippedCases } from "../study/truth/shipped-cases.ts";
import { faults } from "./faults.ts";
import { faultyText, judgesOf } from "./fault.ts";

test.each(faults)("$name can be planted: what it replaces stands once in its file", (fault) => {
  const text = readFileSync(fault.file, "utf8");
  expect(faultyText(fault, text)).not.toBe(text);
});

test.each(faults)("$name names tests and cases that exist", (fault) => {
  expect(judgesOf(fault).length).toBeGreaterThan(0);
  expect(fault.tests.filter((file) => !existsSync(file))).toEqual([]);
  const ids = shippedCases.covered.map(({ id }) => id);
  expect((fault.cases ?? []).filter((id) => !ids.includes(id))).toEqual([]);
});

test("every case that is covered turns red by some fault", () => {
  const caught = new Set(faults.flatMap(({ cases = [] }) => cases));
  expect(shippedCases.covered.map(({ id }) => id).filter((id) => !caught.has(id))).toEqual([]);
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
