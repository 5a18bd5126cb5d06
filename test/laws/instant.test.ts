import fc from "fast-check";
import { expect, test } from "vitest";
import { run, stages, voyages, waits } from "../domain/run.ts";
import type { Run } from "../domain/run.ts";
import { canal, harbour } from "../domain/small-worlds.ts";

/*
 * What happens in one instant leaves the state that all of it leaves together. The ladder of priorities
 * decides between its rungs; within a rung, ids may name who is to blame, and never who passes when.
 */

const slots = "time: 3 h, admission: { kind: slots, rate: 8 /d }";
const headway = "time: 3 h, admission: { kind: headway, every: 3 h }";

/** One disruption of some element: what it does, and from and until which hour. */
interface Deed {
  readonly what: string;
  readonly from: number;
  readonly until: number;
}

const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({
    what: fc.constantFrom("closure", "closure", "factor: 0.5", "factor: 2", "factor: 0"),
    from: fc.constantFrom(27, 33),
    until: fc.constantFrom(45, 51),
  }),
  { minLength: 2, maxLength: 4 },
);

/** The disruptions under ids in this order. */
function written(all: readonly Deed[], of: string, ids: readonly string[], slow: string): string {
  return all
    .map(({ what, from, until }, index) => {
      const kind = what === "closure" ? "kind: closure" : `kind: ${slow}, ${what}`;
      return `${ids[index]}: { ${kind}, of: ${of}, start: ${from} h, end: ${until} h }`;
    })
    .join(", ");
}

const rising = ["a", "b", "c", "d"];
const falling = ["d", "c", "b", "a"];

function ends(of: Run): unknown[] {
  return voyages(of).map(({ name, end, how }) => [name, end, how]);
}

test.each([
  ["slots", "cut.transit", "capacity", (disruptions: string) => canal(slots, { disruptions, days: 5 })],
  ["a headway", "cut.transit", "capacity", (disruptions: string) => canal(headway, { disruptions, days: 5 })],
  [
    "berths",
    "quay.berth",
    "capacity",
    (disruptions: string) => harbour("servers: 1, service: 2 h", { disruptions, days: 5 }),
  ],
  [
    "a link",
    "lane",
    "slowdown",
    (disruptions: string) => harbour("servers: 9, service: 2 h", { disruptions, days: 5 }),
  ],
])("with %s nobody passes sooner or later when what goes wrong has other ids", (_, of, slow, world) => {
  fc.assert(
    fc.property(deeds, (all) => {
      const [one, other] = [rising, falling].map((ids) => run(world(written(all, of, ids, slow))));
      expect(ends(other as Run)).toEqual(ends(one as Run));
    }),
    { seed: 303, numRuns: 80 },
  );
});

test("a slot at the instant in which a closure and a cut end is taken, whichever has the first id", () => {
  const both = (closure: string, cut: string): [number, number, string][] => {
    const disruptions =
      `${closure}: { kind: closure, of: cut, start: 28 h, end: 51 h }, ` +
      `${cut}: { kind: capacity, of: cut, start: 27 h, end: 51 h, factor: 0.5 }`;
    return waits(run(canal(slots, { disruptions, days: 4 })), "cut.transit").slice(5, 7);
  };
  // At a half from the slot of 27 h on, slots stand at 33 h, 39 h, 45 h and 51 h, and then each 3 h again.
  const taken = [
    [32, 51],
    [38, 54],
  ];
  expect(both("a", "b").map(([came, went]) => [came, went])).toEqual(taken);
  expect(both("b", "a").map(([came, went]) => [came, went])).toEqual(taken);
});

test("a sail is slowed by nobody when the slowdown ends in the instant in which the link reopens", () => {
  const reasons = (closure: string, slow: string): string[] => {
    const disruptions =
      `${closure}: { kind: closure, of: lane, start: 29 h, end: 40 h }, ` +
      `${slow}: { kind: slowdown, of: lane, start: 29 h, end: 40 h, factor: 0.5 }`;
    const of = run(harbour("servers: 9, service: 2 h", { disruptions, days: 4 }));
    return stages(of)
      .filter(({ kind, from }) => kind === "sail" && from === 40)
      .map(({ reason }) => reason);
  };
  expect(reasons("a", "b")).toEqual(["none", "none"]);
  expect(reasons("b", "a")).toEqual(["none", "none"]);
});
