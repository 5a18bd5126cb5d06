import fc from "fast-check";
import { expect, test } from "vitest";
import { dayMs } from "#base/time";
import { Timetable } from "#domain/passage/timetable";

const hour = dayMs / 24;

test("departures repeat each day at their local times, whatever the order in which they are written", () => {
  const table = new Timetable([14 * hour, 3 * hour], 2 * hour);
  expect([0, 1, 2, 3].map((number) => table.departure(number) / hour)).toEqual([1, 12, 25, 36]);
  expect(table.perDay).toBe(2);
  expect(table.gaps.map((gap) => gap / hour)).toEqual([11, 13]);
});

test("a time written twice is one departure", () => {
  expect(new Timetable([hour, hour], 0).perDay).toBe(1);
});

test("the last departure at an instant stands at it or before, and the next one comes after", () => {
  const times = fc.uniqueArray(fc.integer({ min: 0, max: dayMs - 1 }), { minLength: 1, maxLength: 4 });
  const property = fc.property(
    times,
    fc.integer({ min: -dayMs, max: dayMs }),
    fc.integer({ min: -9 * dayMs, max: 20_000 * dayMs }),
    (all, offset, time) => {
      const table = new Timetable(all, offset);
      const last = table.last(time);
      expect(table.departure(last)).toBeLessThanOrEqual(time);
      expect(table.departure(last + 1)).toBeGreaterThan(time);
      expect(table.last(table.departure(last))).toBe(last);
    },
  );
  fc.assert(property, { seed: 77, numRuns: 300 });
});
