import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { looksLikeDate, printInstant, readInstant } from "#base/time";

describe("instants", () => {
  test.each([
    ["1970-01-01T00:00Z", 0],
    ["2021-03-23T05:40Z", 1_616_478_000_000],
    ["2000-02-29T23:59:59.999Z", 951_868_799_999],
    ["1969-12-31T23:59Z", -60_000],
    ["0000-03-01T00:00Z", -62_162_035_200_000],
  ])("%s is %d ms since the epoch, and prints as it was read", (text, at) => {
    expect(readInstant(text)).toEqual({ at });
    expect(printInstant(at)).toBe(text);
  });

  test("agrees with the calendar of the host from year 0 to 9999, both ways", () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }), (at) => {
        expect(printInstant(at).slice(0, 10)).toBe(new Date(at).toISOString().slice(0, 10));
        expect(readInstant(new Date(at).toISOString())).toEqual({ at });
        expect(readInstant(printInstant(at))).toEqual({ at });
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test.each([
    "2021-02-29T00:00Z",
    "2021-13-01T00:00Z",
    "2021-04-31T00:00Z",
    "2021-04-01T24:00Z",
    "2021-04-01T12:60Z",
  ])("%s does not exist", (text) => expect(readInstant(text)).toHaveProperty("impossible"));

  test.each(["2021-03-23", "2021-03-23T05:40", "2021-03-23T05:40+01:00", "2021-3-23T05:40Z", "yesterday"])(
    "%s would be a guess",
    (text) => expect(readInstant(text)).toHaveProperty("malformed"),
  );

  test("what begins like a date is meant as one", () => {
    expect(["2021-3-1", "2021-03", "30 d", "grounding.end"].map(looksLikeDate)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
