import { describe, expect, test } from "vitest";
import { DatedRhythm } from "#engine/random/dated-rhythm";
import { WeeklyRhythm } from "#engine/random/weekly-rhythm";

const hour = 3_600_000;
const day = 24 * hour;
/** A Monday, 00:00 UTC. */
const monday = Date.UTC(2024, 0, 1);
const everyDay = [1, 1, 1, 1, 1, 1, 1];
const shifts = [
  { key: 6 * hour, value: 2 },
  { key: 22 * hour, value: 0.5 },
];

/** Weighted hours from one instant to another. */
const weighed = (rhythm: WeeklyRhythm, from: number, until: number): number =>
  (rhythm.weighedAt(until) - rhythm.weighedAt(from)) / hour;

describe("a weekly rhythm", () => {
  const plain = new WeeklyRhythm({ hours: shifts, days: everyDay, offset: 0 }, monday);

  test("holds a factor from its time of day to the next one, over midnight", () => {
    expect(weighed(plain, monday, monday + 6 * hour)).toBe(3);
    expect(weighed(plain, monday + 6 * hour, monday + 22 * hour)).toBe(32);
    expect(weighed(plain, monday + 21 * hour, monday + 26 * hour)).toBe(4);
    expect(plain.perWeek).toBe(7 * 36 * hour);
  });

  test("multiplies by the day of the week, whichever day the run starts", () => {
    const days = [1, 2, 3, 4, 5, 6, 0];
    for (const start of [monday, monday + 3.3 * day, monday + 6.99 * day]) {
      const rhythm = new WeeklyRhythm({ hours: [], days, offset: 0 }, start);
      const found = days.map((_, i) => weighed(rhythm, monday + i * day, monday + (i + 1) * day) / 24);
      expect(found.map((factor) => Math.round(factor * 1e9) / 1e9)).toEqual(days);
    }
  });

  test("goes by a clock ahead of UTC", () => {
    const tokyo = new WeeklyRhythm({ hours: shifts, days: everyDay, offset: 9 * hour }, monday);
    const found = weighed(tokyo, monday - 3 * hour, monday + 13 * hour);
    expect(found).toBe(32);
    const west = new WeeklyRhythm({ hours: [], days: [0, 1, 1, 1, 1, 1, 1], offset: -6 * hour }, monday);
    expect(weighed(west, monday + 6 * hour, monday + 30 * hour)).toBe(0);
  });

  test("has an inverse, in every part and after many years", () => {
    for (const time of [0.5, 7, 23, 161, 24 * 7 * 520 + 11.25].map((h) => monday + h * hour))
      expect(Math.abs(plain.instantAt(plain.weighedAt(time)) - time)).toBeLessThanOrEqual(1e-3);
  });

  test("never gives an instant at which the factor is 0", () => {
    const night = [
      { key: 8 * hour, value: 1 },
      { key: 18 * hour, value: 0 },
    ];
    const rhythm = new WeeklyRhythm({ hours: night, days: [1, 1, 1, 1, 1, 0, 0], offset: 0 }, monday);
    expect(rhythm.instantAt(0)).toBe(monday + 8 * hour);
    expect(rhythm.instantAt(10 * hour)).toBe(monday + day + 8 * hour);
    expect(rhythm.instantAt(50 * hour)).toBe(monday + 7 * day + 8 * hour);
  });
});

describe("dated factors", () => {
  const week = new WeeklyRhythm({ hours: [], days: everyDay, offset: 0 }, monday);
  const steps = [
    { from: monday + 10 * day, factor: 2 },
    { from: monday + 20 * day, factor: 0 },
    { from: monday + 30 * day, factor: 0.5 },
  ];
  const rhythm = new DatedRhythm(week, steps, monday);

  test("hold from their date on, 1 before the first", () => {
    const days = [5, 10, 15, 20, 25, 30, 40].map((d) => rhythm.weighedAt(monday + d * day) / day);
    expect(days).toEqual([5, 10, 20, 30, 30, 30, 35]);
  });

  test("are inverted, and a time of 0 is passed over", () => {
    const asked = new DatedRhythm(week, steps, monday);
    const found = [5, 20, 29.5, 30, 35].map((d) => (asked.instantAt(d * day) - monday) / day);
    expect(found).toEqual([5, 15, 19.75, 30, 40]);
  });

  test("before the start count from the start on, the last of them", () => {
    const late = new DatedRhythm(week, steps, monday + 12 * day);
    expect(late.weighedAt(monday + 13 * day) / day).toBe(2);
  });

  test("of 0 to the end leave nothing to come", () => {
    const over = new DatedRhythm(week, [{ from: monday + day, factor: 0 }], monday);
    expect(over.instantAt(0.9 * day)).toBe(monday + 0.9 * day);
    expect(over.instantAt(day)).toBe(Infinity);
  });
});
