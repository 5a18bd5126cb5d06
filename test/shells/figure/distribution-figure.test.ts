import { expect, it } from "vitest";
import { distributionFigure } from "#shells/figure/distribution-figure";
import type { DistributionRow } from "#shells/figure/distribution-figure";

const row: DistributionRow = {
  place: 0,
  name: "baseline",
  values: [1, 1, 1, 1, 5],
  p5: 1,
  p95: 5,
  middle: 1.8,
  low: 1.2,
  high: 2.4,
  note: "1.80",
  counts: "",
};
const draw = (rows: readonly DistributionRow[]): string =>
  distributionFigure({ title: "Spread", description: "d", width: 340, axis: "days", rows }).toString();

it("draws bars as high as the share of replications in them", () => {
  const bars = [...draw([row]).matchAll(/class="bar".*?height="([\d.]+)"/g)].map((match) => Number(match[1]));
  expect(bars).toEqual([22, 5.5]);
});

it("shows the summary alone where replications are not known", () => {
  const svg = draw([{ ...row, values: [] }]);
  expect(svg).not.toContain('class="bar"');
  expect(svg).toContain('class="extent"');
  expect(svg).toContain('class="dot"');
});

it("draws nothing for a measure without any number, and says why", () => {
  const none = { p5: null, p95: null, middle: null, low: null, high: null };
  const svg = draw([{ ...row, ...none, values: [], note: "unaffected in every replication" }]);
  expect(svg).not.toMatch(/class="(bar|extent|dot|interval)"/);
  expect(svg).toContain("unaffected in every replication");
  expect(svg).not.toContain("NaN");
});

it("names each row whole, and leaves out the counts that have no room beside the name", () => {
  const counts = "2 of 200 not over by the end";
  const svg = draw([
    { ...row, name: "two-weeks", counts },
    { ...row, name: "housed-and-rebuilt", counts },
  ]);
  expect(svg).toContain(">two-weeks<");
  expect(svg).toContain(">1.80 (2 of 200 not over by the end)<");
  expect(svg).toContain(">housed-and-rebuilt<");
  expect(svg).toContain(">1.80<");
});
