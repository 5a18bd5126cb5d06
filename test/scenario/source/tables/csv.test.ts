import { expect, test } from "vitest";
import { csv } from "#scenario/source/tables/csv";
import { readTable } from "./read-table.ts";

const utf16 = (text: string, mark: readonly [number, number]): Uint8Array => {
  const isBig = mark[0] === 0xfe;
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return Uint8Array.from([
    ...mark,
    ...units.flatMap((unit) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
  ]);
};

const expected = [[{ id: "sea", name: "See; groß" }, { id: "harbour" }]];

test("a byte order mark, CRLF, semicolons and empty last columns are read as spreadsheets write", () => {
  const text = '\uFEFFid;name;;\r\nsea;"See; groß";;\r\nharbour;;;\r\n\r\n;;;\r\n';
  const { records, problems, sheets } = readTable(csv, text);
  expect(records).toEqual(expected);
  expect(problems).toEqual([]);
  expect(sheets[0]?.columns.map(({ place }) => place.column)).toEqual([1, 4]);
});

test("UTF-16 is read by its mark, and other encodings are refused at their first byte", () => {
  const text = 'id\tname\nsea\t"See; groß"\nharbour\t';
  expect(readTable(csv, utf16(text, [0xff, 0xfe])).records).toEqual(expected);
  expect(readTable(csv, utf16(text, [0xfe, 0xff])).records).toEqual(expected);
  const latin = Uint8Array.from([...Buffer.from("id,name\nsea,gro"), 0xdf, 10]);
  expect(readTable(csv, latin)).toMatchObject({ records: [], problems: ["TABLE_MALFORMED 2:8"] });
  expect(readTable(csv, "id,name\nsea,\0").problems).toEqual(["TABLE_MALFORMED 2:5"]);
});

test("an empty file, a lone header and a picture are no crash", () => {
  expect(readTable(csv, "").problems).toEqual(["TABLE_MALFORMED 1:1"]);
  expect(readTable(csv, "\uFEFF \r\n").problems).toEqual(["TABLE_MALFORMED 1:1"]);
  expect(readTable(csv, "id,name").records).toEqual([[]]);
  expect(readTable(csv, Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0])).problems.length).toBe(1);
});

test("rows with too many or too few cells are left out where they stand", () => {
  const { records, problems } = readTable(csv, "id,name\na,1\nb\nc,2,3\nd,4,\n");
  expect(records).toEqual([
    [
      { id: "a", name: "1" },
      { id: "d", name: "4" },
    ],
  ]);
  expect(problems).toEqual(["ROW_WRONG 3:1", "ROW_WRONG 4:5"]);
});
