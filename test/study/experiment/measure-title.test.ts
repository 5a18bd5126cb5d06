import { expect, test } from "vitest";
import { differenceNote } from "#study/experiment/difference-note";
import { measures } from "#domain/measure/measure-kinds";
import { measureNoun, measureTitle, unitSince } from "#study/experiment/measure-title";
import type { MeasureSummary } from "#study/experiment/summary";

test("a measure is called so that a newcomer understands it, and one without a name by its id", () => {
  expect(["rate-normal-time", "backlog-clear-time", "peak-queue"].map(measureTitle)).toEqual([
    "Traffic normal",
    "Backlog cleared",
    "Peak queue",
  ]);
  expect(measureNoun("rate-normal-time")).toBe("the time until traffic is normal");
  expect(measureNoun("diverted-share")).toBe("the share that went another way to the end");
  expect(unitSince("backlog-clear-time", "days")).toBe("days after the disruption");
  expect(unitSince("peak-queue", "vessels")).toBe("vessels");
});

test("no two measures have one title, and every time says from when it is counted", () => {
  const kinds = measures.kinds.map(({ kind }) => kind);
  expect(new Set(kinds.map(measureTitle)).size).toBe(kinds.length);
  const times = measures.kinds.filter(({ scale }) => scale === "time-to-event");
  expect(times.length).toBeGreaterThan(4);
  expect(times.filter(({ kind }) => unitSince(kind, "days") === "days").map(({ kind }) => kind)).toEqual([]);
});

const time = (part: Partial<MeasureSummary>): MeasureSummary => ({
  measure: "rate-normal-time",
  of: "performance",
  unit: "d",
  mean: null,
  low: 3,
  high: 5,
  method: "kaplan-meier",
  median: 4,
  p5: 2,
  p95: 6,
  censored: 0,
  unaffected: 0,
  replications: 60,
  ...part,
});

test("differences of times say that they are of means, restricted where some never get there", () => {
  const versusBaseline = { difference: -15, low: -20, high: -12, distinguishable: true };
  const compared = time({ versusBaseline });
  expect(differenceNote([[time({}), compared]])).toBe(
    "Differences of times are of paired means, not of the medians beside them.",
  );
  expect(differenceNote([[time({ censored: 20 }), compared]])).toContain("restricted means");
  const level = time({ method: "student", mean: 4, versusBaseline });
  expect(differenceNote([[level, level]])).toBe("");
  expect(differenceNote([[time({ censored: 20 })]])).toBe("");
  expect(differenceNote([])).toBe("");
});
