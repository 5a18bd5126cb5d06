import { expect, test } from "vitest";
import { OpeningCalendar } from "#engine/station/opening-calendar";

const hour = 3_600_000;
const monday = Date.UTC(2024, 0, 1);
const all = <T>(value: T): T[] => new Array<T>(7).fill(value);
const from = (begin: number, end: number): { from: number; until: number } => ({
  from: begin * hour,
  until: end * hour,
});
const changes = (of: OpeningCalendar, count: number): number[] => {
  const found: number[] = [];
  for (let at = monday; found.length < count; found.push((at - monday) / hour)) at = of.nextChange(at);
  return found;
};

test("it opens and closes each day, and is open from the one instant to before the other", () => {
  const calendar = new OpeningCalendar(all(from(8, 18)), 0);
  expect(changes(calendar, 4)).toEqual([8, 18, 32, 42]);
  expect([7.999, 8, 17.999, 18].map((at) => calendar.isOpen(monday + at * hour))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(calendar.openShare).toBeCloseTo(10 / 24, 12);
});

test("nights reach into the next day and the next week, and parts that touch are one", () => {
  const nights = new OpeningCalendar(all(from(22, 30)), 0);
  expect(changes(nights, 4)).toEqual([6, 22, 30, 46]);
  expect(nights.isOpen(monday)).toBe(true);
  const weekdays = new OpeningCalendar([...all(from(0, 24)).slice(2), undefined, undefined], 0);
  expect(changes(weekdays, 3)).toEqual([120, 168, 288]);
  expect(weekdays.openShare).toBeCloseTo(5 / 7, 12);
});

test("always open and never open do not change, before 1970 neither", () => {
  expect(new OpeningCalendar(all(from(0, 24)), 0).nextChange(monday)).toBe(Infinity);
  const never = new OpeningCalendar(all(undefined), 0);
  expect([never.nextChange(monday), never.openShare, never.isOpen(monday)]).toEqual([Infinity, 0, false]);
  const early = new OpeningCalendar(all(from(8, 18)), 5 * hour);
  expect(early.nextChange(Date.UTC(1960, 1, 1))).toBe(Date.UTC(1960, 1, 1, 3));
});
