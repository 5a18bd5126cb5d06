import { expect, test } from "vitest";
import { isSame } from "#base/same";

const alike: readonly (readonly [unknown, unknown])[] = [
  [NaN, NaN],
  [
    { a: 1, b: [2, { c: "x" }] },
    { b: [2, { c: "x" }], a: 1 },
  ],
  [{ a: 1, b: undefined }, { a: 1 }],
  [new Map([["a", [1]]]), new Map([["a", [1]]])],
  [[], []],
];
const apart: readonly (readonly [unknown, unknown])[] = [
  [1, "1"],
  [null, {}],
  [undefined, null],
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: 1 }, { b: 1 }],
  [
    [1, 2],
    [2, 1],
  ],
  [[1], [1, 2]],
  [[], {}],
  [new Map([["a", 1]]), new Map([["a", 2]])],
  [new Map([["a", 1]]), { a: 1 }],
];

test.each(alike)("%j and %j say the same", (one, other) => {
  expect([isSame(one, other), isSame(other, one)]).toEqual([true, true]);
});

test.each(apart)("%j and %j do not", (one, other) => {
  expect([isSame(one, other), isSame(other, one)]).toEqual([false, false]);
});
