import { expect, test } from "vitest";
import { twinOf } from "#study/experiment/twin";
import { digest, happenings, run, scenarioOf, stages, voyages, waits } from "../domain/run.ts";
import type { Run } from "../domain/run.ts";
import { canal, harbour } from "../domain/small-worlds.ts";
import type { SmallParts } from "../domain/small-worlds.ts";

const transit = "time: { kind: uniform, min: 2 h, max: 6 h }, admission: { kind: slots, rate: 12 /d }";
const flows = "calls: { from: west, to: east, vessel: ship, arrivals: { kind: poisson, rate: 9 /d } }";

function strait(parts: SmallParts = {}): Run {
  return run(canal(transit, { flows, days: 30, seed: "quiet", ...parts }));
}

/** All that befell voyages, without the happenings that tell of the disruption itself. */
function told(of: Run): string {
  return JSON.stringify([voyages(of), stages(of)]);
}

test(
  "a factor of 1 changes nothing: capacity of a passage, of servers, of their number, slowdown, " + "surge",
  () => {
    const usual = told(strait());
    const of = (disruption: string): string =>
      told(strait({ disruptions: `nothing: { ${disruption}, start: 100 h, end: 300 h }` }));
    expect(of("kind: capacity, of: cut, factor: 1")).toBe(usual);
    expect(of("kind: capacity, of: cut, rate: 12 /d")).toBe(usual);
    expect(of("kind: capacity, of: cut, factor: 1, recovery: { kind: linear, over: 5 d }")).toBe(usual);
    expect(of("kind: slowdown, of: [west-cut, cape-east], factor: 1")).toBe(usual);
    expect(
      told(strait({ policies: "crews: { kind: surge, of: cut.transit, factor: 1, from: 100 h }" })),
    ).toBe(usual);
    const berth = "servers: 2, service: { kind: exponential, mean: 9 h }";
    const quiet = told(run(harbour(berth, { days: 30 })));
    for (const scales of ["speed", "servers"]) {
      const disruptions =
        `nothing: { kind: capacity, of: quay.berth, factor: 1, scales: ${scales}, ` +
        `start: 100 h, end: 300 h }`;
      expect(told(run(harbour(berth, { days: 30, disruptions })))).toBe(quiet);
    }
  },
);

test("a priority of everybody changes nothing, and one that is over leaves no trace", () => {
  const usual = told(strait());
  const first = (span: string): string =>
    told(strait({ policies: `first: { kind: priority, of: cut.transit, vessels: [ship]${span} }` }));
  expect(first("")).toBe(usual);
  expect(first(", from: 100 h, until: 300 h")).toBe(usual);
});

test("a factor of 0.999 does change something, so the law compares what factors reach", () => {
  const disruptions = "little: { kind: capacity, of: cut, factor: 0.999, start: 100 h, end: 300 h }";
  expect(told(strait({ disruptions }))).not.toBe(told(strait()));
});

/** Wherever nobody is when it happens, an end leaves everything as it was: later voyages are as ever. */
function leavesNoTrace(disruption: string): void {
  const rare = "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 4 d } }";
  const headway = "time: { kind: uniform, min: 2 h, max: 6 h }, admission: { kind: headway, every: 3 h }";
  const text = (disruptions?: string): string =>
    canal(headway, {
      days: 30,
      flows: rare,
      seed: "trace",
      ...(disruptions === undefined ? {} : { disruptions }),
    });
  expect(told(run(text(`gone: { ${disruption}, start: 50 h, end: 70 h }`)))).toBe(told(run(text())));
}

test("applied and then taken back, each disruption leaves the world as it was", () => {
  leavesNoTrace("kind: closure, of: cut");
  leavesNoTrace("kind: closure, of: cut, inside: lose");
  leavesNoTrace("kind: closure, of: [west-cut, cape-east]");
  leavesNoTrace("kind: capacity, of: cut, factor: 0.3");
  leavesNoTrace("kind: capacity, of: cut, factor: 0");
  leavesNoTrace("kind: capacity, of: cut, rate: 1 /d, recovery: { kind: exponential, over: 10 h }");
  leavesNoTrace("kind: slowdown, of: [west-cut, cut-east], factor: 0.2");
});

test("the same at a berth, whose ships come at 10 h, 106 h ...", () => {
  const rare = "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: regular, every: 4 d } }";
  const text = (disruptions?: string): string =>
    harbour("servers: 3, service: { kind: exponential, mean: 9 h }, room: 2", {
      days: 30,
      flows: rare,
      ...(disruptions === undefined ? {} : { disruptions }),
    });
  const usual = told(run(text()));
  for (const what of [
    "kind: closure",
    "kind: closure, inside: restart",
    "kind: capacity, factor: 0.5",
    "kind: capacity, factor: 0.5, scales: servers",
    "kind: capacity, factor: 0",
  ]) {
    expect(told(run(text(`gone: { ${what}, of: quay.berth, start: 60 h, end: 90 h }`)))).toBe(usual);
  }
  // It fails at 64 h, between the first two ships.
  const failing = "kind: failure, of: quay.berth, between: 40 h, repair: 20 h";
  const spell = run(text(`gone: { ${failing} }`));
  const early = (of: Run): unknown => stages(of).filter(({ to }) => to < 120);
  expect(
    happenings(spell)
      .slice(0, 1)
      .map(([hour, what]) => [hour, what]),
  ).toEqual([[64, "disruption-start"]]);
  expect(early(spell)).toEqual(early(run(text())));
});

test("what overlaps and ends in another order leaves the world as it was, too", () => {
  const usual = told(
    run(
      canal(transit, {
        days: 30,
        seed: "order",
        flows: "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 6 d } }",
      }),
    ),
  );
  const overlapping = run(
    canal(transit, {
      days: 30,
      seed: "order",
      flows: "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 6 d } }",
      disruptions:
        "a: { kind: closure, of: cut, start: 50 h, end: 90 h }, " +
        "b: { kind: closure, of: cut, inside: lose, start: 60 h, end: 80 h }, " +
        "c: { kind: closure, of: cut, inside: resume, start: 70 h, end: 85 h }",
    }),
  );
  expect(told(overlapping)).toBe(usual);
});

const crisis: SmallParts = {
  disruptions:
    "block: { kind: closure, of: cut, start: 100 h, end: 200 h }, " +
    "silt: { kind: capacity, of: cut, factor: 0.9, start: 60 h, end: 400 h, background: true }",
  policies:
    "masters: { kind: divert, of: cut, rule: cheapest }, " +
    "crews: { kind: surge, of: cut.transit, factor: 2, from: 300 h, until: 400 h }",
};

test("the twin has no disruption but those of the background, and keeps every policy", () => {
  const scenario = scenarioOf(canal(transit, { flows, days: 30, ...crisis }));
  const twin = run(twinOf(scenario));
  expect(happenings(twin).filter(([, , id]) => id === "block")).toEqual([]);
  const acting = happenings(twin).filter(([, what]) => what !== "announcement");
  expect(acting.map(([hour, what, id]) => `${hour} ${what} ${id}`)).toEqual([
    "0 policy-start masters",
    "60 disruption-start silt",
    "300 policy-start crews",
    "400 disruption-end silt",
    "400 policy-end crews",
  ]);
  expect(waits(twin, "cut.transit").filter(([, , reason]) => reason === "block")).toEqual([]);
});

test("the twin is the scenario written without its disruptions", () => {
  const written = canal(transit, { flows, days: 30, policies: crisis.policies ?? "" });
  const only = canal(transit, {
    flows,
    days: 30,
    policies: crisis.policies ?? "",
    disruptions: "block: { kind: closure, of: cut, start: 100 h, end: 200 h }",
  });
  const twin = run(twinOf(scenarioOf(only)));
  expect(told(twin)).toBe(told(run(written)));
  expect(told(run(only))).not.toBe(told(twin));
});

test("up to the first disruption a scenario and its twin are one", () => {
  const scenario = scenarioOf(
    canal(transit, {
      flows,
      days: 4,
      disruptions: "block: { kind: closure, of: cut, start: 90 h, end: 95 h }",
    }),
  );
  const before = (of: Run): string => JSON.stringify(stages(of).filter(({ to }) => to < 90));
  expect(before(run(scenario))).toBe(before(run(twinOf(scenario))));
  expect(digest(run(scenario).recorder)).not.toBe(digest(run(twinOf(scenario)).recorder));
});
