import { expect, test } from "vitest";
import { announcements, happenings, run } from "../run.ts";
import { canal } from "../small-worlds.ts";

const headway = "time: 3 h, admission: { kind: headway, every: 2 h }";

function when(disruptions: string, days: number = 5): [number, string, string][] {
  return happenings(run(canal(headway, { disruptions, days }))).filter(([, what]) => what !== "announcement");
}

function said(disruptions: string, days: number = 5): [number, string, number | null | undefined][] {
  return announcements(run(canal(headway, { disruptions, days })));
}

test("a disruption starts and ends at its instants, or lasts for its duration", () => {
  expect(when("block: { kind: closure, of: cut, start: 30 h, end: 50 h }")).toEqual([
    [30, "disruption-start", "block"],
    [50, "disruption-end", "block"],
  ]);
  expect(when("block: { kind: closure, of: cut, start: 2024-01-02T06:00Z, duration: 20 h }")).toEqual([
    [30, "disruption-start", "block"],
    [50, "disruption-end", "block"],
  ]);
});

test("with neither end nor duration it lasts to the end of the run", () => {
  expect(when("block: { kind: closure, of: cut, start: 30 h }")).toEqual([[30, "disruption-start", "block"]]);
});

test("one whose drawn end is not after its start never happens", () => {
  const same =
    "block: { kind: closure, of: cut, start: { kind: uniform, min: 60 h, max: 61 h }, end: { kind: " +
    "uniform, min: 30 h, max: 31 h } }";
  expect(when(same)).toEqual([]);
  expect(said(same)).toEqual([]);
});

test("a drawn start, end and duration are what their streams say: others move none of them", () => {
  const drawn =
    "block: { kind: closure, of: cut, start: { kind: uniform, min: 30 h, max: 40 h }, duration: { " +
    "kind: uniform, min: 5 h, max: 9 h } }";
  const alone = when(drawn);
  const among = when(
    `${drawn}, early: { kind: closure, of: west-cut, start: { kind: uniform, min: 30 h, max: 40 h ` +
      `}, duration: 1 h }`,
  ).filter(([, , id]) => id === "block");
  expect(among).toEqual(alone);
  const [start = 0, end = 0] = alone.map(([hour]) => hour);
  expect(start).toBeGreaterThan(30);
  expect(start).toBeLessThan(40);
  expect(end - start).toBeGreaterThan(5);
  expect(end - start).toBeLessThan(9);
});

test("an instant may be counted from the start or the end of another disruption", () => {
  expect(
    when(
      "block: { kind: closure, of: cut, start: 30 h, end: 50 h }, " +
        "wash: { kind: closure, of: west-cut, start: block.end + 2 h, end: block.end + 5 h }, " +
        "echo: { kind: closure, of: cut-east, start: block.start + 4 h, end: wash.start }",
    ),
  ).toEqual([
    [30, "disruption-start", "block"],
    [34, "disruption-start", "echo"],
    [50, "disruption-end", "block"],
    [52, "disruption-end", "echo"],
    [52, "disruption-start", "wash"],
    [55, "disruption-end", "wash"],
  ]);
});

test("after an event that never comes it never starts, and one that waits for it never ends", () => {
  expect(
    when(
      "never: { kind: closure, of: cut, start: { kind: uniform, min: 60 h, max: 61 h }, end: { " +
        "kind: uniform, min: 30 h, max: 31 h } }, " +
        "wash: { kind: closure, of: west-cut, start: never.end + 2 h, duration: 1 h }, " +
        "block: { kind: closure, of: cut, start: 30 h, end: never.start }",
    ),
  ).toEqual([[30, "disruption-start", "block"]]);
});

test("exact foresight tells the true end at the start, and the end when it comes", () => {
  expect(said("block: { kind: closure, of: cut, start: 30 h, end: 50 h }")).toEqual([
    [30, "block", 50],
    [50, "block", 50],
  ]);
});

test("exact foresight of what nothing ends is the end of the run", () => {
  expect(said("block: { kind: closure, of: cut, start: 30 h }")).toEqual([[30, "block", 120]]);
});

test("without foresight no date is told", () => {
  expect(said("block: { kind: closure, of: cut, start: 30 h, end: 50 h, foresight: none }")).toEqual([
    [30, "block", null],
    [50, "block", 50],
  ]);
});

test("a schedule of believed ends is told step by step, and no longer once it is over", () => {
  expect(
    said(
      "block: { kind: closure, of: cut, start: 30 h, end: 50 h, " +
        "foresight: { block.start: none, 40 h: 90 h, block.start + 4 h: 70 h, 60 h: 110 h } }",
    ),
  ).toEqual([
    [30, "block", null],
    [34, "block", 70],
    [40, "block", 90],
    [50, "block", 50],
  ]);
});

test("what a schedule says before the start is told at the start, the last of it", () => {
  expect(
    said(
      "block: { kind: closure, of: cut, start: 30 h, end: 50 h, foresight: { 26 h: 70 h, 25 h: 60 " +
        "h, 40 h: 90 h } }",
    ),
  ).toEqual([
    [30, "block", 70],
    [40, "block", 90],
    [50, "block", 50],
  ]);
});

test("a believed end that is counted from an event has a date once the event has happened", () => {
  expect(
    said(
      "block: { kind: closure, of: cut, start: 30 h, end: 50 h, foresight: { block.start: " +
        "block.start + 3 d } }",
    ),
  ).toEqual([
    [30, "block", 102],
    [50, "block", 50],
  ]);
});

test("a disruption that closes nothing announces no end", () => {
  expect(said("silt: { kind: capacity, of: cut, start: 30 h, end: 50 h, factor: 0.5 }")).toEqual([
    [30, "silt", undefined],
    [50, "silt", undefined],
  ]);
});

test("an instant before an event comes before it where the event is settled by then", () => {
  const block = "block: { kind: closure, of: cut, start: 40 h, duration: 10 h }";
  expect(
    when(`${block}, early: { kind: closure, of: west-cut, start: block.start - 5 h, end: block.end - 2 h }`),
  ) //
    .toEqual([
      [35, "disruption-start", "early"],
      [40, "disruption-start", "block"],
      [48, "disruption-end", "early"],
      [50, "disruption-end", "block"],
    ]);
  expect(when("block: { kind: closure, of: cut, start: 40 h, end: block.start + 10 h }")).toEqual([
    [40, "disruption-start", "block"],
    [50, "disruption-end", "block"],
  ]);
});

test("one that an event ends before it begins never happens, whichever is written first", () => {
  const block =
    "block: { kind: closure, of: cut, start: 40 h, duration: { kind: uniform, min: 1 h, max: 2 h } }";
  const turned = "alas: { kind: closure, of: west-cut, start: 50 h, end: block.end }";
  const later = turned.replaceAll("alas", "zeal");
  for (const both of [`${turned}, ${block}`, `${block}, ${later}`])
    expect(when(both).map(([, , id]) => id)).toEqual(["block", "block"]);
});

test("a disruption may start when a policy does, and a policy when another ends", () => {
  const policies =
    "rush: { kind: surge, of: cut.transit, factor: 2, from: 30 h, until: 40 h }, " +
    "second: { kind: surge, of: cut.transit, factor: 2, from: rush.end + 1 h, until: wear.end }";
  const disruptions = "wear: { kind: closure, of: cut, start: rush.end + 2 h, duration: 3 h }";
  const all = happenings(run(canal(headway, { disruptions, policies, days: 5 })));
  expect(all.filter(([, what]) => what !== "announcement")).toEqual([
    [30, "policy-start", "rush"],
    [40, "policy-end", "rush"],
    [41, "policy-start", "second"],
    [42, "disruption-start", "wear"],
    [45, "disruption-end", "wear"],
    [45, "policy-end", "second"],
  ]);
});
