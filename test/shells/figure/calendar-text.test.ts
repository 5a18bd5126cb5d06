import { expect, it } from "vitest";
import {
  dateText,
  dayText,
  daysText,
  durationText,
  instantText,
  momentText,
  periodText,
} from "#shells/figure/calendar-text";

const time = Date.UTC(2021, 2, 3, 5, 4);

it("writes instants in UTC, whatever the machine's zone", () => {
  expect(dayText(time)).toBe("3 Mar");
  expect(dateText(time)).toBe("3 Mar 2021");
  expect(momentText(time)).toBe("3 Mar 05:04");
  expect(instantText(time)).toBe("3 Mar 2021 05:04 UTC");
});

it("writes durations in the largest unit that keeps them short", () => {
  const hour = 3_600_000;
  expect(durationText(72 * hour)).toBe("3 days");
  expect(durationText(47 * hour)).toBe("47 hours");
  expect(durationText(8 * 60_000)).toBe("8 min");
  expect(durationText(1500)).toBe("1.5 s");
  expect(durationText(0)).toBe("0");
});

it("says one of a unit in the singular", () => {
  expect(durationText(3_600_000)).toBe("1 hour");
  expect(durationText(3_610_000)).toBe("1 hour");
  expect(durationText(1.5 * 3_600_000)).toBe("1.5 hours");
  expect(durationText(72 * 3_600_000)).toBe("3 days");
});

it("names a day once, and the year where it is wanted", () => {
  const from = Date.UTC(2021, 2, 23, 5, 40);
  expect(periodText(from, Date.UTC(2021, 2, 29, 14, 21))).toBe("23 Mar 05:40 to 29 Mar 14:21");
  expect(periodText(from, Date.UTC(2021, 2, 23, 14, 21))).toBe("23 Mar 05:40 to 14:21");
  expect(periodText(from, Date.UTC(2022, 0, 1), true)).toBe("23 Mar 2021 05:40 to 1 Jan 2022 00:00");
});

it("names the days alone, one of them once", () => {
  const from = Date.UTC(2021, 2, 23, 5, 40);
  expect(daysText(from, Date.UTC(2021, 2, 29, 14, 21))).toBe("23 Mar to 29 Mar");
  expect(daysText(from, Date.UTC(2021, 2, 23, 14, 21))).toBe("23 Mar");
  expect(daysText(from, Date.UTC(2022, 0, 1), true)).toBe("23 Mar 2021 to 1 Jan 2022");
});
