import { expect, test } from "vitest";
import { measureTable, titleOf } from "#shells/cli/measure-table";
import type { Paint } from "#shells/cli/paint";
import { shownMeasures } from "#shells/cli/shown-measures";
import type { Resolved } from "#scenario/language/resolved";
import { measureLines } from "#study/experiment/measure-lines";
import type { Result } from "#study/experiment/result";
import type { MeasureSummary } from "#study/experiment/summary";
import { fakeClosure, fakeScenario, fakeVariant } from "../../study/fake-study.ts";

const same = (text: string): string => text;
const plain: Paint = { bold: same, faint: same, good: same, bad: same };

function measured(
  measure: string,
  value: number | null,
  patch: Partial<MeasureSummary> = {},
): MeasureSummary {
  const spread = value === null ? [null, null] : [value - 4, value + 4];
  const [low = null, high = null] = spread;
  const counts = { censored: 0, unaffected: 0, replications: 100 };
  const numbers = { mean: value, median: value, low, high, p5: low, p95: high };
  return {
    measure,
    of: "harbour.berth",
    unit: "vessels",
    method: "student",
    ...numbers,
    ...counts,
    ...patch,
  };
}

function versus(difference: number | null, half: number = 1): Partial<MeasureSummary> {
  if (difference === null)
    return { versusBaseline: { difference: null, low: null, high: null, distinguishable: false } };
  const [low, high] = [difference - half, difference + half];
  return { versusBaseline: { difference, low, high, distinguishable: low > 0 || high < 0 } };
}

function resultOf(
  variants: Readonly<Record<string, readonly MeasureSummary[]>>,
  disruptions: Resolved["disruptions"] = fakeClosure(5),
): Result {
  const scenario = fakeScenario({ disruptions });
  const study = {
    id: "fake",
    variants: Object.keys(variants).map((name) => fakeVariant(name, scenario)),
  };
  const summaries = Object.entries(variants).map(([name, measures]) => ({ name, summary: null, measures }));
  return { study, summary: { variants: summaries }, rows: [] } as unknown as Result; // all it reads
}

function table(variants: Readonly<Record<string, readonly MeasureSummary[]>>, width: number = 80): string {
  const result = resultOf(variants);
  return measureTable(result, measureLines(result.summary.variants), { paint: plain, width });
}

test("a measure is a heading with its unit, and a line for each variant with interval and difference", () => {
  const lines = table({
    baseline: [measured("peak-queue", 342, { twin: { mean: 12.2 } })],
    early: [measured("peak-queue", 255, { twin: { mean: 12.2 }, ...versus(-86.8, 4.8) })],
    idle: [measured("peak-queue", 342, { twin: { mean: 12.2 }, ...versus(0.0002, 0.3) })],
  }).split("\n");
  expect(lines).toEqual([
    "                value  95 % interval  versus baseline",
    "Peak queue, berth of harbour: mean, vessels; undisrupted 12",
    "  baseline        342  338 to 346",
    "  early           255  251 to 259     -87 (-92 to -82) better",
    "  idle            342  338 to 346     0.0 (-0.3 to 0.3)",
  ]);
});

test("where nothing is disrupted, nothing is called undisrupted", () => {
  const result = resultOf({ baseline: [measured("peak-queue", 342, { twin: { mean: 342 } })] }, {});
  const lines = measureLines(result.summary.variants);
  expect(measureTable(result, lines, { paint: plain, width: 80 })).not.toContain("undisrupted");
});

test("what is missing is a note in its row, and costs nobody else a column", () => {
  const none = measured("backlog-clear-time", null, { unit: "d", unaffected: 100, ...versus(null) });
  const text = table({ baseline: [measured("backlog-clear-time", 12, { unit: "d" })], early: [none] });
  expect(text).toMatch(/early +- {2}in 100 of 100 no more wait than usual when the disruption$/m);
  expect(text).not.toContain("without a value");
});

test("where most replications were spared, the few others give no number and no difference", () => {
  const most = measured("backlog-clear-time", 3, { unit: "d", unaffected: 97, ...versus(-9) });
  const text = table({ baseline: [measured("backlog-clear-time", 12, { unit: "d" })], early: [most] });
  expect(text).toMatch(/early +- {2}in 97 of 100 no more wait than usual when the disruption$/m);
  expect(text).not.toMatch(/better|paired means/);
});

test("a measure that is equal in all variants takes one line", () => {
  const even = measured("time-to-survive", 0, { unit: "d", low: 0, high: 0 });
  const text = table({ baseline: [even], early: [{ ...even, ...versus(0, 0) }] });
  expect(text).toContain("\nHeld out above the threshold, berth of harbour: 0 days in every variant");
  expect(text.split("\n").length).toBe(2);
});

test("the id that files write stands beside the title where it is asked for, and within the width", () => {
  const result = resultOf({ baseline: [measured("rate-normal-time", 12, { unit: "d" })] });
  const lines = measureLines(result.summary.variants);
  const text = measureTable(result, lines, { paint: plain, width: 60, withIds: true });
  expect(text).toContain("Traffic normal (rate-normal-time), berth of harbour:");
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(60);
  expect(measureTable(result, lines, { paint: plain, width: 60 })).not.toContain("rate-normal-time");
});

test("a terminal that is too narrow for any table gets one, without the intervals of differences", () => {
  const variants = {
    baseline: [measured("mean-queue", 30)],
    fast: [measured("mean-queue", 20, versus(-10))],
  };
  const lines = table(variants, 24).split("\n");
  expect(lines.filter((line) => line.includes("baseline"))).not.toEqual([]);
  expect(lines.find((line) => line.startsWith("  fast"))).toMatch(/-10.* better$/);
  expect(lines.find((line) => line.startsWith("  fast"))).not.toContain("(");
});

test("no line is longer than the width, whatever the names", () => {
  const variants = {
    baseline: [measured("peak-queue", 342)],
    "a-variant-with-a-rather-long-name": [measured("peak-queue", 255, versus(-86.8, 4.8))],
  };
  for (const width of [110, 80, 66, 56]) {
    const longest = Math.max(
      ...table(variants, width)
        .split("\n")
        .map((line) => line.length),
    );
    expect(longest).toBeLessThanOrEqual(width);
  }
  expect(table(variants, 56)).toContain("-87 better");
});

test("the foremost of more than a dozen measures are shown, and all when asked for", () => {
  const many = Array.from({ length: 20 }, (_, day) =>
    measured("queue", 10 + day, { at: `2024-01-${String(day + 1).padStart(2, "0")}T00:00Z` }),
  );
  const result = resultOf({ baseline: [...many, measured("cost", 9), measured("peak-queue", 9)] });
  const lines = measureLines(result.summary.variants);
  const shown = shownMeasures(result, lines, false);
  expect(shown.lines.map(({ first }) => first.measure)).toEqual(["peak-queue", "cost"]);
  expect(shown.left).toBe(20);
  expect(shownMeasures(result, lines, true)).toEqual({ lines, left: 0 });
  expect(shownMeasures(result, lines.slice(0, 12), false).left).toBe(0);
  const [first = measured("none", 0)] = many;
  expect(titleOf(result, first)).toBe("Queue, berth of harbour, at 2024-01-01T00:00Z");
});

test("differences of medians are called so at their head, with their limit and on how many pairs", () => {
  const time = (patch: Partial<MeasureSummary>): MeasureSummary =>
    measured("rate-normal-time", 12, { unit: "d", method: "kaplan-meier", ...patch });
  const { study, summary } = resultOf({ baseline: [time({})], berth: [time(versus(-5))] });
  const row = (variant: string, replication: number, value: number | null, status: string): object => ({
    ...{ variant, replication, value, status, measure: "rate-normal-time", of: "harbour.berth" },
    ...{ time: null, until: null, by: null, twin: false },
  });
  const rows = [
    ...[row("baseline", 0, 30, "value"), row("baseline", 1, 20, "censored")],
    ...[row("berth", 0, 9, "value"), row("berth", 1, null, "unaffected")],
  ];
  const result = { study, summary, rows } as unknown as Result; // the table reads no more
  const text = measureTable(result, measureLines(summary.variants), { paint: plain, width: 120 });
  // The longest watch ended with the event, so that all is known up to it.
  expect(text).toContain("days after the disruption; difference of paired means, up to 30 days");
  expect(text).toMatch(/ {2}berth .*\n +difference of 1 of 100 pairs$/);
});

test("a difference is called as the report calls it, and no interval ends where nothing can be", () => {
  const told = (value: number, patch: Partial<MeasureSummary>): string =>
    table({ baseline: [measured("peak-queue", 342)], other: [measured("peak-queue", value, patch)] });
  expect(told(343, versus(1, 0.5))).toMatch(/\+1\.0 \(0\.5 to 1\.5\) slight$/);
  expect(told(350, versus(8, 0.5))).toMatch(/\+8\.0 \(7\.5 to 8\.5\) worse$/);
  expect(told(2, versus(-340))).toMatch(/ other +2 {2}0 to 6 /);
});
