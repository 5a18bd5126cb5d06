import { expect, test } from "vitest";
import { happenings, run, scenarioOf, stages } from "../run.ts";
import type { Run } from "../run.ts";
import { canal, harbour } from "../small-worlds.ts";

const vessels = "ship: { mode: sea, speed: 10 km/h }, relief: { mode: sea, speed: 10 km/h }";

/** To one berth, shut from 28 h to 52 h: calls at 10 h, 16 h ... 28 h ..., aid at 13 h, 19 h ... 31 h ... */
function port(policies: string, discipline: string = "fifo"): Run {
  return run(
    harbour(`servers: 1, service: 2 h, discipline: ${discipline}`, {
      days: 5,
      vessels,
      flows:
        "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: regular, every: 6 h } }, " +
        "aid: { from: sea, to: quay, vessel: relief, priority: 3, " +
        "arrivals: { kind: regular, every: 6 h, offset: 3 h } }",
      disruptions: "storm: { kind: closure, of: quay.berth, start: 28 h, end: 52 h }",
      ...(policies === "" ? {} : { policies }),
    }),
  );
}

/** Voyages in the order in which a place took them, of those taken between two hours. */
function order(of: Run, place: string, from: number, to: number): string[] {
  return stages(of)
    .filter((row) => row.kind === "wait" && row.place === place && row.to >= from && row.to < to)
    .map(({ voyage }) => voyage);
}

const usual = ["calls/3", "aid/3", "calls/4", "aid/4", "calls/5", "aid/5", "calls/6", "aid/6"];
const aidFirst = ["aid/3", "aid/4", "aid/5", "aid/6", "aid/7", "aid/8", "calls/3"];

test("without it those who came first are first", () => {
  expect(order(port(""), "quay.berth", 50, 68)).toEqual(usual);
});

test("a class or a flow goes first, those who waited before it began too", () => {
  const byClass = "help: { kind: priority, of: quay.berth, vessels: [relief], from: 51 h }";
  expect(order(port(byClass), "quay.berth", 50, 66)).toEqual(aidFirst);
  const byFlow = "help: { kind: priority, of: quay.berth, flows: [aid], from: 30 h }";
  expect(order(port(byFlow), "quay.berth", 50, 66)).toEqual(aidFirst);
  const fromTheStart = "help: { kind: priority, of: quay.berth, flows: [aid] }";
  expect(order(port(fromTheStart), "quay.berth", 50, 66)).toEqual(aidFirst);
});

test("it goes before the priority of a flow, which still orders each of the two groups", () => {
  const without = order(port("", "priority"), "quay.berth", 50, 62);
  expect(without.slice(0, 4)).toEqual(["calls/3", "calls/4", "calls/5", "calls/6"]);
  const help = "help: { kind: priority, of: quay.berth, flows: [aid], from: 40 h }";
  expect(order(port(help, "priority"), "quay.berth", 50, 66)).toEqual(aidFirst);
});

test("it stops at an instant, and then all stand as they came", () => {
  const help = "help: { kind: priority, of: quay.berth, flows: [aid], from: 30 h, until: 51 h }";
  expect(order(port(help), "quay.berth", 50, 68)).toEqual(usual);
  const later = help.replace("51 h", "55 h");
  // at 52 h and 54 h aid goes first; at 56 h it is the turn of who came first
  expect(order(port(later), "quay.berth", 50, 60)).toEqual(["aid/3", "aid/4", "calls/3", "calls/4"]);
});

test("it begins with an announcement and stops when a condition holds", () => {
  const help =
    "help: { kind: priority, of: quay.berth, flows: [aid], from: storm.end, " +
    "until: { gauge: queue, of: quay.berth, at-most: 7 } }";
  const acted = happenings(port(help)).filter(([, what]) => what.startsWith("policy"));
  expect(acted.map(([hour, what]) => `${hour} ${what}`)).toEqual(["52 policy-start", "54 policy-end"]);
});

test("it acts while a condition holds, each time that it does", () => {
  const help =
    "help: { kind: priority, of: quay.berth, flows: [aid], " +
    "when: { gauge: queue, of: quay.berth, at-least: 8 } }";
  const acted = happenings(port(help)).filter(([, what]) => what.startsWith("policy"));
  expect(acted.map(([, what]) => what).slice(0, 2)).toEqual(["policy-start", "policy-end"]);
  const [first] = acted;
  expect(first?.[0]).toBe(49); // calls/3 came at 28 h, and one more every 3 h: the eighth at 49 h
  const after = order(port(help), "quay.berth", 50, 100);
  expect(after.slice(0, 2)).toEqual(["aid/3", "aid/4"]);
});

test("at a passage it orders the line before the admission", () => {
  const lane = (policies: string): Run =>
    run(
      canal("time: 3 h, admission: { kind: slots, rate: 12 /d }", {
        days: 5,
        vessels,
        flows:
          "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 6 h } }, " +
          "aid: { from: west, to: east, vessel: relief, " +
          "arrivals: { kind: regular, every: 6 h, offset: 3 h } }",
        disruptions: "storm: { kind: closure, of: cut, start: 28 h, end: 51 h }",
        ...(policies === "" ? {} : { policies }),
      }),
    );
  const first = (of: Run): string[] => order(of, "cut.transit", 50, 64);
  expect(first(lane("")).slice(0, 4)).toEqual(["aid/4", "calls/5", "aid/5", "calls/6"]);
  const help = "help: { kind: priority, of: cut.transit, vessels: [relief], from: 40 h }";
  expect(first(lane(help)).slice(0, 4)).toEqual(["aid/4", "aid/5", "aid/6", "aid/7"]);
});

test("where everybody or nobody is selected nothing changes, and the same after it has stopped", () => {
  const told = (policies: string): string => JSON.stringify(stages(port(policies)));
  const everybody = "help: { kind: priority, of: quay.berth, vessels: [relief, ship] }";
  expect(told(everybody)).toBe(told(""));
  const quiet = "help: { kind: priority, of: quay.berth, vessels: [relief], from: 29 h, until: 51 h }";
  expect(told(quiet)).toBe(told(""));
  expect(told(quiet.replace("51 h", "53 h"))).not.toBe(told(""));
});

test("two of them at once let go first whomever one of them selects", () => {
  const both =
    "help: { kind: priority, of: quay.berth, vessels: [relief], from: 30 h, until: 56 h }, " +
    "trade: { kind: priority, of: quay.berth, flows: [calls], from: 31 h }";
  // all are selected until 56 h; then only calls
  expect(order(port(both), "quay.berth", 50, 62)).toEqual([
    "calls/3",
    "aid/3",
    "calls/4",
    "calls/5",
    "calls/6",
  ]);
});

test("one that selects nobody, or says when in two ways, is refused with what would be right", () => {
  const of = (help: string): (() => unknown) => {
    const policies = `help: { kind: priority, of: quay.berth, ${help} }`;
    return () => scenarioOf(harbour("servers: 1, service: 2 h", { vessels, policies }));
  };
  expect(of("from: 30 h")).toThrow(
    /VALUES_WRONG policies.help: nobody goes first; write `vessels` or `flows`/,
  );
  const when = "when: { gauge: queue, of: quay.berth, at-least: 3 }";
  expect(of(`vessels: [ship], from: 30 h, ${when}`)).toThrow(/leave out `from` and `until`/);
  expect(of(`vessels: [ship], from: 30 h, until: 20 h`)).toThrow(/`until` is not after `from`/);
  expect(of("vessels: [ship], when: { gauge: queue, of: quay.berth }")).toThrow(/at-most.*at-least/);
});
