import { describe, expect, it } from "vitest";
import type { Happening } from "#engine/record/timeline";
import type { Stage } from "#engine/record/journeys";
import { stage } from "#engine/record/journeys";
import type { WrittenVoyage } from "./rows.ts";
import { censored, none, read, rowsOf, unaffected, value } from "./rows.ts";

type Line = readonly [Happening["what"], string, number];

const storm: readonly Line[] = [
  ["disruption-start", "storm", 20],
  ["disruption-end", "storm", 30],
];
const berth = "harbour.berth";
const gate = "harbour.gate";

describe("levels", () => {
  // 4 wait from 5 to 20, then 8 to 25, 1 to 40, none after.
  const run = rowsOf({
    levels: {
      "queue/harbour.berth": [
        [5, 4],
        [20, 8],
        [25, 1],
        [40, 0],
      ],
      "queue/harbour.gate": [
        [25, 2],
        [26, 0],
      ],
      "busy/harbour.berth": [
        [0, 1],
        [55, 2],
      ],
    },
  });

  it("give the mean and the peak of a queue after the warm-up, what stood at its end included", () => {
    expect(read("mean-queue", berth, { run })).toEqual(value((10 * 4 + 5 * 8 + 15) / 90));
    expect(read("peak-queue", berth, { run })).toEqual(value(8));
    expect(read("peak-queue", berth, { run }, { from: 25, until: 60 })).toEqual(value(1));
    expect(read("peak-queue", berth, { run }, { from: 0, until: 15 })).toEqual(value(4));
    expect(read("mean-queue", berth, { run }, { from: 24, until: 26 })).toEqual(value(4.5));
  });

  it("give the queue at an instant after all that happens in it, and none outside the run", () => {
    expect([19.99, 20, 24.99, 25, 100].map((at) => read("queue", berth, { run }, { at }))).toEqual(
      [4, 8, 8, 1, 0].map(value),
    );
    expect(read("queue", berth, { run }, { at: 101 })).toEqual(none);
    expect(read("queue", berth, { run })).toEqual(none);
  });

  it("add up over stations: the peak is that of the sum", () => {
    expect(read("peak-queue", "all", { run })).toEqual(value(8));
    expect(read("queue", "all", { run }, { at: 25 })).toEqual(value(3));
    expect(read("mean-queue", "all", { run }, { from: 24, until: 26 })).toEqual(value(5.5));
  });

  it("give the share of server time that is occupied", () => {
    expect(read("utilisation", berth, { run })).toEqual(value(135 / 180));
    expect(read("utilisation", "all", { run })).toEqual(value(135 / 270));
    expect(read("utilisation", "canal.transit", { run })).toEqual(none);
  });

  it("say none for what was not recorded and for an empty window", () => {
    for (const measure of ["peak-queue", "mean-queue", "utilisation", "backlog-clear-time"]) {
      expect(read(measure, gate, { run: rowsOf({}) }), measure).toEqual(none);
    }
    expect(read("mean-queue", berth, { run }, { from: 30, until: 30 })).toEqual(none);
    expect(read("peak-queue", berth, { run }, { from: 150, until: 200 })).toEqual(none);
  });
});

describe("a backlog", () => {
  const waiting = (changes: readonly (readonly [number, number])[], timeline: readonly Line[] = storm) =>
    rowsOf({ levels: { "queue/harbour.berth": changes }, timeline });
  // The twin: 3 wait during 4.5 of 90 days (exactly 5 %), so that it is at or below 2 for 95 % of the time.
  const twin = waiting(
    [
      [0, 2],
      [50, 3],
      [54.5, 2],
    ],
    [],
  );

  it(
    "is cleared from the first instant from which the queue stays a day at the twin's 95th " + "percentile",
    () => {
      // At 34 down to 2, but up again within a day; at 36 for good.
      const run = waiting([
        [20, 30],
        [34, 2],
        [34.5, 3],
        [36, 2],
      ]);
      expect(read("backlog-clear-time", berth, { run, twin })).toEqual(value(6));
    },
  );

  it("may be cleared by a stay of exactly a day", () => {
    const run = waiting([
      [20, 30],
      [34, 2],
      [35, 3],
    ]);
    expect(read("backlog-clear-time", berth, { run, twin })).toEqual(value(4));
  });

  it("takes the percentile over time of the twin's whole time after the warm-up", () => {
    // With 3 waiting for a little more than 5 % of the time the percentile is 3.
    const longer = waiting(
      [
        [0, 2],
        [50, 3],
        [54.6, 2],
      ],
      [],
    );
    const run = waiting([
      [20, 30],
      [34, 3],
    ]);
    expect(read("backlog-clear-time", berth, { run, twin: longer })).toEqual(value(4));
    expect(read("backlog-clear-time", berth, { run, twin })).toEqual(censored(69));
  });

  it("that was none at the end of the disruption is unaffected, and one without an end is censored", () => {
    expect(
      read("backlog-clear-time", berth, {
        run: waiting([
          [20, 30],
          [30, 2],
        ]),
        twin,
      }),
    ).toEqual(unaffected);
    expect(read("backlog-clear-time", berth, { run: waiting([[20, 30]], []), twin })).toEqual(unaffected);
    const endless = waiting([[20, 30]], [["disruption-start", "storm", 20]]);
    expect(read("backlog-clear-time", berth, { run: endless, twin })).toEqual(censored(0));
  });

  it("cleared too late to see it stay is censored", () => {
    const run = (clear: number) => ({
      run: waiting([
        [20, 30],
        [clear, 0],
      ]),
      twin,
    });
    expect(read("backlog-clear-time", berth, run(99))).toEqual(value(69));
    expect(read("backlog-clear-time", berth, run(99.5))).toEqual(censored(69));
  });

  it("counts from the last end of overlapping disruptions", () => {
    const overlap: readonly Line[] = [
      ["disruption-start", "storm", 20],
      ["disruption-start", "strike", 25],
      ["disruption-end", "storm", 30],
      ["disruption-end", "strike", 33],
    ];
    const run = waiting(
      [
        [20, 30],
        [36, 2],
      ],
      overlap,
    );
    expect(read("backlog-clear-time", berth, { run, twin })).toEqual(value(3));
  });
});

describe("visits", () => {
  const { wait, service } = stage;
  const run = rowsOf({
    voyages: [
      {
        ordinal: 0,
        start: 5,
        stages: [
          [wait, berth, 8, 18],
          [service, berth, 18, 19],
        ],
      },
      // came in the warm-up
      {
        ordinal: 1,
        start: 6,
        stages: [
          [wait, berth, 12, 12],
          [service, berth, 12, 15],
        ],
      },
      {
        ordinal: 2,
        start: 7,
        stages: [
          [wait, berth, 14, 20],
          [service, berth, 20, 22],
        ],
      },
      {
        ordinal: 3,
        start: 8,
        stages: [
          [wait, berth, 21, 24],
          [wait, gate, 40, 41],
          [service, gate, 41, 43],
        ],
      }, // gave up
      {
        ordinal: 4,
        start: 9,
        stages: [
          [wait, berth, 90, 95],
          [service, berth, 95, NaN],
        ],
      },
      { ordinal: 5, start: 9, stages: [[wait, berth, 91, NaN]] },
    ],
  });

  it("wait on average from arrival to admission, waits of 0 included, who still waits left out", () => {
    expect(read("mean-wait", berth, { run })).toEqual(value((0 + 6 + 3 + 5) / 4));
    expect(read("mean-wait", "all", { run })).toEqual(value((0 + 6 + 3 + 5 + 1) / 5));
    expect(read("mean-wait", "harbour.yard", { run })).toEqual(none);
  });

  it("fall into a window by arrival or by completion; its end does not belong to it", () => {
    expect(read("mean-wait", berth, { run }, { from: 14, until: 21 })).toEqual(value(6));
    expect(read("mean-wait", berth, { run }, { from: 18, until: 24, by: "completion" })).toEqual(
      value((10 + 6) / 2),
    );
    expect(read("mean-wait", berth, { run }, { from: 50, until: 60 })).toEqual(none);
  });

  it("dwell from arrival to leaving, if they were served to the end", () => {
    expect(read("dwell", berth, { run })).toEqual(value((3 + 8) / 2));
    expect(read("dwell", gate, { run })).toEqual(value(3));
    expect(read("dwell", berth, { run }, { from: 19, until: 20, by: "completion" })).toEqual(value(11));
  });
});

describe("the list of those waiting at the end of the disruption", () => {
  const { wait, transit } = stage;
  const canal = "canal.transit";
  const listed = (
    stages: readonly (readonly [number, number, number])[],
    timeline: readonly Line[] = storm,
  ) =>
    rowsOf({
      timeline,
      voyages: stages.map(([came, entered, left], ordinal) => ({
        ordinal,
        start: 1,
        stages: [
          [wait, canal, came, entered] as const,
          ...(left < entered ? [] : [[transit, canal, entered, left] as const]),
        ],
      })),
    });

  it("is clear when the last of them has passed, whoever came later", () => {
    expect(
      read("list-clear-time", canal, {
        run: listed([
          [22, 30, 31],
          [25, 33, 34.5],
          [31, 60, 61],
        ]),
      }),
    ).toEqual(value(4.5));
  });

  it("is clear of one who left another way when he left", () => {
    expect(
      read("list-clear-time", canal, {
        run: listed([
          [22, 30, 31],
          [25, 38, 0],
        ]),
      }),
    ).toEqual(value(8));
  });

  it("is clear of one who gave the wait up, or who was thrown out, when that was", () => {
    const { abandoned, lost } = stage;
    const leaves = (kind: Stage, from: number, to: number): WrittenVoyage => {
      return {
        ordinal: from,
        start: 1,
        stages: [
          [wait, canal, 22, from],
          [kind, canal, from, to],
        ],
      };
    };
    const gaveUp: WrittenVoyage = { ordinal: 1, start: 1, stages: [[abandoned, canal, 25, 38]] };
    expect(read("list-clear-time", canal, { run: rowsOf({ timeline: storm, voyages: [gaveUp] }) })).toEqual(
      value(8),
    );
    const thrownOut = rowsOf({ timeline: storm, voyages: [leaves(lost, 33, 34)] });
    expect(read("list-clear-time", canal, { run: thrownOut })).toEqual(value(4));
    expect(read("dwell", canal, { run: thrownOut })).toEqual(none);
  });

  it("is censored while one of them still waits or passes, and unaffected when nobody waited", () => {
    expect(
      read("list-clear-time", canal, {
        run: listed([
          [22, 30, 31],
          [25, NaN, NaN],
        ]),
      }),
    ).toEqual(censored(70));
    expect(read("list-clear-time", canal, { run: listed([[22, 99, NaN]]) })).toEqual(censored(70));
    expect(
      read("list-clear-time", canal, {
        run: listed([
          [30, 30, 31],
          [22, 24, 29],
        ]),
      }),
    ).toEqual(unaffected);
    expect(read("list-clear-time", canal, { run: listed([[22, 40, 41]], []) })).toEqual(unaffected);
    expect(read("list-clear-time", canal, { run: rowsOf({ timeline: storm }) })).toEqual(none);
  });
});

describe("counts", () => {
  const run = rowsOf({
    counts: {
      boxes: [1, 9, 10, 20, 30, 100],
      oil: [15],
      "arrivals/harbour.berth": [5, 12, 13, 14, 100],
      "turned-away/harbour.berth": [5, 13],
    },
  });

  it("give completions a day, or their number in a window without its end", () => {
    expect(read("throughput", "boxes", { run })).toEqual(value(4 / 90));
    expect(read("throughput", "all", { run })).toEqual(value(5 / 90));
    expect(read("throughput", "boxes", { run }, { from: 20, until: 30 })).toEqual(value(1));
    expect(read("throughput", "boxes", { run }, { from: 20 })).toEqual(value(3));
    expect(read("throughput", "rice", { run })).toEqual(none);
    expect(read("throughput", "boxes", { run }, { from: 30, until: 20 })).toEqual(none);
  });

  it("give the share turned away, of all who came after the warm-up", () => {
    expect(read("turned-away-share", berth, { run })).toEqual(value(1 / 4));
    expect(read("turned-away-share", gate, { run })).toEqual(none);
  });
});
