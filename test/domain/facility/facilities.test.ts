import { expect, test } from "vitest";
import { Facilities } from "#domain/facility/facilities";
import { Elements } from "#domain/world/elements";
import { Simulation } from "#engine/kernel/simulation";
import { Levels } from "#engine/record/levels";
import { Stations } from "#engine/station/stations";
import { hours, level, run, stages, voyages, waits } from "../run.ts";
import type { Run } from "../run.ts";
import { harbour } from "../small-worlds.ts";

/** Ships come to the quay at 10 h, 16 h, 22 h, 28 h, 34 h ... */
const berth = "servers: 1, service: 2 h";

function disrupted(disruption: string, station: string = berth): string {
  return harbour(station, { disruptions: `storm: { of: quay.berth, ${disruption} }`, days: 4 });
}

function ends(text: string): number[] {
  return hours(run(text), "quay.berth").filter((hour) => hour > 28 && hour < 48);
}

test("a ship in service stands still in a closure and goes on with what it has left", () => {
  expect(ends(disrupted("kind: closure, start: 29 h, end: 33 h"))).toEqual([34, 36, 42]);
});

test("a ship in service may also finish, begin anew, or be lost", () => {
  expect(ends(disrupted("kind: closure, start: 29 h, end: 33 h, inside: finish"))).toEqual([30, 36, 42]);
  expect(ends(disrupted("kind: closure, start: 29 h, end: 33 h, inside: restart"))).toEqual([35, 37, 42]);
  const lost = run(disrupted("kind: closure, start: 29 h, end: 33 h, inside: lose"));
  expect(hours(lost, "quay.berth").filter((hour) => hour > 28 && hour < 48)).toEqual([36, 42]);
  expect(voyages(lost).filter(({ how }) => how === "lost")).toMatchObject([{ name: "calls/3", end: 29 }]);
});

test("a lost ship is counted as lost, and nothing is missing", () => {
  const { report } = run(disrupted("kind: closure, start: 29 h, end: 33 h, inside: lose"));
  expect(report.conservation.violations).toEqual([]);
  expect(report.limits).toEqual([]);
});

test("what is left of a service is divided by the new factor", () => {
  // 1 h of work left at 29 h: 2 h at a half; the next ship comes at 34 h, is served at a half until 35 h, and
  // is done 1.5 h later
  expect(ends(disrupted("kind: capacity, start: 29 h, end: 35 h, factor: 0.5"))).toEqual([31, 36.5, 42]);
});

test("at a factor of 0 a server takes a ship and stands still with it", () => {
  const still = run(disrupted("kind: capacity, start: 27 h, end: 35 h, factor: 0"));
  expect(waits(still, "quay.berth").slice(3, 5)).toEqual([
    [28, 28, "none"],
    [34, 37, "storm"],
  ]);
});

test("whole servers go, rounded down, and the latest started stands still until one is back", () => {
  const two = "servers: 2, service: 10 h";
  // at 29 h ships of 22 h and 28 h are inside; one server stays; ships of 28 h and 34 h go on at 32 h and 40
  // h
  const one = run(disrupted("kind: capacity, start: 29 h, end: 40 h, factor: 0.9, scales: servers", two));
  expect(hours(one, "quay.berth").filter((hour) => hour > 29 && hour < 60)).toEqual([32, 41, 50, 51]);
  // at 40 h the second server takes the ship of 34 h; that of 40 h waits for that of 28 h, which stood still
  expect(waits(one, "quay.berth").filter(([came]) => came >= 34 && came < 41)).toEqual([
    [34, 40, "storm"],
    [40, 41, "storm"],
  ]);
});

interface Quay {
  readonly elements: Elements;
  readonly stations: Stations;
  readonly facilities: Facilities;
  readonly facility: number;
}

/** A berth by itself. */
function quay(servers: number): Quay {
  const elements = new Elements();
  const client = { started() {}, released() {}, lost() {} };
  const stations = new Stations(new Simulation(), new Levels(), client);
  const facilities = new Facilities(elements, stations, new Levels());
  const [room, whenFull, discipline] = [undefined, "turn-away", "fifo"] as const;
  const facility = facilities.open({ id: "quay.berth", servers, room, whenFull, discipline });
  return { elements, stations, facilities, facility };
}

test("who was held back when a run ended holds up nobody's blame in the next", () => {
  const { elements, facilities, facility } = quay(1);
  const element = facilities.element(facility);
  const blameAfter = (owner: number): number => {
    elements.accuse(element, owner);
    facilities.queueChanged(facility);
    return elements.blame(element);
  };
  expect(blameAfter(3)).toBe(0);
  facilities.blocked(facility, 7, 3);
  expect(blameAfter(3)).toBe(3);
  facilities.reset();
  expect(blameAfter(3)).toBe(0);
});

test("29 of 100 servers are left of a factor of 0.29, whatever the last bit says", () => {
  const { elements, stations, facilities, facility } = quay(100);
  elements.scaleServers(facilities.element(facility), 1, 0.29);
  expect(stations.servers(facilities.station(facility))).toBe(29);
  elements.scaleServers(facilities.element(facility), 1, 0.575);
  expect(stations.servers(facilities.station(facility))).toBe(57);
  elements.scaleServers(facilities.element(facility), 1, 1);
  expect(stations.servers(facilities.station(facility))).toBe(100);
});

test("factors on servers multiply, and what is left of the servers is rounded down once", () => {
  const { elements, stations, facilities, facility } = quay(7);
  const element = facilities.element(facility);
  elements.scaleServers(element, 1, 0.5);
  elements.scaleServers(element, 2, 0.6);
  // 7 * 0.5 * 0.6 = 2.1; rounded in between it would be 1.8
  expect(stations.servers(facilities.station(facility))).toBe(2);
  elements.scaleServers(element, 1, 1);
  expect(stations.servers(facilities.station(facility))).toBe(4);
});

test(
  "who finds every waiting place taken is turned away and lost, and room counts those waiting " + "only",
  () => {
    const small = run(harbour("servers: 1, service: 8 h, room: 1", { days: 3 }));
    expect(
      voyages(small)
        .filter(({ how }) => how === "turned-away")
        .map(({ end }) => end)
        .slice(0, 2),
    ).toEqual([40, 64]);
    expect(waits(small, "quay.berth").slice(0, 5)).toEqual([
      [10, 10, "none"],
      [16, 18, "none"],
      [22, 26, "none"],
      [28, 34, "none"],
      [34, 42, "none"],
    ]);
  },
);

test("behind a closure the room fills while the servers stand free", () => {
  const shut = run(disrupted("kind: closure, start: 31 h, end: 60 h", "servers: 5, service: 2 h, room: 2"));
  const away = voyages(shut).filter(({ how }) => how === "turned-away");
  expect(away.map(({ end }) => end)).toEqual([46, 52, 58]);
});

/** The last rows of voyages that did not arrive, as `[from, to, place, reason]`. */
function losses(of: Run): [number, number, string, string][] {
  return stages(of)
    .filter(({ kind }) => kind === "lost")
    .map(({ from, to, place, reason }) => [from, to, place, reason]);
}

test("who is turned away has a row that says where, and the disruption that filled the room", () => {
  const shut = run(disrupted("kind: closure, start: 31 h, end: 60 h", "servers: 5, service: 2 h, room: 2"));
  expect(losses(shut)).toEqual([46, 52, 58].map((hour) => [hour, hour, "quay.berth", "storm"]));
  const busy = run(harbour("servers: 1, service: 8 h, room: 1", { days: 3 }));
  expect(losses(busy).slice(0, 2)).toEqual([40, 64].map((hour) => [hour, hour, "quay.berth", "none"]));
});

test("who is thrown out has a row from when it was let in, with the closure that threw it out", () => {
  const shut = run(disrupted("kind: closure, inside: lose, start: 29 h, end: 35 h"));
  expect(voyages(shut)[3]).toMatchObject({ end: 29, how: "lost" });
  expect(losses(shut)).toEqual([[28, 29, "quay.berth", "storm"]]);
});

test("who is served or passes at the end of the run has a row without an end", () => {
  const busy = run(harbour("servers: 1, service: 8 h", { days: 2 }));
  const open = stages(busy).filter(({ to }) => Number.isNaN(to));
  expect(new Map(open.map(({ kind, from }) => [from, kind]))).toEqual(
    new Map([
      [40, "wait"],
      [42, "service"],
      [46, "wait"],
    ]),
  );
});

test("under priority the least number goes first, and first come first served among equals", () => {
  const flows =
    "calls: { from: sea, to: quay, vessel: ship, priority: 2, arrivals: { kind: regular, every: 1 d } }, " +
    "slow: { from: sea, to: quay, vessel: ship, priority: 3, arrivals: { kind: regular, every: 1 d, " +
    "offset: 1 h } }, " +
    "urgent: { from: sea, to: quay, vessel: ship, priority: 1, arrivals: { kind: regular, every: 1 " +
    "d, offset: 2 h } }, " +
    "twin: { from: sea, to: quay, vessel: ship, priority: 2, arrivals: { kind: regular, every: 1 d, " +
    "offset: 3 h } }";
  const ranked = run(harbour("servers: 1, service: 5 h, discipline: priority", { flows, days: 2 }));
  expect(
    stages(ranked)
      .filter(({ kind }) => kind === "service")
      .map(({ voyage }) => voyage)
      .slice(0, 4),
  ).toEqual(["calls/0", "urgent/0", "twin/0", "slow/0"]);
});

test("queue and occupied servers are told as they change, those frozen inside as occupied", () => {
  const shut = run(disrupted("kind: closure, start: 29 h, end: 35 h"));
  expect(level(shut, "queue/quay.berth").filter(([hour]) => hour > 28 && hour < 40)).toEqual([
    [34, 1],
    [36, 0],
  ]);
  expect(level(shut, "busy/quay.berth").filter(([hour]) => hour > 27 && hour < 40)).toEqual([
    [28, 1],
    [38, 0],
  ]);
});

test("where closures overlap, a job stands still while any that acts says resume", () => {
  const served = (one: string, other: string): unknown => {
    const disruptions =
      `fog: { kind: closure, of: quay.berth, inside: ${one}, start: 29 h, end: 33 h }, ` +
      `storm: { kind: closure, of: quay.berth, inside: ${other}, start: 31 h, end: 40 h }`;
    const of = run(harbour("servers: 1, service: 6 h", { disruptions, days: 3 }));
    return stages(of).find(({ kind, from }) => kind === "service" && from === 28)?.to;
  };
  // From 28 h on, 6 h of work: an hour is done by 29 h, three by 31 h.
  expect(served("finish", "finish")).toBe(34);
  expect(served("resume", "finish")).toBe(33 + 5);
  expect(served("finish", "resume")).toBe(40 + 3);
  expect(served("resume", "resume")).toBe(40 + 5);
});

test("who waits behind a ship that stood still in a closure waits for that closure, long after it", () => {
  const long = "servers: 1, service: 5 h";
  // the ship of 28 h has 4 h left when the quay opens at 32 h: that of 34 h waits for it until 36 h; that of
  // 40 h waits for nobody who stood still, and that of 46 h for nobody at all
  const frozen = run(disrupted("kind: closure, start: 29 h, end: 32 h", long));
  expect(waits(frozen, "quay.berth").slice(3, 7)).toEqual([
    [28, 28, "none"],
    [34, 36, "storm"],
    [40, 41, "none"],
    [46, 46, "none"],
  ]);
});

test("the same behind one that begins anew, that was slowed, or that lost its server", () => {
  const long = "servers: 1, service: 5 h";
  const behind = (disruption: string, station: string = long): unknown =>
    waits(run(disrupted(disruption, station)), "quay.berth")[4];
  expect(behind("kind: closure, start: 29 h, end: 32 h, inside: restart")).toEqual([34, 37, "storm"]);
  expect(behind("kind: capacity, start: 27 h, end: 32 h, factor: 0.5")).toEqual([34, 35, "storm"]);
  expect(behind("kind: capacity, start: 29 h, end: 32 h, factor: 0")).toEqual([34, 36, "storm"]);
  expect(behind("kind: capacity, start: 29 h, end: 32 h, factor: 0, scales: servers")).toEqual([
    34,
    36,
    "storm",
  ]);
});

test("who waits behind one that the closure let finish waits for nobody's fault", () => {
  const finished = run(
    disrupted("kind: closure, start: 29 h, end: 32 h, inside: finish", "servers: 1, service: 7 h"),
  );
  expect(waits(finished, "quay.berth").at(-1)?.[2]).toBe("none");
});

test("of one who was held back and then lost nothing is remembered", () => {
  const text = harbour("servers: 1, service: 5 h", {
    days: 4,
    disruptions:
      "storm: { kind: closure, of: quay.berth, start: 29 h, end: 31 h }, " +
      "fire: { kind: closure, of: quay.berth, start: 32 h, end: 33 h, inside: lose }",
  });
  const lost = run(text);
  expect(waits(lost, "quay.berth").filter(([, , reason]) => reason !== "none")).toEqual([]);
  expect(waits(run(text.replace("start: 29 h", "start: 30 h")), "quay.berth")).toHaveLength(
    waits(lost, "quay.berth").length,
  );
});
