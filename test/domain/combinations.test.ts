import { describe, expect, test } from "vitest";
import { hours, level, run, stages, voyages, waits } from "./run.ts";
import type { Run } from "./run.ts";
import { canal, coast, harbour } from "./small-worlds.ts";
import type { SmallParts } from "./small-worlds.ts";

/* Small worlds in which two or three kinds meet; each instant is worked out by hand. */

/** Stages of one kind at a place, as `[voyage, from, to, reason]`. */
function rows(of: Run, kind: string, place: string): [string, number, number, string][] {
  return stages(of)
    .filter((row) => row.kind === kind && row.place === place)
    .map(({ voyage, from, to, reason }) => [voyage, from, to, reason]);
}

/*
 * A ship comes at 10, 16, 22 ... h to one berth that takes 2 h and works from 8 to 18 h: until 18 h, from 32
 * to 42 h, from 56 to 66 h, from 80 h on.
 */
const office = "servers: 1, service: 2 h, hours: { daily: 08:00-18:00 }";
const atOffice = (disruptions: string): Run => run(harbour(office, { days: 6, disruptions }));

describe("a ban where there are hours", () => {
  test("holds outside those who wait for the morning; they come in together, for the next one", () => {
    const of = atOffice("law: { kind: ban, of: quay.berth, classes: [ship], start: 30 h, end: 44 h }");
    expect(waits(of, "quay.berth").filter(([from]) => from < 56)).toEqual([
      [10, 10, "none"],
      [16, 16, "none"],
      [22, 56, "law"],
      [28, 58, "law"],
      [34, 60, "law"],
      [40, 62, "law"],
      [46, 64, "law"],
      [52, 66, "law"], // it begins as the station closes, and stands still by night
    ]);
  });

  test("that falls into the night changes nothing", () => {
    const usual = waits(run(harbour(office, { days: 6 })), "quay.berth");
    const of = atOffice("law: { kind: ban, of: quay.berth, classes: [ship], start: 42 h, end: 46 h }");
    expect(waits(of, "quay.berth")).toEqual(usual);
  });
});

describe("a failure where there are hours", () => {
  test("by the calendar is repaired by night, and the berth opens in the morning", () => {
    // It fails at 39 h, and is repaired at 49 h; who came at 28 h and 34 h was served by then.
    const of = atOffice(
      "defect: { kind: failure, of: quay.berth, between: 39 h, repair: 10 h, background: true }",
    );
    expect(waits(of, "quay.berth").filter(([from]) => from > 20 && from < 50)).toEqual([
      [22, 32, "none"],
      [28, 34, "none"],
      [34, 36, "none"],
      [40, 56, "defect"],
      [46, 58, "defect"],
    ]);
  });

  test("by the busy clock ages only while somebody is served, not while the station is closed", () => {
    // Busy from 10 to 12 h, 16 to 18 h and from 32 h on: it fails at 33 h, and is repaired at 36 h; then
    // from 36 to 41 h, so it fails as the ship of 40 h begins, and is repaired at 44 h, in the night; then
    // from 56 to 61 h.
    const of = atOffice(
      "defect: { kind: failure, of: quay.berth, between: 5 h, repair: 3 h, clock: busy, background: true }",
    );
    expect(hours(of, "quay.berth").slice(0, 8)).toEqual([12, 18, 37, 39, 41, 58, 60, 65]);
    expect(waits(of, "quay.berth").slice(2, 8)).toEqual([
      [22, 32, "none"],
      [28, 37, "defect"],
      [34, 39, "defect"],
      [40, 41, "none"], // from 39 to 40 h nobody stood in line
      [46, 58, "defect"],
      [52, 60, "defect"],
    ]);
  });
});

/*
 * A ship comes to the canal at 2, 14, 26 ... h, a boat at 13, 25, 37 ... h. Slots stand at 0, 6, 12 ... h;
 * every second one, from that at 6 h on, is for ships that book, an hour before they come: each its slot 4 h
 * later. So boats take the next one, at 24, 36, 48 ... h.
 */
describe("a ban where slots are booked", () => {
  const entries = (ban: string): [string, number, string][] => {
    const admission = "{ kind: booked, rate: 4 /d, shares: { ship: 50 % }, ahead: 1 h }";
    const flows =
      "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 12 h } }, " +
      "boats: { from: west, to: east, vessel: boat, arrivals: { kind: regular, every: 12 h, offset: 11 h } }";
    const vessels = "ship: { mode: sea, speed: 10 km/h }, boat: { mode: sea, speed: 10 km/h }";
    const disruptions = `law: { kind: ban, of: cut, classes: [ship], ${ban} }`;
    const of = run(canal(`time: 3 h, admission: ${admission}`, { flows, vessels, days: 4, disruptions }));
    return rows(of, "wait", "cut.transit")
      .filter(([, , to]) => to < 66)
      .map(([voyage, , to, reason]) => [voyage, to, reason]);
  };

  test("loses the slots that stand in it, to those in line; one that stands behind it is kept", () => {
    // At 40 h the ship of 26 h stands behind the boat of 37 h, and the slots at 42 h and 54 h are booked.
    expect(entries("start: 27 h, end: 40 h")).toEqual([
      ["calls/0", 6, "none"],
      ["calls/1", 18, "none"],
      ["boats/0", 24, "none"],
      ["boats/1", 30, "none"],
      ["calls/3", 42, "law"],
      ["boats/2", 48, "law"],
      ["calls/4", 54, "law"],
      ["calls/2", 60, "law"],
    ]);
  });

  test("that is over before the slot of one who stood in line leaves it its slot", () => {
    expect(entries("start: 27 h, end: 28 h")).toEqual([
      ["calls/0", 6, "none"],
      ["calls/1", 18, "none"],
      ["boats/0", 24, "none"],
      ["calls/2", 30, "law"],
      ["boats/1", 36, "law"],
      ["calls/3", 42, "none"],
      ["boats/2", 48, "none"],
      ["calls/4", 54, "none"],
      ["boats/3", 60, "none"],
    ]);
  });
});

/*
 * A ship comes at 10, 16, 22 ... h and brings 100 TEU, which stand in the yard for 3 h, one after the other,
 * and pass the gate in 1 h, without it.
 */
test("a ban of a cargo before the yard holds up shipments, and no vessel", () => {
  const of = run(
    harbour("servers: 1, service: 2 h }, yard: { service: 3 h }, gate: { service: 1 h", {
      days: 4,
      vessels: "ship: { mode: sea, speed: 10 km/h, capacity: 500 TEU }",
      commodities: "boxes: { unit: TEU }",
      flows:
        "calls: { from: sea, to: quay, vessel: ship, commodity: boxes, size: 100 TEU, " +
        "arrivals: { kind: regular, every: 6 h } }",
      disruptions: "law: { kind: ban, of: quay.yard, commodities: [boxes], start: 44 h, end: 64 h }",
      measures: "dwell: all, peak-queue: [quay.yard, quay.berth], throughput: [calls, quay.berth]",
    }).replace("stations:", "cargo-path: [yard, gate], stations:"),
  );
  expect(waits(of, "quay.yard").slice(5, 13)).toEqual([
    [42, 42, "none"],
    [48, 64, "law"],
    [54, 67, "law"],
    [60, 70, "law"],
    [66, 73, "law"],
    [72, 76, "law"],
    [78, 79, "none"], // from 76 h on nobody stood in line
    [84, 84, "none"],
  ]);
  expect(waits(of, "quay.berth").every(([from, to]) => from === to)).toBe(true);
  expect(hours(of, "calls").slice(4, 9)).toEqual([40, 46, 68, 71, 74]);
  expect(level(of, "queue/quay.yard").filter(([hour]) => hour > 40 && hour < 67)).toEqual([
    [48, 1],
    [54, 2],
    [60, 3],
    [64, 2],
    [66, 3],
  ]);
});

/*
 * Ships leave the sea at 0, 6, 12 ... h, tankers at 3, 15, 27 ... h. The quay lies 10 h away, its neighbour
 * 15 h, the one from the other 8 h. A call takes 2 h, the way overland from the neighbour 6 h.
 */
describe("a ban of some where vessels may call elsewhere", () => {
  const shut = "law: { kind: ban, of: quay.berth, classes: [tanker], start: 31 h, end: 150 h";
  const elsewhere = (rule: string, foresight: string): Run =>
    run(
      coast("servers: 1, service: 2 h", {
        days: 5,
        vessels: "ship: { mode: sea, speed: 10 km/h }, tanker: { mode: sea, speed: 10 km/h }",
        flows:
          "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: regular, every: 6 h } }, " +
          "oil: { from: sea, to: quay, vessel: tanker, " +
          "arrivals: { kind: regular, every: 12 h, offset: 3 h } }",
        disruptions: `${shut}, foresight: ${foresight} }`,
        policies:
          "elsewhere: { kind: alternate-port, of: quay, alternates: { side: { time: 6 h } }, " +
          `rule: ${rule} }`,
      }),
    );
  const ends = (of: Run, flow: string): [string, number, boolean][] =>
    voyages(of)
      .filter(({ name }) => name.startsWith(`${flow}/`))
      .map(({ name, end, diverted }) => [name, end, diverted]);

  test("those whom it means go there, and nobody else does", () => {
    const of = elsewhere("divert", "exact");
    // The tanker of 27 h is on the lane when it hears of it, and goes on from the quay at 37 h.
    expect(ends(of, "oil").slice(0, 5)).toEqual([
      ["oil/0", 15, false],
      ["oil/1", 27, false],
      ["oil/2", 53, true],
      ["oil/3", 62, true],
      ["oil/4", 74, true],
    ]);
    expect(ends(of, "calls").every(([, , isDiverted]) => !isDiverted)).toBe(true);
    expect(waits(of, "quay.berth").every(([from, to]) => from === to)).toBe(true);
  });

  test("one who waits outside leaves when it hears that the ban will last", () => {
    // It believes in 40 h until it hears of 150 h at 45 h: 8 h to the neighbour, 2 h, 6 h.
    const of = elsewhere("cheapest", "{ law.start: 40 h, 45 h: 150 h }");
    expect(rows(of, "abandoned", "quay.berth")).toEqual([["oil/2", 37, 45, "law"]]);
    expect(ends(of, "oil")[2]).toEqual(["oil/2", 61, true]);
    expect(rows(of, "inland", "side>quay")[0]).toEqual(["oil/2", 55, 61, "law"]);
    expect(level(of, "queue/quay.berth").filter(([hour]) => hour > 30 && hour < 60)).toEqual([
      [37, 1],
      [45, 0],
    ]);
  });
});

/*
 * A ship comes to the canal at 2, 8, 14 ... h, a big one at 5, 17, 29 ... h. A convoy of three departs at 9
 * h of each day: at 9, 33, 57 and 81 h.
 */
describe("a convoy", () => {
  const entries = (rule: string, parts: SmallParts): [string, number, string][] =>
    rows(
      run(
        canal(`time: 3 h, admission: { kind: convoy, departures: 09:00, ${rule} }`, {
          days: 5,
          vessels: "ship: { mode: sea, speed: 10 km/h }, big: { mode: sea, speed: 10 km/h }",
          flows:
            "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 6 h } }, " +
            "giants: { from: west, to: east, vessel: big, " +
            "arrivals: { kind: regular, every: 12 h, offset: 3 h } }",
          ...parts,
        }),
      ),
      "wait",
      "cut.transit",
    )
      .filter(([, , to]) => !Number.isNaN(to))
      .map(([voyage, , to, reason]) => [voyage, to, reason]);

  test("that a closure keeps is lost; the next one takes first those with priority, while that acts", () => {
    const of = entries("size: 3", {
      disruptions: "block: { kind: closure, of: cut, start: 30 h, end: 40 h }",
      policies: "first: { kind: priority, of: cut.transit, vessels: [big], from: 50 h, until: 70 h }",
    });
    expect(of).toEqual([
      ["calls/0", 9, "none"],
      ["giants/0", 9, "none"],
      ["calls/1", 9, "none"],
      ["giants/1", 57, "block"],
      ["giants/2", 57, "block"],
      ["giants/3", 57, "block"],
      ["calls/2", 81, "block"],
      ["calls/3", 81, "block"],
      ["calls/4", 81, "block"],
      ["calls/5", 105, "block"],
      ["calls/6", 105, "block"],
      ["calls/7", 105, "block"],
    ]);
  });

  test("of which a closure keeps one place goes on with the next, with those who have priority first", () => {
    // The place at 34 h is lost. Priority begins after the first has entered.
    const of = entries("size: 3, every: 1 h", {
      days: 2,
      disruptions: "block: { kind: closure, of: cut, start: 33.5 h, end: 34.5 h }",
      policies: "first: { kind: priority, of: cut.transit, vessels: [big], from: 33.2 h }",
    });
    expect(of).toEqual([
      ["calls/0", 9, "none"],
      ["giants/0", 10, "none"],
      ["calls/1", 11, "none"],
      ["calls/2", 33, "none"],
      ["giants/1", 35, "block"],
    ]);
  });
});
