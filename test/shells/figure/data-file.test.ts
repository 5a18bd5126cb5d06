import { expect, it } from "vitest";
import { csvText, dataAddress, fileName } from "#shells/figure/data-file";

it("writes a table that reads back: commas, quotes, nothing, and seven digits", () => {
  const rows = [
    ['a "b", c', 1 / 3, null],
    ["plain", -0.5, Number.NaN],
  ] as const;
  expect(csvText({ name: "x", columns: ["name", "value", "none"], rows })).toBe(
    'name,value,none\n"a ""b"", c",0.3333333,\nplain,-0.5,\n',
  );
});

it("holds any text whole, without a character that ends an attribute or an address", () => {
  const text = 'a,b\n"ü" <x> & 100 % #1 \u{1f6a2} it\'s\ud800';
  const address = dataAddress("text/csv", text);
  expect(address).not.toMatch(/["'<>#&\n]/);
  const [, held = ""] = address.split("utf-8,");
  expect(decodeURIComponent(held)).toBe(text.replace("\ud800", "\ufffd"));
});

it("names files as every system takes them", () => {
  expect(fileName("Peak queue, Suez Canal")).toBe("peak-queue-suez-canal");
});
