import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dimension } from "#base/field";
import { convert, dimensionOf, isMonth, splitQuantity, unitsOf } from "#base/quantity";

const counting: ReadonlySet<string> = new Set(["units"]);

function base(text: string, dimension: Dimension): unknown {
  const written = splitQuantity(text);
  return written && convert(written, dimension, counting);
}

describe("quantities", () => {
  test.each<[string, Dimension, unknown]>([
    ["36 h", "duration", { value: 129_600_000 }],
    ["1 y", "duration", { value: 365 * 86_400_000 }],
    ["0.5d", "duration", { value: 43_200_000 }],
    ["120 nm", "distance", { value: 222_240 }],
    ["15 m", "length", { value: 15 }],
    ["36 km/h", "speed", { value: 10 }],
    ["1800 kn", "speed", { value: 926 }],
    ["60 kt", "amount", { value: 60_000, unit: "t" }],
    ["1 Mbbl", "amount", { value: 1_000_000, unit: "bbl" }],
    ["5 units", "amount", { value: 5, unit: "units" }],
    ["3 MUSD", "money", { value: 3_000_000 }],
    ["2 /w", "rate", { value: 2 / 7 }],
    ["60 /d", "rate", { value: 60 }],
    ["20 units/h", "amount-rate", { value: 480, unit: "units" }],
    ["400 kUSD/d", "cost", { value: 400_000, perDay: true }],
    ["3 MUSD", "cost", { value: 3_000_000 }],
    ["100 USD/kt", "unit-value", { value: 0.1, unit: "t" }],
    ["5 %", "number", { value: 0.05 }],
  ])("%s as %s", (text, dimension, value) => {
    const found = base(text, dimension) as { value: number };
    expect({ ...found, value: 0 }).toEqual({ ...(value as object), value: 0 });
    expect(found.value).toBeCloseTo((value as { value: number }).value, 9);
  });

  test.each(["1_000", "012", ".5", ".inf", "0x10", "fast", "1,5", "5 5 d"])("%s is no quantity", (text) => {
    expect(splitQuantity(text)).toBeUndefined();
  });

  test("a unit of one dimension is none of another, and is told as its own", () => {
    expect(base("5 kn", "duration")).toBeUndefined();
    expect(dimensionOf("kn", counting)).toBe("speed");
    expect(dimensionOf("constructor", counting)).toBeUndefined();
    expect(["month", "months", "/mo", "min"].map(isMonth)).toEqual([true, true, true, false]);
  });

  test("every unit that is offered is understood", () => {
    const dimensions: Dimension[] = [
      "duration",
      "distance",
      "speed",
      "amount",
      "money",
      "rate",
      "amount-rate",
      "cost",
      "unit-value",
    ];
    for (const dimension of dimensions) {
      for (const unit of unitsOf(dimension))
        expect(convert({ number: 1, unit }, dimension, counting)).toBeDefined();
    }
  });

  test("durations and distances come out whole", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (number) => {
        expect(Number.isInteger(convert({ number, unit: "min" }, "duration", counting)?.value)).toBe(true);
        expect(Number.isInteger(convert({ number, unit: "nm" }, "distance", counting)?.value)).toBe(true);
      }),
      { seed: 2 },
    );
  });
});
