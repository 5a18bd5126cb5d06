import { expect, test } from "vitest";
import { happenings, hoursOf, run, stages } from "../run.ts";
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

test("availability is MTBF / (MTBF + MTTR), whatever the distributions", () => {
  // Alternating renewal process: 95 h up on average, 5 h down: 0.95.
  const text = harbour(berth, {
    days: 5000,
    flows: never,
    seed: "availability is",
    disruptions:
      "wear: { kind: failure, of: [quay.berth, lane], between: { kind: weibull, mean: 95 h, shape: 2 }, " +
      "repair: { kind: lognormal, mean: 5 h, sd: 5 h } }",
  });
  const rows = spells(run(text, 0, {}));
  for (const element of ["quay.berth", "lane"]) {
    const own = rows.filter(([, , of]) => of === element).map(([hour]) => hour);
    let down = 0;
    for (let index = 1; index < own.length; index += 2) down += (own[index] ?? 0) - (own[index - 1] ?? 0);
    expect(1 - down / (4999 * 24)).toBeGreaterThan(0.945);
    expect(1 - down / (4999 * 24)).toBeLessThan(0.955);
    expect(own.length).toBeGreaterThan(2000);
  }
});
