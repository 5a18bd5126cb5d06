import { expect, it } from "vitest";
import { curveFigure } from "#shells/figure/curve-figure";
import { svgFile } from "#shells/figure/svg-file";

const values = [1, 2, 3, 2];
const series = { mean: values, low: values, high: values, lowerQuartile: values, upperQuartile: values };
const figure = curveFigure({
  title: "Queue",
  description: "none",
  width: 500,
  height: 300,
  axis: "vessels",
  times: [0, 1, 2, 3].map((day) => day * 86_400_000),
  series: [
    { place: 0, name: "baseline", ...series },
    { place: 9, name: "other", ...series },
  ],
  span: { from: 0, until: 3 * 86_400_000 },
  shaded: [],
  shadeName: "",
  references: [],
});

it("stands alone: its own name space, plain colours, and the first variant in front", () => {
  const file = svgFile(figure);
  expect(file).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(file).not.toMatch(/var\(|:is\(/);
  expect(file).toContain(".series.s0 .mean{stroke:#16222c");
  expect(file).toContain(".series.s9 .mean{stroke:#7447bd");
  expect(file).toContain(".s0 .band{visibility:visible}");
  expect(file).not.toContain(".land");
});
