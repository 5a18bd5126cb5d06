import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { csvRows } from "#scenario/source/csv-table";
import { PortGraph, world } from "./shipped-world.ts";

/**
 * Every row names its source in the file; `mesh` is what the lanes themselves gave when the row was
 * written.
 */
const distances = csvRows(
  readFileSync(new URL("../../../notebooks-data/world/distances.csv", import.meta.url), "utf8"),
);
const sites = [...new Set(distances.flatMap((row) => [row["from"] ?? "", row["to"] ?? ""]))].sort();
const ports = new PortGraph(sites);
const names = (text: string | undefined): string[] => (text ? text.split("; ") : []);

/** Table and mesh agree within this share; ports and canals are points in neither of them. */
const TOLERANCE = 0.02;

function expectMiles(found: number, table: string | undefined): void {
  if (table === "none") expect(found).toBe(Infinity);
  else expect(Math.abs(found / Number(table) - 1)).toBeLessThanOrEqual(TOLERANCE);
}

describe("named passages", () => {
  it("are those that the language promises, and some more, each with a row of distances", () => {
    const promised = "suez panama bab-el-mandeb hormuz malacca gibraltar dover bosporus taiwan good-hope";
    const known = world.sea().passages.map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining(promised.split(" ")));
    expect([...new Set(distances.map((row) => row["passage"]))].sort()).toEqual([...known].sort());
  });

  it.each(distances)("$passage cuts lanes; closing it changes $from to $to as the table says", (row) => {
    const passage = world.sea().passages.find(({ id }) => id === row["passage"]);
    expect(passage?.doors.length).toBeGreaterThan(0);
    const [closed, opened] = [names(row["also_closed"]), names(row["opened"])];
    const [from, to, id] = [row["from"] ?? "", row["to"] ?? "", row["passage"] ?? ""];
    const open = ports.miles(from, to, { closed, opened });
    const shut = ports.miles(from, to, { closed: [...closed, id], opened });
    expectMiles(open, row["nautical_miles"]);
    expectMiles(shut, row["closed_nautical_miles"]);
    expect(shut - open).toBeGreaterThan(20);
  });

  it("are doors between dead ends: of a lane that is cut, one stretch is left on either side", () => {
    const ends = new Map<number, number>();
    for (const { from, to } of world.sea().edges) {
      for (const vertex of [from, to]) ends.set(vertex, (ends.get(vertex) ?? 0) + 1);
    }
    for (const { doors, form } of world.sea().passages) {
      for (const { near, far } of form === "line" ? doors : []) {
        expect([ends.get(near), ends.get(far)]).toEqual([1, 1]);
      }
    }
  });
});

describe("distances between ports", () => {
  /** From, to, nautical miles, where from. */
  it.each([
    ["CNSHA", "NLRTM", 10_557, "crewing.odessa.ua, Northern Sea Route"],
    ["CNSHA", "USLAX", 5_869, "an independent router on the same lanes"],
    ["USNYC", "JPYOK", 9_835, "Johnson's report of 1912 by Panama, table of Cornish"],
    ["USNYC", "NZWLG", 8_872, "Johnson's report of 1912 by Panama, table of Cornish"],
    ["USNYC", "USSFO", 5_262, "Johnson's report of 1912 by Panama, quoted by Bishop"],
    ["USNYC", "LKCMB", 8_604, "NGA Pub. 151 by Gibraltar, quoted by grokipedia.com"],
    ["AUSYD", "NLRTM", 11_483, "Drewry in Oil & Gas Journal of 28 Dec 1992"],
    ["RUMMK", "JPYOK", 12_840, "valdaiclub.com, The Northern Sea Route"],
    ["KRPUS", "USSEA", 4_616, "log of the Hanjin Baltimore, frozenheads.net"],
    ["CNXMN", "TWKHH", 165, "chinadaily.com.cn, 1 Sep 2007"],
    ["CAVAN", "USSEA", 126, "56ok.com, Port of Vancouver"],
    ["CAVAN", "CAPRR", 447, "56ok.com, Port of Vancouver"],
    ["CAVAN", "CNSHA", 5_100, "56ok.com, Port of Vancouver"],
  ])("%s to %s is %i nautical miles within 2 % (%s)", (from, to, miles) => {
    expectMiles((world.metres(from, to) ?? Infinity) / 1852, String(miles));
  });

  it("were 62 % too long from Felixstowe to Rotterdam before a lane was added: 100 by great circle", () => {
    const miles = (world.metres("GBFXT", "NLRTM") ?? Infinity) / 1852;
    expect(miles).toBeGreaterThanOrEqual(100);
    expect(miles).toBeLessThan(105);
  });

  it("lead through the named passages in order", () => {
    const there = ["taiwan", "malacca", "bab-el-mandeb", "suez", "gibraltar", "dover"];
    expect(world.passages("CNSHA", "NLRTM")).toEqual(there);
    expect(world.passages("NLRTM", "CNSHA")).toEqual([...there].reverse());
    expect(world.passages("CNSHA", "USLAX")).toEqual([]);
  });

  it("leave the Arctic closed: nothing sails through either of its passages by default", () => {
    const arctic = world
      .sea()
      .passages.filter(({ closed }) => closed)
      .map(({ id }) => id);
    expect(arctic).toEqual(["northeast-passage", "northwest-passage"]);
    expect((world.metres("NLRTM", "JPTYO") ?? 0) / 1852).toBeGreaterThan(11_000);
    expect((world.metres("RUMMK", "JPYOK") ?? 0) / 1852).toBeGreaterThan(12_000);
  });
});

it("those who enter a passage from either side are called by the compass", () => {
  const called = Object.fromEntries(
    ["suez", "panama", "bab-el-mandeb", "gibraltar", "hormuz", "dover", "malacca", "good-hope"].map((id) => [
      id,
      [...world.directions(id)].sort().join(" "),
    ]),
  );
  expect(called).toEqual({
    suez: "northbound southbound",
    panama: "northbound southbound",
    "bab-el-mandeb": "northbound southbound",
    gibraltar: "eastbound westbound",
    hormuz: "eastbound westbound",
    dover: "eastbound westbound",
    malacca: "northbound southbound",
    "good-hope": "eastbound westbound",
  });
  expect(world.directions("suez")).toEqual(["southbound", "northbound"]);
  expect(world.directions("SGSIN")).toEqual([]);
});
