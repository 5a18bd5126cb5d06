import { expect, it } from "vitest";
import { intervalFigure } from "#shells/figure/interval-figure";
import type { IntervalFigure, IntervalRow } from "#shells/figure/interval-figure";

const row = (name: string, value: number, half: number, tone: IntervalRow["tone"]): IntervalRow => ({
  name,
  value,
  low: value - half,
  high: value + half,
  tone,
});

const figure: IntervalFigure = {
  title: "Difference",
  description: "one: better",
  width: 340,
  axis: "difference, days",
  direction: -1,
  resolution: 0.1,
  rows: [row("one", -3, 0.5, "better"), row("two", 0.2, 0.6, "alike"), row("three", 2, 0.5, "worse")],
};

it("colours a row only by its tone, and says the tone in words too", () => {
  const svg = intervalFigure(figure).toString();
  expect(svg.match(/tone-better/g)).toHaveLength(1);
  expect(svg.match(/tone-worse/g)).toHaveLength(1);
  expect(svg.match(/tone-alike/g)).toHaveLength(1);
  expect(svg).toContain("✓ better");
  expect(svg).toContain("✕ worse");
  expect(svg).toContain("≈ cannot tell apart");
});

it("puts less on the left of 0 and more on the right", () => {
  const svg = intervalFigure(figure).toString();
  const zero = Number(/class="zero" x1="([\d.]+)"/.exec(svg)?.[1]);
  const dots = [...svg.matchAll(/class="dot" (?:cx="|d="M)([\d.]+)/g)].map((match) => Number(match[1]));
  expect(dots[0]).toBeLessThan(zero);
  expect(dots[2]).toBeGreaterThan(zero);
  // -3 and 2 lie as far from 0 as their sizes say, to a tenth of a pixel.
  expect((zero - (dots[0] ?? 0)) / ((dots[2] ?? 0) - zero)).toBeCloseTo(1.5, 1);
});

it("does not magnify differences below the resolution of the numbers", () => {
  const svg = intervalFigure({ ...figure, rows: [row("same", 0.0001, 0.0001, "alike")] }).toString();
  const zero = Number(/class="zero" x1="([\d.]+)"/.exec(svg)?.[1]);
  const dot = Number(/class="dot" cx="([\d.]+)"/.exec(svg)?.[1]);
  expect(Math.abs(dot - zero)).toBeLessThan(1);
});

it("draws no dot and no interval for a difference that does not exist", () => {
  const nothing = { name: "none", value: null, low: null, high: null, tone: "unknown" } as const;
  const svg = intervalFigure({ ...figure, rows: [nothing, row("one", -3, 0.5, "better")] }).toString();
  expect(svg.match(/class="dot"/g)).toHaveLength(1);
  expect(svg).toContain("cannot be compared");
});

it("gives names and findings room of their own, off the data, wide and narrow", () => {
  for (const width of [536, 358]) {
    const rows = figure.rows.map((each) => ({ ...each, name: `nobody-${each.name}` }));
    const svg = intervalFigure({ ...figure, rows, width }).toString();
    const words = [
      ...svg.matchAll(/class="row-\w+" x="([\d.]+)"(?: text-anchor="(end)")? y="([\d.]+)">([^<]+)/g),
    ];
    expect(words).toHaveLength(6);
    expect(words.map((match) => match[4])).toContain("nobody-three");
    const marks = [
      ...svg.matchAll(/class="(?:interval|zero)" x1="([\d.]+)" x2="([\d.]+)" y1="([\d.]+)" y2="([\d.]+)"/g),
    ];
    expect(marks.length).toBeGreaterThan(3);
    const lines: (readonly string[])[] = [...marks];
    const hairs = [...svg.matchAll(/class="hair" d="([^"]*)"/g)].flatMap(([, path = ""]) => [
      ...path.matchAll(/M([\d.]+),([\d.]+)V([\d.]+)/g),
    ]);
    expect(hairs.length).toBeGreaterThan(6);
    for (const [, x = "", from = "", to = ""] of hairs) lines.push(["", x, x, from, to]);
    for (const [, x, anchor, y, text] of words) {
      const size = (text ?? "").length * 13 * 0.6;
      const left = anchor === "end" ? Number(x) - size : Number(x);
      const box = { left, right: left + size, top: Number(y) - 10, bottom: Number(y) + 2 };
      for (const mark of lines) {
        const [x1 = 0, x2 = 0, y1 = 0, y2 = 0] = mark.slice(1).map(Number);
        const apart = x2 < box.left || x1 > box.right || y2 < box.top || y1 > box.bottom;
        expect(apart, `${text ?? ""} at ${width} pixels`).toBe(true);
      }
    }
  }
});

it("says which way is better, and tells findings apart by their signs", () => {
  expect(intervalFigure(figure).toString()).toContain("difference, days · ← less is better");
  expect(intervalFigure({ ...figure, direction: 1 }).toString()).toContain("more is better →");
  expect(intervalFigure({ ...figure, direction: 0 }).toString()).not.toContain("is better");
  const marks = [
    ...intervalFigure(figure)
      .toString()
      .matchAll(/<(\w+) class="dot"/g),
  ].map((match) => match[1]);
  expect(marks).toEqual(["circle", "circle", "path"]);
});

it("cuts no name that has room, and keeps a longer one whole under the pointer", () => {
  const named = (name: string, width: number, tone: IntervalRow["tone"]): string =>
    intervalFigure({ ...figure, width, rows: [row(name, -3, 0.5, tone)] }).toString();
  expect(named("housed-and-rebuilt", 536, "better")).toContain(">housed-and-rebuilt<");
  expect(named("practised-restart", 358, "unknown")).toContain(">practised-restart<");
  const long = "a-variant-with-a-name-that-no-panel-has-room-for";
  expect(named(long, 536, "better")).toMatch(new RegExp(`…<title>${long}</title>`));
});
