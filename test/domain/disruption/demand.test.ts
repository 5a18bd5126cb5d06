import { expect, test } from "vitest";
import { happenings, run, scenarioOf, voyages } from "../run.ts";
import type { Run, Voyage } from "../run.ts";
import { harbour } from "../small-worlds.ts";
import type { SmallParts } from "../small-worlds.ts";

const berth = "servers: 9, service: 2 h";
const sorts: Readonly<Record<string, string>> = {
  poisson: "{ kind: poisson, rate: 4 /d }",
  regular: "{ kind: regular, every: 6 h, offset: 2 h }",
  renewal: "{ kind: renewal, between: { kind: gamma, mean: 6 h, sd: 3 h } }",
  profile: "{ kind: profile, rate: 4 /d, hours: { 06:00: 2, 18:00: 0.5 }, days: { sun: 0 } }",
  table: "{ kind: table, times: [30 h, 40 h, 60 h, 90 h, 100 h, 130 h] }",
};

function calls(arrivals: string, disruptions: string | undefined, more: SmallParts = {}): Run {
  const flows = `calls: { from: sea, to: quay, vessel: ship, arrivals: ${arrivals}, due: 30 h }`;
  const parts = { flows, days: 12, seed: "demand", ...more };
  const text = harbour(berth, disruptions === undefined ? parts : { ...parts, disruptions });
  return run(text, 0, { audit: parts.days < 100 });
}

const during = (what: string): string =>
  `shock: { kind: demand, of: calls, start: 48 h, end: 120 h, ${what} }`;
const isIn = ({ start }: Voyage): boolean => start >= 48 && start < 120;
const begun = (of: Run): readonly Voyage[] => voyages(of).filter(({ how }) => how !== "cancelled");

test("a factor of 1 changes nothing, whatever the arrivals", () => {
  for (const arrivals of Object.values(sorts)) {
    const usual = voyages(calls(arrivals, undefined));
    expect(voyages(calls(arrivals, during("factor: 1")))).toEqual(usual);
    expect(usual.length).toBeGreaterThan(4);
  }
});

test("less cancels voyages and moves no other; they stand in the rows and never sailed", () => {
  for (const arrivals of Object.values(sorts)) {
    const usual = voyages(calls(arrivals, undefined));
    const fewer = voyages(calls(arrivals, during("factor: 0.25")));
    expect(fewer.map(({ name, start }) => [name, start])).toEqual(
      usual.map(({ name, start }) => [name, start]),
    );
    const gone = fewer.filter(({ how }) => how === "cancelled");
    expect(gone.every(isIn)).toBe(true);
    expect(gone.every(({ start, end, kilometres }) => start === end && kilometres === 0)).toBe(true);
    expect(fewer.filter(({ how }) => how !== "cancelled")).toEqual(
      usual.filter(({ name }) => !gone.some((other) => other.name === name)),
    );
    expect(gone.length).toBeGreaterThan(0);
  }
});

test("at a factor of 0 nobody begins until the end", () => {
  const none = calls(sorts["regular"] ?? "", during("factor: 0"));
  expect(begun(none).filter(isIn)).toEqual([]);
  expect(begun(none).map(({ start }) => start)).toContain(122);
});

test("more adds voyages under numbers of their own and moves no other; after the end all is as ever", () => {
  for (const arrivals of Object.values(sorts)) {
    const usual = voyages(calls(arrivals, undefined));
    const more = voyages(calls(arrivals, during("factor: 2.6")));
    const names = new Set(usual.map(({ name }) => name));
    const added = more.filter(({ name }) => !names.has(name));
    expect(more.filter(({ name }) => names.has(name))).toEqual(usual);
    expect(added.length).toBeGreaterThan(0);
    const hours = new Set(usual.map(({ start }) => start));
    expect(added.some(({ start }) => hours.has(start))).toBe(arrivals === sorts["table"]);
    expect(added.every(isIn)).toBe(true);
    expect(added.every(({ how }) => how === "arrived" || how === "under-way")).toBe(true);
  }
});

test("twice as many of a regular flow are even too, and two at each date of a table", () => {
  const regular = begun(calls(sorts["regular"] ?? "", during("factor: 2"))).filter(isIn);
  expect(regular.map(({ start }) => start)).toEqual(Array.from({ length: 24 }, (_, index) => 50 + 3 * index));
  const table = begun(calls(sorts["table"] ?? "", during("factor: 2")));
  expect(table.map(({ start }) => start)).toEqual([30, 40, 60, 60, 90, 90, 100, 100, 130]);
});

test("whoever comes at one factor comes at every larger one", () => {
  const names = (factor: number): readonly string[] =>
    begun(calls(sorts["poisson"] ?? "", during(`factor: ${factor}`))).map(({ name }) => name);
  const factors = [0, 0.3, 0.7, 1, 1.4, 1.9, 2, 3.5];
  factors.slice(1).forEach((factor, index) => {
    const larger = new Set(names(factor));
    expect(names(factors[index] ?? 0).every((name) => larger.has(name))).toBe(true);
    expect(larger.size).toBeGreaterThan(names(factors[index] ?? 0).length);
  });
});

test("the rate is the usual one times the factor, of a profile hour by hour", () => {
  for (const arrivals of [sorts["poisson"] ?? "", sorts["profile"] ?? "", sorts["renewal"] ?? ""]) {
    for (const factor of [0.25, 1.5, 3]) {
      const long = (what: string): readonly Voyage[] =>
        begun(calls(arrivals, `shock: { kind: demand, of: calls, start: 2 d, ${what} }`, { days: 1000 }));
      const after = (all: readonly Voyage[]): number => all.filter(({ start }) => start >= 48).length;
      const [usual, changed] = [after(long("factor: 1")), after(long(`factor: ${factor}`))];
      expect(changed / usual).toBeGreaterThan(factor * 0.93);
      expect(changed / usual).toBeLessThan(factor * 1.07);
    }
  }
});

test("factors of several multiply, and each ends by itself", () => {
  const two =
    "one: { kind: demand, of: calls, start: 48 h, end: 120 h, factor: 0.5 }, " +
    "two: { kind: demand, of: all, start: 72 h, end: 144 h, factor: 2 }";
  const both = voyages(calls(sorts["poisson"] ?? "", two));
  const usual = voyages(calls(sorts["poisson"] ?? "", undefined));
  const within = (all: readonly Voyage[]): readonly Voyage[] =>
    all.filter(({ start }) => start >= 72 && start < 120);
  expect(within(both)).toEqual(within(usual)); // 0.5 times 2 is 1
  expect(both.length).not.toBe(usual.length);
});

test("a factor may be a schedule, with steps tied to its own start and to events", () => {
  const steps = "factor: { 48 h: 0, shock.start + 1 d: 1, other.start: 3 }";
  const other = "other: { kind: closure, of: lane, start: 96 h, end: 97 h }";
  const rows = begun(calls(sorts["regular"] ?? "", `${during(steps)}, ${other}`));
  const hours = rows.map(({ start }) => start).filter((start) => start >= 44 && start < 125);
  // Nobody from 48 h on, as ever from 72 h on, three times as many from 96 h on.
  expect(hours).toEqual([
    44, 74, 80, 86, 92, 98, 99.5, 101, 104, 105.5, 107, 110, 111.5, 113, 116, 117.5, 119, 122,
  ]);
});

test("the same demands with another end give the same rows up to the first difference", () => {
  const early = voyages(calls(sorts["poisson"] ?? "", during("factor: 1.7")));
  const late = voyages(calls(sorts["poisson"] ?? "", during("factor: 1.7").replace("120 h", "200 h")));
  const before = (all: readonly Voyage[]): readonly unknown[] =>
    all.filter(({ start }) => start < 120).map(({ name, start }) => [name, start]);
  expect(before(late)).toEqual(before(early));
});

test("the twin has the usual demand, and the timeline tells the flow", () => {
  const shocked = calls(sorts["regular"] ?? "", during("factor: { kind: uniform, min: 0.1, max: 0.2 }"));
  expect(happenings(shocked)).toEqual([
    [48, "disruption-start", "shock"],
    [120, "disruption-end", "shock"],
  ]);
  const [start] = shocked.recorder.timeline.rows;
  expect(start?.of).toEqual(["calls"]);
  expect(start?.drawn?.["factor"]).toBeGreaterThan(0.1);
  expect(scenarioOf(harbour(berth)).disruptions).toEqual({});
});
