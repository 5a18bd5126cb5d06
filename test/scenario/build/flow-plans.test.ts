import { expect, test } from "vitest";
import type { Crossings } from "#domain/traffic/crossings";
import { chosen } from "#domain/traffic/flow-plan";
import type { FlowPlan } from "#domain/traffic/flow-plan";
import { Elements } from "#domain/world/elements";
import { Facilities } from "#domain/facility/facilities";
import { Simulation } from "#engine/kernel/simulation";
import { Marks } from "#engine/random/mark";
import { Recorder } from "#engine/record/recorder";
import { Stations } from "#engine/station/stations";
import { crossingsOf } from "#scenario/build/crossings";
import { flowPlans } from "#scenario/build/flow-plans";
import { routeNetworkOf } from "#scenario/build/route-network";
import type { RouteNetwork } from "#scenario/build/route-network";
import { vesselClasses } from "#scenario/build/route-rules";
import { run, scenarioOf, source, stages, voyages } from "../../domain/run.ts";

const hour = 3_600_000;

/** Two ports before a canal and one behind; the berth of `east` serves by class, its lock twice. */
function text(flows: string): string {
  return `
breakwater: 1
title: Two ports
seed: plans
time: { start: 2024-01-01T00:00Z, duration: 20 d, warm-up: 2 d }
network:
  sites:
    north: { type: port, at: [1, 0] }
    south: { type: port, at: [0, 0] }
    east:
      type: port
      at: [0, 0.2]
      vessel-path: [lock, berth, lock]
      stations:
        lock: { servers: 9, service: 1 h }
        berth: { servers: 9, service: { boat: 2 h, ship: 5 h } }
    cut: { type: passage, at: [0, 0.1], transit: { time: 3 h, admission: { kind: headway, every: 1 min } } }
  links:
    north-cut: { from: north, to: cut, mode: sea, distance: 200 km }
    south-cut: { from: south, to: cut, mode: sea, distance: 20 km }
    cut-east: { from: cut, to: east, mode: sea, distance: 20 km }
vessels: { ship: { mode: sea, speed: 10 km/h }, boat: { mode: sea, speed: 20 km/h } }
commodities: { ore: { unit: t }, wood: { unit: m3 } }
flows: { ${flows} }
measures: { dwell: all, throughput: calls }
performance: { of: calls, window: 7 d }
`;
}

const arrivals = "arrivals: { kind: regular, every: 2 h }";

interface Made {
  readonly plans: readonly FlowPlan[];
  readonly network: RouteNetwork;
  readonly recorder: Recorder;
  readonly crossings: Crossings;
}

function plansOf(written: string): Made {
  const scenario = scenarioOf(text(written));
  const recorder = new Recorder();
  recorder.counts.declare("calls");
  const simulation = new Simulation();
  const never = { started: () => undefined, released: () => undefined, lost: () => undefined };
  const stations = new Stations(simulation, recorder.levels, never);
  const facilities = new Facilities(new Elements(), stations, recorder.levels);
  for (const name of ["berth", "lock"]) {
    facilities.open({
      id: `east.${name}`,
      servers: 9,
      room: undefined,
      whenFull: "turn-away",
      discipline: "fifo",
    });
  }
  const network = routeNetworkOf(scenario, source);
  const goods = ["vessels", "ore", "wood"];
  const [classes, marks] = [vesselClasses(scenario), new Marks(scenario.seed, 0)];
  const parts = { scenario, network, classes, facilities, marks, counts: recorder.counts, goods };
  const crossings = crossingsOf(scenario, network, marks);
  return { plans: flowPlans(parts).begun, network, recorder, crossings };
}

test("weights become cumulative shares in order of id, and a uniform chooses by them", () => {
  const { plans, network } = plansOf(
    `calls: { from: { south: 3, north: 1 }, to: east, vessel: ship, ${arrivals} }`,
  );
  const { origins, destinations } = plans[0] as FlowPlan; // the one flow
  expect(origins.nodes).toEqual([network.nodeOf("north"), network.nodeOf("south")]);
  expect(origins.cumulative).toEqual([0.25, 1]);
  expect(destinations.nodes).toEqual([network.nodeOf("east")]);
  expect(destinations.cumulative).toEqual([1]);
  const [north, south] = origins.nodes;
  const [flow] = plans as [FlowPlan];
  const at = (uniform: number): number => chosen({ ...origins, mark: { uniform: () => uniform } }, flow, 0);
  expect([0, 0.2499, 0.25, 0.999].map(at)).toEqual([north, north, south, south]);
});

test("in a world voyages begin where the weights say", () => {
  const both = voyages(
    run(text(`calls: { from: { north: 1, south: 3 }, to: east, vessel: ship, ${arrivals} }`)),
  ).map(({ planned }) => planned);
  expect(new Set(both)).toEqual(new Set([220, 40]));
  expect(both.length).toBe(241);
  const share = both.filter((kilometres) => kilometres === 220).length / both.length;
  // a quarter, within four standard deviations
  expect(Math.abs(share - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / both.length));
});

test("each class has its own service at a station, and a station twice in the path is visited twice", () => {
  const { plans } = plansOf(
    `boats: { from: south, to: east, vessel: boat, ${arrivals} }, ` +
      `calls: { from: south, to: east, vessel: ship, ${arrivals} }`,
  );
  const calls = plans.map(({ calls: byNode }) =>
    byNode.flatMap(
      (path) => path?.map(({ facility, service, visit }) => [facility, service.mean / hour, visit]) ?? [],
    ),
  );
  expect(calls).toEqual([
    [
      [1, 1, 0],
      [0, 2, 0],
      [1, 1, 1],
    ],
    [
      [1, 1, 0],
      [0, 5, 0],
      [1, 1, 1],
    ],
  ]);
});

test("flows whose vessels call alike share one list of calls, with the ports of all of them", () => {
  const cargo = "commodity: wood, size: 70 m3";
  const { plans, network } = plansOf(
    `boats: { from: east, to: south, vessel: boat, ${arrivals} }, ` +
      `calls: { from: south, to: east, vessel: boat, ${arrivals} }, ` +
      `logs: { from: south, to: east, vessel: boat, ${cargo}, ${arrivals} }, ` +
      `ships: { from: south, to: east, vessel: ship, ${arrivals} }`,
  );
  const [boats, calls, logs, ships] = plans as [FlowPlan, FlowPlan, FlowPlan, FlowPlan];
  expect(calls.calls).toBe(boats.calls);
  expect(calls.calls[network.nodeOf("east")]?.length).toBe(3);
  expect(new Set([boats.calls, logs.calls, ships.calls]).size).toBe(3);
});

test("in a world the classes are served so, station by station", () => {
  const of = run(
    text(
      `boats: { from: south, to: east, vessel: boat, ${arrivals} }, ` +
        `calls: { from: south, to: east, vessel: ship, ${arrivals} }`,
    ),
  );
  const served = (voyage: string): [string, number][] =>
    stages(of)
      .filter((row) => row.voyage === voyage && row.kind === "service")
      .map(({ place, from, to }) => [place, Math.round((to - from) * 1e6) / 1e6]);
  expect(served("boats/0")).toEqual([
    ["east.lock", 1],
    ["east.berth", 2],
    ["east.lock", 1],
  ]);
  expect(served("calls/0")).toEqual([
    ["east.lock", 1],
    ["east.berth", 5],
    ["east.lock", 1],
  ]);
});

test("a flow carries units of its commodity, one vessel without one, and counts only what is read", () => {
  const { plans, recorder } = plansOf(
    `calls: { from: south, to: east, vessel: ship, ${arrivals} }, ` +
      `logs: { from: south, to: east, vessel: ship, commodity: wood, size: 70 m3, priority: 3, ${arrivals} }`,
  );
  const read = plans.map(({ id, number, goods, units, priority, deliveries, commodityDeliveries }) => [
    id,
    number,
    goods,
    units,
    priority,
    deliveries,
    commodityDeliveries,
  ]);
  expect(read).toEqual([
    ["calls", 0, 0, 1, 1, recorder.counts.series("calls"), -1],
    ["logs", 1, 2, 70, 3, -1, -1],
  ]);
});

test("a passage is crossed in its own time; speed is ms a metre; due and via are those of the flow", () => {
  const { plans, network, crossings } = plansOf(
    `calls: { from: south, to: east, vessel: ship, due: 9 h, via: cut, ${arrivals} }, ` +
      `fast: { from: south, to: east, vessel: boat, ${arrivals} }`,
  );
  const [calls, fast] = plans as [FlowPlan, FlowPlan];
  expect([calls.msPerMetre, fast.msPerMetre].map((ms) => Math.round(ms * 1e9) / 1e9)).toEqual([360, 180]);
  expect(crossings.passages.map((crossing) => crossing?.time.mean)).toEqual([3 * hour]);
  expect(crossings.links).toEqual(network.links.map(() => undefined));
  expect([calls.via, fast.via]).toEqual([network.passages.indexOf("cut"), -1]);
  expect([calls.due?.after.mean, fast.due]).toEqual([9 * hour, undefined]);
});
