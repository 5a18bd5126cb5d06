import { expect, test } from "vitest";
import { canonicalText } from "#study/experiment/canonical";
import { estimateText, quantityText, threeDigits } from "#study/experiment/quantity-text";
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
  expect(quantityText(0.123, "share")).toBe("12.3 %");
  expect(quantityText(1_234_000, "USD")).toBe("1.23 million USD");
  expect(quantityText(369, "vessels")).toBe("369 vessels");
  expect(estimateText(9.3, 8.9, 9.84, "d")).toBe("9.3 days (95 % interval 8.9 to 9.84)");
  expect(estimateText(9.3, null, 9.84, "d")).toBe("9.3 days");
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
