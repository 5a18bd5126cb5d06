import { describe, expect, it } from "vitest";
import { foldInBlocks } from "#engine/stats/fold";
import { tailValues, valueAtRisk } from "#engine/stats/tail-values";
import { knownRun } from "#study/truth/trials/known-run";
import type { KnownRun } from "#study/truth/trials/known-run";
import type { Reading } from "#domain/measure/measure-kind";
import { day, none, range, read, rowsOf, unaffected, value } from "./rows.ts";

const hour = day / 24;

/** The linear triangle of case `res-triangle`: 1, at day 10 at once 0.6, linearly back to 1 on day 30. */
function triangle(recoveredAt: number): KnownRun {
  const middle = (from: number, until: number): number => (from + until) / 2;
  return knownRun({
    step: hour,
    fromDay: 10,
    untilDay: 30,
    horizonDays: 100,
    recoveredAt,
    over: (from, until) => (from < 10 || from >= 30 ? 1 : 0.6 + 0.02 * (middle(from, until) - 10)),
  });
}

const got = (reading: Reading): number => (reading.status === "value" ? reading.value : NaN);

describe("the resilience of a triangle that is known", () => {
  const evidence = triangle(1);
  const of = (name: string): number => got(read(name, "performance", { ...evidence }));

  it("is the area of Bruneau: 20 days of which 0.4 are missing at first", () => {
    expect(of("resilience-triangle")).toBeCloseTo(4, 12);
  });

  it("is Cimellaro's mean over the control time: 1 - 4 ÷ 100", () => {
    expect(of("cimellaro-resilience")).toBeCloseTo(0.96, 12);
  });

  it("is Zobel's: 1 - 0.4 × 20 ÷ (2 × 100), to the step that the curve is written in", () => {
    expect(of("zobel-resilience")).toBeCloseTo(0.96, 4);
    expect(of("robustness")).toBeCloseTo(0.6, 3);
  });

  it("of two triangles is the area of both, and the worst of both is the lowest", () => {
    const two = rowsOf({
      counts: { "canal.transit": range(0, 101).filter((at) => !(at >= 20 && at < 25) && at !== 50) },
      timeline: [
        ["disruption-start", "storm", 19.5],
        ["disruption-end", "storm", 25],
        ["disruption-start", "again", 49.5],
        ["disruption-end", "again", 50],
      ],
    });
    const twin = rowsOf({ counts: { "canal.transit": range(0, 101) } });
    expect(got(read("resilience-triangle", "performance", { run: two, twin }))).toBeCloseTo(6, 9);
    expect(read("robustness", "performance", { run: two, twin })).toEqual(value(0));
  });
});

describe("the resilience of who has not recovered", () => {
  const twin = rowsOf({ counts: { "canal.transit": range(0, 101) } });
  const stopped = rowsOf({
    counts: { "canal.transit": range(0, 50) },
    timeline: [["disruption-start", "storm", 49.5]],
  });

  it("has all the time there is as its time to recover, after Zobel", () => {
    // T = T*, X = 1.
    expect(read("zobel-resilience", "performance", { run: stopped, twin })).toEqual(value(0.5));
  });

  it("is nothing after Henry and Ramirez-Marquez, and before the failure there is none", () => {
    expect(read("henry-resilience", "performance", { run: stopped, twin })).toEqual(value(0));
    expect(read("henry-resilience", "performance", { run: stopped, twin }, { at: 40 })).toEqual(none);
    expect(read("henry-resilience", "performance", { run: stopped, twin }, { at: 99 })).toEqual(none);
  });
});

describe("what has come back by an instant, after Henry and Ramirez-Marquez", () => {
  // Case res-henry: F is 100 before, 40 when disrupted, and then 40, 55, 85, 100.
  const levels = [1, 1, 0.4, 0.4, 0.55, 0.85, 1, 1, 1, 1];
  const evidence = knownRun({
    step: day,
    fromDay: 2,
    untilDay: 3,
    horizonDays: 9,
    recoveredAt: 0.95,
    over: (from) => levels[from] ?? 1,
  });

  it.each([
    [3, 0],
    [4, 0.25],
    [5, 0.75],
    [6, 1],
  ])("on day %d is %d", (at, expected) => {
    expect(got(read("henry-resilience", "performance", evidence, { at }))).toBeCloseTo(expected, 12);
  });

  it("is read at the end of what is watched where no instant is named", () => {
    expect(got(read("henry-resilience", "performance", evidence))).toBeCloseTo(1, 12);
  });

  it("is no number where nothing failed", () => {
    const quiet = { run: evidence.twin, twin: evidence.twin };
    expect(read("henry-resilience", "performance", quiet)).toEqual(unaffected);
    expect(read("zobel-resilience", "performance", quiet)).toEqual(value(1));
  });
});

describe("the resilience of Rose", () => {
  const twin = rowsOf({ counts: { "canal.transit": range(1, 101) } });
  const lost = (from: number, until: number): ReturnType<typeof rowsOf> =>
    rowsOf({
      counts: { "canal.transit": range(1, 101).filter((at) => at <= from || at > until) },
      timeline: [
        ["disruption-start", "storm", 20],
        ["disruption-end", "storm", 40],
      ],
    });

  it("is static: case res-rose, at most 20 could be lost, 8 were", () => {
    expect(read("static-resilience", "performance", { run: lost(20, 28), twin })).toEqual(value(0.6));
  });

  it("is 0 where all that could be lost was, and there is none without a disruption", () => {
    expect(read("static-resilience", "performance", { run: lost(20, 40), twin })).toEqual(value(0));
    expect(read("static-resilience", "performance", { run: twin })).toEqual(unaffected);
  });

  it("is below 0 where more is lost than stood still: the first comes 2 days after the end", () => {
    expect(read("static-resilience", "performance", { run: lost(20, 42), twin })).toEqual(value(-0.1));
  });

  it("is dynamic: the output of 12 days that come sooner than in the baseline", () => {
    const evidence = { run: lost(20, 28), twin, baseline: lost(20, 40), baselineTwin: twin };
    expect(got(read("dynamic-resilience", "performance", evidence))).toBeCloseTo(12, 9);
    const itself = { ...evidence, run: evidence.baseline };
    expect(read("dynamic-resilience", "performance", itself)).toEqual(value(0));
  });
});

describe("the conditional value at risk", () => {
  // Case res-cvar: 0, 100, 200 and 1000 with probabilities 0.9, 0.06, 0.03 and 0.01.
  const losses = range(0, 100).map((at) => (at < 90 ? 0 : at < 96 ? 100 : at < 99 ? 200 : 1000));

  it.each([
    [0.95, 100, 340],
    [0.99, 200, 1000],
  ])("at %d is the least of Rockafellar and Uryasev", (level, risk, conditional) => {
    expect(valueAtRisk(losses, level)).toBe(risk);
    expect(foldInBlocks(tailValues(losses, level)).mean).toBeCloseTo(conditional, 9);
  });

  it("leaves out what does not exist, in its place", () => {
    const gaps = Array.from(tailValues([...losses.slice(0, 50), NaN, ...losses.slice(50)]));
    expect(gaps.map(Number.isNaN).indexOf(true)).toBe(50);
    expect(foldInBlocks(gaps).mean).toBeCloseTo(340, 9);
    expect(valueAtRisk([NaN])).toBeNull();
  });

  it("reads the throughput loss of each replication", () => {
    const twin = rowsOf({ counts: { "canal.transit": range(1, 101) } });
    const run = rowsOf({ timeline: [["disruption-start", "storm", 90]] });
    expect(read("loss-cvar", "performance", { run, twin })).toEqual(value(10));
  });
});
