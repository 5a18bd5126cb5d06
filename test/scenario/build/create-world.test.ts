import { expect, test, vi } from "vitest";
import { Elements } from "#domain/world/elements";
import { Recorder } from "#engine/record/recorder";
import { createWorld } from "#scenario/build/create-world";
import { factsOf } from "#scenario/build/facts";
import { declareNeeds } from "#scenario/build/needs";
import { scenarioOf, source, studyOf } from "../../domain/run.ts";
import { canal, harbour } from "../../domain/small-worlds.ts";

const headway = "time: 3 h, admission: { kind: headway, every: 1 h }";
const day = 86_400_000;

test("rooms are opened in order: stations, passages, links, then flows, each in order of id", () => {
  const added = vi.spyOn(Elements.prototype, "add");
  const text = canal(headway).replace(
    "east: { type: port, at: [0, 0.2] }",
    "east: { type: port, at: [0, 0.2], vessel-path: [yard, berth], " +
      "stations: { yard: { servers: 9, service: 1 h }, berth: { servers: 9, service: 1 h } } }",
  );
  createWorld(scenarioOf(text), { source });
  expect(added.mock.calls.map(([id]) => id)).toEqual([
    "east.berth",
    "east.yard",
    "cut.transit",
    "cape-east",
    "cut-east",
    "west-cape",
    "west-cut",
    "calls",
  ]);
  added.mockRestore();
});

test("on a network of the world legs are told in order, with when each was sailed and where they run", () => {
  const text = `
breakwater: 1
title: Legs
seed: legs
time: { start: 2024-01-01T00:00Z, duration: 100 d, warm-up: 60 d }
network: { use: world, sites: { suez: { transit: { ${headway} } } } }
vessels: { ship: { mode: sea, speed: 36 km/h } }
flows: { calls: { from: SGSIN, to: NLRTM, vessel: ship, arrivals: { kind: table, times: [1 d, 2 d] } } }
measures: { throughput: calls, dwell: all }
performance: { of: calls, window: 7 d }
`;
  const world = createWorld(scenarioOf(text), { source });
  world.run(0);
  const start = Date.UTC(2024, 0, 1);
  // 100 ms a metre
  const toSuez = (source.metres("SGSIN", "suez") ?? NaN) * 100;
  const whole = (source.metres("SGSIN", "NLRTM") ?? NaN) * 100;
  const canalMs = (source.sea().passages.find(({ id }) => id === "suez")?.doors[0]?.metres ?? NaN) * 100;
  const legs = world.legs();
  expect(legs.map(({ from, to }) => `${from}>${to}`)).toEqual(["SGSIN>suez", "suez>NLRTM"]);
  const after = (ms: number): number[] => [start + day + ms, start + 2 * day + ms];
  expect([...(legs[0]?.ends ?? [])]).toEqual(after(toSuez));
  expect([...(legs[1]?.ends ?? [])]).toEqual(after(whole - canalMs + 3 * 3_600_000));
  expect([...(legs[0]?.lasted ?? [])]).toEqual([toSuez, toSuez]);
  expect([...(legs[0]?.parts ?? [])]).toEqual([1, 1]);
  const singapore = source.sites()["SGSIN"]?.at;
  expect(legs[0]?.line[0]).toEqual([singapore?.[1], singapore?.[0]]);
  expect(legs[0]?.line.length).toBeGreaterThan(5);
});

test("on links alone no legs are told", () => {
  const world = createWorld(scenarioOf(canal(headway)), { source });
  world.run(0);
  expect(world.legs()).toEqual([]);
});

test("facts are those of the scenario", () => {
  const scenario = scenarioOf(
    harbour("servers: 3, service: 2 h", {
      days: 5,
      vessels: "ship: { mode: sea, speed: 10 km/h, cost: 24 kUSD/d }",
      commodities: "ore: { unit: t }",
      flows:
        "calls: { from: sea, to: quay, vessel: ship, commodity: ore, size: 5 t, " +
        "arrivals: { kind: regular, every: 6 h } }",
      disruptions:
        "storm: { kind: closure, of: quay.berth, start: 30 h, end: 40 h }, " +
        "ice: { kind: closure, of: quay.berth, start: 50 h, end: 60 h, background: true }",
      policies: "crews: { kind: surge, of: quay.berth, factor: 2, from: 50 h, cost: [3 MUSD, 400 kUSD/d] }",
    }),
  );
  const start = Date.UTC(2024, 0, 1);
  expect(factsOf(scenario)).toEqual({
    start,
    warmUpEnd: start + day,
    end: start + 5 * day,
    flows: [{ id: "calls", costPerDay: 24_000, speed: 10 / 3.6 }],
    servers: new Map([["quay.berth", 3]]),
    performance: { of: ["calls"], window: 3_600_000, recoveredAt: 0.95, heldFor: 7 * day, unit: "vessels" },
    units: new Map([["ore", "t"]]),
    background: new Set(["ice"]),
    costs: [{ id: "crews", once: 3_000_000, perDay: 400_000, acting: true }],
  });
});

/** What is recorded of a scenario with these measures: names of counts and levels, and of journeys. */
function recorded(measures: string): {
  counts: string[];
  levels: string[];
  journeys: boolean;
  places: unknown;
} {
  const scenario = scenarioOf(harbour("servers: 1, service: 2 h", { measures }));
  const recorder = new Recorder();
  const { journeys, places } = declareNeeds(recorder, scenario, factsOf(scenario));
  return {
    counts: [...recorder.counts.names].sort(),
    levels: [...recorder.levels.names].sort(),
    journeys,
    places: places === "all" ? places : [...places].sort(),
  };
}

test("only what some measure or the curve reads is recorded", () => {
  expect(recorded("throughput: calls")).toEqual({
    counts: ["calls"],
    levels: [],
    journeys: false,
    places: [],
  });
  expect(recorded("throughput: quay.berth")).toEqual({
    counts: ["calls", "quay.berth"],
    levels: ["busy/quay.berth", "queue/quay.berth"],
    journeys: false,
    places: [],
  });
  expect(recorded("mean-wait: quay.berth")).toMatchObject({ journeys: true, places: ["quay.berth"] });
  expect(recorded("utilisation: quay.berth").levels).toEqual(["busy/quay.berth", "queue/quay.berth"]);
});

test("what is not declared leaves no row, and the run is the same", () => {
  const run = (measures: string): Recorder => {
    const world = createWorld(scenarioOf(harbour("servers: 1, service: 7 h", { measures })), {
      source,
    });
    world.run(0);
    return world.recorder;
  };
  const [few, many] = [run("throughput: calls"), run("throughput: calls, mean-wait: quay.berth, dwell: all")];
  expect(few.journeys.start.length).toBe(0);
  expect(few.journeys.stageFrom.length).toBe(0);
  expect(many.journeys.start.length).toBe(41);
  const calls = (recorder: Recorder): number[] => [...recorder.counts.times(recorder.counts.series("calls"))];
  expect(calls(few)).toEqual(calls(many));
  expect(calls(few).length).toBeGreaterThan(30);
});

test("each variant is a world of its own scenario", () => {
  const study = studyOf(
    harbour("servers: 1, service: 7 h", {
      variants:
        "wider: { summary: Two berths, " +
        "network: { sites: { quay: { stations: { berth: { servers: 2 } } } } } }",
    }),
  );
  const servers = study.variants.map(({ scenario }) => createWorld(scenario, { source }).facts.servers);
  expect(servers).toEqual([new Map([["quay.berth", 1]]), new Map([["quay.berth", 2]])]);
});
