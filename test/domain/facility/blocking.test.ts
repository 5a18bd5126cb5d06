import { expect, test } from "vitest";
import { blockedShare } from "#domain/measure/measures/blocked-share";
import { dwell } from "#domain/measure/measures/dwell";
import { utilisation } from "#domain/measure/measures/utilisation";
import { hours, level, run, stages, voyages, waits } from "../run.ts";
import type { Run } from "../run.ts";
import { harbour } from "../small-worlds.ts";
import type { SmallParts } from "../small-worlds.ts";

/*
 * A ship every six hours, ten hours away from a berth that takes 2 h. What it brings stands in a yard of one
 * place, and none to wait in front of it.
 */
interface Parts extends SmallParts {
  readonly yard?: string;
  readonly paths?: string;
}

const boxes = {
  vessels: "ship: { mode: sea, speed: 10 km/h, capacity: 500 TEU, cost: 24 kUSD/d }",
  commodities: "boxes: { unit: TEU }",
  flows:
    "calls: { from: sea, to: quay, vessel: ship, commodity: boxes, size: 100 TEU, " +
    "arrivals: { kind: regular, every: 6 h } }",
};
const measures =
  "blocked-share: quay.berth, utilisation: quay.berth, dwell: [quay.berth, quay.yard], " +
  "mean-wait: [quay.berth, quay.yard], throughput: [quay.berth, quay.yard]";

function port({ yard = "service: 8 h", paths = "cargo-path: [yard]", ...parts }: Parts = {}): string {
  const stations = `servers: 1, service: 2 h }, yard: { room: 0, when-full: block, ${yard}`;
  return harbour(stations, { days: 4, measures, ...boxes, ...parts }).replace(
    "stations:",
    `${paths}, stations:`,
  );
}

const told = (of: Run, voyage: string): unknown[] =>
  stages(of)
    .filter((row) => row.voyage === voyage && row.kind !== "sail")
    .map(({ kind, place, from, to, reason }) => [kind, place, from, to, reason]);

/** What a measure of the run reads of a place. */
function reading(of: Run, measure: typeof dwell, place: string): unknown {
  const rows = { recorder: of.recorder, facts: of.world.facts };
  const values = { of: place, at: undefined, from: undefined, until: undefined, by: "arrival" as const };
  const evidence = { run: rows, twin: rows, baseline: rows, baselineTwin: rows };
  return measure.create(values, rows.facts).read(evidence);
}

test("a vessel whose cargo finds no room keeps its berth, and is free when it goes in", () => {
  // The n-th ship comes at 10 + 6 n; the yard takes 8 h: it lets the n-th in at 12 + 8 n.
  const full = run(port());
  expect(told(full, "calls/1")).toEqual([
    ["wait", "quay.berth", 16, 16, "none"],
    ["service", "quay.berth", 16, 18, "none"],
    ["blocked", "quay.berth", 18, 20, "none"],
    ["wait", "quay.yard", 20, 20, "none"],
    ["service", "quay.yard", 20, 28, "none"],
  ]);
  expect(waits(full, "quay.berth").slice(0, 5)).toEqual([
    [10, 10, "none"],
    [16, 16, "none"],
    [22, 22, "none"],
    [28, 28, "none"],
    [34, 36, "none"],
  ]);
  expect(hours(full, "quay.berth").slice(0, 4)).toEqual([12, 20, 28, 36]);
  expect(full.recorder.journeys.freed.at(1)).toBe(full.scenario.time.start + 20 * 3_600_000);
  expect(voyages(full)[1]).toMatchObject({ end: 28, how: "arrived" });
});

test("a blocked vessel occupies its server and does not wait: the measures and the levels say so", () => {
  const full = run(port({ days: 2 }));
  expect(level(full, "blocked/quay.berth").slice(0, 4)).toEqual([
    [18, 1],
    [20, 0],
    [24, 1],
    [28, 0],
  ]);
  // From hour 24 to 48: occupied 24 to 28 and 28 to 44 and on, served 28-30 and 36-38 and 44-46.
  expect(reading(full, utilisation, "quay.berth")).toEqual({ status: "value", value: 1 });
  expect(reading(full, blockedShare, "quay.berth")).toEqual({ status: "value", value: 18 / 24 });
  // Arrivals at 28, 34 leave at 36 and 44.
  expect(reading(full, dwell, "quay.berth")).toEqual({ status: "value", value: 9 / 24 });
});

test("a closure of the next station is blamed for who stays, and for who waits behind", () => {
  const storm =
    "storm: { kind: closure, of: quay.yard, start: 2024-01-02T05:00Z, duration: 21 h, foresight: exact }";
  const parts = { yard: "service: 1 h", days: 6 };
  const quiet = run(port(parts));
  expect(stages(quiet).some(({ kind }) => kind === "blocked")).toBe(false);
  const hit = run(port({ ...parts, disruptions: storm }));
  // Closed from 29 to 50: ships come to the berth at 28, 34, 40, 46, 52 and 58.
  expect(told(hit, "calls/3")[2]).toEqual(["blocked", "quay.berth", 30, 50, "storm"]);
  expect(waits(hit, "quay.berth").slice(3, 10)).toEqual([
    [28, 28, "none"],
    [34, 50, "storm"],
    [40, 52, "storm"],
    [46, 54, "storm"],
    [52, 56, "storm"],
    [58, 58, "none"],
    [64, 64, "none"],
  ]);
});

test("a closure that begins while somebody stays is blamed at once for all who wait behind", () => {
  // The yard takes 8 h: 13 to 21, 21 to 29, 29 to 36 and, after the storm, 50 to 51 h. So the fourth ship
  // stays at its berth from 31 h on, and the fifth in the lock from 35 h on.
  const lock = "cargo-path: [yard], vessel-path: [lock, berth]";
  const stations = "service: 8 h }, lock: { service: 1 h";
  const storm = "storm: { kind: closure, of: quay.yard, start: 2024-01-02T12:00Z, duration: 14 h }";
  const hit = run(
    port({
      yard: stations,
      paths: lock,
      disruptions: storm,
      measures: "dwell: [quay.lock, quay.berth, quay.yard]",
    }).replace("servers: 1, service: 2 h", "servers: 1, room: 0, when-full: block, service: 2 h"),
  );
  expect(told(hit, "calls/3").at(-3)).toEqual(["blocked", "quay.berth", 31, 51, "storm"]);
  expect(told(hit, "calls/4")[2]).toEqual(["blocked", "quay.lock", 35, 51, "storm"]);
  expect(waits(hit, "quay.lock").slice(4, 7)).toEqual([
    [34, 34, "none"],
    [40, 51, "storm"],
    [46, 59, "storm"],
  ]);
});

test("who still stays at the end of the run is told without an end", () => {
  const storm = "storm: { kind: closure, of: quay.yard, start: 2024-01-02T05:00Z, foresight: none }";
  const hit = run(port({ yard: "service: 1 h", disruptions: storm }));
  expect(told(hit, "calls/3").at(-1)).toEqual(["blocked", "quay.berth", 30, NaN, "storm"]);
});

test("a closure that loses those inside loses who stays there too", () => {
  const both =
    "storm: { kind: closure, of: quay.yard, start: 2024-01-02T05:00Z, duration: 21 h, foresight: exact }, " +
    "fire: { kind: closure, of: quay.berth, inside: lose, start: 2024-01-02T10:00Z, duration: 1 h }";
  const hit = run(port({ yard: "service: 1 h", disruptions: both }));
  expect(voyages(hit)[3]).toMatchObject({ how: "lost", end: 34 });
  expect(told(hit, "calls/3").at(-1)).toEqual(["lost", "quay.berth", 30, 34, "fire"]);
  // Who comes at 34, 40, 46, 52 and then each 6 h leaves after 16, 12, 8, 4 and then 2 h; the lost is none.
  const left = [16, 12, 8, 4, 2, 2, 2, 2, 2, 2, 2];
  const sum = left.reduce((total, each) => total + each, 0);
  expect(reading(hit, dwell, "quay.berth")).toEqual({ status: "value", value: sum / left.length / 24 });
});

test("who is banned from the next station waits outside of it and leaves its server", () => {
  const ban = "ban: { kind: ban, of: quay.yard, classes: [ship], start: 2024-01-02T05:00Z, duration: 21 h }";
  const hit = run(port({ yard: "service: 1 h", disruptions: ban }));
  expect(stages(hit).some(({ kind, from }) => kind === "blocked" && from < 50)).toBe(false);
  expect(waits(hit, "quay.berth").every(([from, to]) => from === to || to > 50)).toBe(true);
  expect(waits(hit, "quay.yard").slice(3, 5)).toEqual([
    [30, 50, "ban"],
    [36, 51, "ban"],
  ]);
});

test("stations that block each other are a deadlock of the run that names them and who is there", () => {
  const stations =
    "servers: 1, service: 5 h, room: 0, when-full: block }, lock: { service: 2 h, room: 0, when-full: block";
  const flows = "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: regular, every: 3 h } }";
  const text = harbour(stations, { days: 2, flows }).replace(
    "stations:",
    "vessel-path: [lock, berth, lock], stations:",
  );
  expect(run(text).report.limits).toEqual([
    "deadlock: since 2024-01-01T17:00Z some who are done wait for each other: " +
      "calls/1 at quay.lock for room at quay.berth; calls/0 at quay.berth for room at quay.lock",
  ]);
});
