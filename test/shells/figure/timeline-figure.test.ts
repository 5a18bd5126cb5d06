import { expect, it } from "vitest";
import { timelineFigure } from "#shells/figure/timeline-figure";
import type { TimelineBar, TimelineLane } from "#shells/figure/timeline-figure";

const day = 86_400_000;
const start = Date.UTC(2021, 2, 1);
const draw = (sort: TimelineLane["sort"], bar: Omit<TimelineBar, "short">, width: number = 1000): string =>
  timelineFigure({
    title: "Timeline",
    description: "d",
    width,
    span: { from: start, until: start + 100 * day },
    shaded: [],
    lanes: [{ sort, heading: "Heading", bars: [{ ...bar, short: "short" }] }],
  }).toString();

it("draws a bar from its start to its end", () => {
  const svg = draw("disruption", { from: start + 10 * day, until: start + 20 * day, words: "grounding" });
  expect(svg).toContain('class="bar-line" x1="108" x2="206"');
  expect(svg).not.toContain('class="arrow"');
});

it("ends a bar that leaves the span, or never ends, in an arrow", () => {
  expect(draw("policy", { from: start, until: null, words: "w" })).toContain('class="arrow"');
  expect(draw("policy", { from: start, until: start + 101 * day, words: "w" })).toContain('class="arrow"');
});

it("draws an announcement without a date as a dot without a line", () => {
  const svg = draw("announcement", { from: start + 10 * day, until: null, words: "no date" });
  expect(svg).toContain('class="said"');
  expect(svg).not.toContain('class="bar-line"');
});

it("marks the end that was believed", () => {
  const svg = draw("announcement", { from: start, until: start + 50 * day, words: "until" });
  expect(svg).toContain('class="until" d="M500,');
});

it("says less where all words do not fit", () => {
  const bar = { from: start + 40 * day, until: start + 50 * day, words: "a long story ".repeat(8) };
  expect(draw("disruption", bar, 358)).toContain(">short<");
  expect(draw("disruption", bar, 1000)).not.toContain(">short<");
});
