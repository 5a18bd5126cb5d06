import { expect, test } from "vitest";
import { datesFromWords } from "#scenario/language/worded-date";
import { resolveText } from "./resolve-text.ts";

test.each(["4 March 2024", "04 Mar. 2024", "4th march, 2024", "4-Mar-2024", "March 4, 2024", "Mar 4th 2024"])(
  "%s is a date in words",
  (text) => {
    expect(datesFromWords(text)).toEqual(["2024-03-04T00:00Z"]);
  },
);

test.each(["4 d", "30 days 2024", "grounding.end + 2 d", "4 Foo 2024", "2024-03-04", "March 2024", "14 May"])(
  "%s is no date in words",
  (text) => {
    expect(datesFromWords(text)).toEqual([]);
  },
);

test.each([
  ["04/03/2024", ["2024-03-04T00:00Z", "2024-04-03T00:00Z"]],
  ["04.03.2024 05:40", ["2024-03-04T00:00Z", "2024-04-03T00:00Z"]],
  ["4-3-2024", ["2024-03-04T00:00Z", "2024-04-03T00:00Z"]],
  ["04/04/2024", ["2024-04-04T00:00Z"]],
  ["13/03/2024", ["2024-03-13T00:00Z"]],
  ["3/13/2024", ["2024-03-13T00:00Z"]],
  ["2024/03/04", ["2024-03-04T00:00Z"]],
  ["04/03/24", ["2024-03-04T00:00Z", "2024-04-03T00:00Z"]],
  ["20240304", ["2024-03-04T00:00Z"]],
  ["31/02/2024", ["2024-02-31T00:00Z"]],
])("%s may be %j", (text, dates) => {
  expect(datesFromWords(text)).toEqual(dates);
});

function saidOf(start: string): readonly string[] {
  const text = `breakwater: 1\ntime: { start: ${start}, end: 2024-12-01T00:00Z }\n`;
  const { diagnostics } = resolveText(text);
  return diagnostics
    .filter(({ path }) => path === "time.start")
    .map(({ code, wrong, right }) => `${code} ${wrong}; ${right}`);
}

test("a start in words is told how it is written", () => {
  expect(saidOf("4 March 2024")).toEqual([
    'INSTANT_MALFORMED "4 March 2024" is not an instant; write 2024-03-04T00:00Z',
  ]);
  expect(saidOf("30 February 2024")).toEqual([
    'INSTANT_MALFORMED "30 February 2024" is not an instant; 2024-02 has days 01 to 29, not 30',
  ]);
  expect(saidOf("01/03/2024")).toEqual([
    'INSTANT_MALFORMED "01/03/2024" is not an instant; ' +
      "write 2024-03-01T00:00Z, or where the month comes first 2024-01-03T00:00Z",
  ]);
  expect(saidOf("2024-3-1 5:40")).toEqual([
    'INSTANT_MALFORMED "2024-3-1 5:40" is not understood; write 2024-03-01T05:40Z',
  ]);
  expect(saidOf("31/02/2024")).toEqual([
    'INSTANT_MALFORMED "31/02/2024" is not an instant; 2024-02 has days 01 to 29, not 31',
  ]);
});
