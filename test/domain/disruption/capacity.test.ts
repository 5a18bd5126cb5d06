import { expect, test, vi } from "vitest";
import { recoveredFactor, recoverySteps } from "#domain/disruption/recovery";
import { Board } from "#domain/news/board";
import { announcements, hours, run, scenarioOf, voyages } from "../run.ts";
import { canal, harbour } from "../small-worlds.ts";

const slots = "time: 3 h, admission: { kind: slots, rate: 8 /d }";

function changes(text: string): number[] {
  return announcements(run(text)).map(([hour]) => hour);
}

/** The factors that are announced of `cut` and `side` when the run is over. */
function factorsOf(text: string): number[] {
  const boards = vi.spyOn(Board.prototype, "reset");
  run(text);
  const board = boards.mock.contexts[0] as Board; // the one that was reset
  boards.mockRestore();
  return [0, 1].map((element) => board.announcedFactor(element));
}

test("a rate is what the admission has while it acts: 4 of 8 a day is a factor of a half", () => {
  const byRate = run(
    canal(slots, {
      days: 4,
      disruptions: "silt: { kind: capacity, of: cut, start: 28 h, end: 52 h, rate: 4 /d }",
    }),
  );
  const byFactor = run(
    canal(slots, {
      days: 4,
      disruptions: "silt: { kind: capacity, of: cut, start: 28 h, end: 52 h, factor: 0.5 }",
    }),
  );
  expect(voyages(byRate)).toEqual(voyages(byFactor));
  // slots at 32 h, 38 h, 44 h and 50 h; at 52 h the 4 h that are left to the next become 2 h
  expect(hours(byRate, "cut.transit").slice(5, 9)).toEqual([41, 47, 53, 57]);
});

test("a rate on two passages is announced to each as a factor of its own rate", () => {
  // The cut has 8 slots a day and keeps 4; the side canal has 4 and keeps them all.
  const text = canal(slots, {
    disruptions: "silt: { kind: capacity, of: [cut, side], start: 28 h, rate: 4 /d }",
  })
    .replace(
      "cape: {",
      `side: { type: passage, at: [0.1, 0.1], transit: { ${slots.replace("8 /d", "4 /d")} } }\n    cape: {`,
    )
    .replace(
      "  links:",
      "  links:\n    west-side: { from: west, to: side, mode: sea, distance: 30 km }\n" +
        "    side-east: { from: side, to: east, mode: sea, distance: 30 km }",
    );
  expect(factorsOf(text)).toEqual([0.5, 1]);
});

/** The hours at which voyages end while `silt` acts on the canal from 28 h to 52 h. */
function silted(what: string, more: string = ""): unknown {
  const disruptions = `silt: { kind: capacity, of: cut, start: 28 h, ${what} }${more}`;
  return voyages(run(canal(slots, { days: 4, disruptions })));
}

test("a schedule of factors is one cut after another, whether by dates or from its own start", () => {
  const apart = silted(
    "end: 36 h, factor: 0.5",
    ", more: { kind: capacity, of: cut, start: 36 h, end: 52 h, factor: 0.25 }",
  );
  const usual = silted("end: 52 h, factor: 0.5");
  for (const [later, earlier] of [
    ["36 h", "0 h"],
    ["silt.start + 8 h", "silt.start"],
  ]) {
    const scheduled = silted(`end: 52 h, factor: { ${earlier}: 0.5, ${later}: 0.25 }`);
    expect(scheduled).toEqual(apart);
    expect(scheduled).not.toEqual(usual);
  }
});

test("a schedule of rates is one of factors of the passage's own, and before its first step as ever", () => {
  const byFactor = silted("end: 52 h, factor: { 36 h: 0.5, 44 h: 0.25 }");
  expect(silted("end: 52 h, rate: { 36 h: 4 /d, 44 h: 2 /d }")).toEqual(byFactor);
  expect(byFactor).not.toEqual(silted("end: 52 h, factor: { 28 h: 0.5, 44 h: 0.25 }"));
});

test("a schedule of ones changes nothing, and one whose end has come is forgotten", () => {
  const usual = silted("end: 52 h, factor: 1");
  expect(silted("end: 52 h, factor: { 30 h: 1, 40 h: 1 }")).toEqual(usual);
  expect(silted("end: 52 h, factor: { 30 h: 1, 60 h: 0.2 }")).toEqual(usual);
  expect(silted("end: 52 h, factor: { 30 h: 1, 50 h: 0.2 }")).not.toEqual(usual);
});

test("what comes back comes back from the last step that held", () => {
  const recovery = "recovery: { kind: linear, over: 12 h }";
  const scheduled = silted(`end: 40 h, factor: { silt.start: 0.8, 36 h: 0.25 }, ${recovery}`);
  const before = "early: { kind: capacity, of: cut, start: 28 h, end: 36 h, factor: 0.8 }";
  const late = `silt: { kind: capacity, of: cut, start: 36 h, end: 40 h, factor: 0.25, ${recovery} }`;
  expect(scheduled).toEqual(voyages(run(canal(slots, { days: 4, disruptions: `${before}, ${late}` }))));
});

test("a factor is drawn once a replication", () => {
  const text = canal(slots, {
    days: 4,
    disruptions:
      "silt: { kind: capacity, of: cut, start: 28 h, end: 52 h, factor: { kind: uniform, min: 0.2, " +
      "max: 0.9 } }",
  });
  const [first, second] = [hours(run(text, 0), "cut.transit"), hours(run(text, 1), "cut.transit")];
  expect(first).not.toEqual(second);
  expect(hours(run(text, 0), "cut.transit")).toEqual(first);
});

test("how long a recovery takes, and to what, is drawn for each occurrence and told", () => {
  const text = canal(slots, {
    days: 4,
    disruptions:
      "silt: { kind: capacity, of: cut, start: 28 h, end: 40 h, factor: 0.5, recovery: { kind: linear, " +
      "over: { kind: uniform, min: 3 h, max: 9 h }, to: { kind: uniform, min: 0.8, max: 0.9 } } }",
  });
  const told = (replication: number): [number, number] => {
    const { recorder } = run(text, replication);
    const [start, end] = recorder.timeline.rows.filter(({ what }) => what !== "announcement");
    const hoursOver = ((end?.recoveredAt ?? NaN) - (end?.time ?? NaN)) / 3_600_000;
    expect(start?.drawn?.["recovery.over"]).toBeCloseTo(hoursOver * 3_600_000, -1);
    return [hoursOver, start?.drawn?.["recovery.to"] ?? NaN];
  };
  const [over, to] = told(0);
  expect([over >= 3 && over <= 9, to >= 0.8 && to <= 0.9]).toEqual([true, true]);
  expect(told(1)).not.toEqual([over, to]);
  expect(factorsOf(text)[0]).toBe(to); // as announced when the run is over
});

test("a linear recovery goes up by a 24th of the gap each 24th of its time, at the mean of each", () => {
  const part = (step: number): number => recoveredFactor("linear", step, { low: 0.25, goal: 1 });
  expect(part(0)).toBeCloseTo(0.25 + 0.75 / 48, 15);
  expect(part(12)).toBeCloseTo(0.625 + 0.75 / 48, 15);
  expect(part(23)).toBeCloseTo(1 - 0.75 / 48, 15);
  expect(part(24)).toBe(1);
});

test("an exponential recovery closes 1 - e^(-3t) of the gap, and the rest when it is over", () => {
  const part = (step: number): number => recoveredFactor("exponential", step, { low: 0, goal: 1 });
  for (const step of [0, 1, 8, 16, 23]) {
    const curve = (t: number): number => t + Math.exp(-3 * t) / 3; // whose slope is 1 - e^(-3t)
    const [from, to] = [step / recoverySteps, (step + 1) / recoverySteps];
    expect(part(step)).toBeCloseTo((curve(to) - curve(from)) * recoverySteps, 12);
  }
  expect(part(24)).toBe(1);
});

test("as much passes during a recovery as under its curve", () => {
  const steps = Array.from({ length: recoverySteps }, (_, step) => step);
  const mean = (shape: "linear" | "exponential"): number =>
    steps.reduce((sum, step) => sum + recoveredFactor(shape, step, { low: 0.2, goal: 0.8 }), 0) /
    recoverySteps;
  expect(mean("linear")).toBeCloseTo(0.5, 12);
  expect(mean("exponential")).toBeCloseTo(0.8 - (0.6 * (1 - Math.exp(-3))) / 3, 12);
});

test("a step is at once, and a goal may be below 1", () => {
  expect(recoveredFactor("step", 1, { low: 0.2, goal: 0.9 })).toBe(0.9);
});

test("the steps of a recovery come at the end of the disruption plus k 24ths of it, none accumulated", () => {
  const recovery = (kind: string): string =>
    canal(slots, {
      days: 6,
      disruptions:
        `silt: { kind: capacity, of: cut, start: 28 h, end: 40 h, factor: 0.5, recovery: ` +
        `{ kind: ${kind}, over: 1 d } }`,
    });
  const hourly = Array.from({ length: 25 }, (_, step) => 40 + step);
  expect(changes(recovery("linear"))).toEqual([28, ...hourly]);
  expect(changes(recovery("exponential"))).toEqual([28, ...hourly]);
  expect(changes(recovery("step").replace(", over: 1 d", ""))).toEqual([28, 40]);
  const odd = changes(recovery("linear").replace("over: 1 d", "over: 1 h"));
  expect(odd.at(-1)).toBe(41);
  const ragged = changes(recovery("linear").replace("over: 1 d", "over: 1001 s"));
  expect(ragged.at(-1)).toBe(40 + 1001 / 3600);
});

test("a recovery changes the pace: one berth serves ever faster", () => {
  // a service of 24 h begins at 34 h (arrived while the factor is 0) and is done when the factor has added up
  // to 24 h
  const slow = run(
    harbour("servers: 1, service: 24 h", {
      days: 5,
      flows:
        "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: regular, every: 30 d, " +
        "offset: 24 h } }",
      disruptions:
        "storm: { kind: capacity, of: quay.berth, start: 30 h, end: 40 h, factor: 0, recovery: { " +
        "kind: linear, over: 24 h } }",
    }),
  );
  // from 40 h on the factor is 1/48, 3/48, ... for an hour each: 12 h of work by 64 h, then 12 h at full
  // speed
  expect(hours(slow, "calls")[0]).toBeCloseTo(64 + 12, 5);
});

test("where it comes back only in part it stays there", () => {
  const partly = run(
    harbour("servers: 1, service: 2 h", {
      days: 4,
      disruptions:
        "storm: { kind: capacity, of: quay.berth, start: 29 h, end: 35 h, factor: 0.25, recovery: { " +
        "kind: step, to: 0.5 } }",
    }),
  );
  // 1 h of work left at 29 h: 4 h; the next ship is there at 34 h: 0.25 h of work by 35 h, then 3.5 h; from
  // then on 4 h each
  expect(hours(partly, "calls").filter((hour) => hour > 29 && hour < 60)).toEqual([33, 38.5, 44, 50, 56]);
});

test("the end of a cut tells when its recovery will be over, and a step or a closure tells nothing", () => {
  const recoveries = (disruption: string): (number | undefined)[] => {
    const of = run(
      canal(slots, { days: 4, disruptions: `silt: { of: cut, start: 28 h, end: 30 h, ${disruption} }` }),
    );
    return of.recorder.timeline.rows
      .filter(({ what }) => what === "disruption-end")
      .map(({ time, recoveredAt }) => recoveredAt && (recoveredAt - time) / 3_600_000);
  };
  const cut = "kind: capacity, factor: 0.5, recovery:";
  expect(recoveries(`${cut} { kind: linear, over: 10 h }`)).toEqual([10]);
  expect(recoveries(`${cut} { kind: step }`)).toEqual([undefined]);
  expect(recoveries("kind: closure")).toEqual([undefined]);
});

test("a step that takes its time is refused, for it does not", () => {
  const recovery = (written: string): string =>
    harbour("servers: 1, service: 2 h", {
      disruptions:
        "silt: { kind: capacity, of: quay.berth, start: 28 h, end: 30 h, factor: 0.5, recovery: { kind: " +
        `${written} } }`,
    });
  expect(() => scenarioOf(recovery("step, over: 10 h"))).toThrow(
    /VALUES_WRONG disruptions.silt.recovery: `recovery` of kind step is at once; leave out `over`/,
  );
  expect(() => scenarioOf(recovery("step, over: 0 h"))).not.toThrow();
  expect(() => scenarioOf(recovery("linear, over: 10 h"))).not.toThrow();
});

test("on a link it is refused, and the kind for its speed is named", () => {
  const disruptions = "silt: { kind: capacity, of: lane, start: 28 h, end: 30 h, factor: 0.5 }";
  expect(() => scenarioOf(harbour("servers: 1, service: 2 h", { disruptions }))).toThrow(
    /VALUES_WRONG disruptions.silt: a link has no capacity to cut; use kind `slowdown`/,
  );
});
