import { expect, test } from "vitest";
import { excerpt } from "#scenario/language/reference/excerpt";

const text = `sites:
  west: { type: junction }
  canal:
    transit:
      time: 14 h
    type: passage
links:
  lane: { from: west }
`;

test("shows what lies at a path under the keys that lead there", () => {
  expect(excerpt(text, ["links"])).toBe("links:\n  lane: { from: west }");
  expect(excerpt(text, ["sites", "canal", "transit"])).toBe(
    "sites:\n  canal:\n    transit:\n      time: 14 h",
  );
});

test("a star is the first name from which the rest can be reached", () => {
  expect(excerpt(text, ["sites", "*"])).toBe("sites:\n  west: { type: junction }");
  expect(excerpt(text, ["sites", "*", "transit"])).toContain("time: 14 h");
});

test("where nothing is written there is nothing to show", () => {
  expect(excerpt(text, ["links", "*", "transit"])).toBeUndefined();
  expect(excerpt(text, ["flows"])).toBeUndefined();
});
