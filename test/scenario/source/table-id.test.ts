import fc from "fast-check";
import { expect, test } from "vitest";
import { idOfCell } from "#scenario/source/table-id";

test.each([
  ["harbour", "harbour"],
  ["NLRTM", "NLRTM"],
  ["NL RTM", "NLRTM"],
  ["nlrtm", "nlrtm"],
  ["Århus Havn", "arhus-havn"],
  ["Łódź/Straße", "lodz-strasse"],
  ["PortOfCall", "port-of-call"],
  ["12", "site-12"],
  ["All", "site-all"],
  ["none", "site-none"],
  ["-- a__b --", "a-b"],
  ["http://x.org/#1", "http-x-org-1"],
])("%s becomes %s", (text, id) => {
  expect(idOfCell(text, "sites")).toBe(id);
});

test("what has no letter or digit of the alphabet, or too many, makes no id", () => {
  for (const text of ["上海", "", "...", "a".repeat(81), "x".repeat(1_000_000)]) {
    expect(idOfCell(text, "sites")).toBeUndefined();
  }
  expect(idOfCell("a".repeat(80), "sites")).toBe("a".repeat(80));
  expect(["links", "flows"].map((section) => idOfCell("7", section as "links"))).toEqual([
    "link-7",
    "flow-7",
  ]);
});

test("an id that was made stays as it is, and keeps the form of ids", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      const id = idOfCell(text, "sites");
      if (id === undefined) return;
      expect(id).toMatch(/^([a-z][a-z0-9]*(-[a-z0-9]+)*|[A-Z]{2}[A-Z2-9]{3})$/);
      expect(idOfCell(id, "sites")).toBe(id);
    }),
    { seed: 4_006, numRuns: 500 },
  );
});
