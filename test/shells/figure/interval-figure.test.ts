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
  const dots = [...svg.matchAll(/class="dot" cx="([\d.]+)"/g)].map((match) => Number(match[1]));
  expect(dots[0]).toBeLessThan(zero);
  expect(dots[2]).toBeGreaterThan(zero);
  // -3 and 2 lie as far from 0 as their sizes say.
  expect((zero - (dots[0] ?? 0)) / ((dots[2] ?? 0) - zero)).toBeCloseTo(1.5, 2);
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
  expect(svg).toContain("no difference can be given");
});
