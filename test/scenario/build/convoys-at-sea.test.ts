import { expect, test } from "vitest";
import { run, stages } from "../../domain/run.ts";

const text = `
breakwater: 1
title: Convoys through the canal
time: { start: 2021-03-01T00:00Z, duration: 40 d, warm-up: 14 d }
seed: convoys-at-sea
replications: 1
network:
  use: world
  sites:
    suez:
      transit:
        time: 11 h
        directions: separate
        admission:
          kind: convoy
          departures: { northbound: 04:00, southbound: [03:30, 13:00] }
          cut-off: 5 h
          every: 7 min
          utc-offset: 2 h
vessels: { ship: { mode: sea, speed: 16 kn } }
flows:
  north: { from: SGSIN, to: NLRTM, vessel: ship, arrivals: { kind: poisson, rate: 12 /d } }
  south: { from: NLRTM, to: SGSIN, vessel: ship, arrivals: { kind: poisson, rate: 12 /d } }
measures: { mean-wait: suez.transit, mean-queue: suez.transit }
`;

test("over sea lanes each direction goes with its own convoys, at local times", () => {
  const of = run(text, 0, {});
  const entered = (flow: string): number[] =>
    stages(of)
      .filter(
        ({ kind, place, voyage }) => kind === "wait" && place === "suez.transit" && voyage.startsWith(flow),
      )
      .flatMap(({ to }) => (Number.isFinite(to) ? [to % 24] : []));
  const [north, south] = [entered("north"), entered("south")];
  expect(north.length).toBeGreaterThan(100);
  expect(south.length).toBeGreaterThan(100);
  // 2 h UTC, and some vessels behind the first
  expect(Math.min(...north)).toBe(2);
  expect(Math.max(...north)).toBeLessThan(6);
  expect(Math.min(...south)).toBe(1.5);
  expect(south.filter((hour) => hour > 5).every((hour) => hour >= 11 && hour < 14)).toBe(true);
  expect(south.some((hour) => hour >= 11)).toBe(true);
});
