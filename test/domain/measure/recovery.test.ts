import { describe, expect, it } from "vitest";
import type { Reading, Rows } from "#domain/measure/measure-kind";
import type { Happening } from "#engine/record/timeline";
import { censored, none, range, read, rowsOf, unaffected, value } from "./rows.ts";
import type { Written } from "./rows.ts";

type Line = readonly [Happening["what"], string, number];

const storm: readonly Line[] = [
  ["disruption-start", "storm", 20],
  ["disruption-end", "storm", 30],
];
const day = 86_400_000;

/** Transits at half past each day but those of `gone`, plus `more`. */
const run = (gone: readonly number[], more: readonly number[] = [], rest: Written = {}) =>
  rowsOf({
    timeline: storm,
    ...rest,
    counts: {
      "canal.transit": [...range(0, 100).filter((at) => !gone.includes(at)), ...more].map((at) => at + 0.5),
    },
  });
const twin = run([], [], { timeline: [] });
const ms = 1 / day;

describe("recovery", () => {
  it("runs from the onset to the first t from which the forward window holds", () => {
    const evidence = { run: run(range(20, 30)), twin };
    // The window that starts at 20 lacks days 20 to 24 at once; the first without 29.5 starts 1 ms after
    // 29.5.
    expect(read("time-to-survive", "performance", evidence)).toEqual(value(0));
    expect(read("time-to-recover", "performance", evidence)).toEqual(value(9.5 + ms));
    expect(read("relapses", "performance", evidence)).toEqual(value(0));
  });

  it("has a window without the event at exactly its end", () => {
    // Only 25.5 is missing: it is in the windows that start after 20.5 and no later than 25.5.
    const evidence = { run: run([25]), twin };
    expect(read("time-to-survive", "performance", evidence)).toEqual(value(0.5 + ms));
    expect(read("time-to-recover", "performance", evidence)).toEqual(value(5.5 + ms));
  });

  it("counts who never failed apart, never as 0", () => {
    for (const measure of ["time-to-survive", "time-to-recover", "relapses", "rate-normal-time"]) {
      expect(read(measure, "performance", { run: run([]), twin }), measure).toEqual(unaffected);
      expect(read(measure, "performance", { run: twin }), measure).toEqual(unaffected);
      expect(read(measure, "performance", { run: rowsOf({}) }), measure).toEqual(unaffected);
    }
  });

  it("is censored at the end less hold and window when it did not come", () => {
    const evidence = { run: run(range(20, 100)), twin };
    expect(read("time-to-recover", "performance", evidence)).toEqual(censored(70)); // 100 - 5 - 5 - 20
    expect(read("time-to-survive", "performance", evidence)).toEqual(value(0));
    expect(read("relapses", "performance", evidence)).toEqual(none);
  });

  it("is censored when a hold could not be seen to its end, and not when it just could", () => {
    // Recovered from 89.5 + 1 ms on: 89.5 + 5 + 5 is within the run. From 90.5 on: no longer.
    expect(read("time-to-recover", "performance", { run: run(range(20, 90)), twin })).toEqual(
      value(69.5 + ms),
    );
    expect(read("time-to-recover", "performance", { run: run(range(20, 91)), twin })).toEqual(censored(70));
  });

  it("does not end in a hold that breaks too soon, and counts relapses after one that lasted", () => {
    // Gone: 20 to 29 and 38. Good windows from 29.5 to 33.5, 4 days: too short.
    expect(read("time-to-recover", "performance", { run: run([...range(20, 30), 38]), twin })).toEqual(
      value(18.5 + ms),
    );
    // With 45 too: from 38.5 to 40.5 too short again; with 60 and 70: two relapses.
    const relapsing = { run: run([...range(20, 30), 45, 60, 61, 70]), twin };
    expect(read("time-to-recover", "performance", relapsing)).toEqual(value(9.5 + ms));
    expect(read("relapses", "performance", relapsing)).toEqual(value(3));
  });

  it("holds for exactly its length, and not for 1 ms less", () => {
    // Good from 29.5 + 1 ms; 39.5 is in windows from 34.5 + 1 ms on: a hold of exactly 5 days.
    expect(read("time-to-recover", "performance", { run: run([...range(20, 30), 39]), twin })).toEqual(
      value(9.5 + ms),
    );
    const facts = {
      performance: {
        of: ["canal.transit"],
        window: 5 * day,
        recoveredAt: 0.9,
        heldFor: 5 * day + 1,
        unit: "vessels",
      },
    };
    const longer = { run: run([...range(20, 30), 39], [], { facts }), twin };
    expect(read("time-to-recover", "performance", longer)).toEqual(value(19.5 + ms));
  });

  it("lets windows in which the twin has nothing neither break nor start a hold", () => {
    const quiet = rowsOf({
      counts: { "canal.transit": [...range(0, 31), ...range(50, 100)].map((at) => at + 0.5) },
    });
    const lost = rowsOf({
      counts: { "canal.transit": [...range(0, 20), ...range(50, 100)].map((at) => at + 0.5) },
      timeline: storm,
    });
    // Bad until the window that starts at 30.5; none from there to 45.5: the hold starts 1 ms after 45.5.
    expect(read("time-to-recover", "performance", { run: lost, twin: quiet })).toEqual(value(25.5 + ms));
    const brief = rowsOf({
      counts: {
        "canal.transit": [...range(0, 20), ...range(29, 31), ...range(50, 100)].map((at) => at + 0.5),
      },
      timeline: storm,
    });
    // Good from 28.5 + 1 ms to 30.5, then nothing, then good: one hold.
    expect(read("time-to-recover", "performance", { run: brief, twin: quiet })).toEqual(value(8.5 + ms));
  });

  it("compares with the run's own twin, not the baseline's", () => {
    const half = (gone: readonly number[]) =>
      rowsOf({
        counts: { "canal.transit": range(0, 100).filter((at) => at % 2 === 0 && !gone.includes(at)) },
        timeline: storm,
      });
    const evidence = { run: half(range(20, 30)), twin: half([]), baselineTwin: twin };
    // The first window without day 28 starts 1 ms after it.
    expect(read("time-to-recover", "performance", evidence)).toEqual(value(8 + ms));
  });

  it("is read for the first episode that fails, from that episode's onset", () => {
    const timeline: readonly Line[] = [
      ["disruption-start", "fog", 20],
      ["disruption-end", "fog", 21],
      ["disruption-start", "storm", 60],
      ["disruption-end", "storm", 70],
    ];
    const evidence = { run: run(range(60, 70), [], { timeline }), twin };
    expect(read("time-to-survive", "performance", evidence)).toEqual(value(0));
    expect(read("time-to-recover", "performance", evidence)).toEqual(value(9.5 + ms));
    expect(read("rate-normal-time", "performance", evidence)).toEqual(value(0));
  });

  it("says nothing of an onset after which no whole window is left", () => {
    const late: readonly Line[] = [["disruption-start", "storm", 96]];
    expect(
      read("time-to-recover", "performance", { run: run(range(96, 100), [], { timeline: late }), twin }),
    ).toEqual(none);
  });
});

describe("the rate", () => {
  it("is normal again when the surge after reopening is over", () => {
    // Closed 20 to 29, then two a day on 30 to 39, then as ever.
    const evidence = { run: run(range(20, 30), range(30, 40)), twin };
    expect(read("time-to-recover", "performance", evidence).status).toBe("value");
    // The last window with 39.5 starts at 39.5, 9.5 days after the end.
    expect(read("rate-normal-time", "performance", evidence)).toEqual(value(9.5 + ms));
  });

  it("is normal at once when nothing surges, and censored when it never is", () => {
    expect(read("rate-normal-time", "performance", { run: run(range(20, 30)), twin })).toEqual(value(0));
    const forever = { run: run(range(20, 30), range(30, 100)), twin };
    expect(read("rate-normal-time", "performance", forever)).toEqual(censored(60)); // 100 - 5 - 5 - 30
    const endless: readonly Line[] = [["disruption-start", "storm", 20]];
    const never = { run: run(range(20, 100), [], { timeline: endless }), twin };
    expect(read("rate-normal-time", "performance", never)).toEqual(censored(0));
  });
});

describe("capacity", () => {
  it("is restored when the last disruption of the station has ended", () => {
    const timeline = [
      ["disruption-start", "fog", 15, "other.transit"],
      ["disruption-end", "fog", 16, "other.transit"],
      ["disruption-start", "storm", 20, "canal.transit"],
      ["disruption-start", "strike", 22, "canal.transit"],
      ["disruption-end", "storm", 25, "canal.transit"],
      ["disruption-end", "strike", 31, "canal.transit"],
    ] as const;
    const rows = rowsOf({ timeline });
    expect(read("capacity-restored-time", "canal.transit", { run: rows })).toEqual(value(11));
    expect(read("capacity-restored-time", "performance", { run: rows })).toEqual(value(11));
    expect(read("capacity-restored-time", "all", { run: rows })).toEqual(value(1));
    expect(read("capacity-restored-time", "harbour.berth", { run: rows })).toEqual(unaffected);
    const endless = rowsOf({ timeline: timeline.slice(0, 5) });
    expect(read("capacity-restored-time", "canal.transit", { run: endless })).toEqual(censored(80));
  });

  it("is restored when the recovery after it is over, and what began meanwhile too", () => {
    const ends = (recoveredAt: number, ...more: Happening[]): Rows => {
      const rows = rowsOf({ timeline: [["disruption-start", "silt", 20, "canal.transit"]] });
      const of = ["canal.transit"];
      rows.recorder.timeline.add({ time: 30 * day, what: "disruption-end", id: "silt", of, recoveredAt });
      for (const row of more) rows.recorder.timeline.add(row);
      return rows;
    };
    const restored = (run: Rows): Reading => read("capacity-restored-time", "canal.transit", { run });
    expect(restored(ends(45 * day))).toEqual(value(25));
    expect(restored(ends(101 * day))).toEqual(censored(80));
    const fog = (what: Happening["what"], time: number): Happening => {
      return { time: time * day, what, id: "fog", of: ["canal.transit"] };
    };
    expect(restored(ends(45 * day, fog("disruption-start", 40), fog("disruption-end", 50)))).toEqual(
      value(30),
    );
    expect(restored(ends(45 * day, fog("disruption-start", 46), fog("disruption-end", 50)))).toEqual(
      value(25),
    );
    expect(restored(ends(45 * day, fog("disruption-start", 44)))).toEqual(censored(80));
  });
});
