import { expect, it } from "vitest";
import type { ResolvedMeasure } from "#scenario/language/resolved";
import { measureRows } from "#shells/report/measure-row";
import type { Result } from "#study/experiment/result";
import { canalResult } from "./fixture.ts";

it("makes a row of each measure, with a cell and the replications of each variant", () => {
  const rows = measureRows(canalResult);
  expect(rows.map((row) => row.title).slice(0, 3)).toEqual([
    "Throughput loss",
    "Rate recovered",
    "Backlog cleared",
  ]);
  expect(rows.every((row) => row.cells.length === 4)).toBe(true);
  expect(rows.every((row) => row.values.every((values) => values.length === 60))).toBe(true);
});

it("says what performance is of, and in which unit differences are", () => {
  const rows = measureRows(canalResult);
  expect(rows[0]?.about).toBe("suez");
  const diverted = rows.find((row) => row.measure === "diverted-share");
  expect(diverted).toMatchObject({
    about: "all flows",
    scale: { unit: "%" },
    differenceUnit: "percentage points",
  });
});

it("tells apart one measure read at two instants", () => {
  const [baseline] = canalResult.summary.variants;
  const [study] = canalResult.study.variants;
  const [, , , queue] = baseline?.measures ?? [];
  if (baseline === undefined || study === undefined || queue === undefined)
    throw new Error("the fixture has these");
  const instants = [Date.UTC(2021, 2, 25, 17), Date.UTC(2021, 2, 27, 12)];
  const asked = instants.map((at): ResolvedMeasure => {
    return { kind: queue.measure, of: queue.of, at, from: undefined, until: undefined, by: "arrival" };
  });
  const [row] = canalResult.rows.filter((each) => each.measure === queue.measure);
  if (row === undefined) throw new Error("the fixture has rows");
  const result: Result = {
    ...canalResult,
    study: {
      id: "two",
      names: { suez: "Suez Canal" },
      variants: [{ ...study, scenario: { ...study.scenario, measures: asked } }],
    },
    summary: { ...canalResult.summary, variants: [{ ...baseline, measures: [queue, queue] }] },
    rows: instants.map((time, index) => ({ ...row, time, value: 100 * (index + 1) })),
  };
  const rows = measureRows(result);
  expect(rows.map((each) => each.about)).toEqual([
    "Suez Canal, 25 Mar 2021 17:00 UTC",
    "Suez Canal, 27 Mar 2021 12:00 UTC",
  ]);
  expect(rows.map((each) => each.values)).toEqual([[[100]], [[200]]]);
});

it("tells apart windows of one start that end at other instants, and the two ways of counting", () => {
  const [baseline] = canalResult.summary.variants;
  const [study] = canalResult.study.variants;
  const [queue] = baseline?.measures ?? [];
  const [row] = canalResult.rows.filter((each) => each.measure === queue?.measure);
  if (baseline === undefined || study === undefined || queue === undefined || row === undefined)
    throw new Error("the fixture has these");
  const from = Date.UTC(2021, 2, 25);
  const [soon, late] = [Date.UTC(2021, 2, 26), Date.UTC(2021, 2, 30)];
  const asked = (until: number, by: ResolvedMeasure["by"]): ResolvedMeasure => {
    return { kind: queue.measure, of: queue.of, at: undefined, from, until, by };
  };
  const read = { ...row, time: from, status: "value", by: null } as const;
  const result: Result = {
    ...canalResult,
    study: {
      id: "windows",
      variants: [
        {
          ...study,
          scenario: {
            ...study.scenario,
            measures: [asked(soon, "arrival"), asked(late, "arrival"), asked(late, "completion")],
          },
        },
      ],
    },
    summary: { ...canalResult.summary, variants: [{ ...baseline, measures: [queue, queue, queue] }] },
    rows: [
      { ...read, until: soon, value: 1 },
      { ...read, until: late, value: 2 },
      { ...read, until: late, by: "completion", value: 3 },
    ],
  };
  expect(measureRows(result).map((each) => each.values)).toEqual([[[1]], [[2]], [[3]]]);
});

it("prints all rows of a measure in one unit, whichever is large", () => {
  const [baseline] = canalResult.summary.variants;
  const [delay] = (baseline?.measures ?? []).filter(({ unit }) => unit === "d");
  if (baseline === undefined || delay === undefined) throw new Error("the fixture has these");
  const row = (of: string, mean: number): typeof delay => {
    const interval = { low: mean - 0.02, high: mean + 0.02, method: "student" } as const;
    return { ...delay, ...interval, measure: "delay", of, mean, median: mean };
  };
  const units = (means: readonly number[]): readonly string[] => {
    const measures = means.map((mean, index) => row(`flow-${index}`, mean));
    const summary = { ...canalResult.summary, variants: [{ ...baseline, measures }] };
    return measureRows({ ...canalResult, summary }).map(({ scale }) => scale.unit);
  };
  expect(units([0.9, 3])).toEqual(["days", "days"]);
  expect(units([0.9, 0.8])).toEqual(["hours", "hours"]);
});
