import { expect, test } from "vitest";
import { mapLegend } from "#shells/report/map-legend";

test("the legend names round numbers of sailings, one of them in the singular", () => {
  const legend = mapLegend(12, 14, false).toString();
  expect([...legend.matchAll(/[\d.]+ sailings? a day/g)].map(([words]) => words)).toEqual([
    "10 sailings a day",
    "2 sailings a day",
    "1 sailing a day",
  ]);
});
