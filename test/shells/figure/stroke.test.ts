import fc from "fast-check";
import { expect, it } from "vitest";
import { bandPath, linePath, runs, simplified } from "#shells/figure/stroke";
import type { Point } from "#shells/figure/stroke";

const heights = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 2, maxLength: 60 });

function heightAt(points: readonly Point[], x: number): number {
  const after = points.findIndex((point) => point[0] >= x);
  const [right, left] = [points[after], points[Math.max(0, after - 1)]];
  if (right === undefined || left === undefined) throw new Error("x lies within the stroke");
  const part = right[0] === left[0] ? 0 : (x - left[0]) / (right[0] - left[0]);
  return left[1] + part * (right[1] - left[1]);
}

it("leaves out only points near what is drawn: peaks stay", () => {
  fc.assert(
    fc.property(heights, (values) => {
      const points = values.map((value, index): Point => [index * 4, value]);
      const kept = simplified(points, 0.25);
      // 0.25 pixels square to the stroke are at most that times the steepest slope up or down.
      for (const [x, y] of points)
        expect(Math.abs(heightAt(kept, x) - y)).toBeLessThan(0.25 * Math.hypot(1, 75) + 1e-6);
      expect(Math.max(...kept.map(([, y]) => y))).toBeGreaterThan(Math.max(...values) - 0.26);
    }),
    { seed: 11 },
  );
});

it("draws a straight stroke with its two ends", () => {
  const points = Array.from({ length: 50 }, (_, index): Point => [index, 2 * index]);
  expect(linePath(points)).toBe("M0,0L49,98");
});

it("breaks where values do not exist", () => {
  expect(runs([null, 1, 2, null, null, 3])).toEqual([[1, 2], [3]]);
  expect(linePath([[0, 0], [1, 5], null, [3, 1], [4, 4]])).toBe("M0,0L1,5M3,1L4,4");
});

it("closes a band around the points where both lines exist", () => {
  expect(
    bandPath(
      [
        [0, 9],
        [1, 8],
        [2, 9],
      ],
      [[0, 1], [1, 3], null],
    ),
  ).toBe("M1,3L0,1L0,9L1,8Z");
});
