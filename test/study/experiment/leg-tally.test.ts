import { expect, test } from "vitest";
import type { Facts } from "#domain/measure/facts";
import type { Happening } from "#engine/record/timeline";
import type { SailedLeg } from "#scenario/build/world";
import { emptyTally, legKey, mergeTally, sailingParts, tallyLegs } from "#study/experiment/leg-tally";

/** A run of 100 days, of which 10 are its warm-up; closed from day 40 to day 50. */
const known = { warmUpEnd: 10, end: 100, background: new Set<string>() };
const facts = known as unknown as Facts; // all that is read
const happening = (time: number, what: Happening["what"]): Happening => ({
  time,
  what,
  id: "closure",
  of: [],
}); // all that is read
const timeline = [happening(40, "disruption-start"), happening(50, "disruption-end")];

function leg(to: string, sails: readonly (readonly [start: number, end: number, part: number])[]): SailedLeg {
  return {
    from: "sea",
    to,
    ends: Float64Array.from(sails, ([, end]) => end),
    lasted: Float64Array.from(sails, ([start, end]) => end - start),
    parts: Float64Array.from(sails, ([, , part]) => part),
    line: [],
  };
}

function tallied(...legs: readonly SailedLeg[]): Record<string, number[]> {
  const tally = emptyTally();
  tallyLegs(tally, legs, facts, timeline);
  expect([...tally.duration]).toEqual([30, 10, 50]);
  return Object.fromEntries(
    [...tally.sailings].map(([key, counts]) => [key, [...counts].map((count) => count / sailingParts)]),
  );
}

test("a sailing counts in each phase for the part that is sailed in it", () => {
  expect(tallied(leg("cape", [[35, 60, 1]]))).toEqual({ "sea cape": [0.2, 0.4, 0.4] });
});

test("a ship that turns in a closure shows there at once, on its new way and the one that it leaves", () => {
  const counts = tallied(leg("canal", [[30, 45, 0.5]]), leg("cape", [[45, 70, 1]]));
  expect(counts["sea canal"]).toEqual([0.333333, 0.166667, 0]);
  expect(counts["sea cape"]).toEqual([0, 0.2, 0.8]);
});

test("what is sailed in the warm-up counts nowhere, and what takes no time at its instant", () => {
  expect(
    tallied(
      leg("cape", [
        [0, 20, 1],
        [40, 40, 1],
      ]),
    ),
  ).toEqual({ "sea cape": [0.5, 1, 0] });
});

test("the order in which replications are put together changes nothing", () => {
  const parts = [1 / 3, 1 / 7, 0.1].map((part) => {
    const tally = emptyTally();
    tallyLegs(tally, [leg("cape", [[35, 60, part]])], facts, timeline);
    return tally;
  });
  const sum = (order: readonly number[]): unknown =>
    order.reduce((whole, index) => mergeTally(whole, parts[index] ?? emptyTally()), emptyTally()).sailings;
  expect(sum([0, 1, 2])).toEqual(sum([2, 0, 1]));
  expect(legKey({ from: "sea", to: "cape" })).toBe("sea cape");
});
