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
const size = { width: 366, flattest: 0.5, tallest: 1.05 };
const area = [[0, 0] as const, [40, 10] as const, [10, -30] as const];
const base = mapBase(land, lines, area, size);
const figure: MapFigure = {
  title: "Traffic",
  description: "d",
  legs: [
    { key: "east", perDay: 10, change: "less" },
    { key: "south", perDay: 0, change: "same" },
  ],
  sites: [{ name: "<port>", at: [0, 0], struck: false, passage: false }],
  mostPerDay: 20,
};

it("makes the width of a line proportional to its traffic", () => {
  const widest = widestLine(size.width);
  expect(lineWidth(20, 20, widest)).toBe(widest);
  expect(lineWidth(10, 20, widest)).toBe(widest / 2);
  expect(lineWidth(0.001, 20, widest)).toBe(1);
  expect(widestLine(1120)).toBeGreaterThan(widest);
  const svg = mapFigure(base, figure).toString();
  expect(svg).toContain(`href="#map-leg-0" class="leg less" stroke-width="${widest / 2}"`);
});

it("draws no leg without traffic", () => {
  expect(mapFigure(base, figure).toString()).not.toContain('href="#map-leg-1"');
});

it("draws land and lanes once, with one decimal at most", () => {
  const definitions = base.definitions.toString();
  expect(definitions).toContain('id="map-land"');
  expect(definitions).toContain('id="map-leg-0"');
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
  const alone = mapBase(land, [], [[1, 51]], { ...size, width: 300 });
  const [x = NaN, y = NaN] = alone.place([1, 51]) ?? [];
  expect(x).toBeCloseTo(150, 0);
  expect(y).toBeGreaterThan(0);
  expect(alone.place([100, 0])).toBeNull();
});

function cornerOf(pair: string): readonly [number, number] {
  const [x = NaN, y = NaN] = pair.split(",").map(Number);
  return [x, y];
}

/** The corners of every stroke in a base's definitions, by stroke. */
function strokesOf(markup: string): readonly (readonly (readonly [number, number])[])[] {
  const drawn = [...markup.matchAll(/id="[^"]*leg-\d+" d="([^"]*)"/g)].map((match) => match[1] ?? "");
  return drawn
    .flatMap((d) => d.split("M").filter((part) => part !== ""))
    .map((part) => part.split("L").map(cornerOf));
}

it("draws no line across the map for a route that crosses the antimeridian", () => {
  const pacific = [
    { key: "whole", lines: [[[170, 10] as const, [-170, 12] as const]] },
    {
      key: "split",
      lines: [
        [[170, 20] as const, [180, 21] as const],
        [[-180, 21] as const, [-170, 22] as const],
      ],
    },
  ];
  const world = Array.from({ length: 72 }, (_, step) => [step * 5 - 180, step % 2 === 0 ? 60 : -40] as const);
  for (const shown of [world, pacific.flatMap(({ lines: parts }) => parts.flat())]) {
    const map = mapBase(land, pacific, shown, { ...size, width: 1120 });
    const strokes = strokesOf(map.definitions.toString());
    expect(strokes.length).toBeGreaterThanOrEqual(2);
    const steps = strokes.flatMap((stroke) =>
      stroke.slice(1).map(([x], index) => Math.abs(x - (stroke[index]?.[0] ?? x))),
    );
    const most = shown === world ? 100 : 1120;
    expect(Math.max(...steps)).toBeLessThan(most);
  }
});

it("cuts what runs off the area, and marks nothing there", () => {
  const near = [[0, 0] as const, [10, 10] as const];
  const far = [
    { key: "far", lines: [[[100, 0] as const, [120, 10] as const]] },
    { key: "off", lines: [[[5, 5] as const, [100, 0] as const]] },
  ];
  const map = mapBase(land, far, near, size);
  expect([...map.lineIds.keys()]).toEqual(["off"]);
  expect(
    Math.max(
      ...strokesOf(map.definitions.toString())
        .flat()
        .map(([x]) => x),
    ),
  ).toBeLessThanOrEqual(size.width);
});

it("lets no two names overlap, nor a name cover a mark, and drops the last ones first", () => {
  const ports = Array.from({ length: 40 }, (_, index) => ({
    name: `Port number ${index}`,
    at: [(index * 37) % 40, ((index * 17) % 30) - 20] as const,
    struck: false,
    passage: index < 2,
  }));
  for (const width of [358, 1120]) {
    const map = mapBase(land, lines, area, { ...size, width });
    const svg = mapFigure(map, { ...figure, sites: ports }).toString();
    const names = [
      ...svg.matchAll(
        /class="site-name" x="([\d.]+)" y="([\d.]+)" text-anchor="middle" style="font-size:(\d+)px">([^<]+)/g,
      ),
    ];
    const boxes = names.map(([, x, y, points, words = ""]) => {
      const half = (words.length * Number(points) * 0.6) / 2;
      return {
        left: Number(x) - half,
        right: Number(x) + half,
        top: Number(y) - Number(points) * 0.8,
        bottom: Number(y),
      };
    });
    expect(boxes.length).toBeGreaterThan(3);
    if (width === 358) expect(boxes.length).toBeLessThan(40);
    expect(names.some((name) => name[4] === "Port number 0")).toBe(true);
    boxes.forEach((box, index) => {
      for (const other of boxes.slice(index + 1)) {
        const apart =
          box.right <= other.left ||
          other.right <= box.left ||
          box.bottom <= other.top ||
          other.bottom <= box.top;
        expect(apart).toBe(true);
      }
      for (const { at } of ports) {
        const [x = 0, y = 0] = map.place(at) ?? [];
        expect(x > box.left && x < box.right && y > box.top && y < box.bottom).toBe(false);
      }
    });
  }
});
