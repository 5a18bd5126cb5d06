import { expect, test } from "vitest";
import { wordsWithoutComma } from "#scenario/language/forms/comma-number";

test("a number with commas is told without them, and both ways where it may be read in two", () => {
  const told = {
    "51,9": "write 51.9",
    "-0,35 d": "write -0.35 d",
    "1,200 km": "write 1200 km; or, as a decimal, write 1.200 km",
    "1,200,000": "write 1200000",
    "1_000 t": "write 1000 t",
    "12,3456": "write 12.3456",
    "1,23,4": undefined,
    "a, b": undefined,
    "12": undefined,
  };
  for (const [text, words] of Object.entries(told)) {
    expect([text, wordsWithoutComma(text)]).toEqual([text, words]);
  }
  expect(wordsWithoutComma("1,200", true)).toBe("write 1200");
  expect(wordsWithoutComma("1,2", true)).toBe("write 1.2");
});
