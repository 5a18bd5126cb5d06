import { expect, test } from "vitest";
import type { Place } from "#base/diagnostic";
import type { Entry } from "#scenario/read/node";
import { readSheets } from "#scenario/source/read-sheets";
import { cell, placeIn } from "#scenario/source/table-kind";
import type { Sheet } from "#scenario/source/table-kind";
import { csv } from "#scenario/source/tables/csv";

interface Told {
  readonly file?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** The sheets of some bytes and what is said about them. */
function read(
  bytes: Uint8Array,
  { file = "a.csv", settings = {} }: Told = {},
): { readonly sheets: readonly Sheet[]; readonly said: readonly string[] } {
  const place = placeIn("scenario.yaml", 1, 1);
  const entries = Object.entries(settings).map(([key, text]): [string, Entry] => {
    return [key, { key, keyPlace: place, value: cell(text, place) }];
  });
  const said: string[] = [];
  const report = (code: string, at: Place): undefined => {
    said.push(`${code} ${at.file}:${at.line}`);
  };
  const node = { node: "map", entries: new Map(entries), place } as const;
  return { sheets: readSheets(csv, { file, bytes, settings: node, report }), said };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test("the very bytes are read once, and what is wrong with them is said each time", () => {
  const bytes = bytesOf("id,name\na,1\nb\n");
  const first = read(bytes);
  const again = read(bytes, { settings: { kind: "csv", file: "a.csv" } });
  expect(first.said).toEqual(["ROW_WRONG a.csv:3"]);
  expect(again.said).toEqual(first.said);
  expect(again.sheets).toBe(first.sheets);
});

test("they are read anew as another file, or told to be written otherwise", () => {
  const bytes = Uint8Array.from([...bytesOf("id\ngro"), 0xdf]);
  expect(read(bytes).said).toEqual(["TABLE_MALFORMED a.csv:2"]);
  const told = read(bytes, { settings: { encoding: "windows-1252" } });
  expect(told.sheets[0]?.rows[0]?.cells[0]?.text).toBe("groß");
  expect(told.said).toEqual([]);
  expect(read(bytes, { file: "b.csv" }).said).toEqual(["TABLE_MALFORMED b.csv:2"]);
  expect(read(Uint8Array.from(bytes)).said).toEqual(["TABLE_MALFORMED a.csv:2"]);
});
