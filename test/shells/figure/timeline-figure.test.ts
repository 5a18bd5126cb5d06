import { expect, it } from "vitest";
import { timelineFigure } from "#shells/figure/timeline-figure";
import type { TimelineBar, TimelineLane } from "#shells/figure/timeline-figure";

const day = 86_400_000;
const start = Date.UTC(2021, 2, 1);
const bar = (from: number, until: number | null, name: string = "grounding"): TimelineBar => ({
  from: start + from * day,
  until: until === null ? null : start + until * day,
  name,
  shortName: name,
  dates: "11 Mar 00:00 to 21 Mar 00:00",
  shortDates: "short",
});
const figure = (lanes: readonly TimelineLane[], width: number): string =>
  timelineFigure({
    title: "Timeline",
    description: "d",
    width,
    span: { from: start, until: start + 100 * day },
    shaded: [{ from: start + 10 * day, until: start + 20 * day }],
    lanes,
  }).join("");
const draw = (sort: TimelineLane["sort"], one: TimelineBar, width: number = 1000): string =>
  figure([{ sort, heading: "Heading", bars: [one] }], width);
const plot = (svg: string): { left: number; width: number } => {
  const [, x1, x2] = /class="base" x1="([\d.]+)" x2="([\d.]+)"/.exec(svg) ?? [];
  return { left: Number(x1), width: Number(x2) - Number(x1) };
};
const barEnds = (svg: string): readonly number[] =>
  (/class="bar-line" x1="([\d.]+)" x2="([\d.]+)"/.exec(svg) ?? []).slice(1).map(Number);

it("draws a bar from its start to its end", () => {
  const svg = draw("disruption", bar(10, 20));
  const { left, width } = plot(svg);
  const [from, until] = barEnds(svg);
  expect(from).toBeCloseTo(left + width * 0.1, 1);
  expect(until).toBeCloseTo(left + width * 0.2, 1);
  expect(svg).not.toContain('class="arrow"');
});

it("ends a bar that leaves the span on either side, or never ends, in an arrow", () => {
  expect(draw("policy", bar(0, null)).match(/class="arrow"/g)).toHaveLength(1);
  expect(draw("policy", bar(0, 101)).match(/class="arrow"/g)).toHaveLength(1);
  expect(draw("policy", bar(-5, 50)).match(/class="arrow"/g)).toHaveLength(1);
  expect(draw("policy", bar(-5, null)).match(/class="arrow"/g)).toHaveLength(2);
});

it("draws an announcement without a date as a dot without a line", () => {
  const svg = draw("announcement", bar(10, null));
  expect(svg).toContain('class="said"');
  expect(svg).not.toContain('class="bar-line"');
});

it("marks the end that was believed", () => {
  const svg = draw("announcement", bar(0, 50));
  const { left, width } = plot(svg);
  expect(Number(/class="until" d="M([\d.]+),/.exec(svg)?.[1])).toBeCloseTo(left + width / 2, 0);
});

it("never lets words stand over bars, however long they are", () => {
  const long = "a policy with a rather long name, at some place with another";
  const bars = [bar(0, 100), bar(40, 60, long), bar(-10, null, "x"), bar(99, null, long)];
  const lanes = (["disruption", "announcement", "policy"] as const).map((sort) => ({
    sort,
    heading: "H",
    bars,
  }));
  for (const width of [1120, 358]) {
    const svg = figure(lanes, width);
    const words = [...svg.matchAll(/class="bar-(?:name|dates)" x="([\d.]+)" y="([\d.]+)">([^<]*)/g)];
    const lines = [...svg.matchAll(/class="bar-line" x1="([\d.]+)" x2="([\d.]+)" y1="([\d.]+)"/g)];
    expect(words.length).toBeGreaterThanOrEqual(12);
    for (const [, x, y, text = ""] of words) {
      const right = Number(x) + text.length * 13 * 0.6;
      expect(right, text).toBeLessThanOrEqual(width);
      for (const [, x1, x2, height] of lines) {
        const aside = right < Number(x1) || Number(x) > Number(x2);
        const apart = Number(height) - 5 > Number(y) + 2 || Number(height) + 5 < Number(y) - 10;
        expect(aside || apart, `${text} at ${width} pixels`).toBe(true);
      }
    }
  }
});

it("says less where all words do not fit", () => {
  expect(draw("disruption", bar(40, 50, "grounding of the ship"), 358)).toContain("short<");
  expect(draw("disruption", bar(40, 50, "grounding of the ship"), 1000)).not.toContain("short<");
});

it("cuts no name and no date of a disruption that lasts over years, wide or narrow", () => {
  const long: TimelineBar = {
    ...bar(40, 50, "twenty-four-again (drought), Panama Canal"),
    dates: "16 May 2024 05:00 to 11 Jun 2024 05:00",
    shortDates: "16 May 2024 to 11 Jun 2024",
  };
  const [wide, narrow] = [1120, 358].map((width) => draw("disruption", long, width));
  expect(wide).toContain(`>${long.name}<`);
  expect(wide).toContain(`>${long.shortDates}<`);
  expect(narrow).toContain(`>${long.name}<`);
  expect(narrow).toContain(`>${long.dates}<`);
  for (const svg of [wide, narrow]) expect(svg).not.toContain("…");
});

it("says how many places there are where all their names do not fit", () => {
  const places = "storm, berth of container-terminals and berth of wharves, the largest of the coast";
  const many: TimelineBar = { ...bar(40, 50, places), shortName: "storm, 2 places" };
  for (const width of [1120, 358]) {
    expect(draw("disruption", many, width)).toContain(">storm, 2 places<");
    expect(draw("disruption", many, width)).not.toContain("…");
  }
  const one = { ...many, shortName: "terminal-lost, berth of container-terminals" };
  expect(draw("disruption", one, 358)).toContain(`>${one.shortName}<`);
  expect(draw("disruption", { ...many, name: "storm, two berths" }, 1120)).toContain(">storm, two berths<");
});

it("names the places of no line where those of another do not fit: one form for all", () => {
  const named = (name: string, shortName: string): TimelineBar => ({ ...bar(40, 50, name), shortName });
  const storm = named("storm, berth of container-terminals and berth of wharves", "storm, 2 places");
  const gone = named(`workers-gone (evacuation), ${"a long place, ".repeat(6)}`, "workers-gone, 2 places");
  for (const width of [1120, 358]) {
    const svg = figure([{ sort: "disruption", heading: "Disruptions", bars: [storm, gone] }], width);
    expect(svg).toContain(`>${storm.shortName}<`);
    expect(svg).toContain(`>${gone.shortName}<`);
    expect(svg).not.toContain(storm.name);
  }
  // What short names leave free goes to the bars.
  const [free, full] = [gone, { ...gone, shortName: gone.name }].map((one) =>
    plot(draw("disruption", one, 1120)),
  );
  expect(free?.width ?? 0).toBeGreaterThan((full?.width ?? Infinity) + 100);
});

const lane = (heading: string, count: number): TimelineLane => ({
  sort: "disruption",
  heading,
  bars: Array.from({ length: count }, (_, index) => bar(index, index + 1, `${heading} ${index}`)),
});
const headings = (svg: string): readonly (readonly string[])[] =>
  svg
    .split("<svg ")
    .slice(1)
    .map((sheet) => [...sheet.matchAll(/class="lane-name"[^>]*>([^<]*)</g)].map(([, words]) => words ?? ""));

it("parts what has more lines than a sheet of paper, whole lanes first, on one axis", () => {
  const svg = figure([lane("one", 12), lane("two", 12), lane("three", 8)], 1000);
  expect(headings(svg)).toEqual([["one"], ["two", "three"]]);
  expect(svg).toContain("Timeline, 1 of 2");
  const axes = svg.split("<svg ").slice(1).map(plot);
  expect(axes[0]).toEqual(axes[1]);
  expect(headings(figure([lane("one", 45)], 1000))).toEqual([
    ["one"],
    ["one, continued"],
    ["one, continued"],
  ]);
  expect(figure([lane("one", 45)], 1000).match(/class="bar-line"/g)).toHaveLength(45);
});

it("leaves a narrow timeline whole, for a screen scrolls", () => {
  expect(headings(figure([lane("one", 45)], 358))).toEqual([["one"]]);
});
