import { expect, test } from "vitest";
import { count, distribution, fallback, mapOf, optional, quantity, record, text, word } from "#base/field";
import { exampleOf } from "#scenario/language/reference/example-text";
import { fieldTable, rowsOf } from "#scenario/language/reference/field-table";
import { wrapped, yamlEntry } from "#scenario/language/reference/markdown";

const inner = { time: distribution("duration", "How long."), share: optional(text("Which | how.")) };

test("a row tells what may be written, what holds without it, and what it means", () => {
  expect(fieldTable(rowsOf({ servers: fallback(count("How many.", 1, 9), 2) }))[2]).toBe(
    "| `servers` | count from 1 to 9 | `2` | How many. |",
  );
  expect(fieldTable(rowsOf({ rule: word(["a", "b"], "Which.") }))[2]).toBe(
    "| `rule` | `a`, `b` | required | Which. |",
  );
  expect(fieldTable([])).toEqual([]);
});

test("maps inside are told after their key, dotted, and a bar does not break the table", () => {
  const rows = rowsOf({ over: record(inner, "A map."), by: mapOf(record(inner, "One."), "Maps.", "port") });
  expect(rows.map(({ key }) => key)).toEqual([
    "over",
    "over.time",
    "over.share",
    "by",
    "by.<name>.time",
    "by.<name>.share",
  ]);
  expect(fieldTable(rows)[4]).toContain("Which \\| how.");
});

test("a bare number takes the words of its place, and one of a group names the others", () => {
  const rows = rowsOf({ start: quantity("number", "S."), when: optional(text("W.")) });
  expect(fieldTable(rows, "value of the place")[2]).toBe(
    "| `start` | value of the place above 0 | required, or `when` | S. |",
  );
});

test("an example is made from the fields that must be written", () => {
  expect(exampleOf(record(inner, "A map."))).toBe("{ time: 36 h }");
  expect(exampleOf({ ...text("Free."), example: "acme" })).toBe("acme");
});

test("long maps get a line for each key, and long paragraphs break between words", () => {
  expect(yamlEntry("a", "{ b: 1, c: [2, 3] }")).toBe("a: { b: 1, c: [2, 3] }");
  const long = "x".repeat(70);
  expect(yamlEntry("a", `{ b: ${long}, c: [2, { d: 3, e: 4 }] }`)).toBe(
    `a:\n  b: ${long}\n  c: [2, { d: 3, e: 4 }]`,
  );
  const words = Array.from({ length: 60 }, () => "word").join(" ");
  expect(wrapped(words).join(" ")).toBe(words);
  expect(Math.max(...wrapped(words).map(({ length }) => length))).toBeLessThanOrEqual(110);
});
