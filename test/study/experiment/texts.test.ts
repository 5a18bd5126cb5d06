import { expect, test } from "vitest";
import { canonicalText } from "#study/experiment/canonical";
import { quantityScale } from "#study/experiment/quantity-scale";
import { quantityText, scaledText, signedText, threeDigits, withUnit } from "#study/experiment/quantity-text";
import type { TidyRow } from "#study/experiment/result";
import { rowsText } from "#study/experiment/rows-text";

test("numbers are printed with three significant digits, never in exponents", () => {
  const numbers = [0, 1234567, -7.5, 0.042133, 13.649, 99.96, 1e-7, 400];
  expect(numbers.map(threeDigits)).toEqual([
    "0",
    "1,230,000",
    "-7.5",
    "0.0421",
    "13.6",
    "100",
    "0.0000001",
    "400",
  ]);
});

test("quantities say their unit, in the one that suits", () => {
  expect(quantityText(9.314, "d")).toBe("9.31 days");
  expect(quantityText(0.25, "d")).toBe("6 hours");
  expect(quantityText(1 / 12 / 2, "d")).toBe("60 minutes");
  expect([1, 14, 1.5].map((days) => quantityText(days, "d"))).toEqual(["1 day", "14 days", "36 hours"]);
  expect(quantityText(1, "vessels")).toBe("1 vessel");
  expect(quantityText(1, "TEU")).toBe("1 TEU");
  expect(quantityText(0.123, "share")).toBe("12.3 %");
  expect(quantityText(1_234_000, "USD")).toBe("1.23 million USD");
  expect(quantityText(369, "vessels")).toBe("369 vessels");
  expect([1, 75].map((rate) => quantityText(rate, "vessels/d"))).toEqual([
    "1 vessel a day",
    "75 vessels a day",
  ]);
  expect(quantityText(2_500_000, "TEU/d")).toBe("2.5 million TEU a day");
});

test("a value, its interval and all variants of a row have one unit and as many decimals", () => {
  const days = quantityScale("d", [5.7, 5.65, 5.75], [0.05]);
  expect([5.7, 5.65].map((value) => scaledText(value, days))).toEqual(["5.70 days", "5.65 days"]);
  expect(scaledText(342.4, quantityScale("vessels", [342.4, 338, 346], [4]))).toBe("342 vessels");
  expect(scaledText(0.844, quantityScale("d", [0.844, 1.81], [0.02]))).toBe("20.3 hours");
});

test("a difference keeps its sign, and one that rounds to nothing has none", () => {
  expect([4.84, -0.00021, 0.0004, -1234.5].map((value) => signedText(value, 2))).toEqual([
    "+4.84",
    "0.00",
    "0.00",
    "-1,234.50",
  ]);
});

test("equal values have one canonical text whatever the order of their keys", () => {
  expect(canonicalText({ b: [1, { d: undefined, c: null }], a: "x" })).toBe('{"a":"x","b":[1,{"c":null}]}');
  expect(canonicalText({ a: 1, b: 2 })).toBe(canonicalText({ b: 2, a: 1 }));
});

test("rows are written as CSV that keeps every bit and quotes what needs it", () => {
  const row: TidyRow = {
    scenario: "fake",
    variant: 'so "fast", really',
    replication: 3,
    seed: "7",
    time: Date.UTC(2021, 2, 29, 16),
    of: "all",
    measure: "queue",
    value: 0.1 + 0.2,
    unit: "vessels",
    until: Date.UTC(2021, 2, 30),
    by: "completion",
    status: "value",
    twin: false,
  };
  const empty = { time: null, value: null, until: null, by: null } as const;
  expect(rowsText([row, { ...row, ...empty, variant: "b", status: "none", twin: true }])).toBe(
    "scenario,variant,replication,seed,time,of,measure,value,unit,until,by,status,twin\n" +
      'fake,"so ""fast"", really",3,7,2021-03-29T16:00Z,all,queue,0.30000000000000004,vessels,' +
      "2021-03-30T00:00Z,completion,value,false\n" +
      "fake,b,3,7,,all,queue,,vessels,,,none,true\n",
  );
});

test("one of a unit is said in the singular, of two words too", () => {
  expect(withUnit("1", "days")).toBe("1 day");
  expect(withUnit("-1", "percentage points")).toBe("-1 percentage point");
  expect(withUnit("1.0", "days")).toBe("1.0 days");
  expect(withUnit("1", "million USD")).toBe("1 million USD");
});
