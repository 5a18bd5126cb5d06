import { expect, test } from "vitest";
import { twinOf } from "#study/experiment/twin";
import { digest, happenings, run, scenarioOf, stages, voyages, waits } from "../domain/run.ts";
import type { Run } from "../domain/run.ts";
import { canal } from "../domain/small-worlds.ts";
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

test("a factor of 0.999 does change something, so the law compares what factors reach", () => {
  const disruptions = "little: { kind: capacity, of: cut, factor: 0.999, start: 100 h, end: 300 h }";
  expect(told(strait({ disruptions }))).not.toBe(told(strait()));
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
