import { expect, test } from "vitest";
import { withPoints } from "#scenario/source/decimal-commas";
import { cell, placeIn } from "#scenario/source/table-kind";

/** The texts of one column after it was read. */
function read(texts: readonly string[], isCertain: boolean = false): readonly string[] {
  const place = placeIn("a.csv", 2, 1);
  const rows = texts.map((text) => ({ place, cells: [text === "" ? undefined : cell(text, place)] }));
  const sheet = withPoints({ holds: "rows", columns: [cell("x", place)], rows }, { isCertain });
  return sheet.rows.map(({ cells }) => cells[0]?.text ?? "");
}

test("a column whose numbers have decimal commas gets points", () => {
  expect(read(["51,9", "-0,35", "12", ""])).toEqual(["51.9", "-0.35", "12", ""]);
  expect(read(["12,5 km", "3 km"])).toEqual(["12.5 km", "3 km"]);
  expect(read(["51,944", "x", "4,1"])).toEqual(["51.944", "x", "4.1"]);
});

test("what may be thousands, points or words stays as it is", () => {
  expect(read(["1,200", "2,000"])).toEqual(["1,200", "2,000"]);
  expect(read(["1,200", "2,000"], true)).toEqual(["1.200", "2.000"]);
  expect(read(["1,5", "2.5"])).toEqual(["1,5", "2.5"]);
  expect(read(["a, b", "1,5"])).toEqual(["a, b", "1,5"]);
});
