import { expect, test } from "vitest";
import { greatCircleMetres, nearestOnTrack, trackMetres } from "#base/elementary";
import type { Track } from "#base/elementary";

const degree = 111_195; // metres along a great circle: the radius, 6,371,008.8 m, times π / 180

test("between two places it is the great circle", () => {
  for (const [a, b] of [
    [
      [1.26, 103.8],
      [51.95, 4.14],
    ],
    [
      [0, 179.5],
      [0, -179.5],
    ],
    [
      [50, 1],
      [50, 1],
    ],
  ] as const)
    expect(trackMetres([a], [b])).toBe(greatCircleMetres(a[0], a[1], b[0], b[1]));
});

test("beside a track the nearest point lies between its ends, beyond it an end is nearest", () => {
  const equator: Track = [
    [0, 0],
    [0, 10],
  ];
  expect(trackMetres([[1, 5]], equator)).toBe(degree);
  expect(trackMetres([[-2, 9.99]], equator)).toBe(2 * degree);
  expect(trackMetres([[0, 12]], equator)).toBe(2 * degree);
  expect(trackMetres([[0, -3]], equator)).toBe(3 * degree);
  expect(trackMetres([[0, 190]], equator)).toBe(greatCircleMetres(0, 0, 0, 170));
});

test("a track bends with the sphere: between places of one latitude it lies nearer to the pole", () => {
  const track: Track = [
    [60, -30],
    [60, 30],
  ];
  // Its highest latitude has the tangent tan 60° / cos 30° = 2: 63.4349°.
  expect(trackMetres([[63.43494882, 0]], track)).toBe(0);
  expect(Math.abs(trackMetres([[60, 0]], track) - 3.43494882 * degree)).toBeLessThan(5);
});

test("of several parts the nearest counts, whichever way round, and over the antimeridian too", () => {
  const track: Track = [
    [0, 170],
    [0, 179],
    [5, -175],
  ];
  const place: Track = [[5, -170]];
  expect(trackMetres(place, track)).toBe(greatCircleMetres(5, -170, 5, -175));
  expect(trackMetres(track, place)).toBe(trackMetres(place, track));
  expect(trackMetres([[0, 180]], track)).toBeLessThan(degree);
});

test("tracks that cross are nowhere apart, those that would only cross when longer are", () => {
  const north: Track = [
    [-1, 5],
    [1, 5],
  ];
  expect(
    trackMetres(north, [
      [0, 0],
      [0, 10],
    ]),
  ).toBe(0);
  expect(
    trackMetres(north, [
      [0, 6],
      [0, 10],
    ]),
  ).toBe(degree);
  expect(
    trackMetres(north, [
      [0, 185],
      [0, 190],
    ]),
  ).toBeGreaterThan(170 * degree); // its other side of the world
  expect(
    trackMetres(
      [
        [0, 0],
        [0, 4],
      ],
      [
        [0, 6],
        [0, 9],
      ],
    ),
  ).toBe(2 * degree); // one circle
});

test("the point that is nearest lies so far along a track, the first of those that are as near", () => {
  const track: Track = [
    [0, 0],
    [0, 10],
    [0, 30],
  ];
  const along = (other: Track): number => Math.round(nearestOnTrack(track, other).along * 1e9) / 1e9;
  expect(along([[1, 5]])).toBe(0.5);
  expect(along([[-2, 25]])).toBe(1.75);
  expect(along([[3, -3]])).toBe(0);
  expect(along([[3, 33]])).toBe(2);
  const north: Track = [
    [-5, 15],
    [5, 15],
  ];
  expect(along(north)).toBe(1.25);
  const beside: Track = [
    [0, 27],
    [0, 12],
  ];
  expect(along(beside)).toBe(1.1);
  expect(nearestOnTrack([[0, 0]], [[0, 1]])).toEqual({ metres: degree, along: 0 });
});
