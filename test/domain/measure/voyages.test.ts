import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairsOf } from "#domain/measure/voyage-pairs";
import { outcome } from "#engine/record/journeys";
import type { Happening } from "#engine/record/timeline";
import type { WrittenVoyage } from "./rows.ts";
import { day, none, range, read, rowsOf, usualFacts, value } from "./rows.ts";

type Line = readonly [Happening["what"], string, number];

const storm: readonly Line[] = [
  ["disruption-start", "storm", 20],
  ["disruption-end", "storm", 30],
];

describe("pairs of voyages", () => {
  it("have one flow, by its id, and one ordinal", () => {
    const voyages: readonly WrittenVoyage[] = [
      { flow: 0, ordinal: 3, start: 1 },
      { flow: 1, ordinal: 3, start: 2 },
    ];
    const flows = [...usualFacts.flows].reverse();
    const pairs = pairsOf(rowsOf({ voyages }), rowsOf({ voyages, facts: { flows } }));
    expect([...pairs]).toEqual([1, 0]);
  });

  it("are never those of another flow, however full the table", () => {
    const voyages = (flow: number) => range(0, 1000).map((ordinal) => ({ flow, ordinal, start: 0 }));
    const pairs = pairsOf(rowsOf({ voyages: voyages(1) }), rowsOf({ voyages: voyages(0) }));
    expect(new Set(pairs)).toEqual(new Set([-1]));
  });

  it("are those of a search through all", () => {
    const ids = fc.uniqueArray(fc.tuple(fc.nat(1), fc.nat(60)), {
      selector: ([flow, ordinal]) => flow * 1000 + ordinal,
    });
    fc.assert(
      fc.property(ids, ids, fc.nat(1e9), (ours, theirs, shift) => {
        const rows = (list: readonly (readonly [number, number])[]) =>
          rowsOf({ voyages: list.map(([flow, ordinal]) => ({ flow, ordinal: ordinal + shift, start: 0 })) });
        const sought = ours.map(([flow, ordinal]) =>
          theirs.findIndex((other) => other[0] === flow && other[1] === ordinal),
        );
        expect([...pairsOf(rows(ours), rows(theirs))]).toEqual(sought);
      }),
      { seed: 29 },
    );
  });
});

/** Voyages of the twin: of boxes from 11 on, one a day, each 10 days long; one of oil. */
const planned: readonly WrittenVoyage[] = [
  ...range(0, 20).map((ordinal) => ({ ordinal, start: 2 + ordinal, end: 12 + ordinal, metres: 1000_000 })),
  { flow: 1, ordinal: 0, start: 15, end: 40, metres: 500_000 },
];
const twin = rowsOf({ voyages: planned });

/** The same, with some of them another way. */
function changed(
  changes: ReadonlyMap<number, Partial<WrittenVoyage>>,
  facts = {},
  timeline: readonly Line[] = storm,
) {
  const voyages = planned.map((voyage, row) => ({ ...voyage, ...changes.get(row) }));
  return rowsOf({ voyages, timeline, facts });
}

describe("delay", () => {
  it("of a flow is the mean over pairs that the twin had not brought by the first onset", () => {
    // Ordinals 9 to 19 arrive in the twin from 21 on: 11 pairs, two of them late by 4 and 7 days.
    const run = changed(
      new Map([
        [9, { end: 25 }],
        [10, { end: 29 }],
      ]),
    );
    expect(read("delay", "boxes", { run, twin })).toEqual(value(11 / 11));
    expect(read("delay", "oil", { run, twin })).toEqual(value(0));
    expect(read("delay", "all", { run, twin })).toEqual(value(11 / 12));
  });

  it("is signed, and without the voyages that either lacks or did not bring", () => {
    const run = changed(
      new Map([
        [19, { end: 27 }],
        [18, { how: outcome.lost }],
        [17, { end: undefined }],
        [16, { ordinal: 99 }],
      ]),
    );
    expect(read("delay", "boxes", { run, twin })).toEqual(value(-4 / 8));
  });

  it("is none where nothing pairs", () => {
    expect(read("delay", "all", { run: rowsOf({ timeline: storm }), twin })).toEqual(none);
  });

  it("is measured against the baseline's twin, and in a window by start or end", () => {
    const run = changed(
      new Map([
        [9, { end: 25 }],
        [10, { end: 29 }],
      ]),
    );
    expect(read("delay", "boxes", { run, twin: run, baselineTwin: twin })).toEqual(value(1));
    expect(read("delay", "boxes", { run, twin }, { from: 12, until: 13 })).toEqual(value(7));
    expect(read("delay", "boxes", { run, twin }, { from: 25, until: 26, by: "completion" })).toEqual(
      value(2),
    );
  });
});

describe("shares of voyages", () => {
  it("count those that skip a passage, of those that began after the warm-up and were not cancelled", () => {
    const run = changed(
      new Map([
        [3, { diverted: true }],
        [8, { diverted: true }],
        [12, { diverted: true, end: undefined }],
        [13, { how: outcome.cancelled, diverted: true }],
      ]),
    );
    expect(read("diverted-share", "boxes", { run })).toEqual(value(2 / 11));
    expect(read("diverted-share", "all", { run })).toEqual(value(2 / 12));
    expect(read("diverted-share", "rice", { run })).toEqual(none);
    expect(read("diverted-share", "all", { run: rowsOf({}) })).toEqual(none);
  });

  it("count those turned away of a flow", () => {
    const run = changed(
      new Map([
        [8, { how: outcome["turned-away"] }],
        [2, { how: outcome["turned-away"] }],
      ]),
    );
    expect(read("turned-away-share", "boxes", { run })).toEqual(value(1 / 12));
    expect(read("turned-away-share", "all", { run }, { from: 15, until: 16 })).toEqual(value(0));
  });

  it("count as on time who arrived by then, of those due by the end of the run", () => {
    const run = changed(
      new Map([
        [8, { due: 20 }],
        [9, { due: 20.9 }],
        [10, { due: 30, how: outcome.lost }],
        [11, { due: 99, end: undefined }],
        [12, { due: 101 }],
        [13, { due: 101, end: undefined }],
        [14, { due: 100 }],
      ]),
    );
    expect(read("on-time-share", "boxes", { run })).toEqual(value(2 / 5));
    expect(read("on-time-share", "oil", { run })).toEqual(none);
  });
});

describe("detour and cost", () => {
  it("give the kilometres sailed more, on average", () => {
    const run = changed(
      new Map([
        [9, { metres: 1_120_000 }],
        [10, { metres: 990_000 }],
      ]),
    );
    expect(read("detour", "boxes", { run, twin })).toEqual(value(110 / 11));
  });

  it("charge vessels' days against the twin; who is under way at the end, up to there", () => {
    // 4 days late and one on its way since: it ended on 22 in the twin, so 78 days.
    const run = changed(
      new Map([
        [9, { end: 25 }],
        [10, { end: undefined }],
        [20, { end: 42 }],
      ]),
    );
    expect(read("cost", "boxes", { run, twin })).toEqual(value((4 + 78) * 1000));
    expect(read("cost", "oil", { run, twin })).toEqual(value(2 * 10));
    expect(read("cost", "all", { run, twin })).toEqual(value(82_020));
  });

  it(
    "add what policies and the variant cost, daily while they act or all the time, after the " + "warm-up",
    () => {
      const costs = [
        { id: "variant", once: 5000, perDay: 0, acting: false },
        { id: "watch", once: 0, perDay: 10, acting: false },
        { id: "surge", once: 1, perDay: 100, acting: true },
        { id: "idle", once: 7, perDay: 100, acting: true },
      ];
      const timeline: readonly Line[] = [
        ["policy-start", "surge", 5],
        ["policy-end", "surge", 12],
        ...storm,
        ["policy-start", "surge", 30],
        ["policy-start", "surge", 31],
        ["policy-end", "surge", 32],
        ["policy-end", "surge", 35],
        ["policy-start", "surge", 98],
      ];
      const run = changed(new Map(), { costs }, timeline);
      expect(read("cost", "all", { run, twin })).toEqual(value(5000 + 10 * 90 + 1 + 100 * (2 + 5 + 2) + 7));
      expect(read("cost", "boxes", { run, twin })).toEqual(value(0));
      expect(read("cost", "surge", { run, twin })).toEqual(none);
      expect(usualFacts.end).toBe(100 * day);
    },
  );
});
