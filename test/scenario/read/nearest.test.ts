import { expect, test } from "vitest";
import { editDistance, nearest, suggest } from "#scenario/read/nearest";

test.each([
  ["berth", "birth", 1],
  ["berth", "brth", 1],
  ["berth", "bertth", 1],
  ["berth", "ebrth", 1],
  ["", "abc", 3],
  ["kitten", "sitting", 3],
])("from %s to %s it takes %d edits", (a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits);
  expect(editDistance(b, a)).toBe(edits);
});

test("the nearest name is offered, and none when nothing is near", () => {
  expect(nearest("suez-n", ["suez-nb", "panama", "suez-sb"])).toBe("suez-nb");
  expect(nearest("SUEZ", ["panama", "suez"])).toBe("suez");
  expect(nearest("xyz", ["panama", "suez"])).toBeUndefined();
});

test("a distance that is wanted up to a bound is exact up to it, and above it when above", () => {
  const words = ["kitten", "sitting", "mitten", "ab", "ba", "harbour", "harbor", "berth"];
  for (const [a, b] of words.flatMap((one) => words.map((other) => [one, other] as const)))
    for (const most of [0, 1, 2, 3]) {
      const exact = editDistance(a, b);
      expect(Math.min(editDistance(a, b, most), most + 1)).toBe(Math.min(exact, most + 1));
    }
});

test("a name that is near nothing gets the first names to choose from", () => {
  expect(suggest("xyz", ["a1", "b2"])).toBe("choose from a1, b2");
  expect(suggest("xyz", [])).toBe("there is none to choose from");
});
