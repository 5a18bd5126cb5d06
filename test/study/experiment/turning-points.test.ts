import fc from "fast-check";
import { expect, test } from "vitest";
import { fewTurningPoints, turningPoints } from "#study/experiment/turning-points";
import type { Sample } from "#study/experiment/turning-points";

const series = (values: readonly number[]): readonly Sample[] =>
  values.map((value, index) => ({ time: 10 * index, value }));

test("a rise and a fall are told from where they begin to where they end, without what is flat", () => {
  expect(turningPoints(series([0, 0, 1, 5, 9, 9, 4, 0, 0, 1, 0]), 3)).toEqual([
    { value: 0, reached: 0, left: 20 },
    { value: 9, reached: 40, left: 60 },
    { value: 0, reached: 70, left: 100 },
  ]);
});

test("what goes back by less is not told, and what never goes so far tells nothing", () => {
  expect(turningPoints(series([0, 5, 3, 8]), 3).map(({ value }) => value)).toEqual([0, 8]);
  expect(turningPoints(series([2, 4, 3, 4, 2]), 3)).toEqual([]);
  expect(turningPoints([], 1)).toEqual([]);
});

test("no move of the least size is left untold, and none that is told is smaller", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 80 }),
      fc.integer({ min: 1, max: 20 }),
      (values, least) => {
        const points = turningPoints(series(values), least);
        const indices = points.map(({ reached }) => reached / 10);
        points.slice(1).forEach((point, index) => {
          const { value, left } = points[index] ?? point;
          expect(Math.abs(point.value - value)).toBeGreaterThanOrEqual(least);
          expect(left).toBeLessThanOrEqual(point.reached);
        });
        // Before the first, between two, and after the last nothing goes back by `least`.
        const pieces = [0, ...indices].map((from, index) =>
          values.slice(from, (indices[index] ?? Infinity) + 1),
        );
        pieces.forEach((piece, index) => {
          const [start, end] = [points[index - 1]?.value, points[index]?.value];
          const sign = start === undefined || end === undefined ? 0 : Math.sign(end - start);
          expect(furthestBack(piece, sign)).toBeLessThan(least);
        });
      },
    ),
    { seed: 20210323, numRuns: 2000 },
  );
});

/** How far a series goes against its direction, of 0 in either. */
function furthestBack(values: readonly number[], sign: number): number {
  const signs = sign === 0 ? [1, -1] : [sign];
  return Math.max(
    0,
    ...signs.map((way) => {
      let [furthest, back] = [-Infinity, 0];
      for (const value of values) {
        furthest = Math.max(furthest, value * way);
        back = Math.max(back, furthest - value * way);
      }
      return back;
    }),
  );
}

test("of a restless series the largest six moves are told at most", () => {
  const values = [0, 3, 0, 9, 1, 4, 0, 5, 0, 8, 2, 7, 0, 1, 0];
  expect(turningPoints(series(values), 1).length).toBeGreaterThan(7);
  expect(fewTurningPoints(series(values), 1).map(({ value }) => value)).toEqual([0, 9, 0, 8, 0]);
  expect(fewTurningPoints(series([0, 3, 0]), 1)).toEqual(turningPoints(series([0, 3, 0]), 1));
});
