import { expect, it } from "vitest";
import { dateText, dayText, durationText, instantText, momentText } from "#shells/figure/calendar-text";

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
