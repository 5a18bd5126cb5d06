import { expect, it } from "vitest";
import { mapBase, middleMeridian } from "#shells/figure/map-base";
import { lineWidth, mapFigure, widestLine } from "#shells/figure/map-figure";
import type { MapFigure } from "#shells/figure/map-figure";

const land = {
  type: "Polygon" as const,
  coordinates: [
    [
      [0, 0],
      [0, 20],
      [20, 20],
      [20, 0],
      [0, 0],
    ],
  ],
};
const lines = [
  { key: "east", lines: [[[0, 0] as const, [40, 10] as const]] },
  { key: "south", lines: [[[0, 0] as const, [10, -30] as const]] },
];
const base = mapBase(land, lines, [[0, 0]], 366);
const figure: MapFigure = {
  title: "Traffic",
  description: "d",
  legs: [
    { key: "east", perDay: 10, change: "less" },
    { key: "south", perDay: 0, change: "same" },
  ],
  sites: [{ id: "<port>", at: [0, 0], struck: false, passage: false }],
  mostPerDay: 20,
};

it("makes the width of a line proportional to its traffic", () => {
  expect(lineWidth(20, 20)).toBe(widestLine);
  expect(lineWidth(10, 20)).toBe(widestLine / 2);
  expect(lineWidth(0.001, 20)).toBe(1);
  const svg = mapFigure(base, figure).toString();
  expect(svg).toContain(`href="#leg-0" class="leg less" stroke-width="${widestLine / 2}"`);
});

it("draws no leg without traffic", () => {
  expect(mapFigure(base, figure).toString()).not.toContain('href="#leg-1"');
});

it("draws land and lanes once, with one decimal at most", () => {
  const definitions = base.definitions.toString();
  expect(definitions).toContain('id="land"');
  expect(definitions).toContain('id="leg-0"');
  expect(definitions).not.toMatch(/\d\.\d\d/);
});

it("marks what is struck with a cross, and escapes names", () => {
  const [site] = figure.sites;
  if (site === undefined) throw new Error("the figure has a site");
  const svg = mapFigure(base, { ...figure, sites: [{ ...site, struck: true }] }).toString();
  expect(svg).toContain('class="site struck"');
  expect(svg).toContain("&lt;port&gt;");
});

it("turns the widest empty stretch of longitude away from the reader", () => {
  expect(
    middleMeridian([
      [10, 0],
      [30, 0],
    ]),
  ).toBeCloseTo(20, 9);
  expect(
    Math.abs(
      middleMeridian([
        [170, 0],
        [-170, 0],
      ]),
    ),
  ).toBeCloseTo(180, 9);
  expect(
    middleMeridian([
      [120, 0],
      [-120, 0],
    ]),
  ).toBeCloseTo(-180, 9);
  expect(middleMeridian([[5, 0]])).toBeCloseTo(5, 9);
});

it("shows a place alone with some degrees around it", () => {
  const alone = mapBase(land, [], [[1, 51]], 300);
  const [x = NaN, y = NaN] = alone.place([1, 51]) ?? [];
  expect(x).toBeCloseTo(150, 0);
  expect(y).toBeGreaterThan(0);
  expect(alone.place([100, 0])).toBeNull();
});
