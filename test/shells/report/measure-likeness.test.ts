import { expect, it } from "vitest";
import { isAlike, isWithoutSpread } from "#shells/report/measure-likeness";
import type { MeasureRow } from "#shells/report/measure-row";
import { reportPage } from "#shells/report/page";
import type { MeasureSummary } from "#study/experiment/summary";
import { canalResult } from "./fixture.ts";
import { parsedPage } from "./parsed-page.ts";

const cell = (mean: number, half: number): MeasureSummary => ({
  measure: "peak-queue",
  of: "suez.transit",
  unit: "vessels",
  mean,
  low: mean - half,
  high: mean + half,
  method: "student",
  median: mean,
  p5: mean - half,
  p95: mean + half,
  censored: 0,
  unaffected: 0,
  replications: 2,
});
const row = (cells: readonly MeasureSummary[], values: readonly (readonly number[])[]): MeasureRow => ({
  measure: "peak-queue",
  title: "Peak queue",
  about: "",
  cells,
  scale: { factor: 1, unit: "vessels", decimals: 0 },
  differenceUnit: "vessels",
  values,
});

it("calls alike only what is the same in every replication of every variant", () => {
  const same = [cell(3, 1), cell(3, 1)];
  expect(isAlike(row(same, [[2, 4], [2, 4]]))).toBe(true); // prettier-ignore
  expect(isAlike(row(same, [[2, 4], [4, 2]]))).toBe(false); // prettier-ignore
  expect(isAlike(row([cell(3, 1), cell(4, 1)], [[2, 4], [2, 4]]))).toBe(false); // prettier-ignore
  expect(isAlike(row([cell(3, 1)], [[2, 4]]))).toBe(false);
});

it("calls without spread what has one value in each variant", () => {
  expect(isWithoutSpread(row([cell(3, 0), cell(4, 0)], [[3, 3], [4, 4]]))).toBe(true); // prettier-ignore
  expect(isWithoutSpread(row([cell(3, 0), cell(4, 1)], [[3, 3], [3, 5]]))).toBe(false); // prettier-ignore
});

it("gives a measure that is the same everywhere one line, and neither a row nor a panel", () => {
  const [baseline] = canalResult.summary.variants;
  const [first, ...others] = baseline?.measures ?? [];
  if (first === undefined) throw new Error("the fixture has measures");
  const level = { ...first, mean: 0, median: 0, low: 0, high: 0, p5: 0, p95: 0 };
  const versusBaseline = { difference: 0, low: 0, high: 0, distinguishable: false };
  const variants = canalResult.summary.variants.map((variant, place) => ({
    ...variant,
    measures: [place === 0 ? level : { ...level, versusBaseline }, ...variant.measures.slice(1)],
  }));
  const rows = canalResult.rows.map((each) =>
    each.measure === first.measure ? { ...each, value: 0 } : each,
  );
  const page = parsedPage(
    reportPage({ ...canalResult, rows, summary: { ...canalResult.summary, variants } }),
  );
  expect(page.querySelectorAll(".compare tbody tr")).toHaveLength(others.length);
  expect(page.querySelector("#variants .alike tbody")?.textContent).toContain("in every replication");
  expect(page.querySelectorAll("#measures .panel")).toHaveLength(others.length);
});
