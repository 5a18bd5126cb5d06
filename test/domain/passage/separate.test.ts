import { expect, test } from "vitest";
import { level, run, stages, voyages, waits } from "../run.ts";
import type { Run } from "../run.ts";
import { canal } from "../small-worlds.ts";
import type { SmallParts } from "../small-worlds.ts";

/** Ships that wait for each other, and from the other side one each six hours. */
const flows =
  "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 1 h } }, " +
  "returns: { from: east, to: west, vessel: ship, arrivals: { kind: regular, every: 6 h } }";
const slots = "time: 3 h, admission: { kind: slots, rate: 8 /d }";

function strait(directions: string, parts: SmallParts = {}, transit: string = slots): Run {
  return run(canal(`${transit}, directions: ${directions}`, { flows, days: 3, ...parts }));
}

/** Waits at the canal of one flow, as `[came, went, reason]`. */
function waitsOf(of: Run, flow: string): [number, number, string][] {
  return stages(of)
    .filter(
      ({ kind, place, voyage }) => kind === "wait" && place === "cut.transit" && voyage.startsWith(flow),
    )
    .map(({ from, to, reason }): [number, number, string] => [from, to, reason])
    .sort((a, b) => a[0] - b[0]);
}

test("each direction has a queue and an admission of its own, each at the full rate", () => {
  const of = strait("separate");
  expect(waitsOf(of, "returns").slice(0, 3)).toEqual([
    [2, 3, "none"],
    [8, 9, "none"],
    [14, 15, "none"],
  ]);
  const alone = "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 1 h } }";
  expect(waitsOf(of, "calls")).toEqual(waitsOf(strait("shared", { flows: alone }), "calls"));
});

test("shared, they wait for each other", () => {
  const came14 = waitsOf(strait("shared"), "returns").find(([came]) => came === 14);
  expect(came14?.[1]).toBeGreaterThan(40);
});

test("the queue of the passage is both together", () => {
  const [both, calls, returns] = [strait("separate"), "calls", "returns"];
  const at = 40.5;
  const waiting = (flow: string): number =>
    waitsOf(both, flow).filter(([came, went]) => came < at && !(went < at)).length;
  const last = level(both, "queue/cut.transit")
    .filter(([hour]) => hour < at)
    .at(-1);
  expect(last?.[1]).toBe(waiting(calls) + waiting(returns));
});

test("with a headway one who comes is let in at once, whoever has just entered from the other side", () => {
  const headway = "time: 3 h, admission: { kind: headway, every: 2 h }";
  const rare =
    "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 6 h } }, " +
    "returns: { from: east, to: west, vessel: ship, arrivals: { kind: regular, every: 6 h } }";
  const entered = (directions: string): number[] =>
    waits(strait(directions, { flows: rare }, headway), "cut.transit").map(([, went]) => went);
  expect(entered("separate").slice(0, 4)).toEqual([2, 2, 8, 8]);
  expect(entered("shared").slice(0, 4)).toEqual([2, 4, 8, 10]);
});

test("once the line of its direction was empty one blames nobody, though the other line blames still", () => {
  const disruptions = "block: { kind: closure, of: cut, start: 28 h, end: 40 h }";
  const of = strait("separate", { disruptions });
  const returns = waitsOf(of, "returns").filter(([came]) => came > 27);
  expect(returns.slice(0, 4)).toEqual([
    [32, 42, "block"],
    [38, 45, "block"],
    [44, 48, "block"],
    [50, 51, "none"],
  ]);
  const calls = waitsOf(of, "calls").filter(([, went]) => went > 50 && went < 60);
  expect(calls.length).toBeGreaterThan(0);
  expect(calls.filter(([, , reason]) => reason !== "block")).toEqual([]);
});

test("a vessel believes that it waits for those of its own direction alone", () => {
  const policies = "masters: { kind: divert, of: cut, rule: divert }";
  const disruptions = "silt: { kind: capacity, of: cut, start: 30 h, end: 150 h, factor: 0.9 }";
  const both = (directions: string): string[] =>
    voyages(strait(directions, { policies, disruptions, days: 8 }))
      .filter(({ diverted }) => diverted)
      .map(({ name }) => name);
  const [separate, shared] = [both("separate"), both("shared")];
  expect(separate.filter((name) => name.startsWith("returns"))).toEqual([]);
  expect(separate.filter((name) => name.startsWith("calls")).length).toBeGreaterThan(20);
  expect(shared.filter((name) => name.startsWith("returns")).length).toBeGreaterThan(2);
});
