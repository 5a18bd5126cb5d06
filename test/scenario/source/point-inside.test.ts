import fc from "fast-check";
import { expect, test } from "vitest";
import { pointInside, sizeOf } from "#scenario/source/point-inside";
import type { Ring } from "#scenario/source/point-inside";

/** A ring as it is drawn: x is east, y is north. */
const ring = (...points: readonly (readonly [x: number, y: number])[]): Ring =>
  points.map(([x, y]) => [y, x] as const);

test("the middle of an area stands for it where it lies inside", () => {
  const square = ring([0, 0], [2, 0], [2, 2], [0, 2], [0, 0]);
  expect(pointInside([square])).toEqual([1, 1]);
  expect(pointInside([[...square].reverse()])).toEqual([1, 1]);
  expect(pointInside([ring([0, 0], [3, 0], [0, 3], [0, 0])])).toEqual([1, 1]);
  expect(sizeOf([square])).toBe(4);
});

test("a bay or a hole in the middle moves it to the widest stretch beside it", () => {
  // Open to the north: the arm in the east is twice as wide as that in the west.
  const bay = ring([0, 0], [10, 0], [10, 10], [6, 10], [6, 1], [2, 1], [2, 10], [0, 10], [0, 0]);
  const [north = NaN, east = NaN] = pointInside([bay]) ?? [];
  expect([north > 1 && north < 10, east]).toEqual([true, 8]);
  const outer = ring([0, 0], [10, 0], [10, 10], [0, 10], [0, 0]);
  const hole = ring([1, 4], [7, 4], [7, 6], [1, 6], [1, 4]);
  expect(pointInside([outer, hole])).toEqual([5, 8.5]);
});

test("an area across 180 degrees has its middle there, and one of no size has none", () => {
  expect(pointInside([ring([178, 0], [-178, 0], [-178, 4], [178, 4], [178, 0])])).toEqual([2, 180]);
  expect(pointInside([ring([177, 0], [-179, 0], [-179, 4], [177, 4], [177, 0])])).toEqual([2, 179]);
  expect(pointInside([])).toBeUndefined();
  expect(pointInside([ring([1, 1])])).toBeUndefined();
  expect(pointInside([ring([1, 1], [2, 2], [1, 1])])).toBeUndefined();
});

test("it lies inside any star, whatever its corners", () => {
  const corners = fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(corners, (radii) => {
      const at = (index: number): readonly [number, number] => {
        const angle = (2 * Math.PI * index) / radii.length;
        const radius = radii[index % radii.length] ?? 1;
        return [10 + radius * Math.cos(angle), 20 + radius * Math.sin(angle)];
      };
      const star = ring(...[...radii.keys(), 0].map(at));
      const point = pointInside([star]);
      expect(point !== undefined && isIn(star, point)).toBe(true);
    }),
    { seed: 7 },
  );
});

/** Whether a point lies inside a ring: a ray to the north crosses it an odd number of times. */
function isIn(ring: Ring, [north, east]: readonly [number, number]): boolean {
  let isInside = false;
  for (const [index, [y, x]] of ring.entries()) {
    const [nextY, nextX] = ring[index + 1] ?? ring[0] ?? [y, x];
    if (x <= east === nextX <= east) continue;
    if (y + ((east - x) / (nextX - x)) * (nextY - y) > north) isInside = !isInside;
  }
  return isInside;
}
