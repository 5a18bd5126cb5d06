import { describe, expect, test } from "vitest";
import { pathBins } from "#study/sweep/path-bins";
import { pathCells } from "#study/sweep/path-cells";
import { pathCourses } from "#study/sweep/path-course";
import { fakeCube, fakeQuestion, numbered } from "./fake-cube.ts";

const days = numbered(40, (index) => (index * 7) % 40);
const words = days.map((day) => (day < 10 ? "shut" : "open"));
const cube = fakeCube({
  paths: [
    { path: "storm.days", unit: "d", at: days },
    { path: "storm.inside", levels: 2, at: words },
  ],
  values: { baseline: days, wide: days.map((day) => (day < 20 ? day + 1 : day - 5)) },
});
const all = numbered(40, (index) => index);

describe("groups of futures by a path", () => {
  test("are of equal count in the order of numbers, with their ends and their mean", () => {
    const [path] = cube.paths;
    if (path === undefined) throw new Error("there is a path");
    const bins = pathBins(path, all, 4);
    expect(bins.map(({ from, to, centre }) => [from, to, centre])).toEqual([
      [0, 9, 4.5],
      [10, 19, 14.5],
      [20, 29, 24.5],
      [30, 39, 34.5],
    ]);
    expect(bins.flatMap(({ futures }) => futures).sort((one, other) => one - other)).toEqual(all);
  });

  test("are the values of a list", () => {
    const [, path] = cube.paths;
    if (path === undefined) throw new Error("there is a path");
    const bins = pathBins(path, all, 7);
    expect(bins.map(({ text, futures, centre }) => [text, futures.length, centre])).toEqual([
      ["shut", 10, NaN],
      ["open", 30, NaN],
    ]);
  });
});

test("the course along a path is the mean of each group with its interval; a grid has none", () => {
  const [course] = pathCourses(cube, fakeQuestion(cube));
  expect(course?.points.map(({ means }) => means.map(({ mean }) => mean))).toEqual([
    [4.5, 5.5],
    [14.5, 15.5],
    [24.5, 19.5],
    [34.5, 29.5],
  ]);
  const first = course?.points[0]?.means[0];
  // Student's of 0 to 9: 2.262 of the standard error, 3.028 ÷ √10.
  expect(first?.low).toBeCloseTo(4.5 - 2.1659, 3);
  expect(first?.high).toBeCloseTo(4.5 + 2.1659, 3);
  const grid = { ...cube, design: "grid" } as const;
  expect(pathCourses(grid, fakeQuestion(grid))[0]?.points[0]?.means[0]?.low).toBeNull();
});

describe("cells of two paths", () => {
  const subject = { place: 1, across: 0, up: 1 };

  test("tell where a variant is better or worse by more than the indifference", () => {
    const map = pathCells(cube, fakeQuestion(cube, 2), subject);
    expect(map?.columns).toHaveLength(2);
    expect(
      map?.cells.map(({ column, row, futures, difference, verdict }) => [
        ...[column, row, futures, difference],
        verdict,
      ]),
    ).toEqual([
      [0, 0, 10, 1, "alike"],
      [0, 1, 10, 1, "alike"],
      [1, 1, 20, -5, "better"],
    ]);
    const fine = pathCells(cube, fakeQuestion(cube, 0.5), subject);
    expect(fine?.cells.map(({ verdict }) => verdict)).toEqual(["worse", "worse", "better"]);
  });

  test("are alike where the interval over their futures holds 0", () => {
    const noisy = fakeCube({
      paths: cube.paths.map(({ path, levels }, place) => ({ path, levels, at: place === 0 ? days : words })),
      values: { baseline: days.map(() => 0), wide: days.map((day) => (day % 2 === 0 ? 30 : -27)) },
    });
    const map = pathCells(noisy, fakeQuestion(noisy, 0.5), subject);
    expect(map?.cells.map(({ verdict }) => verdict)).toEqual(["alike", "alike", "alike"]);
  });
});
