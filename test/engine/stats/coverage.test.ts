import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isLong } from "../../verification/long.ts";
import { sizes } from "./experiments/coverage-case.ts";
import { cellsOf, coverageCases } from "./experiments/coverage-table.ts";

/** The smaller samples in ordinary tests, all of them with `BREAKWATER_LONG=1`. */
const checked = isLong ? sizes : sizes.slice(0, 2);

/** The cells of each row of COVERAGE.md, in the order of the page. */
const published = readFileSync("COVERAGE.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|") && !line.startsWith("| system") && !line.startsWith("| -"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

describe("COVERAGE.md, else: npm run intervals", () => {
  it("has a row for each system and method", () => {
    const wanted = coverageCases.flatMap(({ methods }) =>
      methods.map((method, place) => (place === 0 ? `${method} (printed)` : method)),
    );
    expect(published.map(([, , method]) => method)).toEqual(wanted);
  });

  let row = 0;
  for (const one of coverageCases) {
    const rows = published.slice(row, row + one.methods.length);
    row += one.methods.length;
    it(`says how often each interval holds the truth: ${one.asks}, ${one.system}`, () => {
      for (const count of checked) {
        const column = 3 + sizes.indexOf(count);
        expect({ count, cells: rows.map((cells) => cells[column]) }).toEqual({
          count,
          cells: cellsOf(one, count),
        });
      }
    });
  }
});
