import { expect, test } from "vitest";
import { quantityText, unitOfWords, unitSource } from "#scenario/source/unit-words";
import { cell, placeIn } from "#scenario/source/table-kind";
import type { Row } from "#scenario/source/table-kind";

function rowOf(...texts: readonly string[]): Row {
  const place = placeIn("a.csv", 2, 1);
  return { place, cells: texts.map((text) => (text === "" ? undefined : cell(text, place))) };
}

test("what people call a unit is the unit, and what is none stays", () => {
  const said = {
    "per week": "/w",
    "a day": "/d",
    "/ Year": "/y",
    weekly: "/w",
    Hourly: "/h",
    "per month": "/month",
    Days: "d",
    hrs: "h",
    mins: "min",
    knots: "kn",
    "nautical miles": "nm",
    KM: "km",
    "km/h": "km/h",
    kt: "kt",
    "USD/TEU": "USD/TEU",
    tonnes: "tonnes",
    Region: "Region",
    "": "",
  };
  for (const [text, unit] of Object.entries(said)) expect([text, unitOfWords(text)]).toEqual([text, unit]);
});

test("a quantity keeps the unit of its cell, and has that of its column where it has none", () => {
  const weekly = { unit: "/w" };
  expect(quantityText("12 per week", { unit: "/d" }, rowOf())).toBe("12 /w");
  expect(quantityText("12", weekly, rowOf())).toBe("12 /w");
  expect(quantityText("12", undefined, rowOf())).toBe("12");
  expect(quantityText("1.5e3 d", weekly, rowOf())).toBe("1.5e3 d");
  expect(quantityText("often", weekly, rowOf())).toBe("often");
  expect(quantityText("3", { column: 1 }, rowOf("3", "per day"))).toBe("3 /d");
  expect(quantityText("3", { column: 1 }, rowOf("3", ""))).toBe("3");
});

test("a word in brackets is a unit before it is a column", () => {
  expect(unitSource("nm", ["Leg", "nm"])).toEqual({ unit: "nm" });
  expect(unitSource("Unit", ["Leg", "Unit"])).toEqual({ column: 1 });
  expect(unitSource("boxes", ["Leg", "Unit"])).toEqual({ unit: "boxes" });
});
