import { expect, test } from "vitest";
import { believedWaitMs } from "#domain/policy/belief";
import type { PolicyContext } from "#domain/policy/policy-kind";

const hour = 3_600_000;

interface Seen {
  /** Hours from now. */
  readonly reaches: number;
  readonly opening?: number;
  readonly factor?: number;
  readonly perDay?: number;
  readonly waiting?: number;
  readonly before?: number;
  /** Who stand before the vessel, which waits there itself. */
  readonly ahead?: number;
}

/** The believed wait in hours of vessel 0 before passage 0. */
function believed({
  reaches,
  opening = 0,
  factor = 1,
  perDay = 24,
  waiting = 0,
  before = 0,
  ahead,
}: Seen): number {
  const now = 1_000 * hour;
  const context = {
    simulation: { now },
    board: { believedOpening: () => now + opening * hour, announcedFactor: () => factor },
    passages: {
      element: () => 0,
      ratePerDay: () => perDay,
      waiting: () => waiting,
      ahead: () => ahead,
      holds: () => ahead !== undefined,
      lineHolding: () => 0,
    },
    vessels: { passage: [ahead === undefined ? -1 : 0] },
    decisions: { line: () => 0, before: () => before },
    outlook: { reach: () => ({ ms: reaches * hour, side: 0 }) },
  };
  const wait = believedWaitMs(context as unknown as PolicyContext, 0, { passage: 0, avoidance: 0 });
  return wait / hour;
}

test("nobody ahead and nothing closed: no wait", () => {
  expect(believed({ reaches: 5 })).toBe(0);
});

test("closed until after the vessel comes: the time until then, and those ahead at the believed rate", () => {
  // opens in 30 h, is there in 10 h: 20 h; 4 wait and 3 come earlier: 7 at one an hour
  expect(believed({ reaches: 10, opening: 30, waiting: 4, before: 3 })).toBe(27);
});

test("those who are admitted by then are not ahead any more", () => {
  // opens in 6 h, there in 10 h: 4 of 7 are in by then
  expect(believed({ reaches: 10, opening: 6, waiting: 4, before: 3 })).toBeCloseTo(3, 9);
  expect(believed({ reaches: 10, opening: 0, waiting: 4, before: 3 })).toBe(0);
});

test("the believed rate is the passage's own times the announced factors", () => {
  expect(believed({ reaches: 0, waiting: 6, factor: 0.5 })).toBe(12);
  expect(believed({ reaches: 0, waiting: 6, factor: 2 })).toBe(3);
  expect(believed({ reaches: 0, waiting: 6, perDay: 12 })).toBe(12);
});

test("an announced factor of 0 is a wait without end", () => {
  expect(believed({ reaches: 4, factor: 0 })).toBe(Infinity);
});

test("who waits there already counts those before it, and nobody under way", () => {
  expect(believed({ reaches: 99, opening: 2, waiting: 9, before: 5, ahead: 3 })).toBe(5);
});

test("a passage that admits everybody at once costs only the time until it opens", () => {
  expect(believed({ reaches: 3, opening: 10, perDay: Infinity, waiting: 50 })).toBe(7);
});

test("a route that has not the passage has no wait for it", () => {
  expect(believed({ reaches: Infinity, opening: 100, waiting: 5 })).toBe(0);
});
