import { expect, test } from "vitest";
import { run, voyages, waits } from "../run.ts";
import { canal } from "../small-worlds.ts";
import type { SmallParts } from "../small-worlds.ts";

/** Ships come to the canal at 2 h, 8 h, 14 h, 20 h, 26 h ... of a run that starts at midnight. */
function convoys(rule: string, parts: SmallParts = {}): [number, number, string][] {
  return waits(
    run(canal(`time: 3 h, admission: { kind: convoy, ${rule} }`, { days: 4, ...parts })),
    "cut.transit",
  );
}

/** When those who came at these hours entered. */
function entries(of: readonly [number, number, string][], from: number, to: number): [number, number][] {
  return of.filter(([came]) => came >= from && came < to).map(([came, went]) => [came, went]);
}

test("all who have come enter together at the time of day, every day", () => {
  expect(entries(convoys("departures: 09:00"), 0, 48)).toEqual([
    [2, 9],
    [8, 9],
    [14, 33],
    [20, 33],
    [26, 33],
    [32, 33],
    [38, 57],
    [44, 57],
  ]);
});

test("local clocks are ahead of UTC by the offset", () => {
  expect(entries(convoys("departures: 11:00, utc-offset: 2 h"), 0, 20)).toEqual(
    entries(convoys("departures: 09:00"), 0, 20),
  );
  expect(entries(convoys("departures: 00:00, utc-offset: -9 h"), 0, 20)).toEqual(
    entries(convoys("departures: 09:00"), 0, 20),
  );
});

test("who comes at the cut-off or later goes with the next convoy", () => {
  expect(entries(convoys("departures: 09:00, cut-off: 1 h"), 0, 30)).toEqual([
    [2, 9],
    [8, 33],
    [14, 33],
    [20, 33],
    [26, 33],
  ]);
  expect(entries(convoys("departures: 09:00, cut-off: 0.5 h"), 0, 10)).toEqual([
    [2, 9],
    [8, 9],
  ]);
});

test("one who comes at the very instant of the departure is late, as with a slot", () => {
  expect(entries(convoys("departures: 08:00"), 0, 10)).toEqual([
    [2, 8],
    [8, 32],
  ]);
});

test("a convoy takes as many as its size, first come first, and the rest waits for the next", () => {
  expect(entries(convoys("departures: [09:00, 21:00], size: 1"), 0, 30)).toEqual([
    [2, 9],
    [8, 21],
    [14, 33],
    [20, 45],
    [26, 57],
  ]);
});

test("the vessels of a convoy follow each other, and its places end with the next departure", () => {
  expect(entries(convoys("departures: 23:00, every: 2 h"), 0, 24)).toEqual([
    [2, 23],
    [8, 25],
    [14, 27],
    [20, 29],
  ]);
  // places at 9, 14 and 19 h; at 21 and 26 h ...; the third ship of the morning finds no place before 21 h
  const three = convoys("departures: [09:00, 21:00], every: 5 h", {
    flows: "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 2 h } }",
    days: 2,
  });
  expect(entries(three, 0, 10)).toEqual([
    [2, 9],
    [4, 14],
    [6, 19],
    [8, 21],
  ]);
});

test("a size counts places, taken or not: who comes too late for one does not lengthen the convoy", () => {
  expect(entries(convoys("departures: 09:00, every: 1 h, size: 3"), 0, 40)).toEqual([
    [2, 9],
    [8, 10],
    [14, 33],
    [20, 34],
    [26, 35],
    [32, 57],
    [38, 58],
  ]);
});

test("a closure loses the places that stand in it, and departures do not move", () => {
  const disruptions = "block: { kind: closure, of: cut, start: 32.5 h, end: 34.5 h }";
  expect(convoys("departures: 09:00, every: 1 h, size: 4", { disruptions }).slice(2, 8)).toEqual([
    [14, 35, "block"],
    [20, 36, "block"],
    [26, 57, "block"],
    [32, 58, "block"],
    [38, 59, "block"],
    [44, 60, "block"],
  ]);
  const late = "block: { kind: closure, of: cut, start: 30 h, end: 40 h }";
  expect(entries(convoys("departures: 09:00", { disruptions: late }), 10, 40)).toEqual([
    [14, 57],
    [20, 57],
    [26, 57],
    [32, 57],
    [38, 57],
  ]);
});

test("a factor multiplies the size and divides the gap, and leaves the time of departure", () => {
  const cut = (factor: number, rule: string): [number, number][] =>
    entries(
      convoys(rule, {
        disruptions: `silt: { kind: capacity, of: cut, start: 25 h, end: 95 h, factor: ${factor} }`,
      }),
      10,
      33,
    );
  expect(cut(0.5, "departures: 09:00, every: 1 h, size: 4")).toEqual([
    [14, 33],
    [20, 35],
    [26, 57],
    [32, 59],
  ]);
  expect(cut(2, "departures: 09:00, every: 1 h, size: 2")).toEqual([
    [14, 33],
    [20, 33.5],
    [26, 34],
    [32, 34.5],
  ]);
});

test("a part of a vessel is carried to the next convoy: at a half, every other convoy of one goes", () => {
  const disruptions = "silt: { kind: capacity, of: cut, start: 25 h, end: 300 h, factor: 0.5 }";
  const rule = "departures: [06:00, 12:00, 18:00, 21:00], size: 1";
  const all = convoys(rule, { disruptions, days: 8 }).filter(([, went]) => went > 30 && went < 180);
  const gone = all.map(([, went]) => went);
  expect(gone.length).toBe(12); // two of four a day for six days
  expect(new Set(gone.map((hour) => hour % 24)).size).toBe(2);
});

test("when the factor changes inside a convoy, what is left to the next place is divided by it", () => {
  const disruptions = "silt: { kind: capacity, of: cut, start: 34.5 h, end: 50 h, factor: 0.5 }";
  // places at 33 and 34 h, and at 35 + 0.5 h and then each 2 h
  expect(entries(convoys("departures: 09:00, every: 1 h", { disruptions }), 10, 33)).toEqual([
    [14, 33],
    [20, 34],
    [26, 35.5],
    [32, 37.5],
  ]);
});

test("a convoy whose last place has passed is over, whatever its size would be at another pace", () => {
  const disruptions = "push: { kind: capacity, of: cut, start: 34.5 h, end: 50 h, factor: 2 }";
  const rule = "departures: 09:00, every: 1 h, size: 2";
  expect(entries(convoys(rule, { disruptions }), 10, 39)).toEqual([
    [14, 33],
    [20, 34],
    [26, 57],
    [32, 58],
    [38, 81],
  ]);
  // the place of the very instant still stands, and what is left of the convoy with it
  const inTime = "push: { kind: capacity, of: cut, start: 34 h, end: 50 h, factor: 2 }";
  expect(entries(convoys(rule, { disruptions: inTime }), 10, 39)).toEqual([
    [14, 33],
    [20, 34],
    [26, 34.5],
    [32, 35],
    [38, 57],
  ]);
});

const both =
  "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 6 h } }, " +
  "returns: { from: east, to: west, vessel: ship, arrivals: { kind: regular, every: 6 h } }";

test("each direction has its own departures, queue and size", () => {
  const transit =
    "time: 3 h, directions: separate, admission: { kind: convoy, size: 2, " +
    "departures: { west-cut: 09:00, cut-east: [03:00, 15:00] } }";
  const of = run(canal(transit, { flows: both, days: 3 }));
  const ends = (flow: string): number[] =>
    voyages(of)
      .filter(({ name, how }) => name.startsWith(flow) && how === "arrived")
      .map(({ end }) => end)
      .slice(0, 6);
  // 3 h inside and 2 h beyond
  expect(ends("calls")).toEqual([14, 14, 38, 38, 62, 62]);
  expect(ends("returns")).toEqual([8, 20, 20, 32, 32, 44]);
});
