import { describe, expect, it } from "vitest";
import { tallyOf } from "#domain/measure/tally";
import type { Happening } from "#engine/record/timeline";
import { day, none, range, read, rowsOf, value } from "./rows.ts";

type Line = readonly [Happening["what"], string, number];

const storm: readonly Line[] = [
  ["disruption-start", "storm", 20],
  ["disruption-end", "storm", 30],
];
const daily = rowsOf({ counts: { "canal.transit": range(1, 101) } });

/** Closed on days 20 to 29; from 30 to 34 two a day: 5 of the 10 caught up. */
const surge = [...range(1, 21), ...range(30, 35).flatMap((at) => [at, at]), ...range(35, 101)];
const closed = rowsOf({ counts: { "canal.transit": surge }, timeline: storm });

describe("loss", () => {
  it("is what was missing at the worst moment; the event at the onset itself was before it", () => {
    // Days 21 to 29 lack one each; day 30 brings two where the twin has one.
    expect(read("throughput-loss", "performance", { run: closed, twin: daily })).toEqual(value(9));
  });

  it("as a share is of what the twin counted from the onset to the end", () => {
    expect(read("throughput-loss-share", "performance", { run: closed, twin: daily })).toEqual(value(9 / 80));
    expect(read("throughput-loss-share", "performance", { run: rowsOf({}), twin: rowsOf({}) })).toEqual(none);
  });

  it("leaves at the end what never came, and the rest was caught up", () => {
    expect(read("net-loss", "performance", { run: closed, twin: daily })).toEqual(value(4));
    expect(read("caught-up-share", "performance", { run: closed, twin: daily })).toEqual(value(1 - 4 / 9));
  });

  it("as delay of what is counted is the integral of D, in unit-days", () => {
    // D: 1 to 9 on days 21 to 29, then 8, 7, 6, 5, 4 on days 30 to 34, then 4 for 66 days less the day of 34.
    expect(read("delay", "performance", { run: closed, twin: daily })).toEqual(
      value(45 + 8 + 7 + 6 + 5 + 4 + 65 * 4),
    );
    expect(read("delay", "canal.transit", { run: closed, twin: daily })).toEqual(value(335));
  });

  it("is 0 where nothing is missing, with nothing to catch up", () => {
    expect(read("throughput-loss", "performance", { run: daily })).toEqual(value(0));
    expect(read("net-loss", "performance", { run: daily })).toEqual(value(0));
    expect(read("caught-up-share", "performance", { run: daily })).toEqual(none);
    expect(read("throughput-loss", "performance", { run: rowsOf({}) })).toEqual(value(0));
  });

  it("below 0 at the end means that more came than without the disruption", () => {
    const more = rowsOf({ counts: { "canal.transit": [...range(1, 101), 90, 91] }, timeline: storm });
    expect(read("net-loss", "performance", { run: more, twin: daily })).toEqual(value(-2));
    expect(read("throughput-loss", "performance", { run: more, twin: daily })).toEqual(value(0));
  });

  it("is measured against the baseline's twin, not the variant's own", () => {
    // A variant that halves normal trade loses nothing against its own twin.
    const half = rowsOf({
      counts: { "canal.transit": range(1, 101).filter((at) => at % 2 === 0) },
      timeline: storm,
    });
    const evidence = { run: half, twin: half, baselineTwin: daily };
    expect(read("throughput-loss", "performance", evidence)).toEqual(value(40));
    expect(read("net-loss", "performance", evidence)).toEqual(value(40));
  });

  it("of a variant of a baseline without disruption is counted over all time after the warm-up", () => {
    const half = rowsOf({ counts: { "canal.transit": range(1, 101).filter((at) => at % 2 === 0) } });
    expect(read("throughput-loss", "performance", { run: half, twin: daily })).toEqual(value(45));
  });

  it("reads D after all events of an instant, also when the twin's come first", () => {
    // At 25 three leave in the run and in the twin; inside the instant D would be 3.
    const bunch = [...range(1, 20), 25, 25, 25];
    const run = rowsOf({ counts: { "canal.transit": bunch }, timeline: storm });
    const twin = rowsOf({ counts: { "canal.transit": bunch } });
    expect(read("throughput-loss", "performance", { run, twin })).toEqual(value(0));
  });

  it(
    "reads D after all events of an instant, also when one count comes at once and the other in " + "parts",
    () => {
      const run = rowsOf({ counts: { "canal.transit": [...range(1, 20), 25, 25, 25] }, timeline: storm });
      const twin = rowsOf({ counts: { "canal.transit": range(1, 20) } });
      twin.recorder.counts.add(twin.recorder.counts.series("canal.transit"), 25 * day, 3);
      expect(read("throughput-loss", "performance", { run, twin })).toEqual(value(0));
      expect(Array.from(tallyOf(run, ["canal.transit"]).times).at(-1)).toBe(25 * day);
      expect(tallyOf(run, ["canal.transit"]).times).toHaveLength(20);
    },
  );

  it("adds the worst moments of several episodes; D starts at 0 at each onset", () => {
    // Missing: 21 to 25 (never caught up), then 60 to 62.
    const two: readonly Line[] = [
      ["disruption-start", "storm", 20],
      ["disruption-end", "storm", 25],
      ["disruption-start", "strike", 59],
      ["disruption-end", "strike", 62],
    ];
    const gone = new Set([21, 22, 23, 24, 25, 60, 61, 62]);
    const counts = { "canal.transit": range(1, 101).filter((at) => !gone.has(at)) };
    const run = rowsOf({ counts, timeline: two });
    expect(read("throughput-loss", "performance", { run, twin: daily })).toEqual(value(5 + 3));
    expect(read("net-loss", "performance", { run, twin: daily })).toEqual(value(8));
  });

  it("takes overlapping disruptions as one episode", () => {
    // 5 missing, all caught up at 40, before the second ends; one more missing at 45: the largest D is 5, not
    // 5 + 1.
    const overlap: readonly Line[] = [
      ["disruption-start", "storm", 20],
      ["disruption-start", "strike", 24],
      ["disruption-end", "storm", 26],
      ["disruption-end", "strike", 50],
    ];
    const times = [
      ...range(1, 21),
      ...range(26, 41),
      40,
      40,
      40,
      40,
      40,
      ...range(41, 45),
      ...range(46, 101),
    ];
    const run = rowsOf({ counts: { "canal.transit": times }, timeline: overlap });
    expect(read("throughput-loss", "performance", { run, twin: daily })).toEqual(value(5));
  });

  it("does not begin with an onset inside the warm-up, nor with a background disruption", () => {
    const early: readonly Line[] = [
      ["disruption-start", "storm", 5],
      ["disruption-end", "storm", 12],
    ];
    const gone = rowsOf({
      counts: { "canal.transit": range(1, 101).filter((at) => at < 5 || at > 12) },
      timeline: early,
    });
    // No onset counts, so the time after the warm-up does: 11 and 12 are missing there.
    expect(read("throughput-loss", "performance", { run: gone, twin: daily })).toEqual(value(2));
    const chronic = rowsOf({
      counts: { "canal.transit": surge },
      timeline: storm,
      facts: { background: new Set(["storm"]) },
    });
    expect(read("time-to-recover", "performance", { run: chronic, twin: daily })).toEqual({
      status: "unaffected",
    });
  });

  it("sums the counts of several ids, and of all flows", () => {
    const facts = {
      performance: { of: ["boxes", "ore"], window: 1, recoveredAt: 0.9, heldFor: 1, unit: "t" },
    };
    const run = rowsOf({ counts: { boxes: [21], ore: [] }, timeline: storm, facts });
    const twin = rowsOf({ counts: { boxes: [21, 23], ore: [23, 24], oil: [50] }, facts });
    expect(read("throughput-loss", "performance", { run, twin })).toEqual(value(3));
    expect(read("throughput-loss", "ore", { run, twin })).toEqual(value(2));
    expect(read("throughput-loss", "all", { run, twin })).toEqual(value(2));
  });
});
