import { expect, test } from "vitest";
import { midRanks } from "#engine/stats/mid-ranks";

test("the least has rank 1, and equal values share the mean of their ranks", () => {
  expect([...midRanks([30, 10, 20, 10])]).toEqual([4, 1.5, 3, 1.5]);
  expect([...midRanks([7, 7, 7])]).toEqual([2, 2, 2]);
  expect([...midRanks([Infinity, -Infinity, 0])]).toEqual([3, 1, 2]);
  expect([...midRanks([])]).toEqual([]);
});
