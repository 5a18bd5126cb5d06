import { expect, test } from "vitest";
import { stationFields } from "#domain/facility/station-fields";
import { disciplines } from "#domain/facility/discipline-kinds";
import { harbour } from "../domain/small-worlds.ts";
import { changeLaws } from "./change.laws.ts";
import type { Change } from "./change.laws.ts";

/*
 * Every setting of a station, and the paths of a site: at its neutral setting it changes nothing, and more
 * capacity never lowers throughput. What acts for a time is in `disruptions.test.ts`.
 */

const lognormal = (mean: number): string => `{ kind: lognormal, mean: ${mean} h, sd: ${2 * mean} h }`;
const poisson = (perDay: number): string => `arrivals: { kind: poisson, rate: ${perDay} /d }`;
const cargo = "commodity: boxes, size: 100 TEU";
const usual = {
  days: 20,
  seed: "laws of stations",
  vessels: "ship: { mode: sea, speed: 10 km/h, capacity: 500 TEU }",
  commodities: "boxes: { unit: TEU }",
  flows: `calls: { from: sea, to: quay, vessel: ship, due: 40 h, ${cargo}, ${poisson(5)} }`,
};
const two =
  `calls: { from: sea, to: quay, vessel: ship, priority: 2, due: 60 h, ${cargo}, ${poisson(3)} }, ` +
  `boats: { from: sea, to: quay, vessel: boat, priority: 1, due: 30 h, ${cargo}, ${poisson(3)} }`;
const mixed = {
  ...usual,
  flows: two,
  vessels: `${usual.vessels}, boat: { mode: sea, speed: 10 km/h, capacity: 500 TEU }`,
  performance: "quay.berth",
};

const service = `service: ${lognormal(4)}`;
const berth = (setting?: string): string =>
  harbour(setting === undefined ? service : `${service}, ${setting}`, usual);
const ofTwo = (setting: string): string => harbour(`${service}, ${setting}`, mixed);

/** A berth, behind it a yard and a gate. */
const line = (yard: string, gate = "when-full: block", berths = 1): string =>
  harbour(
    `servers: ${berths}, service: ${lognormal(3)} }, yard: { service: ${lognormal(2)}, ${yard} }, ` +
      `gate: { service: ${lognormal(2)}, ${gate}`,
    usual,
  ).replace("stations:", "vessel-path: [berth, yard, gate], stations:");
const blocking = (room: number, more = ""): string => `room: ${room}, when-full: block${more}`;

/** Services of one length: nobody is shorter. */
const even = (discipline?: string): string =>
  harbour(`service: 3 h${discipline === undefined ? "" : `, discipline: ${discipline}`}`, usual);

/** The quay with whatever stands before its stations. */
const pathed = (before = ""): string =>
  harbour(`${service} }, yard: { service: ${lognormal(3)}`, usual).replace(
    "stations:",
    `${before === "" ? "vessel-path: [berth]" : before}, stations:`,
  );

type Entry = Partial<Change> & Pick<Change, "world">;

const settings: Readonly<Record<string, Entry>> = {
  servers: {
    world: berth,
    neutral: ["servers: 1"],
    onEveryPath: [
      { less: berth("servers: 1"), more: berth("servers: 3") },
      { less: line(blocking(1), blocking(1)), more: line(blocking(1), blocking(1, ", servers: 2")) },
    ],
    // of several berths one may overtake another, and then stand in its way
    inTheMean: [{ less: line(blocking(1), blocking(1), 1), more: line(blocking(1), blocking(1), 3) }],
  },
  service: {
    world: (of = service) => harbour(of, usual),
    neutral: [`service: { ship: ${lognormal(4)} }`],
    onEveryPath: [
      { less: harbour(`service: ${lognormal(5)}`, usual), more: harbour(`service: ${lognormal(3)}`, usual) },
    ],
  },
  discipline: {
    world: even,
    neutral: disciplines.kinds.map(({ kind }) => kind),
    inTheMean: disciplines.kinds.map(({ kind }) => ({
      less: ofTwo(`discipline: ${kind}`),
      more: ofTwo(`discipline: ${kind}, servers: 2`),
    })),
  },
  room: {
    world: berth,
    neutral: ["room: 10000"],
    onEveryPath: [
      { less: line(blocking(0), blocking(1)), more: line(blocking(3), blocking(1)) },
      { less: line(blocking(1), blocking(0)), more: line(blocking(1), blocking(4)) },
    ],
    inTheMean: [{ less: berth("room: 0"), more: berth("room: 3") }],
  },
  "when-full": {
    world: (of = "room: 10000") => line(of),
    neutral: [blocking(10_000), "when-full: block", "when-full: turn-away"],
    inTheMean: [{ less: line("room: 1, when-full: turn-away"), more: line(blocking(1)) }],
  },
  hours: {
    world: berth,
    neutral: ["hours: { daily: open }", "hours: { sun: open, utc-offset: 5 h }"],
    onEveryPath: [
      { less: berth("hours: { daily: 08:00-20:00 }"), more: berth("hours: { daily: 06:00-23:00 }") },
      { less: berth("hours: { sun: closed, sat: 06:00-12:00 }"), more: berth("hours: { sun: closed }") },
    ],
  },
  operator: { world: berth, neutral: ["operator: acme"] },
};

test("every setting of a station is held to these laws, and every discipline", () => {
  expect(Object.keys(settings).sort()).toEqual(Object.keys(stationFields).sort());
});

for (const [key, entry] of Object.entries(settings)) changeLaws({ name: `${key} of a station`, ...entry });

const paths = ["vessel-path: [berth, yard]", "vessel-path: [berth], cargo-path: [yard]"];

changeLaws({
  name: "the paths of a site",
  world: pathed,
  neutral: ["cargo-path: [], vessel-path: [berth]"],
  onEveryPath: paths.map((path) => ({
    less: pathed(path),
    more: pathed(path).replace("yard: {", "yard: { servers: 2,"),
  })),
});

const twin = (of = `stations: { berth: { ${service} } }`): string =>
  harbour(service, usual)
    .replace("quay: {", `side: { type: port, at: [50, 1.5], ${of} }\n    quay: {`)
    .replace("lane: {", "side-lane: { from: sea, to: side, mode: sea, distance: 150 km }\n    lane: {")
    .replace("to: quay, vessel", "to: { quay: 1, side: 1 }, vessel");

changeLaws({
  name: "stations like those of another site",
  world: twin,
  neutral: ["like: quay", "like: quay, stations: { berth: { servers: 1 } }"],
  onEveryPath: [{ less: twin("like: quay"), more: twin("like: quay, stations: { berth: { servers: 2 } }") }],
});
