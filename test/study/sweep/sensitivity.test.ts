import { describe, expect, test } from "vitest";
import { Streams } from "#engine/random/stream";
import { correlationRatio, equalCountGroups } from "#engine/stats/correlation-ratio";
import { latinHypercube } from "#engine/stats/latin-hypercube";
import { sobolDesign, sobolIndices } from "#engine/stats/sobol-indices";
import { sensitivitiesOf } from "#study/sweep/sensitivity";
import type { Sensitivity } from "#study/sweep/sensitivity";
import { fakeCube, fakeQuestion } from "./fake-cube.ts";

const names = ["x", "y", "z"];
const shareOf = (one: Sensitivity | undefined, path: number): number | undefined =>
  one?.shares?.find((share) => share.path === path)?.alone.share;

describe("sensitivity of a Latin hypercube", () => {
  const columns = latinHypercube(300, names, new Streams("sensitivity", 0));
  const of = (model: (x: number, y: number, z: number) => number): readonly number[] =>
    Array.from({ length: 300 }, (_, at) =>
      model(...(columns.map((own) => own[at] ?? 0) as [number, number, number])),
    );
  const paths = columns.map((own, index) => ({ path: names[index] ?? "", at: Array.from(own) }));

  test("is the share of each path alone, of each variant and of its difference from the baseline", () => {
    // Variances of 4 : 1 : 0 of the baseline, and 0 : 0 : 1 of the difference.
    const cube = fakeCube({
      paths,
      values: { baseline: of((x, y) => 2 * x + y), wide: of((x, y, z) => 2 * x + y + z) },
    });
    const told = sensitivitiesOf(cube, fakeQuestion(cube));
    expect(told.map(({ place, versus, method }) => [place, versus, method])).toEqual([
      [0, false, "correlation-ratio"],
      [1, false, "correlation-ratio"],
      [1, true, "correlation-ratio"],
    ]);
    for (const [path, share] of [0.8, 0.2, 0].entries()) {
      const alone = told[0]?.shares?.find((one) => one.path === path)?.alone;
      expect(alone?.low).toBeLessThan(share);
      expect(alone?.high).toBeGreaterThan(share);
      expect((alone?.high ?? 1) - (alone?.low ?? 0)).toBeLessThan(0.25);
    }
    expect(told[0]?.shares?.map(({ path }) => path)).toEqual([0, 1, 2]);
    expect(told[0]?.shares?.every(({ withOthers }) => withOthers === null)).toBe(true);
    expect(shareOf(told[2], 2)).toBeGreaterThan(0.98);
    expect(told[2]?.spread).toBeCloseTo(Math.sqrt(1 / 12), 2);
  });

  test("leaves out futures without a number, and says nothing where nothing varies", () => {
    const gaps = of((x) => x).map((value, at) => (at < 10 ? NaN : value));
    const cube = fakeCube({ paths, values: { baseline: gaps, wide: of(() => 3) } });
    const told = sensitivitiesOf(cube, fakeQuestion(cube));
    expect(told[0]).toMatchObject({ futures: 290, leftOut: 10 });
    expect(told[1]).toMatchObject({ shares: null, spread: 0 });
  });
});

test("sensitivity of a whole grid is exact, alone and with others", () => {
  const [x, y] = [
    [0, 0, 0, 1, 1, 1],
    [-1, 0, 1, -1, 0, 1],
  ];
  const paths = [
    { path: "x", levels: 2, at: x },
    { path: "y", levels: 3, at: y },
  ];
  // x y has nothing of y alone for x of -1 and 1, and all of it with x.
  const cube = fakeCube({
    paths,
    design: "grid",
    values: {
      baseline: x.map((own, at) => 4 * own + (y[at] ?? 0)),
      both: x.map((own, at) => (2 * own - 1) * (y[at] ?? 0)),
    },
  });
  const [sum, product] = sensitivitiesOf(cube, fakeQuestion(cube));
  const all = 4 + 2 / 3;
  expect(sum?.method).toBe("grid");
  expect(sum?.shares).toEqual(
    [4 / all, 2 / 3 / all].map((share, path) => {
      const exact = { share: expect.closeTo(share, 12) as number, low: null, high: null };
      return { path, alone: exact, withOthers: exact };
    }),
  );
  expect(product?.shares?.map(({ alone, withOthers }) => [alone.share, withOthers?.share])).toEqual([
    [0, expect.closeTo(1, 12)],
    [0, expect.closeTo(1, 12)],
  ]);
});

test("a grid with gaps falls back on the correlation ratio", () => {
  const at = Array.from({ length: 20 }, (_, index) => Math.floor(index / 5));
  const other = at.map((_, index) => index % 5);
  const cube = fakeCube({
    paths: [
      { path: "x", levels: 4, at },
      { path: "y", levels: 5, at: other },
    ],
    design: "grid",
    values: { baseline: at.map((value, index) => (index === 7 ? NaN : value)) },
  });
  const [told] = sensitivitiesOf(cube, fakeQuestion(cube));
  expect(told).toMatchObject({ method: "correlation-ratio", leftOut: 1 });
  expect(shareOf(told, 0)).toBe(1);
});

test("sensitivity of a Sobol design gives the indices of its rows, those with a gap left out", () => {
  const rows = 64;
  const design = sobolDesign(rows, names, new Streams("sobol", 0));
  const model = ([x = 0, y = 0, z = 0]: readonly number[]): number => x + 2 * y * z;
  const points = [design.a, design.b, ...design.mixed];
  const outputs = points.map((columns) =>
    Array.from({ length: rows }, (_, row) => model(columns.map((own) => own[row] ?? 0))),
  );
  const inRows = Array.from({ length: rows }, (_, row) => outputs.map((own) => own[row] ?? 0)).flat();
  const broken = inRows.map((value, at) => (at === 3 ? NaN : value));
  const paths = names.map((path, axis) => ({
    path,
    at: Array.from({ length: rows }, (_, row) => points.map((columns) => columns[axis]?.[row] ?? 0)).flat(),
  }));
  const cube = fakeCube({ paths, design: "sobol", values: { baseline: inRows, wide: broken } });
  const [whole, gap] = sensitivitiesOf(cube, fakeQuestion(cube));
  const [a = [], b = [], ...mixed] = outputs;
  const expected = sobolIndices({ a, b, mixed }, () => 0);
  for (const { path, alone, withOthers } of whole?.shares ?? []) {
    expect(alone.share).toBe(expected?.[path]?.alone.share);
    expect(withOthers?.share).toBe(expected?.[path]?.withOthers.share);
    expect(alone.low).toBeLessThan(alone.share);
  }
  expect(whole?.futures).toBe(rows * 5);
  expect(gap).toMatchObject({ method: "sobol", futures: (rows - 1) * 5, leftOut: 5 });
});

describe("the corrected correlation ratio", () => {
  const uniform = (name: string): (() => number) => {
    const stream = new Streams("correlation-ratio", 0).at(name);
    return () => stream.uniform();
  };

  test("is epsilon squared of an analysis of variance", () => {
    // Groups of means 2, 5 and 5: 18 between, 12 within over 6; (18 - 2 * 2) / 30.
    const found = correlationRatio([1, 2, 3, 3, 5, 7, 4, 5, 6], [0, 0, 0, 1, 1, 1, 2, 2, 2], uniform("one"));
    expect(found?.share).toBeCloseTo(14 / 30, 12);
  });

  test("is null without variance, without groups, and without values to spare", () => {
    expect(correlationRatio([3, 3, 3], [0, 0, 1], uniform("none"))).toBeNull();
    expect(correlationRatio([1, 2, 3], [0, 0, 0], uniform("none"))).toBeNull();
    expect(correlationRatio([1, 2], [0, 1], uniform("none"))).toBeNull();
  });

  test("cuts numbers into groups of equal count in their order", () => {
    expect(Array.from(equalCountGroups([9, 1, 5, 7, 3, 8, 2, 6, 4]))).toEqual([2, 0, 1, 2, 0, 2, 0, 1, 1]);
  });

  test("covers the share of a straight line with noise in 88 to 100 of 100 samples", () => {
    const draw = uniform("samples");
    let covered = 0;
    for (let sample = 0; sample < 100; sample += 1) {
      const xs = Array.from({ length: 100 }, draw);
      const ys = xs.map((x) => x + draw());
      const found = correlationRatio(ys, equalCountGroups(xs), draw);
      if (found !== null && found.low <= 0.495 && found.high >= 0.495) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(88);
  });
});
