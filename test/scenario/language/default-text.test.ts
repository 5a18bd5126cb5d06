import { expect, test } from "vitest";
import { count, fallback, instant, quantity, schedule, text } from "#base/field";
import { defaultText } from "#scenario/language/default-text";

test("a default reads as one would write it in a scenario", () => {
  const duration = quantity("duration", "A time.");
  expect([604_800_000, 50_400_000, 90_000, 1500, 0].map((ms) => defaultText(duration, ms))).toEqual([
    "7 d",
    "14 h",
    "90 s",
    "1500 ms",
    "0 h",
  ]);
  expect(defaultText(quantity("rate", "A rate."), 60)).toBe("60 /d");
  expect(defaultText(instant("A time."), Date.UTC(2021, 2, 23, 5, 40))).toBe("2021-03-23T05:40Z");
  expect(defaultText(schedule(duration, "Times."), 86_400_000)).toBe("1 d");
  expect(defaultText(fallback(count("How many.", 1), 100), 100)).toBe("100");
  expect(defaultText(text("A word."), "fifo")).toBe("fifo");
  expect(defaultText(text("None."), undefined)).toBe("");
});
