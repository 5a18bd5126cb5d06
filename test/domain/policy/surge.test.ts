import { expect, test } from "vitest";
import { announcements, happenings, run, scenarioOf, waits } from "../run.ts";
import { canal } from "../small-worlds.ts";

const headway = "time: 3 h, admission: { kind: headway, every: 4 h }";
const block = "block: { kind: closure, of: cut, start: 28 h, end: 49 h }";

function acting(policies: string, days: number = 6): [number, string][] {
  return happenings(run(canal(headway, { policies, disruptions: block, days })))
    .filter(([, what]) => what.startsWith("policy"))
    .map(([hour, what]) => [hour, what]);
}

function admissions(policies: string): number[] {
  return waits(run(canal(headway, { policies, disruptions: block, days: 6 })), "cut.transit")
    .map(([, to]) => to)
    .filter((hour) => hour > 28 && hour < 66);
}

test("a surge begins with the announcement of an event and multiplies the pace", () => {
  const surge = "crews: { kind: surge, of: cut.transit, factor: 2, from: block.end }";
  expect(acting(surge)).toEqual([[49, "policy-start"]]);
  expect(admissions(surge)).toEqual([49, 51, 53, 55, 57, 62]);
});

test("it may begin at an instant or some time after an event, and stop at an instant", () => {
  const surge = (from: string): string =>
    `crews: { kind: surge, of: cut.transit, factor: 2, from: ${from}, until: 55 h }`;
  expect(acting(surge("51 h"))).toEqual([
    [51, "policy-start"],
    [55, "policy-end"],
  ]);
  expect(acting(surge("block.end + 2 h"))).toEqual([
    [51, "policy-start"],
    [55, "policy-end"],
  ]);
});

test("what is left of a headway when it begins and stops is divided by the new factor", () => {
  // 49 h; at 51 h 2 h are left: 1 h; then each 2 h; at 53 h, a whole one is left: 4 h
  expect(admissions("crews: { kind: surge, of: cut.transit, factor: 2, from: 51 h, until: 53 h }")).toEqual([
    49, 52, 55, 59, 63,
  ]);
});

test("a factor below 1 acts as it is written: slower, and announced as such", () => {
  const slow = "crews: { kind: surge, of: cut.transit, factor: 0.5, from: block.end }";
  // 49 h; then each 8 h
  expect(admissions(slow)).toEqual([49, 57, 65]);
});

test("a surge whose end is not after its beginning is refused", () => {
  const until = (instant: string): string =>
    canal(headway, {
      policies: `crews: { kind: surge, of: cut.transit, factor: 2, from: 51 h, until: ${instant} }`,
    });
  expect(() => scenarioOf(until("51 h"))).toThrow(
    /VALUES_WRONG policies.crews.until: `until` is not after `from`/,
  );
  expect(() => scenarioOf(until("20 h"))).toThrow(/write a later `until`/);
  expect(() => scenarioOf(until("51.001 h"))).not.toThrow();
});

test("it stops when the queue has come down", () => {
  const surge =
    "crews: { kind: surge, of: cut.transit, factor: 2, from: block.end, until: { gauge: queue, of: " +
    "cut.transit, at-most: 1 } }";
  // at 49 h ships of 32 h, 38 h and 44 h wait; 49 h: 2 left; 50 h: 3; 51 h: 2; 53 h: 1
  expect(acting(surge)).toEqual([
    [49, "policy-start"],
    [53, "policy-end"],
  ]);
});

test("a condition with a time must hold without a break", () => {
  const surge =
    "crews: { kind: surge, of: cut.transit, factor: 2, from: block.end, until: { gauge: queue, of: " +
    "cut.transit, at-most: 1, for: 4 h } }";
  // at most 1 from 53 h on, 2 for no time: 55 h 0, 56 h 1, 57 h 0
  expect(acting(surge)).toEqual([
    [49, "policy-start"],
    [57, "policy-end"],
  ]);
});

test("a break starts the time of a condition anew", () => {
  const flows =
    "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 6 h } }, " +
    "extra: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 30 d, offset: 52.5 h } }";
  const policies =
    "crews: { kind: surge, of: cut.transit, factor: 2, from: block.end, until: { gauge: queue, of: " +
    "cut.transit, at-most: 0, for: 2 h } }";
  const broken = run(canal(headway, { flows, policies, disruptions: block, days: 6 }));
  const ends = happenings(broken).filter(([, what]) => what === "policy-end");
  // 53 h 1, 54.5 h 2, 55 h 1, 56 h 2, 57 h 1, 59 h 0
  expect(ends.map(([hour]) => hour)).toEqual([61]);
});

test("a queue that is short already stops it at once", () => {
  const surge =
    "crews: { kind: surge, of: cut.transit, factor: 2, from: block.start, until: { gauge: queue, " +
    "of: cut.transit, at-most: 5 } }";
  expect(acting(surge)).toEqual([
    [28, "policy-start"],
    [28, "policy-end"],
  ]);
});

test("an event that never comes never begins it, and a factor of 1 announces nothing", () => {
  const never = run(
    canal(headway, { policies: "crews: { kind: surge, of: cut.transit, factor: 1, from: 30 h }", days: 3 }),
  );
  expect(announcements(never)).toEqual([]);
});

test("it tells the board how fast it works, and again when it stops", () => {
  const surge = "crews: { kind: surge, of: cut.transit, factor: 2, from: 51 h, until: 55 h }";
  const told = announcements(run(canal(headway, { policies: surge, days: 4 })));
  expect(told).toEqual([
    [51, "crews", undefined],
    [55, "crews", undefined],
  ]);
});

test("its factor may be a schedule: 1 before the first date, each step from its date on", () => {
  const factor = "{ 51 h: 2, 54 h: 4 }";
  const surge = `crews: { kind: surge, of: cut.transit, factor: ${factor}, from: 50 h, until: 58 h }`;
  // those of 32 h on wait: 49 h; at 51 h 2 h are left: 52 h, 54 h as the step comes, each hour
  expect(admissions(surge)).toEqual([49, 52, 54, 55, 56, 62]);
  expect(acting(surge)).toEqual([
    [50, "policy-start"],
    [58, "policy-end"],
  ]);
});

test("its instants may be distributions; one that would stop before it begins does not act", () => {
  const times = (from: string, until: string, replication: number): number[] => {
    const policies = `crews: { kind: surge, of: cut.transit, factor: 2, from: ${from}, until: ${until} }`;
    return happenings(run(canal(headway, { policies, days: 6 }), replication)).flatMap(([hour, what]) =>
      what.startsWith("policy") ? [hour] : [],
    );
  };
  const late = "{ kind: uniform, min: 30 h, max: 40 h }";
  const [from = NaN, until = NaN] = times(late, "{ kind: uniform, min: 41 h, max: 50 h }", 0);
  expect(from).toBeGreaterThan(30);
  expect(from).toBeLessThan(40);
  expect(until).toBeGreaterThan(41);
  expect(until).toBeLessThan(50);
  expect(times(late, "60 h", 0)).toEqual([from, 60]);
  expect(times(late, "60 h", 1)).not.toEqual([from, 60]);
  expect(times(late, "{ kind: uniform, min: 20 h, max: 29 h }", 0)).toEqual([]);
});

test("an instant of `until` that has passed lets no event begin it any more", () => {
  const surge = (span: string): [number, string][] =>
    acting(`crews: { kind: surge, of: cut.transit, factor: 2, ${span} }`);
  const begun = [
    [49, "policy-start"],
    [50, "policy-end"],
  ];
  expect(surge("from: block.end, until: 50 h")).toEqual(begun);
  expect(surge("from: block.end, until: 49 h")).toEqual([]);
  expect(surge("from: block.end, until: 40 h")).toEqual([]);
  expect(surge("from: block.start + 20 h, until: 40 h")).toEqual([]);
});

test("an event of `until` calls off what was to begin later, and not what begins after it again", () => {
  const surge = (span: string): [number, string][] =>
    acting(`crews: { kind: surge, of: cut.transit, factor: 2, ${span} }`);
  expect(surge("from: block.start + 30 h, until: block.end")).toEqual([]);
  expect(surge("from: 60 h, until: block.end")).toEqual([]);
  expect(surge("from: block.start + 20 h, until: block.end")).toEqual([
    [48, "policy-start"],
    [49, "policy-end"],
  ]);
  expect(surge("from: block.end + 2 h, until: block.start")).toEqual([[51, "policy-start"]]);
});

test("an instant before an announcement is refused, for nobody knows it then", () => {
  const surge = (span: string): (() => unknown) => {
    const policies = `crews: { kind: surge, of: cut.transit, factor: 2, ${span} }`;
    return () => scenarioOf(canal(headway, { policies, disruptions: block }));
  };
  expect(surge("from: block.end - 1 h")).toThrow(
    /VALUES_WRONG policies.crews.from: `from` is before its event, which nobody can foresee; write no/,
  );
  expect(surge("from: block.start, until: block.end - 1 h")).toThrow(
    /crews.until: `until` is before its event/,
  );
  expect(surge("from: block.end + 0 h")).not.toThrow();
});

test("it may act while a condition holds, each time anew", () => {
  const policies =
    "crews: { kind: surge, of: cut.transit, factor: 2, " +
    "when: { gauge: queue, of: cut.transit, at-least: 3 } }";
  // the third waits from 44 h on; two are left at 49 h; one comes at 50 h, when 3 h are left: 51.5 h
  expect(acting(policies)).toEqual([
    [44, "policy-start"],
    [49, "policy-end"],
    [50, "policy-start"],
    [51.5, "policy-end"],
  ]);
});
