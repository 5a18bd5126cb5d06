import { expect, test } from "vitest";
import { Slots } from "#engine/kernel/slots";

function take(slots: Slots, handler: number, subject: number): number {
  const slot = slots.take();
  slots.fill(slot, handler, subject);
  return slot;
}

test("a slot is given out again only when its entry has left, and its old handle stays void", () => {
  const slots = new Slots();
  const slot = take(slots, 1, 10);
  const handle = slots.handle(slot);
  slots.cancel(slot);
  expect(slots.isStale(slot)).toBe(true);
  expect(take(slots, 1, 11)).not.toBe(slot);
  slots.release(slot);
  expect(take(slots, 2, 12)).toBe(slot);
  expect(slots.pending(handle)).toBe(-1);
  expect(slots.pending(slots.handle(slot))).toBe(slot);
});

test("a slot whose generations are used up is retired, also by a clearing", () => {
  const slots = new Slots(2 ** 27 - 3);
  const seen: number[] = [];
  const mayServe: boolean[] = [];
  for (let use = 0; use < 6; use++) {
    const slot = take(slots, 0, 0);
    seen.push(slot);
    mayServe.push(slots.fire(slot));
    slots.release(slot);
  }
  expect(seen).toEqual([0, 0, 0, 1, 1, 1]);
  expect(mayServe).toEqual([true, true, false, true, true, false]);
  slots.clear();
  expect(take(slots, 0, 0)).toBe(2);
});

test("the last handle of a slot is still a whole number that doubles hold exactly", () => {
  const last = (2 ** 27 - 1) * 2 ** 26 + (2 ** 26 - 1);
  expect(last).toBe(Number.MAX_SAFE_INTEGER);
});

test("a thousand slots that grow the table keep their handler and subject apart", () => {
  const slots = new Slots();
  const taken = Array.from({ length: 1_000 }, (_, index) => take(slots, index, -index));
  expect(new Set(taken).size).toBe(1_000);
  for (const [index, slot] of taken.entries()) {
    expect([slots.handler(slot), 0 - slots.subject(slot), slots.pending(slots.handle(slot))]).toEqual([
      index,
      index,
      slot,
    ]);
  }
});
