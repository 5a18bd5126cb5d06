import { expect, it } from "vitest";
import { timeAxis, timeScale } from "#shells/figure/axis";
import type { Frame } from "#shells/figure/frame";

const frame: Frame = { width: 1120, height: 400, top: 10, right: 10, bottom: 30, left: 50 };
const wordsBetween = (from: string, until: string): readonly string[] => {
  const scale = timeScale({ from: Date.parse(from), until: Date.parse(until) }, frame);
  const svg = timeAxis(scale, frame).toString();
  return [...svg.matchAll(/class="tick-text"[^>]*>([^<]+)/g)].map(([, words = ""]) => words);
};

it("says the year where it begins, and again where it changes", () => {
  const words = wordsBetween("2005-08-01", "2006-06-30");
  expect(words[0]).toBe("1 Aug 2005");
  expect(words.filter((each) => / \d{4}$/.test(each))).toEqual(["1 Aug 2005", "1 Jan 2006"]);
  expect(words).toContain("1 Feb");
});

it("says years alone where there are many", () => {
  const words = wordsBetween("2000-01-01", "2010-01-01");
  expect(words.every((each) => /^\d{4}$/.test(each))).toBe(true);
});
