import { expect, test } from "vitest";
import { digest, hoursOf, run, waits } from "../run.ts";
import { canal } from "../small-worlds.ts";
import type { SmallParts } from "../small-worlds.ts";

/** Entries of ships that queue up from 1 h on: each slot is taken. */
function entries(rate: string, parts: SmallParts = {}): number[] {
  const flows = "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 15 min } }";
  const of = run(canal(`time: 1 h, admission: { kind: slots, rate: ${rate} }`, { flows, days: 3, ...parts }));
  return waits(of, "cut.transit").flatMap(([, went]) => (Number.isFinite(went) ? [went] : []));
}

test("a rate may change by a schedule: what is left to a slot is stretched, and the grid goes on", () => {
  // each 3 h to 10 h, when 2 h of 3 are left: 4 h, then each 6 h
  expect(entries("{ 0 d: 8 /d, 10 h: 4 /d }").filter((hour) => hour < 30)).toEqual([3, 6, 9, 14, 20, 26]);
});

test("a slot at the very instant of a step stands, and the next follows at the new rate", () => {
  expect(entries("{ 0 d: 8 /d, 9 h: 4 /d }").filter((hour) => hour < 30)).toEqual([3, 6, 9, 15, 21, 27]);
});

test("a step before the start is what holds at the start, and the order of keys means nothing", () => {
  expect(entries("{ 2023-01-01T00:00Z: 1 /d, 2023-12-31T00:00Z: 8 /d }")).toEqual(entries("8 /d"));
  expect(entries("{ 10 h: 4 /d, 0 d: 8 /d }")).toEqual(entries("{ 0 d: 8 /d, 10 h: 4 /d }"));
});

test("a step to the same rate changes nothing, to the bit", () => {
  const flows = "calls: { from: west, to: east, vessel: ship, arrivals: { kind: poisson, rate: 9 /d } }";
  const of = (rate: string): string =>
    digest(run(canal(`time: 1 h, admission: { kind: slots, rate: ${rate} }`, { flows, days: 20 })).recorder);
  expect(of("{ 0 d: 10 /d, 3.3 d: 10 /d, 8.1 d: 10 /d }")).toBe(of("10 /d"));
});

test("a factor multiplies whatever rate the schedule has", () => {
  const disruptions = "silt: { kind: capacity, of: cut, start: 27 h, end: 39 h, factor: 0.5 }";
  // 3 h apart to 27 h; at a half 6 h apart; from 33 h on at 4 a day and a half 12 h apart; from 39 h on 6 h
  expect(
    entries("{ 0 d: 8 /d, 33 h: 4 /d }", { disruptions }).filter((hour) => hour > 20 && hour < 60),
  ).toEqual([21, 24, 27, 33, 42, 48, 54]);
});

test("a `rate` of a cut is that rate, whatever the schedule says when it begins", () => {
  const disruptions = "silt: { kind: capacity, of: cut, start: 36 h, end: 60 h, rate: 2 /d }";
  const cut = entries("{ 0 d: 8 /d, 30 h: 4 /d }", { disruptions }).filter((hour) => hour > 35 && hour < 61);
  expect(cut).toEqual([36, 48, 60]);
});

test("a `rate` of a cut stays what it is when the schedule of the passage comes to its next step", () => {
  const disruptions = "silt: { kind: capacity, of: cut, start: 36 h, end: 84 h, rate: 2 /d }";
  const flows = "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 1 h } }";
  const of = run(
    canal("time: 1 h, admission: { kind: slots, rate: { 0 d: 8 /d, 50 h: 4 /d } }", { flows, disruptions }),
  );
  const went = waits(of, "cut.transit").map(([, hour]) => hour);
  // each 3 h to 36 h, each 12 h while it acts; from its end on 6 h apart, as the schedule has it then
  expect(went.filter((hour) => hour > 32 && hour < 100)).toEqual([33, 36, 48, 60, 72, 84, 90, 96]);
  // a half and a quarter of its own pace, each told as it comes, and 1 at the end
  const factors = of.recorder.timeline.rows.filter(
    ({ what, id }) => what === "announcement" && id === "silt",
  );
  expect(factors.map(({ time }) => hoursOf(of, time))).toEqual([36, 50, 84]);
});

test("steps may be drawn, once a replication and each for itself", () => {
  const step = "{ kind: uniform, min: 6 /d, max: 12 /d }";
  const of = entries(`{ 0 d: ${step}, 1 d: ${step} }`);
  const gap = (from: number): number => {
    const first = of.findIndex((hour) => hour > from);
    return Math.round(((of[first + 1] ?? 0) - (of[first] ?? 0)) * 1e5);
  };
  expect(gap(3)).toBe(gap(10));
  expect(gap(30)).toBe(gap(50));
  expect(gap(3)).not.toBe(gap(30));
});
