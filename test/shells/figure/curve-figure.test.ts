import { expect, it } from "vitest";
import { curveFigure } from "#shells/figure/curve-figure";
import type { CurveFigure } from "#shells/figure/curve-figure";

const day = 86_400_000;
const start = Date.UTC(2021, 2, 1);
const times = Array.from({ length: 31 }, (_, index) => start + index * day);

const figure: CurveFigure = {
  title: "Queue",
  description: "baseline: highest 300",
  width: 500,
  height: 300,
  axis: "vessels waiting",
  times,
  series: [
    {
      place: 0,
      name: "baseline",
      mean: times.map((_, index) => index * 10),
      low: times.map((_, index) => index * 9),
      high: times.map((_, index) => index * 11),
      lowerQuartile: times.map((_, index) => index * 9.5),
      upperQuartile: times.map((_, index) => index * 10.5),
      twin: times.map(() => 5),
    },
    {
      place: 1,
      name: "<b>other</b>",
      mean: times.map(() => 150),
      low: times.map(() => 140),
      high: times.map(() => 160),
      lowerQuartile: times.map(() => 145),
      upperQuartile: times.map(() => 155),
    },
  ],
  span: { from: start, until: start + 30 * day },
  shaded: [{ from: start + 10 * day, until: start + 16 * day }],
  shadeName: "disrupted",
  references: [{ value: 200, name: "limit", dashed: true }],
};

const drawn = (data: CurveFigure): string => curveFigure(data).toString();

/** The last point of the mean of the variant at a place. */
function lastPoint(svg: string, place: number): readonly [number, number] {
  const path = new RegExp(`series s${place}">.*?class="mean" d="([^"]*)"`).exec(svg)?.[1] ?? "";
  const [x = NaN, y = NaN] = (path.split(/[ML]/).at(-1) ?? "").split(",").map(Number);
  return [x, y];
}

it("has one name for those who cannot see it", () => {
  const svg = drawn(figure);
  expect(svg).toContain('role="img"');
  expect(svg).toContain('aria-label="Queue. baseline: highest 300"');
  expect(svg).toContain("<title>Queue</title>");
});

it("puts time across and values up: the last day at the right edge, 0 on the axis", () => {
  const [x, y] = lastPoint(drawn(figure), 0);
  expect(x).toBe(492);
  // 330 is the highest value of the band; the scale ends at the next round number, 350.
  expect(y).toBeCloseTo(270 - (300 / 350) * (270 - 44), 1);
});

it("draws only what lies in its span", () => {
  const [x, y] = lastPoint(drawn({ ...figure, span: { from: start, until: start + 15 * day } }), 0);
  expect(x).toBe(492);
  expect(y).toBeLessThan(270 - ((270 - 44) * 150) / 250);
});

it("draws values above the most it may show at the upper edge", () => {
  const [, y] = lastPoint(drawn({ ...figure, most: 100, references: [] }), 0);
  expect(y).toBe(44);
});

it("shades the disrupted span at its place and names it once", () => {
  const svg = drawn({
    ...figure,
    shaded: [...figure.shaded, { from: start + 20 * day, until: start + 21 * day }],
  });
  expect(svg.match(/class="shade"/g)).toHaveLength(2);
  expect(svg.match(/>disrupted</g)).toHaveLength(1);
  const x = Number(/class="shade" x="([\d.]+)"/.exec(svg)?.[1]);
  expect(x).toBeCloseTo(44 + (448 * 10) / 30, 1);
});

it("keeps band and twin for the chosen variant, and has a level with its name", () => {
  const svg = drawn(figure);
  expect(svg.match(/class="band"/g)).toHaveLength(2);
  expect(svg.match(/class="twin"/g)).toHaveLength(1);
  expect(svg).toContain('class="level dashed"');
  expect(svg).toContain(">limit<");
});

it("escapes the names of variants", () => {
  expect(drawn(figure)).not.toContain("<b>other");
});

it("survives curves without any value", () => {
  const nothing = times.map(() => null);
  const quartiles = { lowerQuartile: nothing, upperQuartile: nothing };
  const empty = { place: 0, name: "none", mean: nothing, low: nothing, high: nothing, ...quartiles };
  expect(drawn({ ...figure, series: [empty], references: [] })).not.toContain("NaN");
});
