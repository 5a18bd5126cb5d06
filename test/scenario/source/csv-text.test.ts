import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CsvText, delimiterOf } from "#scenario/source/csv-text";

const textsOf = (text: string, delimiter: string = ","): string[][] =>
  new CsvText(text, "table", delimiter).rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ""));

test("any cells come back as csv-parse reads them, whatever they hold and however lines end", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "é", " ", ",", ";", '"', "\n", "\r\n", "上"),
    maxLength: 6,
  });
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  const ends = fc.constantFrom("\n", "\r\n");
  fc.assert(
    fc.property(table, ends, fc.boolean(), (lines, end, quoteAll) => {
      const written = (one: string): string =>
        quoteAll || /[",\n\r]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one;
      const text = lines.map((line) => line.map(written).join(",")).join(end);
      const theirs = parse(text, { relax_column_count: true });
      const kept = theirs
        .map((line) => line.map((one) => one.trim()))
        .filter((line) => line.some((one) => one));
      expect(textsOf(text)).toEqual(kept);
    }),
    { seed: 4_001, numRuns: 300 },
  );
});

test("each cell knows its line and column, also behind quotes that run over lines", () => {
  const { rows } = new CsvText('id, name,x\r\n"a\r\n b",  2,"q ""r"""\n\n ,,\nlast,,z', "table", ",");
  const places = rows.map(({ place, cells }) => [
    place.line,
    ...cells.map((cell) => cell && `${cell.text} ${cell.place.line}:${cell.place.column}`),
  ]);
  expect(places).toEqual([
    [1, "id 1:1", "name 1:5", "x 1:10"],
    [2, "a\r\n b 2:1", "2 3:7", 'q "r" 3:9'],
    [6, "last 6:1", undefined, "z 6:7"],
  ]);
});

test("an open quote and text behind a closing one are problems where they stand", () => {
  const { rows, problems } = new CsvText('a,b\n"x"y,1\nc,"d\ne', "table", ",");
  expect(rows.length).toBe(1);
  expect(problems.map(({ line, column }) => [line, column])).toEqual([
    [2, 4],
    [3, 3],
  ]);
});

test("cells are parted by whichever sign the header has most of", () => {
  expect(["a,b;c,d", "a;b;c", "a\tb", "a|b|c,d", 'a;"b,c,d,e"', "alone"].map(delimiterOf)).toEqual([
    ",",
    ";",
    "\t",
    "|",
    ";",
    ",",
  ]);
});

test("no text stops the reader", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(() => new CsvText(text, "table", ",")).not.toThrow();
    }),
    { seed: 4_002, numRuns: 300 },
  );
});
