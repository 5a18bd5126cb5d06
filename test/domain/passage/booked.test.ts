import { expect, test } from "vitest";
import { run, stages, voyages } from "../run.ts";
import { canal, forkedCanal } from "../small-worlds.ts";
import type { SmallParts } from "../small-worlds.ts";

type Entry = readonly [came: number, went: number];

/** When those of a flow who came before `until` hours had come to the canal, and when they entered it. */
function entries(rule: string, flow: string, until: number, parts: SmallParts = {}): Entry[] {
  const of = run(canal(`time: 3 h, admission: { kind: booked, ${rule} }`, { days: 6, ...parts }));
  return stages(of)
    .filter(({ voyage, kind, place, from }) => {
      return voyage.startsWith(`${flow}/`) && kind === "wait" && place === "cut.transit" && from < until;
    })
    .map(({ from, to }): Entry => [from, to])
    .sort((a, b) => a[0] - b[0]);
}

/*
 * Slots at 0, 6, 12 ... h; every second one, from that at 6 h on, is for ships that book. Ships come at 2, 8,
 * 14 ... h.
 */
test("a vessel books the first free slot of its class within a day; others take what nobody booked", () => {
  expect(entries("rate: 4 /d, shares: { ship: 50 % }, ahead: 1 h", "calls", 40)).toEqual([
    [2, 6],
    [8, 18],
    [14, 30],
    [20, 42],
    [26, 36], // slots at 30 and 42 h are booked, the one at 54 h is more than a day away: it stands in line
    [32, 54],
    [38, 48],
  ]);
});

const vessels = "ship: { mode: sea, speed: 10 km/h }, big: { mode: sea, speed: 10 km/h }";
const flow = (id: string, vessel: string, arrivals: string): string =>
  `${id}: { from: west, to: east, vessel: ${vessel}, arrivals: { kind: regular, ${arrivals} } }`;
/** Ships come at 2, 4, 6 ... h, big ones at 11, 35 ... h; slots at 4, 12, 20 ... h are theirs. */
const crowd: SmallParts = {
  vessels,
  flows: [flow("calls", "ship", "every: 2 h"), flow("giants", "big", "every: 24 h, offset: 9 h")].join(", "),
};
const half = "rate: 6 /d, shares: { big: 50 % }, ahead: 1 d";

test("who has booked passes those who stand in line; a slot that nobody booked is theirs", () => {
  expect(entries(half, "giants", 60, crowd)).toEqual([
    [11, 12],
    [35, 36],
    [59, 60],
  ]);
  expect(entries(half, "calls", 15, crowd)).toEqual([
    [2, 4],
    [4, 8],
    [6, 16],
    [8, 20],
    [10, 24],
    [12, 28],
    [14, 32],
  ]);
});

test("who comes after its slot has lost it, and stands in line by its arrival", () => {
  const disruptions =
    "fog: { kind: slowdown, of: west-cut, factor: 0.1, background: true, start: 10.5 h, end: 18.5 h }";
  expect(entries(half, "giants", 20, { ...crowd, disruptions })).toEqual([[15.5, 24]]);
  expect(entries(half, "calls", 15, { ...crowd, disruptions })).toEqual([
    [2, 4],
    [4, 8],
    [6, 12],
    [8, 16],
    [10, 20],
  ]);
});

test("a closure loses the slots that stand in it, and their bookings", () => {
  const disruptions = "block: { kind: closure, of: cut, background: true, start: 11.5 h, end: 13 h }";
  expect(entries(half, "giants", 20, { ...crowd, disruptions })).toEqual([[11, 28]]);
  expect(entries(half, "calls", 13, { ...crowd, disruptions })).toEqual([
    [2, 4],
    [4, 8],
    [6, 16],
    [8, 20],
    [10, 24],
    [12, 32],
  ]);
});

test("a factor stretches what is left to a slot, and takes its booking along", () => {
  const disruptions =
    "silt: { kind: capacity, of: cut, factor: 0.5, background: true, start: 10 h, end: 100 h }";
  // slots at 8 h, 10 + 2 x 2 = 14 h, 22 h, 30 h
  expect(entries(half, "giants", 20, { ...crowd, disruptions })).toEqual([[11, 14]]);
  // who books at 10.5 h finds its class's slot more than two hours after its arrival, and has none
  const late = "rate: 6 /d, shares: { big: 50 % }, ahead: 0.5 h, within: 2 h";
  expect(entries(late, "giants", 20, { ...crowd, disruptions })).toEqual([[11, 38]]);
  expect(entries(late, "giants", 20, crowd)).toEqual([[11, 12]]);
});

test("shares may change at dates: what is booked already stays", () => {
  const until = "rate: 6 /d, shares: { big: { 0 d: 50 %, 34 h: 0 % } }, ahead: 1 d";
  expect(entries(until, "giants", 30, crowd)).toEqual([[11, 12]]);
  expect(entries(until, "giants", 36, crowd).slice(1)).toEqual([[35, 76]]); // the nineteenth in line
  const from = "rate: 6 /d, shares: { big: { 30 h: 50 % } }, ahead: 1 d";
  expect(entries(from, "giants", 36, crowd)).toEqual([
    [11, 24],
    [35, 36],
  ]);
});

test("who goes another way gives its slot back, for the next who books", () => {
  // one of the class begins at 38 h and turns at the fork at 39 h; another begins at 41.5 h
  const text = forkedCanal(
    "time: 3 h, admission: { kind: booked, rate: 2 /d, shares: { big: 50 % }, ahead: 1 d }",
    {
      vessels,
      days: 5,
      flows: [
        flow("first", "big", "every: 30 d, offset: 38 h"),
        flow("next", "big", "every: 30 d, offset: 41.5 h"),
      ]
        .concat(flow("calls", "ship", "every: 30 d"))
        .join(", "),
      disruptions: "block: { kind: closure, of: cut, start: 38.5 h, end: 41 h, foresight: exact }",
      policies: "masters: { kind: divert, of: cut, rule: divert, decision-delay: 0 h }",
    },
  );
  const of = run(text);
  expect(voyages(of).find(({ name }) => name === "first/0")).toMatchObject({
    diverted: true,
    how: "arrived",
  });
  // slots of the class at 12, 36, 60 and 84 h: that at 84 h would be more than a day after it came
  const [wait] = stages(of).filter(({ voyage, kind }) => voyage === "next/0" && kind === "wait");
  expect(wait).toMatchObject({ from: 43.5, to: 60 });
  expect(stages(of).filter(({ to }) => to === 48)).toEqual([]); // the open slot before its own is lost
});
