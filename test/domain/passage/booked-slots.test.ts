import { expect, test } from "vitest";
import { BookedSlots } from "#domain/passage/booked-slots";
import { SlotPace } from "#domain/passage/slot-pace";
import { OPEN_SLOT, SlotShares } from "#domain/passage/slot-shares";

const share = (vesselClass: number, ...steps: [from: number, value: number][]) => ({
  vesselClass,
  steps: steps.map(([from, value]) => ({ from, value })),
});
const dealt = (of: SlotShares, count: number): number[] =>
  Array.from({ length: count }, (_, number) => of.owner(number, (slot) => slot));

test("slots are dealt as evenly as can be, and each class has its share", () => {
  expect(dealt(new SlotShares([share(0, [0, 0.5])]), 6)).toEqual([OPEN_SLOT, 0, OPEN_SLOT, 0, OPEN_SLOT, 0]);
  expect(dealt(new SlotShares([share(3, [0, 1])]), 3)).toEqual([3, 3, 3]);
  expect(dealt(new SlotShares([]), 2)).toEqual([OPEN_SLOT, OPEN_SLOT]);
  const owners = dealt(new SlotShares([share(0, [0, 0.3]), share(1, [0, 0.25])]), 400);
  const count = (owner: number, until: number): number =>
    owners.slice(0, until).filter((one) => one === owner).length;
  for (let until = 1; until <= 400; until++) {
    expect(Math.abs(count(0, until) - 0.3 * until)).toBeLessThan(1.01);
    expect(Math.abs(count(1, until) - 0.25 * until)).toBeLessThan(1.01);
  }
});

test("a share holds from its date on, and is 0 before the first", () => {
  expect(dealt(new SlotShares([share(7, [2, 1], [4, 0])]), 6)).toEqual([-1, -1, 7, 7, -1, -1]);
});

test("who is forgotten gives its slot back, for the next who books", () => {
  // slots at 0, 10, 20 ... ms, all for class 0
  const rates = { steps: [{ from: 0, value: 8_640_000 }], plan: { ratePerDay: () => 1, changes: [] } };
  const waiting = [5, 6, 7];
  const line = {
    first: () => waiting[0] ?? -1,
    behind: (job: number) => waiting[waiting.indexOf(job) + 1] ?? -1,
    came: () => 1,
    vesselClass: () => 0,
  };
  const slots = new BookedSlots(new SlotPace(rates, 0), new SlotShares([share(0, [0, 1])]), {
    withinMs: 10,
    line,
  });
  slots.expected(5, 5);
  slots.expected(6, 5); // the slot at 10 ms is taken, that at 20 ms comes too late
  slots.expected(7, 10); // who comes with a slot is late for it: the one at 20 ms
  for (const job of waiting) slots.joined(job, 10);
  expect(slots.chosen(20)).toBe(7);
  slots.forgotten(7);
  expect(slots.chosen(20)).toBe(5); // its own has passed: it is the first in line
  slots.expected(6, 15);
  slots.joined(6, 15);
  expect(slots.chosen(20)).toBe(6);
});
