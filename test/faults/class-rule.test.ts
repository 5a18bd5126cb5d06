import { expect, test } from "vitest";
import { run, voyages } from "../domain/run.ts";

/**
 * From `west` to `east` by the canal `cut` (40 km), by the `lock` (80 km), which takes barges only, or round
 * the `cape` (400 km). The canal is closed for the whole run.
 */
function threeWays(vessel: "ship" | "barge"): number[] {
  const text = `
breakwater: 1
title: Three ways
time: { start: 2024-01-01T00:00Z, duration: 20 d, warm-up: 2 d }
replications: 1
network:
  sites:
    west: { type: port, at: [0, 0] }
    east: { type: port, at: [0, 0.2] }
    cut: { type: passage, at: [0, 0.1], transit: { time: 1 h, admission: { kind: headway, every: 1 min } } }
    lock:
      type: passage
      at: [0.1, 0.1]
      transit: { time: 1 h, admission: { kind: headway, every: 1 min }, limits: { classes: [barge] } }
    cape: { type: junction, at: [1.7, 0.1] }
  links:
    west-cut: { from: west, to: cut, mode: sea, distance: 20 km }
    cut-east: { from: cut, to: east, mode: sea, distance: 20 km }
    west-lock: { from: west, to: lock, mode: sea, distance: 40 km }
    lock-east: { from: lock, to: east, mode: sea, distance: 40 km }
    west-cape: { from: west, to: cape, mode: sea, distance: 200 km }
    cape-east: { from: cape, to: east, mode: sea, distance: 200 km }
vessels: { ship: { mode: sea, speed: 10 km/h }, barge: { mode: sea, speed: 10 km/h } }
flows:
  calls: { from: west, to: east, vessel: ${vessel}, arrivals: { kind: regular, every: 1 d } }
disruptions:
  rocks: { kind: closure, of: cut, start: 2024-01-04T00:00Z, end: 2024-01-19T00:00Z, foresight: exact }
policies: { masters: { kind: divert, of: cut, rule: cheapest } }
measures: { diverted-share: all }
performance: { of: calls, window: 1 d }
`;
  return voyages(run(text))
    .filter(({ how, diverted }) => how === "arrived" && diverted)
    .map(({ kilometres }) => kilometres);
}

test("a class that may not use the shorter way round takes the longer one", () => {
  const kilometres = threeWays("ship");
  expect(kilometres.length).toBeGreaterThan(5);
  expect(new Set(kilometres)).toEqual(new Set([400]));
});

test("a class that may use it does", () => {
  const kilometres = threeWays("barge");
  expect(kilometres.length).toBeGreaterThan(5);
  expect(new Set(kilometres)).toEqual(new Set([80]));
});
