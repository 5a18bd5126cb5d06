import { describe, expect, test } from "vitest";
import { admissions } from "#domain/passage/admission-kinds";
import { hours, run, stages, voyages } from "../domain/run.ts";
import type { Run } from "../domain/run.ts";
import { canal } from "../domain/small-worlds.ts";
import type { SmallParts } from "../domain/small-worlds.ts";

/*
 * Laws that every admission keeps, of one direction or of both: a factor of 1 changes nothing, what is taken
 * back leaves no trace, and more capacity never lowers throughput, since there is one class and nobody goes
 * another way.
 */

/** Rules that vessels must wait for, and of each a larger one, by kind. */
const rules: Readonly<Record<string, readonly (readonly [rule: string, larger: string])[]>> = {
  headway: [["every: 3 h", "every: 2 h"]],
  slots: [
    ["rate: 8 /d", "rate: 11 /d"],
    ["rate: { 0 d: 8 /d, 5 d: 6 /d }", "rate: { 0 d: 8 /d, 5 d: 8 /d }"],
  ],
  convoy: [
    ["departures: [5 h, 17 h], size: 4", "departures: [5 h, 17 h], size: 5"],
    [
      "departures: 5 h, every: 3 h, size: 7, cut-off: 2 h",
      "departures: 5 h, every: 2 h, size: 7, cut-off: 2 h",
    ],
    ["departures: 5 h, every: 2 h", "departures: [5 h, 17 h], every: 1 h"],
  ],
};

const both = ["shared", "separate"];
const cases = Object.entries(rules).flatMap(([kind, list]) =>
  list.flatMap(([rule, larger]) =>
    both.map((directions) => ({
      name: `${kind} (${rule}), ${directions}`,
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

function strait(admission: string, directions: string, parts: SmallParts = {}): Run {
  const transit = `time: { kind: uniform, min: 2 h, max: 6 h }, directions: ${directions}`;
  const text = canal(`${transit}, admission: { ${admission} }`, {
    flows,
    days: 20,
    seed: "admissions",
    ...parts,
  });
  return run(text);
}

const told = (of: Run): string => JSON.stringify([voyages(of), stages(of)]);
const acting = (what: string): SmallParts => ({
  disruptions: `nothing: { ${what}, of: cut, start: 60 h, end: 85 h }`,
});

test("every kind of admission is held to these laws", () => {
  expect(Object.keys(rules).sort()).toEqual(admissions.kinds.map(({ kind }) => kind));
});

describe.each(cases)("$name", ({ usual, larger, directions }) => {
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
      "kind: capacity, factor: 0.4",
      "kind: capacity, factor: 3",
    ];
    for (const what of whats) {
      const disturbed = strait(usual, directions, { ...alone, ...acting(what) });
      const after = (all: typeof quiet): unknown => all.filter(({ start }) => start > 200);
      // the grid of slots is not where it was after a factor, which is its rule: see `SlotGrid`
      if (usual.includes("slots") && what.includes("factor"))
        expect(voyages(disturbed).length).toBe(quiet.length);
      else expect(after(voyages(disturbed))).toEqual(after(quiet));
    }
  });

  test("more capacity never lowers the number that has passed, at any time", () => {
    const [few, many] = [
      hours(strait(usual, directions), "cut.transit"),
      hours(strait(larger, directions), "cut.transit"),
    ];
    expect(few.length).toBeGreaterThan(50);
    const before = (all: readonly number[], hour: number): number => all.filter((at) => at <= hour).length;
    for (let day = 1; day <= 20; day++) {
      expect(before(many, 24 * day), `day ${day}`).toBeGreaterThanOrEqual(before(few, 24 * day));
    }
  });
});
