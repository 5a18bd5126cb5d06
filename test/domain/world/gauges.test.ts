import { expect, test } from "vitest";
import { happenings, run, scenarioOf } from "../run.ts";
import { canal, harbour } from "../small-worlds.ts";

/** At which hours a policy began and stopped. */
function acting(scenario: string, replication: number = 0): [number, string][] {
  return happenings(run(scenario, replication))
    .filter(([, what]) => what.startsWith("policy"))
    .map(([hour, what]) => [hour, what.slice("policy-".length)]);
}

const headway = "time: 3 h, admission: { kind: headway, every: 4 h }";
const block = "block: { kind: closure, of: cut, start: 28 h, end: 49 h }";

/** Ships leave the canal at 5, 11, 17, 23 and 29 h, then, after it was blocked, from 52 h on. */
function passing(when: string, factor: number = 2): [number, string][] {
  const policies = `crews: { kind: surge, of: cut.transit, factor: ${factor}, when: ${when} }`;
  return acting(canal(headway, { policies, disruptions: block, days: 3 }));
}

/** Ships come to two berths at 10 h and every 6 h, for 8 h each; from 30 h to 40 h the port is shut. */
function calling(when: string): [number, string][] {
  const policies = `crews: { kind: surge, of: quay.berth, factor: 1, when: ${when} }`;
  const disruptions = "shut: { kind: closure, of: quay, start: 30 h, end: 40 h }";
  return acting(harbour("servers: 2, service: 8 h", { policies, disruptions, days: 2 }));
}

test("rate: how many left in the last while, a day; who leaves as another is forgotten is no break", () => {
  // two in 12 h are 4 a day; from 35 h on 29 h alone is left of them; 52 h and 54 h are two again
  expect(passing("{ gauge: rate, of: cut.transit, at-most: 2 /d, over: 12 h }")).toEqual([
    [35, "start"],
    [54, "end"],
  ]);
  const steady = passing("{ gauge: rate, of: cut.transit, at-least: 4 /d, over: 12 h, for: 10 h }");
  expect(steady.slice(0, 2)).toEqual([
    [22, "start"],
    [35, "end"],
  ]);
});

test("rate: nothing is known before the run is as old as the while", () => {
  const never = "{ gauge: rate, of: cut.transit, at-most: 1000 /d, over: 12 h }";
  expect(passing(never, 1)).toEqual([[12, "start"]]);
  expect(passing("{ gauge: rate, of: cut.transit, at-least: 0 /d }", 1)).toEqual([[24, "start"]]);
});

test("utilisation: the share of occupied servers, of those who stand still too", () => {
  // two are there for 2 h in every 6; while it is shut, the one of 28 h stands still, and that of 34 h waits
  expect(calling("{ gauge: utilisation, of: quay.berth, at-least: 100 % }")).toEqual([
    [16, "start"],
    [18, "end"],
    [22, "start"],
    [24, "end"],
    [28, "start"],
    [30, "end"],
    [40, "start"],
  ]);
  expect(calling("{ gauge: utilisation, of: quay.berth, at-most: 49 % }")).toEqual([
    [0, "start"],
    [10, "end"],
  ]);
});

test("how long a condition must hold may be drawn, once a replication", () => {
  const held = (length: string, replication: number): number[] => {
    const when = `{ gauge: rate, of: cut.transit, at-most: 2 /d, over: 12 h, for: ${length} }`;
    const policies = `crews: { kind: surge, of: cut.transit, factor: 2, when: ${when} }`;
    const scenario = canal(headway, { policies, disruptions: block, days: 3 });
    return acting(scenario, replication).map(([hour]) => hour);
  };
  expect(held("5 h", 0)[0]).toBe(40);
  const drawn = "{ kind: uniform, min: 1 h, max: 9 h }";
  const [first = NaN] = held(drawn, 0);
  expect(first).toBeGreaterThan(36);
  expect(first).toBeLessThan(44);
  expect(held(drawn, 0)[0]).toBe(first);
  expect(held(drawn, 1)[0]).not.toBe(first);
});

test("a condition that could not hold, or be read, is refused with what would be right", () => {
  const surge = (when: string): string => `crews: { kind: surge, of: cut.transit, factor: 2, when: ${when} }`;
  const refused = (when: string): (() => unknown) => {
    return () => scenarioOf(canal(headway, { policies: surge(when) }));
  };
  expect(refused("{ gauge: queue, of: cut.transit }")).toThrow(/crews.when.*write at-most or at-least/);
  expect(refused("{ gauge: queue, of: cut.transit, at-least: 5, at-most: 4 }")).toThrow(/not below at-least/);
  expect(refused("{ gauge: utilisation, of: cut.transit, at-least: 80 % }")).toThrow(/watch its queue or/);
  expect(refused("{ gauge: rate, of: cut.transit, at-least: 5 }")).toThrow(/\/d/);
  expect(refused("{ gauge: level, of: cut.transit, at-least: 5 }")).toThrow(/comes with a later version/);
  expect(refused("{ of: cut.transit, at-least: 5 }")).toThrow(/does not say its gauge.*queue, or rate/);
});
