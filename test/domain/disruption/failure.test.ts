import { expect, test } from "vitest";
import { foldInBlocks } from "#engine/stats/fold";
import { studentInterval } from "#engine/stats/student-interval";
import { happenings, hoursOf, level, run, stages } from "../run.ts";
import type { Run } from "../run.ts";
import { harbour } from "../small-worlds.ts";
import type { SmallParts } from "../small-worlds.ts";

const berth = "servers: 1, service: 2 h";
const never = "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: regular, every: 5000 d } }";

function inHarbour(disruptions: string, more: SmallParts = {}): Run {
  return run(harbour(berth, { disruptions, days: 10, seed: "failure", ...more }));
}

/** `[hour, s or e, elements]` of a disruption's starts and ends. */
function spells(of: Run): [number, string, string][] {
  return of.recorder.timeline.rows
    .filter(({ what }) => what === "disruption-start" || what === "disruption-end")
    .map(({ time, what, of: elements }) => [
      hoursOf(of, time),
      what.slice("disruption-".length),
      elements.join(),
    ]);
}

test("by the calendar it fails so long after the end of the warm-up and after each repair", () => {
  const crane = "crane: { kind: failure, of: quay, between: 50 h, repair: 10 h }";
  expect(spells(inHarbour(crane))).toEqual([
    [74, "start", "quay.berth"],
    [84, "end", "quay.berth"],
    [134, "start", "quay.berth"],
    [144, "end", "quay.berth"],
    [194, "start", "quay.berth"],
    [204, "end", "quay.berth"],
  ]);
});

test("by the busy clock only hours in which somebody is served count", () => {
  // Ships are served from 10 h on for two of every six hours. From the 24th hour on: 28 to 30, 34 to 36 ...
  const crane = "crane: { kind: failure, of: quay, between: 270 min, repair: 1 h, clock: busy }";
  expect(spells(inHarbour(crane)).slice(0, 4)).toEqual([
    [40.5, "start", "quay.berth"],
    [41.5, "end", "quay.berth"],
    [53, "start", "quay.berth"],
    [54, "end", "quay.berth"],
  ]);
});

test("each element fails by itself, with draws that others do not move, and is closed alone", () => {
  const failing = (of: string): Run =>
    inHarbour(
      `wear: { kind: failure, of: ${of}, between: { kind: exponential, mean: 40 h }, ` +
        "repair: { kind: uniform, min: 3 h, max: 9 h } }",
    );
  const both = spells(failing("[quay.berth, lane]"));
  const alone = spells(failing("quay.berth"));
  expect(both.filter(([, , of]) => of === "quay.berth")).toEqual(alone);
  expect(both.length).toBeGreaterThan(alone.length);
  const reasons = stages(failing("lane")).filter(({ kind, reason }) => kind === "wait" && reason === "wear");
  expect(reasons.length).toBeGreaterThan(0);
});

test("those inside resume, and their waits are laid at its door", () => {
  const crane = "crane: { kind: failure, of: quay, between: 17 h, repair: 4 h }";
  const ships = stages(inHarbour(crane)).filter(({ place }) => place === "quay.berth");
  // It fails at 41 h, while the ship that came at 40 h is served; the next comes at 46 h, the end is 45 h.
  expect(ships.find(({ kind, from }) => kind === "service" && from === 40)?.to).toBe(46);
  expect(happenings(inHarbour(crane)).some(([hour, what]) => hour === 41 && what === "announcement")).toBe(
    true,
  );
});

/*
 * An alternating renewal process: 95 h up on average, 5 h down. So it is available for 0.95 of the time that
 * its clock and its repairs take, whatever the distributions.
 */
const wear = (of: string, clock: string): string =>
  `wear: { kind: failure, of: ${of}, clock: ${clock}, between: { kind: weibull, mean: 95 h, shape: 2 }, ` +
  "repair: { kind: lognormal, mean: 5 h, sd: 5 h } }";

/** Of 40 replications: that theory lies inside the 99.9 % interval, and the 95 % one is narrow. */
function expectAvailability(text: string, of: readonly string[], hoursInAll: (of: Run) => number): void {
  const first = run(text, 0, {});
  const found = Array.from({ length: 40 }, (_, replication) => {
    first.world.run(replication);
    return of.map((element) => 1 - downHours(first, element) / hoursInAll(first));
  });
  for (const element of of.keys()) {
    const sample = foldInBlocks(found.map((shares) => shares[element] ?? NaN));
    const wide = studentInterval(sample, 0.999);
    expect(wide.low).toBeLessThan(95 / 100);
    expect(wide.high).toBeGreaterThan(95 / 100);
    const { high } = studentInterval(sample);
    // Of the time that it is down, which is the smaller part.
    expect(((high ?? Infinity) - sample.mean) / (1 - sample.mean)).toBeLessThan(0.02);
  }
}

/** Hours in which an element is under repair. */
function downHours(of: Run, element: string): number {
  const { start, end } = of.scenario.time;
  const own = spells(of).filter(([, , elements]) => elements === element);
  return own.reduce(
    (sum, [hour, what]) => sum + (what === "start" ? -hour : hour),
    own.at(-1)?.[1] === "start" ? (end - start) / 3_600_000 : 0,
  );
}

test("availability is MTBF / (MTBF + MTTR) by the calendar", () => {
  const text = harbour(berth, {
    days: 2501,
    flows: never,
    seed: "availability is",
    disruptions: wear("[quay.berth, lane]", "calendar"),
  });
  expectAvailability(text, ["quay.berth", "lane"], () => 2500 * 24);
});

test("by the busy clock it is that of the time in which somebody is at the berth", () => {
  // 2 h in four; who is there as it fails stays there for the repair.
  const text = harbour(berth, {
    days: 4001,
    flows: "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: poisson, rate: 6 /d } }",
    seed: "availability while busy",
    disruptions: wear("quay.berth", "busy"),
    measures: "utilisation: quay.berth",
  });
  expectAvailability(text, ["quay.berth"], (of) => {
    const steps = level(of, "busy/quay.berth").filter(([hour]) => hour > 24);
    let [occupied, since] = [0, NaN];
    for (const [hour, jobs] of steps) {
      if (jobs === 0 && !Number.isNaN(since)) occupied += hour - since;
      since = jobs === 0 ? NaN : hour;
    }
    return occupied;
  });
});
