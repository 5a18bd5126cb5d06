import fc from "fast-check";
import { expect, test } from "vitest";
import { dayMs } from "#base/time";
import { SlotGrid } from "#domain/passage/slot-grid";

function grid(start: number, intervalMs: number): SlotGrid {
  const slots = new SlotGrid();
  slots.reset(start, intervalMs);
  return slots;
}

test("slot k stands at start + k / rate, rounded once, however many came before", () => {
  const perDay = 7;
  const slots = grid(1_000, dayMs / perDay);
  let time = 999;
  for (let k = 0; k < 10_000; k++) {
    time = slots.next(time, false);
    expect(time).toBe(Math.round(1_000 + (k * dayMs) / perDay));
  }
});

test("a slot at this very instant counts only for those who waited before it", () => {
  const slots = grid(0, 100);
  expect(slots.next(200, true)).toBe(200);
  expect(slots.next(200, false)).toBe(300);
  expect(slots.next(0, true)).toBe(0);
});

test("a factor stretches what is left to the next slot, and the pace from there on", () => {
  const slots = grid(0, 100);
  slots.scale(40, 0.5); // 60 left, now 120
  expect(slots.next(40, true)).toBe(160);
  expect(slots.next(160, false)).toBe(360);
  slots.scale(260, 2); // 100 left at a half: 50 at 1, 25 at 2
  expect(slots.next(260, true)).toBe(285);
  expect(slots.next(285, false)).toBe(335);
});

test("at a factor of 0 there is no slot, and what was left is left when it comes back", () => {
  const slots = grid(0, 100);
  slots.scale(30, 0);
  expect(slots.next(30, true)).toBe(Infinity);
  slots.scale(1_000, 1);
  expect(slots.next(1_000, true)).toBe(1_070);
  expect(slots.next(1_070, false)).toBe(1_170);
});

test("a factor that changes at a slot starts from a whole gap", () => {
  const slots = grid(0, 100);
  slots.scale(200, 0.5);
  expect(slots.next(200, false)).toBe(400);
});

test("a slot at which the factor changes still stands for those who waited, until somebody takes it", () => {
  const slots = grid(0, 100);
  slots.scale(150, 0.5); // 50 left, now 100
  slots.scale(250, 1);
  expect([slots.next(250, true), slots.next(250, false)]).toEqual([250, 350]);
  slots.take(250);
  expect(slots.next(250, true)).toBe(350);
});

test("factors of one instant leave what the last alone leaves, to the bit", () => {
  const late = 1.7e12 + 61;
  for (const between of [[], [1 / 3], [7, 1 / 7], [0], [1 / 3, 0, 0.1]]) {
    const slots = grid(0, 100.1);
    for (const factor of between) slots.scale(late, factor);
    slots.scale(late, 0.3);
    const alone = grid(0, 100.1);
    alone.scale(late, 0.3);
    expect(slots).toEqual(alone);
  }
});

test("a rate of 0 never has a slot", () => {
  expect(grid(0, Infinity).next(0, true)).toBe(Infinity);
});

test("from any instant the next slot is the least of the grid that is not too early", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 9 }),
      fc.double({ min: 2, max: 10 ** 6, noNaN: true }),
      (time, gap) => {
        const slots = grid(0, gap);
        const next = slots.next(time, false);
        const index = Math.round(next / gap);
        expect(next).toBeGreaterThan(time);
        expect(next).toBe(Math.round(index * gap));
        expect(Math.round((index - 1) * gap)).toBeLessThanOrEqual(time);
      },
    ),
    { seed: 38, numRuns: 500 },
  );
});
