import { describe, expect, test } from "vitest";
import { admissions } from "#domain/passage/admission-kinds";
import { hours, run, stages, voyages } from "../domain/run.ts";
import type { Run } from "../domain/run.ts";
import { canal } from "../domain/small-worlds.ts";
import type { SmallParts } from "../domain/small-worlds.ts";
import { expectMeanNotLower, expectNoLater } from "./change.laws.ts";

/*
 * Laws that every admission keeps, of one direction or of both: a factor of 1 changes nothing, what is taken
 * back leaves no trace, and more capacity never lowers throughput, since there is one class and nobody goes
 * another way.
 */

/** Rules that vessels must wait for, and of each a larger one, by kind. */
const rules: Readonly<Record<string, readonly (readonly [rule: string, larger: string])[]>> = {
  headway: [["every: 3 h", "every: 2 h"]],
  slots: [
    // a faster grid has the slots of the slower one: else one who just misses a slot may leave later
    ["rate: 8 /d", "rate: 16 /d"],
    ["rate: { 0 d: 8 /d, 5 d: 4 /d }", "rate: { 0 d: 8 /d, 5 d: 8 /d }"],
  ],
  booked: [
    ["rate: 8 /d, shares: { ship: 40 % }, ahead: 1 d", "rate: 12 /d, shares: { ship: 40 % }, ahead: 1 d"],
    [
      "rate: 8 /d, shares: { ship: { 0 d: 40 %, 9 d: 0 % } }, ahead: 2 h, within: 6 h",
      "rate: { 0 d: 8 /d, 5 d: 10 /d }, shares: { ship: { 0 d: 40 %, 9 d: 0 % } }, ahead: 2 h, within: 6 h",
    ],
  ],
  convoy: [
    ["departures: [05:00, 17:00], size: 4", "departures: [05:00, 17:00], size: 5"],
    [
      "departures: 05:00, every: 3 h, size: 7, cut-off: 2 h",
      "departures: 05:00, every: 2 h, size: 7, cut-off: 2 h",
    ],
    ["departures: 05:00, every: 2 h", "departures: [05:00, 17:00], every: 1 h"],
  ],
};

/** Kinds in which one who comes later may go first: more capacity never lowers the mean throughput. */
const outOfOrder = ["booked"];

const both = ["shared", "separate"];
const cases = Object.entries(rules).flatMap(([kind, list]) =>
  list.flatMap(([rule, larger]) =>
    both.map((directions) => ({
      name: `${kind} (${rule}), ${directions}`,
      isFirstCome: !outOfOrder.includes(kind),
      usual: `kind: ${kind}, ${rule}`,
      larger: `kind: ${kind}, ${larger}`,
      directions,
    })),
  ),
);

const flows =
  "calls: { from: west, to: east, vessel: ship, arrivals: { kind: poisson, rate: 6 /d } }, " +
  "returns: { from: east, to: west, vessel: ship, arrivals: { kind: poisson, rate: 3 /d } }";
const rare =
  "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 5 d } }, " +
  "returns: { from: east, to: west, vessel: ship, arrivals: { kind: regular, every: 5 d } }";

function strait(admission: string, directions: string, parts: SmallParts = {}, replication: number = 0): Run {
  const transit = `time: { kind: uniform, min: 2 h, max: 6 h }, directions: ${directions}`;
  const text = canal(`${transit}, admission: { ${admission} }`, {
    flows,
    days: 20,
    seed: "admissions",
    ...parts,
  });
  return run(text, replication);
}

/** When vessels leave the canal, by replication. */
function passed(rule: string, directions: string, replications: number): number[][] {
  return Array.from({ length: replications }, (_, replication) =>
    hours(strait(rule, directions, {}, replication), "cut.transit"),
  );
}

const told = (of: Run): string => JSON.stringify([voyages(of), stages(of)]);
const acting = (what: string): SmallParts => ({
  disruptions: `nothing: { ${what}, of: cut, start: 60 h, end: 84 h }`,
});

test("every kind of admission is held to these laws", () => {
  expect(Object.keys(rules).sort()).toEqual(admissions.kinds.map(({ kind }) => kind));
});

describe.each(cases)("$name", ({ usual, larger, directions, isFirstCome }) => {
  test("a factor of 1 changes nothing, and one of 0.7 does", () => {
    const quiet = told(strait(usual, directions));
    expect(told(strait(usual, directions, acting("kind: capacity, factor: 1")))).toBe(quiet);
    expect(told(strait(usual, directions, acting("kind: capacity, factor: 0.7")))).not.toBe(quiet);
  });

  test("a factor or a closure that is over leaves no trace where nobody was", () => {
    const alone = { flows: rare };
    const quiet = voyages(strait(usual, directions, alone));
    const whats = [
      "kind: closure",
      "kind: closure, inside: lose",
      "kind: capacity, factor: 0.5",
      "kind: capacity, factor: 3",
    ];
    for (const what of whats) {
      const disturbed = strait(usual, directions, { ...alone, ...acting(what) });
      const after = (all: typeof quiet): unknown => all.filter(({ start }) => start > 200);
      // after a factor slots have other numbers, and so are for others; they stand where they stood, since
      // all are whole gaps apart: 24 h at these factors are 12 h and 72 h
      if (usual.includes("booked") && what.includes("factor"))
        expect(voyages(disturbed).length).toBe(quiet.length);
      else expect(after(voyages(disturbed))).toEqual(after(quiet));
    }
  });

  test("with more capacity the n-th leaves no later; where some may overtake, none fewer in the mean", () => {
    const [few, many] = [usual, larger].map((rule) => passed(rule, directions, isFirstCome ? 2 : 20));
    if (isFirstCome) expectNoLater(few ?? [], many ?? []);
    else expectMeanNotLower(few ?? [], many ?? []);
  });
});

describe.each(both)("booked with shares of 0, %s", (directions) => {
  test("is slots, whatever acts on the passage", () => {
    const rate = "rate: { 0 d: 8 /d, 5 d: 6 /d }";
    for (const what of ["kind: capacity, factor: 1", "kind: capacity, factor: 0.7", "kind: closure"]) {
      const plain = strait(`kind: slots, ${rate}`, directions, acting(what));
      const none = strait(
        `kind: booked, ${rate}, shares: { ship: 0 % }, ahead: 1 d`,
        directions,
        acting(what),
      );
      const empty = strait(`kind: booked, ${rate}, shares: {}, ahead: 1 d`, directions, acting(what));
      expect(told(none)).toBe(told(plain));
      expect(told(empty)).toBe(told(plain));
    }
  });
});
