import { describe, expect, it } from "vitest";
import { outcome } from "#engine/record/journeys";
import type { WrittenVoyage } from "./rows.ts";
import { none, range, read, rowsOf, value } from "./rows.ts";

/**
 * Boxes from day 8 on, one a day, each 10 days long; those with an even ordinal skip a passage. Oil
 * too.
 */
const voyages: readonly WrittenVoyage[] = [
  ...range(0, 10).map((ordinal) => ({
    ordinal,
    start: 8 + ordinal,
    end: 18 + ordinal,
    diverted: ordinal % 2 === 0,
  })),
  { flow: 1, ordinal: 0, start: 15, end: 90, diverted: true },
  { flow: 1, ordinal: 1, start: 16, end: 16, diverted: true, how: outcome.cancelled },
  { flow: 1, ordinal: 2, start: 17, diverted: true },
];
const run = rowsOf({ voyages });

describe("the number of voyages diverted", () => {
  it("counts those of a flow, or of all, that began after the warm-up and skip a passage", () => {
    expect(read("diverted", "boxes", { run })).toEqual(value(4));
    expect(read("diverted", "all", { run })).toEqual(value(6));
  });

  it("counts those that began, or ended, in a window, and no voyage cancelled", () => {
    expect(read("diverted", "all", { run }, { from: 14, until: 17 })).toEqual(value(3));
    expect(read("diverted", "all", { run }, { from: 14, until: 21, by: "completion" })).toEqual(value(2));
    expect(read("diverted", "all", { run }, { by: "completion" })).toEqual(value(6));
  });

  it("is 0 where nobody sailed another way, and none of what is no flow", () => {
    expect(read("diverted", "all", { run: rowsOf({}) })).toEqual(value(0));
    expect(read("diverted", "canal.transit", { run })).toEqual(none);
  });
});
