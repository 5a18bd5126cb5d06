import { expect, test } from "vitest";
import { digest, expenses, hours, level, run, scenarioOf, stages, studyOf, voyages } from "../run.ts";
import type { Run } from "../run.ts";

const usualVessels = `ship: { mode: sea, speed: 10 km/h, cost: 24 kUSD/d }
  train: { mode: rail, speed: 20 km/h, cost: 48 kUSD/d }`;

/** What a small world of two modes is made of; each as it is written. */
interface Parts {
  readonly flow?: string;
  readonly hub?: string;
  readonly more?: string;
  readonly disruptions?: string;
  readonly policies?: string;
  readonly vessels?: string;
  readonly cut?: string;
}

/**
 * By ship from `west` 100 km to `hub`, or 300 km to `far`; from either by train 200 km to `city`. Ships sail
 * at 10 km/h, trains at 20. At the hub a berth (2 h), a yard (3 h), the transfer (5 h); in the city a gate
 * (1 h).
 * Over the hub: 10 + 2 + 3 + 5 + 10 + 1 = 31 h.
 */
function world({ flow, hub, more, disruptions, policies, vessels, cut }: Parts = {}): string {
  const usual =
    "calls: { from: west, to: city, vessel: ship, onward: [train], commodity: ore, size: 5 t, " +
    "arrivals: { kind: regular, every: 12 h } }";
  return `
breakwater: 1
title: By ship and by train
seed: transfers
time: { start: 2024-01-01T00:00Z, duration: 8 d, warm-up: 2 d }
replications: 1
network:
  sites:
    west: { type: port, at: [0, 0] }
    hub:
      type: port
      at: [0, 0.5]
      stations:
        berth: { servers: 1, service: 2 h }
        yard: { servers: 4, service: 3 h }
      vessel-path: [berth]
      cargo-path: [yard]
      transfer: { ${hub ?? "time: 5 h, cost: 100 USD, unit-cost: 2 USD/t"} }
    far: { type: port, at: [1, 1], transfer: { time: 1 h } }
    city: { type: market, at: [0, 1], stations: { gate: { servers: 1, service: 1 h } } }
    ${more ?? ""}
  links:
    lane: { from: west, to: hub, mode: sea, distance: 100 km }
    ${cut ?? ""}
    long-lane: { from: west, to: far, mode: sea, distance: 300 km }
    track: { from: hub, to: city, mode: rail, distance: 200 km }
    far-track: { from: far, to: city, mode: rail, distance: 200 km }
commodities: { ore: { unit: t } }
vessels:
  ${vessels ?? usualVessels}
flows: { ${flow ?? usual} }
${disruptions === undefined ? "" : `disruptions: { ${disruptions} }`}
${policies === undefined ? "" : `policies: { ${policies} }`}
performance: { of: calls, window: 1 d }
measures:
  throughput: [calls, hub.berth]
  mean-wait: [hub.berth, hub.yard, city.gate]
  delay: all
  cost: all
  dwell: all
  peak-queue: hub.yard
`;
}

const of = (name: string, ran: Run): [string, string, number, number, string][] =>
  stages(ran)
    .filter(({ voyage }) => voyage === name)
    .map(({ kind, place, from, to, reason }) => [kind, place, from, to, reason]);

test("a voyage changes vessels at the hub: its stations, the transfer, then the next class", () => {
  const ran = run(world());
  expect(of("calls/0", ran)).toEqual([
    ["sail", "lane", 0, 10, "none"],
    ["wait", "hub.berth", 10, 10, "none"],
    ["service", "hub.berth", 10, 12, "none"],
    ["wait", "hub.yard", 12, 12, "none"],
    ["service", "hub.yard", 12, 15, "none"],
    ["transfer", "hub", 15, 20, "none"],
    ["sail", "track", 20, 30, "none"],
    ["wait", "city.gate", 30, 30, "none"],
    ["service", "city.gate", 30, 31, "none"],
  ]);
  expect(voyages(ran)[0]).toMatchObject({ end: 31, how: "arrived", kilometres: 300, planned: 300 });
  expect(hours(ran, "calls").slice(0, 3)).toEqual([31, 43, 55]);
  expect(hours(ran, "hub.berth").slice(0, 2)).toEqual([12, 24]);
  expect(level(ran, "queue/hub.yard").every(([, value]) => value <= 1)).toBe(true);
});

test("its first vessel is free at the hub; the transfer and the later vessel cost what is written", () => {
  const ran = run(world());
  const { journeys } = ran.recorder;
  const hour = 3_600_000;
  expect((journeys.freed.at(0) - journeys.start.at(0)) / hour).toBe(12);
  // 100 USD and 5 t at 2 USD; the train from 20 h to 31 h at 2,000 USD an hour, 10 h of it for 200 km
  expect(expenses(ran, "calls/0")).toEqual([
    ["transfer", 110, 0, 0],
    ["vessel", 22_000, 200, 20_000],
  ]);
});

test("the hub is that by which it is soonest there, its stations and transfer counted", () => {
  const places = (text: string): (string | undefined)[] =>
    stages(run(text))
      .filter(({ kind, voyage }) => kind === "transfer" && voyage === "calls/0")
      .map(({ place }) => place);
  // over far: 30 h, 1 h, 10 h, against 10 h, 5 h, the transfer and 10 h
  expect(places(world({ hub: "time: 15 h" }))).toEqual(["hub"]);
  expect(places(world({ hub: "time: 17 h" }))).toEqual(["far"]);
});

test("three classes change twice, and the same class may follow itself", () => {
  const flow =
    "calls: { from: west, to: village, vessel: ship, onward: [train, train], " +
    "arrivals: { kind: regular, every: 12 h } }";
  const more =
    "depot: { type: rail-terminal, at: [0, 0.9], transfer: { time: 2 h } }\n" +
    "    village: { type: market, at: [0, 1.2] }";
  const cut =
    "spur: { from: hub, to: depot, mode: rail, distance: 100 km }\n" +
    "    last: { from: depot, to: village, mode: rail, distance: 40 km }";
  const ran = run(world({ flow, more, cut, hub: "time: 5 h" }));
  const transfers = of("calls/0", ran).filter(([kind]) => kind === "transfer");
  // without cargo: no yard; 10 h, 2 h, 5 h, 5 h, 2 h, 2 h
  expect(transfers.map(([, place, from, to]) => [place, from, to])).toEqual([
    ["hub", 12, 17],
    ["depot", 22, 24],
  ]);
  expect(voyages(ran)[0]).toMatchObject({ end: 26, how: "arrived", kilometres: 240 });
});

test("what closes a link of the second mode makes what changed wait there, with its name", () => {
  const disruptions = "block: { kind: closure, of: track, start: 60 h, end: 90 h }";
  const ran = run(world({ disruptions }));
  const waited = stages(ran).filter(({ kind, place, reason }) => {
    return kind === "wait" && place === "track" && reason === "block";
  });
  // voyages of 48 h and 60 h come to the track at 68 h and 80 h
  expect(waited.map(({ voyage, from, to }) => [voyage, from, to])).toEqual([
    ["calls/4", 68, 90],
    ["calls/5", 80, 90],
  ]);
  expect(ran.report.conservation.violations).toEqual([]);
});

test("a call at another port brings the cargo to its hub, and it goes on from there", () => {
  const more = "haven: { type: port, at: [0, 0.4], stations: { berth: { servers: 1, service: 2 h } } }";
  const cut = "haven-lane: { from: west, to: haven, mode: sea, distance: 100 km }";
  const disruptions = "strike: { kind: closure, of: hub.berth, start: 59 h, end: 150 h }";
  const policies =
    "elsewhere: { kind: alternate-port, of: hub, rule: divert, " +
    "alternates: { haven: { time: 4 h, cost: 7 USD } } }";
  const ran = run(world({ more, cut, disruptions, policies }));
  // the sixth begins at 60 h: 10 h to the haven, 2 h there, 4 h overland, 5 h transfer, 10 h by train, 1 h
  expect(of("calls/5", ran).map(([kind, place, from, to]) => [kind, place, from, to])).toEqual([
    ["sail", "haven-lane", 60, 70],
    ["wait", "haven.berth", 70, 70],
    ["service", "haven.berth", 70, 72],
    ["inland", "haven>hub", 72, 76],
    ["transfer", "hub", 76, 81],
    ["sail", "track", 81, 91],
    ["wait", "city.gate", 91, 91],
    ["service", "city.gate", 91, 92],
  ]);
  expect(expenses(ran, "calls/5")).toEqual([
    ["inland", 7, 0, 0],
    ["transfer", 110, 0, 0],
    ["vessel", 22_000, 200, 20_000],
  ]);
});

test("without a legal way of the later class a voyage says so at the hub, with the rule", () => {
  const vessels = "ship: { mode: sea, speed: 10 km/h }\n  train: { mode: rail, speed: 20 km/h, draft: 4 m }";
  const tunnel =
    "tunnel: { type: passage, at: [0, 0.7], " +
    "transit: { time: 1 h, admission: { kind: headway, every: 1 h } } }";
  const text = world({ vessels, more: tunnel })
    .replace("track: { from: hub, to: city", "track: { from: tunnel, to: city")
    .replace("far-track: {", "into: { from: hub, to: tunnel, mode: rail, distance: 40 km }\n    no-track: {")
    .replace("no-track: { from: far, to: city, mode: rail", "no-track: { from: far, to: city, mode: road");
  const scenario = scenarioOf(text);
  const site = scenario.network.sites["tunnel"];
  if (site?.transit === undefined) throw new Error("the tunnel stands in the scenario");
  const draft = { steps: [{ from: { at: 0 }, value: 3 }] };
  const limits = { draft, classes: undefined, flags: undefined };
  const low = { ...site, transit: { ...site.transit, limits } };
  const barred = {
    ...scenario,
    network: { ...scenario.network, sites: { ...scenario.network.sites, tunnel: low } },
  };
  expect(run(scenario).recorder.journeys.outcome.at(0)).toBe(1);
  const [first] = voyages(run(barred));
  expect(first).toMatchObject({ how: "no-legal-route", end: 20 }); // it came to the hub, and no further
  const lost = stages(run(barred)).find(({ kind }) => kind === "lost");
  expect(lost).toMatchObject({ place: "hub", reason: "tunnel.transit.limits.draft" });
});

test("a transfer that no flow uses changes nothing", () => {
  const flow =
    "calls: { from: west, to: hub, vessel: ship, commodity: ore, size: 5 t, " +
    "arrivals: { kind: regular, every: 12 h } }";
  const rows = (text: string): string => digest(run(text).recorder);
  const vessels = "ship: { mode: sea, speed: 10 km/h }";
  const plain = world({ flow, vessels }).replace(/transfer: \{[^}]*\}/g, "tags: []");
  expect(rows(world({ flow, vessels }))).toBe(rows(plain));
});

test("plans and checks know hubs: the warm-up, the load, and the classes that call", () => {
  const codes = (text: string): string[] => {
    try {
      studyOf(text);
      return [];
    } catch (error) {
      return [...(error as Error).message.matchAll(/ ([A-Z_]{6,}) /g)].map(([, code]) => code ?? "");
    }
  };
  expect(codes(world().replace("warm-up: 2 d", "warm-up: 29 h"))).toContain("WARM_UP_SHORT");
  expect(codes(world().replace("warm-up: 2 d", "warm-up: 30 h"))).not.toContain("WARM_UP_SHORT");
  const byClass = world().replace(
    "berth: { servers: 1, service: 2 h }",
    "berth: { servers: 1, service: { train: 2 h } }",
  );
  expect(codes(byClass)).toContain("SERVICE_MISSING");
});

test("the time of a transfer is drawn by the voyage, whoever else is there", () => {
  const drawn = { hub: "time: { kind: exponential, mean: 5 h }" };
  const lasted = (text: string): number[] =>
    stages(run(text))
      .filter(({ kind, voyage }) => kind === "transfer" && voyage.startsWith("calls/"))
      .map(({ from, to }) => to - from)
      .sort((one, other) => one - other);
  const alone = lasted(world(drawn));
  expect(new Set(alone).size).toBe(alone.length);
  const others =
    "more: { from: west, to: city, vessel: ship, onward: [train], " +
    "arrivals: { kind: regular, every: 13 h } }";
  const calls =
    "calls: { from: west, to: city, vessel: ship, onward: [train], " +
    "arrivals: { kind: regular, every: 12 h } }";
  // without cargo nobody passes the yard; the berth holds each up for as long as the others are there
  expect(lasted(world({ ...drawn, flow: `${calls}, ${others}` })).slice(0, 5)).toEqual(
    lasted(world({ ...drawn, flow: calls })).slice(0, 5),
  );
});

test("a voyage whose ship went round is diverted, whatever carries it on", () => {
  const transit = "time: 1 h, admission: { kind: headway, every: 1 min }";
  const near = (from: string, to: string): string =>
    `${from}-${to}: { from: ${from}, to: ${to}, mode: sea, distance: 40 km }`;
  const ran = run(
    world({
      more: `cut: { type: passage, at: [0, 0.25], transit: { ${transit} } }`,
      cut: `${near("west", "cut")}\n    ${near("cut", "hub")}`,
      disruptions: "block: { kind: closure, of: cut, start: 50 h, end: 70 h }",
      policies: "masters: { kind: divert, of: cut }",
    }),
  );
  expect(
    voyages(ran)
      .map(({ start, end, diverted }) => [start, end, diverted])
      .slice(3, 8),
  ).toEqual([
    [36, 66, false],
    [48, 96, false], // on its way as it is closed, and at sea it cannot turn on a link: in at 70 h
    [60, 91, true], // round by the lane, 10 h for 9
    [72, 102, false],
    [84, 114, false],
  ]);
});
