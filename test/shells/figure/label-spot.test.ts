import { expect, it } from "vitest";
import { labelSpots } from "#shells/figure/label-spot";
import type { Point } from "#shells/figure/stroke";

const room = { left: 0, right: 400, top: 0, bottom: 300 };
const level = (y: number): readonly Point[] =>
  Array.from({ length: 81 }, (_, index): Point => [index * 5, y]);

it("puts each name beside its own curve", () => {
  const [high, low] = labelSpots(
    [
      { name: "high", points: level(80) },
      { name: "low", points: level(220) },
    ],
    room,
  );
  expect(Math.abs((high?.y ?? 0) - 80)).toBeLessThan(25);
  expect(Math.abs((low?.y ?? 0) - 220)).toBeLessThan(25);
});

it("gives no name to curves that run together everywhere, rather than one that could be the other's", () => {
  const spots = labelSpots(
    [
      { name: "one", points: level(150) },
      { name: "two", points: level(152) },
    ],
    room,
  );
  expect(spots.filter((spot) => spot !== null).length).toBeLessThan(2);
  expect(
    labelSpots(
      [
        { name: "a", points: level(150) },
        { name: "b", points: level(150) },
      ],
      room,
    ),
  ).toEqual([null, null]);
});

it("stays out of occupied places and inside its room", () => {
  const everywhere = { left: 0, right: 400, top: 0, bottom: 300 };
  expect(labelSpots([{ name: "high", points: level(80) }], room, [everywhere])).toEqual([null]);
  const [spot] = labelSpots([{ name: "top", points: level(2) }], room);
  expect(spot?.y).toBeGreaterThan(2);
});
