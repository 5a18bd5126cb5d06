import { describe, expect, test } from "vitest";
import { choiceOf } from "#study/sweep/choice";
import { fakeCube, fakeQuestion, numbered } from "./fake-cube.ts";

const paths = [{ path: "storm.days", unit: "d", at: [1, 2, 3, 4] }];
const nan = Number.NaN;

describe("the choice over futures", () => {
  const cube = fakeCube({
    paths,
    values: { baseline: [10, 20, 30, 40], wide: [8, 16, 24, 32], calm: [7.9, 16, 26, 90] },
  });

  test("is the variant with the best mean, with how often each is best", () => {
    const { best, shares, field } = choiceOf(cube, fakeQuestion(cube));
    expect([best, field.leftOut]).toEqual([1, 0]);
    expect(shares).toEqual([
      { place: 1, mean: 20, alone: 0.5, amongBest: 0.75 },
      { place: 0, mean: 25, alone: 0, amongBest: 0 },
      { place: 2, mean: 34.975, alone: 0.25, amongBest: 0.5 },
    ]);
  });

  test("flips where another is better by more than the indifference, the largest gain first", () => {
    const { flips } = choiceOf(cube, fakeQuestion(cube));
    expect(flips.map(({ future, place }) => [future, place])).toEqual([[0, 2]]);
    expect(flips[0]?.gain).toBeCloseTo(0.1, 12);
    expect(flips[0]?.values).toEqual([10, 8, 7.9]);
    expect(choiceOf(cube, fakeQuestion(cube, 0.2)).flips).toEqual([]);
    expect(choiceOf(cube, fakeQuestion(cube, 0.2)).shares[0]).toMatchObject({ alone: 0.5, amongBest: 1 });
  });

  test("turns round where more is better", () => {
    const more = fakeCube({ paths, better: 1, values: { baseline: [1, 2, 3, 4], wide: [0, 0, 0, 9] } });
    const { best, flips } = choiceOf(more, fakeQuestion(more));
    expect([best, flips.map(({ future }) => future)]).toEqual([0, [3]]);
  });

  test("leaves out and counts futures in which a variant has no number", () => {
    const gaps = fakeCube({ paths, values: { baseline: [1, 2, nan, 4], wide: [0, 3, 0, nan] } });
    const { field, best, flips } = choiceOf(gaps, fakeQuestion(gaps));
    expect([field.futures, field.leftOut, best]).toEqual([[0, 1], 2, 0]);
    expect(flips.map(({ future }) => future)).toEqual([0]);
    const none = fakeCube({ paths, values: { baseline: [nan, 2, nan, 4], wide: [0, nan, 0, nan] } });
    expect(choiceOf(none, fakeQuestion(none))).toMatchObject({ best: undefined, shares: [], flips: [] });
  });
});

describe("a boundary of the flips", () => {
  const days = numbered(40, (index) => index + 1);
  const words = days.map((day) => (day % 2 === 0 ? "finish" : "lose"));
  const both = [
    { path: "storm.inside", at: words, levels: 2 },
    { path: "storm.days", unit: "d", at: days },
  ];
  const cubeOf = (wide: (day: number, word: string) => number): ReturnType<typeof fakeCube> =>
    fakeCube({
      paths: both,
      values: { baseline: days.map(() => 10), wide: days.map((day, index) => wide(day, words[index] ?? "")) },
    });

  test("is a number, with the values on either side of it", () => {
    const cube = cubeOf((day) => (day > 30 ? 15 : 6));
    const { flips, boundaries } = choiceOf(cube, fakeQuestion(cube, 1));
    expect(flips).toHaveLength(10);
    expect(boundaries).toEqual([{ path: 1, flips: { side: "above", between: [30, 31] }, misplaced: 0 }]);
  });

  test("is told where it misplaces 5 % of the futures, and not where it misplaces more", () => {
    const noisy = (wrong: readonly number[]) => cubeOf((day) => (day > 30 !== wrong.includes(day) ? 15 : 6));
    const two = noisy([3, 35]);
    expect(choiceOf(two, fakeQuestion(two, 1)).boundaries).toMatchObject([{ path: 1, misplaced: 2 }]);
    const three = noisy([3, 12, 35]);
    expect(choiceOf(three, fakeQuestion(three, 1)).boundaries).toEqual([]);
  });

  test("is the words of a list", () => {
    const cube = cubeOf((_, word) => (word === "lose" ? 12 : 7));
    expect(choiceOf(cube, fakeQuestion(cube, 1)).boundaries).toEqual([
      { path: 0, flips: { side: "levels", levels: ["lose"] }, misplaced: 0 },
    ]);
  });
});
