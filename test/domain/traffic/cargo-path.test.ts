import { expect, test } from "vitest";
import { meanQueue } from "#domain/measure/measures/mean-queue";
import { peakQueue } from "#domain/measure/measures/peak-queue";
import { throughput } from "#domain/measure/measures/throughput";
import { hours, level, run, scenarioOf, stages, voyages, waits } from "../run.ts";
import { harbour } from "../small-worlds.ts";
import type { SmallParts } from "../small-worlds.ts";

/*
 * A ship each six hours, ten hours away from a berth that takes 2 h. It brings 100 TEU, which then stand 3 h
 * in the yard and pass the gate in 1 h, without it.
 */
interface Parts extends SmallParts {
  readonly yard?: string;
  readonly paths?: string;
}

const cargo = {
  vessels: "ship: { mode: sea, speed: 10 km/h, capacity: 500 TEU, cost: 24 kUSD/d }",
  commodities: "boxes: { unit: TEU }",
  flows:
    "calls: { from: sea, to: quay, vessel: ship, commodity: boxes, size: 100 TEU, " +
    "arrivals: { kind: regular, every: 6 h } }",
};

function yards({
  yard = "servers: 1, service: 3 h",
  paths = "cargo-path: [yard, gate]",
  ...parts
}: Parts = {}): string {
  return harbour(`servers: 1, service: 2 h }, yard: { ${yard} }, gate: { service: 1 h`, {
    days: 4,
    ...cargo,
    ...parts,
  }).replace("stations:", `${paths}, stations:`);
}

test("what a vessel carries passes the cargo path without it, and is then delivered", () => {
  const through = run(yards());
  expect(stages(through).filter(({ voyage }) => voyage === "calls/0")).toEqual([
    { voyage: "calls/0", kind: "sail", place: "lane", from: 0, to: 10, reason: "none" },
    { voyage: "calls/0", kind: "wait", place: "quay.berth", from: 10, to: 10, reason: "none" },
    { voyage: "calls/0", kind: "service", place: "quay.berth", from: 10, to: 12, reason: "none" },
    { voyage: "calls/0", kind: "wait", place: "quay.yard", from: 12, to: 12, reason: "none" },
    { voyage: "calls/0", kind: "service", place: "quay.yard", from: 12, to: 15, reason: "none" },
    { voyage: "calls/0", kind: "wait", place: "quay.gate", from: 15, to: 15, reason: "none" },
    { voyage: "calls/0", kind: "service", place: "quay.gate", from: 15, to: 16, reason: "none" },
  ]);
  expect(voyages(through)[0]).toMatchObject({ end: 16, how: "arrived" });
  expect(through.recorder.journeys.freed.at(0)).toBe(through.scenario.time.start + 12 * 3_600_000);
});

test("a full yard holds up shipments and no vessel", () => {
  // 8 h in the yard, a shipment each 6 h: the n-th comes at 12 + 6 n and starts at 12 + 8 n.
  const slow = run(yards({ yard: "servers: 1, service: 8 h" }));
  expect(
    waits(slow, "quay.yard")
      .slice(0, 4)
      .map(([from, to]) => [from, to]),
  ).toEqual([
    [12, 12],
    [18, 20],
    [24, 28],
    [30, 36],
  ]);
  expect(waits(slow, "quay.berth").every(([from, to]) => from === to)).toBe(true);
  expect(hours(slow, "quay.berth").slice(0, 3)).toEqual([12, 18, 24]);
  expect(hours(slow, "calls").slice(0, 3)).toEqual([21, 29, 37]);
});

test("a shipment that finds no place in the yard is lost there, after its vessel has called", () => {
  const full = run(yards({ yard: "servers: 1, service: 20 h, room: 0" }));
  expect(
    voyages(full)
      .slice(0, 5)
      .map(({ how, end }) => [how, end]),
  ).toEqual([
    ["arrived", 33],
    ["turned-away", 18],
    ["turned-away", 24],
    ["turned-away", 30],
    ["arrived", 57],
  ]);
});

test("a voyage that carries nothing is over when its vessel is released", () => {
  const empty = cargo.flows.replace("commodity: boxes, size: 100 TEU, ", "");
  const { commodities: _, ...rest } = cargo;
  const sailed = run(yards({ ...rest, flows: empty }));
  expect(voyages(sailed)[0]).toMatchObject({ end: 12 });
  expect(sailed.recorder.journeys.freed.at(0)).toBeNaN();
});

test("a lone station is the vessel path, unless it is the cargo path", () => {
  const pathsOf = (text: string): unknown => {
    const { "vessel-path": vessel, "cargo-path": shipment } = scenarioOf(text).network.sites["quay"] ?? {};
    return [vessel, shipment];
  };
  expect(pathsOf(yards())).toEqual([["berth"], ["yard", "gate"]]);
  expect(pathsOf(harbour("service: 1 h"))).toEqual([["berth"], []]);
  const alone = harbour("service: 1 h", cargo).replace("stations:", "cargo-path: [berth], stations:");
  expect(pathsOf(alone)).toEqual([[], ["berth"]]);
  const first = stages(run(alone)).find(({ place, kind }) => place === "quay.berth" && kind === "service");
  expect(first).toMatchObject({ from: 10, to: 11 });
});

test("queues and completions of the yard count shipments, those of the berth vessels", () => {
  const { facts } = run(yards()).world;
  const row = (of: string) => ({
    of,
    at: undefined,
    from: undefined,
    until: undefined,
    by: "arrival" as const,
  });
  expect(peakQueue.create(row("quay.berth"), facts).unit).toBe("vessels");
  expect(peakQueue.create(row("quay.yard"), facts).unit).toBe("shipments");
  expect(meanQueue.create(row("all"), facts).unit).toBe("jobs");
  expect(throughput.create(row("quay.gate"), facts).unit).toBe("shipments/d");
});

test("services of a cargo path have marks of their own: a longer one in the yard moves no berth", () => {
  const drawn = (yard: string): number[] => {
    const text = yards({ yard, seed: "yard", measures: "dwell: all" }).replace(
      "service: 2 h",
      "service: { kind: gamma, mean: 2 h, sd: 1 h }",
    );
    return stages(run(text))
      .filter(({ kind, place }) => kind === "service" && place === "quay.berth")
      .map(({ from, to }) => to - from);
  };
  expect(drawn("servers: 9, service: { kind: gamma, mean: 9 h, sd: 3 h }")).toEqual(drawn("service: 1 h"));
});

test("a closure of the yard leaves the berth alone", () => {
  const shut = "shut: { kind: closure, of: quay.yard, start: 29 h, end: 50 h }";
  const closed = run(yards({ disruptions: shut }));
  expect(waits(closed, "quay.berth").every(([from, to]) => from === to)).toBe(true);
  // in service at 29 h: nobody (the shipment of 24 h left at 27 h); that of 30 h waits from 30 to 50 h
  expect(waits(closed, "quay.yard").find(([from]) => from === 30)).toEqual([30, 50, "shut"]);
  expect(level(closed, "queue/quay.berth")).toEqual(level(run(yards()), "queue/quay.berth"));
});
