import { expect, test } from "vitest";
import { Limits } from "#domain/traffic/limits";
import type { LimitRooms } from "#domain/traffic/limits";
import { Vessels } from "#domain/traffic/vessels";
import { Simulation } from "#engine/kernel/simulation";
import { createWorld } from "#scenario/build/create-world";
import { digest, run, scenarioOf, source, stages, voyages } from "../run.ts";
import type { Run } from "../run.ts";
import { canal, forkedCanal } from "../small-worlds.ts";

const vessels = "ship: { mode: sea, speed: 10 km/h, draft: 12 m, flag: PA }";
const flow = (every: number, offset: number): string =>
  "calls: { from: west, to: east, vessel: ship, " +
  `arrivals: { kind: regular, every: ${every} h, offset: ${offset} h } }`;
const aDay = (limits: string): string =>
  `time: 3 h, admission: { kind: slots, rate: 1 /d }, limits: ${limits}`;
const shallow = "{ draft: { 0 d: 15 m, 40 h: 8 m, 80 h: 15 m } }";

/** `[begun, ended, how, kilometres]` of each voyage. */
function told(of: Run): [number, number, string, number][] {
  return voyages(of).map(({ start, end, how, kilometres }) => [start, end, how, kilometres]);
}

test("who waits and may no longer pass goes another way; who comes later does not come at all", () => {
  // one slot a day; at the canal after 2 h: 10 km to the fork, 10 km more; 200 km from there to the cape
  const of = run(forkedCanal(aDay(shallow), { vessels, flows: flow(30, 0), days: 6 }));
  expect(told(of).slice(0, 4)).toEqual([
    [0, 29, "arrived", 40], // in at 24 h
    [30, 81, "arrived", 430], // turns back at 40 h: 1 h to the fork, 20 h to the cape, 20 h to the east
    [60, 101, "arrived", 410], // goes round from the start on; at 80 h it is far beyond the fork
    [90, 101, "arrived", 40], // may pass again: in at 96 h
  ]);
  const gaveUp = stages(of).filter(({ kind }) => kind === "abandoned");
  expect(gaveUp.map(({ voyage, from, to, place }) => [voyage, from, to, place])).toEqual([
    ["calls/1", 32, 40, "cut.transit"],
  ]);
});

test("a change holds already at the slot of its instant, and those inside finish", () => {
  const at = (hour: number): [number, number, string, number][] => {
    const limits = `{ draft: { 0 d: 15 m, ${hour} h: 8 m } }`;
    return told(run(forkedCanal(aDay(limits), { vessels, flows: flow(48, 30), days: 5 }))).slice(0, 1);
  };
  expect(at(48)).toEqual([[30, 89, "arrived", 430]]);
  expect(at(49)).toEqual([[30, 53, "arrived", 40]]);
});

test("who is on a link turns at its end", () => {
  const of = run(forkedCanal(aDay(shallow), { vessels, flows: flow(100, 39.5), days: 6 }));
  expect(told(of).slice(0, 1)).toEqual([[39.5, 80.5, "arrived", 410]]);
});

test("who waits without another way has no legal route, and ends there", () => {
  const of = run(canal(aDay(shallow), { vessels, flows: flow(30, 0), days: 6 })); // back lies a port
  expect(told(of)[1]).toEqual([30, 40, "no-legal-route", 20]);
  const [lost] = stages(of).filter(({ kind }) => kind === "lost");
  expect(lost).toMatchObject({
    voyage: "calls/1",
    place: "cut",
    from: 40,
    to: 40,
    reason: "cut.transit.limits.draft",
  });
});

test("classes and flags change as drafts do; before the first date all may pass", () => {
  const barred = run(forkedCanal(aDay(shallow), { vessels, flows: flow(30, 0), days: 6 }));
  for (const limits of [
    "{ classes: { 40 h: [], 80 h: [ship] } }",
    "{ flags: { 0 d: [PA, LR], 40 h: [LR], 80 h: [PA] } }",
    "{ draft: { 40 h: 8 m }, classes: { 80 h: [ship] } }",
  ]) {
    const of = told(run(forkedCanal(aDay(limits), { vessels, flows: flow(30, 0), days: 6 })));
    const isOver = limits.includes("80 h: [PA]") || limits.includes("[], 80 h");
    expect(of.slice(0, 3)).toEqual(told(barred).slice(0, 3));
    expect(of[3]?.[3]).toBe(isOver ? 40 : 410);
  }
});

test("a schedule whose limits bar nobody changes nothing, and each replication begins as written", () => {
  const parts = { vessels, flows: flow(7, 0), days: 6 };
  const plain = digest(run(forkedCanal(aDay("{ draft: 15 m }"), parts)).recorder);
  const steps = "{ draft: { 0 d: 15 m, 40 h: 12 m, 80 h: 13 m } }";
  expect(digest(run(forkedCanal(aDay(steps), parts)).recorder)).toBe(plain);
  const ends = aDay("{ draft: { 0 d: 15 m, 40 h: 8 m } }"); // otherwise than it begins
  const world = createWorld(scenarioOf(forkedCanal(ends, parts)), { source });
  const digests = [0, 1, 0].map((replication) => {
    world.run(replication, { audit: true });
    return digest(world.recorder);
  });
  expect(digests[2]).toBe(digests[0]);
});

const atSea = (site: string, limits: string, from: string): string => `
breakwater: 1
title: Limits at sea
time: { start: 2021-03-01T00:00Z, duration: 60 d, warm-up: 20 d }
seed: limits-at-sea
replications: 1
network:
  use: world
  sites: { ${site}: { transit: { time: 14 h, admission: { kind: headway, every: 10 min }, limits: ${limits} } } }
vessels: { ship: { mode: sea, speed: 16 kn, draft: 14 m } }
flows: { calls: { from: ${from}, to: NLRTM, vessel: ship, arrivals: { kind: regular, every: 40 d } } }
measures: { mean-wait: ${site}.transit }
`;

test("who sails over the mesh turns where it is", () => {
  const [usual] = voyages(run(atSea("suez", "{ draft: 15 m }", "CNSHA")));
  const [turned] = voyages(run(atSea("suez", "{ draft: { 0 d: 15 m, 10 d: 13 m } }", "CNSHA")));
  const [never] = voyages(run(atSea("suez", "{ draft: 13 m }", "CNSHA")));
  expect(turned?.how).toBe("arrived");
  expect(never?.kilometres).toBeGreaterThan((usual?.kilometres ?? 0) + 3000);
  // it had sailed ten days towards Suez, so that it lost some way
  expect(turned?.kilometres).toBeGreaterThan(never?.kilometres ?? Infinity);
});

test("at sea without any route a vessel sails on, and ends where it comes to", () => {
  const of = run(atSea("hormuz", "{ draft: { 0 d: 15 m, 2 h: 13 m } }", "SAJUB"));
  const [first] = voyages(of);
  expect(first?.how).toBe("no-legal-route");
  expect(first?.end).toBeGreaterThan(3);
  const back = run(atSea("hormuz", "{ draft: { 0 d: 15 m, 2 h: 13 m, 5 h: 15 m } }", "SAJUB"));
  expect(voyages(back)[0]?.how).toBe("arrived"); // it may pass again before it comes there
});

test("a change lets everybody look anew at what lies ahead, those too who cannot turn now", () => {
  const [simulation, vessels] = [new Simulation(), new Vessels()];
  const routes = { changes: [[{ from: 5, bars: [] }]], reset: () => false, setBars: () => new Set([0]) };
  const outlook = { routesChanged: () => undefined, flow: () => ({ vesselClass: 0 }) };
  const decisions = { watch: () => undefined };
  const rooms = { routes, outlook, vessels, decisions } as unknown as LimitRooms;
  const limits = new Limits(simulation, rooms, () => undefined); // all that is asked of its rooms
  const vessel = vessels.take();
  vessels.clearTo[vessel] = 7;
  limits.reset();
  simulation.run({ time: 4 });
  expect(vessels.clearTo[vessel]).toBe(7);
  simulation.run({ time: 5 });
  expect(vessels.clearTo[vessel]).toBe(-1);
});

test("who goes round because a limit changes is diverted, with a policy that watches or without", () => {
  const diverted = (policies: string | undefined): [number, string, boolean][] => {
    const text = forkedCanal(aDay("{ draft: { 0 d: 15 m, 40 h: 8 m } }"), {
      vessels,
      flows: flow(30, 0),
      days: 6,
    });
    const of = run(policies === undefined ? text : `${text}policies: { ${policies} }\n`);
    return voyages(of).map(({ start, how, diverted: isDiverted }) => [start, how, isDiverted]);
  };
  const expected = [
    [0, "arrived", false],
    [30, "arrived", true], // turns back at 40 h
    [60, "arrived", false], // planned round from the start on
  ];
  expect(diverted(undefined).slice(0, 3)).toEqual(expected);
  expect(diverted("masters: { kind: divert, of: cut }").slice(0, 3)).toEqual(expected);
});

test("who has no legal route after a change is lost and not diverted", () => {
  const text = canal(aDay("{ draft: { 0 d: 15 m, 40 h: 8 m } }"), { vessels, flows: flow(30, 0), days: 6 });
  expect(voyages(run(text))[1]).toMatchObject({ start: 30, how: "no-legal-route", diverted: false });
});
