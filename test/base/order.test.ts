import { expect, test } from "vitest";
import { byId, byText, grouped, indicesByValue } from "#base/order";

test("texts are ordered by code unit: digits, capitals, small letters, accents", () => {
  expect(["é", "b", "a", "B", "10", "9", ""].sort(byText)).toEqual(["", "10", "9", "B", "a", "b", "é"]);
  expect(byText("same", "same")).toBe(0);
});

test("entries of a map come in order of id, whatever the order of its keys", () => {
  const expected = [
    ["a", 1],
    ["b", 2],
    ["c", 3],
  ];
  expect(byId({ b: 2, c: 3, a: 1 })).toEqual(expected);
  expect(byId({ c: 3, a: 1, b: 2 })).toEqual(expected);
});

test("indices are ordered by value, and equal values keep their order", () => {
  expect(indicesByValue([3, 1, 2, 1])).toEqual([1, 3, 2, 0]);
  expect(indicesByValue(new Float64Array([-1, -Infinity, 5]))).toEqual([1, 0, 2]);
});

test("groups keep the order of what came, keys by their first", () => {
  const groups = grouped([5, 2, 8, 3, 1], (value) => (value % 2 === 0 ? "even" : "odd"));
  expect([...groups]).toEqual([
    ["odd", [5, 3, 1]],
    ["even", [2, 8]],
  ]);
  expect([...grouped([], String)]).toEqual([]);
});
