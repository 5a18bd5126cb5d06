import { expect, test } from "vitest";
import { Avoidances } from "#domain/traffic/avoidances";

/** Choices about the passages 0, 1, 2 and so on, each about one. */
function choices(count: number): Avoidances {
  const avoidances = new Avoidances();
  for (let passage = 0; passage < count; passage += 1) expect(avoidances.add([passage])).toBe(passage);
  return avoidances;
}

test("the empty set is 0 and avoids nothing", () => {
  const avoidances = choices(2);
  expect([avoidances.avoids(0, 0), avoidances.without(0, 1)]).toEqual([false, 0]);
});

test("a set has one number, in whichever order its choices came", () => {
  const avoidances = choices(3);
  const one = avoidances.with(avoidances.with(0, 0), 2);
  const other = avoidances.with(avoidances.with(0, 2), 0);
  expect(other).toBe(one);
  expect(avoidances.with(one, 2)).toBe(one);
  expect(avoidances.without(one, 1)).toBe(one);
  expect(avoidances.without(avoidances.without(one, 0), 2)).toBe(0);
});

test("a set avoids the passages of its choices, and only those", () => {
  const avoidances = new Avoidances();
  const [pair, single] = [avoidances.add([3, 5]), avoidances.add([5])];
  const both = avoidances.with(avoidances.with(0, pair), single);
  const avoided = (set: number): number[] => [3, 4, 5].filter((passage) => avoidances.avoids(set, passage));
  expect(avoided(both)).toEqual([3, 5]);
  expect(avoided(avoidances.without(both, pair))).toEqual([5]);
});

test("any number of choices stand side by side", () => {
  const avoidances = choices(100);
  let all = 0;
  for (let choice = 0; choice < 100; choice += 1) all = avoidances.with(all, choice);
  expect([avoidances.avoids(all, 0), avoidances.avoids(all, 99)]).toEqual([true, true]);
  const others = avoidances.without(all, 64);
  expect([avoidances.avoids(others, 64), avoidances.avoids(others, 32)]).toEqual([false, true]);
});
