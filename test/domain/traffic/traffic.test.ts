import { expect, test } from "vitest";
import { run, stages, voyages, waits } from "../run.ts";
import { canal, harbour } from "../small-worlds.ts";

const headway = "time: 3 h, admission: { kind: headway, every: 1 h }";
const two =
  "ship: { mode: sea, speed: 10 km/h, draft: 12 m }, boat: { mode: sea, speed: 10 km/h, draft: 5 m }";

/**
 * The canal with a second one beside it, `side`, 30 km on either side and 8 m deep, instead of the way round
 * the cape.
 */
function twoCanals(parts: {
  readonly policies?: string;
  readonly disruptions?: string;
  readonly flows?: string;
  readonly cut?: string;
}): string {
  const { cut = "", ...rest } = parts;
  return canal(`${headway}${cut}`, { vessels: two, days: 6, ...rest })
    .replace(
      "cape: { type: junction, at: [1.7, 0.1] }",
      `side: { type: passage, at: [0.1, 0.1], transit: { ${headway}, limits: { draft: 8 m } } }`,
    )
    .replaceAll("-cape", "-side")
    .replaceAll("cape-", "side-")
    .replaceAll("to: cape", "to: side")
    .replaceAll("from: cape", "from: side")
    .replaceAll("200 km", "30 km");
}

const ships = "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 6 h } }";
const boats = "boats: { from: west, to: east, vessel: boat, arrivals: { kind: regular, every: 6 h } }";
const block = "block: { kind: closure, of: cut, start: 27 h, end: 80 h }";
const masters = "masters: { kind: divert, of: cut, rule: divert }";

test("a voyage sails, waits, passes, sails, and ends at once where there is no station", () => {
  const through = run(canal("time: 3 h, admission: { kind: slots, rate: 4 /d }"));
  expect(voyages(through)[0]).toEqual({
    name: "calls/0",
    start: 0,
    end: 11,
    how: "arrived",
    diverted: false,
    kilometres: 40,
    planned: 40,
  });
  expect(stages(through).filter(({ voyage }) => voyage === "calls/0")).toEqual([
    { voyage: "calls/0", kind: "sail", place: "west-cut", from: 0, to: 2, reason: "none" },
    { voyage: "calls/0", kind: "wait", place: "cut.transit", from: 2, to: 6, reason: "none" },
    { voyage: "calls/0", kind: "transit", place: "cut.transit", from: 6, to: 9, reason: "none" },
    { voyage: "calls/0", kind: "sail", place: "cut-east", from: 9, to: 11, reason: "none" },
  ]);
});

test("a calling vessel passes the stations of its path in order, each with the service of its class", () => {
  const path = harbour("servers: 1, service: { ship: 2 h, boat: 1 h } }, lock: { servers: 1, service: 3 h", {
    vessels: two,
    days: 2,
    flows:
      `${ships.replace("west", "sea").replace("east", "quay")}, ` +
      boats.replace("west", "sea").replace("east", "quay"),
  }).replace("stations:", "vessel-path: [lock, berth], stations:");
  const served = stages(run(path)).filter(({ kind, voyage }) => kind === "service" && voyage.endsWith("/0"));
  expect(served.map(({ voyage, place, from, to }) => [voyage, place, from, to])).toEqual([
    ["boats/0", "quay.lock", 10, 13],
    ["boats/0", "quay.berth", 13, 14],
    ["calls/0", "quay.lock", 13, 16],
    ["calls/0", "quay.berth", 16, 18],
  ]);
});

test("a voyage passes no station of its origin", () => {
  const away = run(
    harbour("servers: 1, service: 2 h", {
      days: 2,
      flows: "calls: { from: quay, to: sea, vessel: ship, arrivals: { kind: regular, every: 6 h } }",
    }),
  );
  expect(waits(away, "quay.berth")).toEqual([]);
  expect(voyages(away)[0]).toMatchObject({ start: 0, end: 10, how: "arrived" });
});

test("the shorter way is not taken by those who may not pass it", () => {
  const side = ", limits: { classes: [boat] }";
  const parts = { vessels: two, flows: `${ships}, ${boats}`, days: 3, warmUp: "2 d" };
  expect(voyages(run(canal(`${headway}${side}`, parts))).slice(0, 2)).toMatchObject([
    { name: "boats/0", end: 7, kilometres: 40 },
    { name: "calls/0", end: 40, kilometres: 400, planned: 400, diverted: false },
  ]);
});

test("a rule on a class holds on the alternative too: boats turn to the shallow canal, ships wait", () => {
  const turned = run(twoCanals({ flows: `${ships}, ${boats}`, disruptions: block, policies: masters }));
  const during = voyages(turned).filter(({ start }) => start >= 30 && start <= 72);
  expect(
    during
      .filter(({ name }) => name.startsWith("boats/"))
      .every(({ diverted, kilometres }) => diverted && kilometres === 60),
  ).toBe(true);
  const waiting = during.filter(({ name }) => name.startsWith("calls/"));
  expect(waiting.length).toBeGreaterThan(5);
  expect(waiting.every(({ diverted, kilometres }) => !diverted && kilometres === 40)).toBe(true);
  expect(waits(turned, "side.transit").length).toBeGreaterThan(5);
  expect(
    stages(turned).filter(({ voyage, place }) => voyage.startsWith("calls/") && place === "side.transit"),
  ).toEqual([]);
});

test("who still waits at the end of the run has a wait without an end, with its reason", () => {
  const shut = run(
    twoCanals({ flows: ships, disruptions: "block: { kind: closure, of: cut, start: 130 h }" }),
  );
  expect(waits(shut, "cut.transit").slice(-3)).toEqual([
    [128, 128, "none"],
    [134, NaN, "block"],
    [140, NaN, "block"],
  ]);
});

test("a due time counts from the beginning of a voyage", () => {
  const flows = ships.replace("vessel: ship", "vessel: ship, due: 9 h");
  const { recorder } = run(
    canal(headway, { flows, days: 2, measures: "on-time-share: all, throughput: calls" }),
  );
  const { due, start } = recorder.journeys;
  expect([...due.view()].map((time, row) => (time - start.at(row)) / 3_600_000)).toEqual(
    Array(due.length).fill(9),
  );
});
