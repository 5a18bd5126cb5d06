import { expect, test } from "vitest";
import { run, voyages } from "../domain/run.ts";
import { changeLaws } from "./change.laws.ts";

/*
 * Where voyages go, and with which vessels: a transfer that takes nothing, a way that nobody takes and a hub
 * that is no nearer change nothing; a closed way that opens leaves the world as it was; more berths at a hub
 * never lower throughput.
 */

interface Parts {
  readonly flow?: string;
  readonly hub?: string;
  readonly sites?: string;
  readonly links?: string;
  readonly disruptions?: string;
}

const arrivals = "arrivals: { kind: poisson, rate: 5 /d }";
const direct = `calls: { from: west, to: city, vessel: ship, ${arrivals} }`;
const onward = `calls: { from: west, to: city, vessel: ship, onward: [train], ${arrivals} }`;
const berth = (servers: number): string =>
  `type: port, stations: { berth: { servers: ${servers}, service: { kind: exponential, mean: 4 h } } }, ` +
  "transfer: { time: { kind: uniform, min: 1 h, max: 5 h } }";

/** From `west` to `hub` 100 km by sea, from there to `city` 200 km by rail, at the same speed. */
function world({ flow = onward, hub = berth(2), sites = "", links = "", disruptions }: Parts = {}): string {
  return `
breakwater: 1
title: A way by land
seed: laws of routing
time: { start: 2024-01-01T00:00Z, duration: 20 d, warm-up: 3 d }
replications: 1
network:
  sites:
    west: { type: port, at: [0, 0] }
    hub: { at: [0, 0.5], ${hub} }
    city: { type: market, at: [0, 1] }
    ${sites}
  links:
    lane: { from: west, to: hub, mode: sea, distance: 100 km }
    track: { from: hub, to: city, mode: ${flow === direct ? "sea" : "rail"}, distance: 200 km }
    ${links}
vessels:
  ship: { mode: sea, speed: 10 km/h }
${flow === direct ? "" : "  train: { mode: rail, speed: 10 km/h }\n"}
flows: { ${flow} }
${disruptions === undefined ? "" : `disruptions: { ${disruptions} }`}
performance: { of: calls, window: 1 d }
measures: { throughput: calls, delay: all, dwell: all }
`;
}

test("a transfer that takes no time is a voyage straight through", () => {
  const ends = (text: string): unknown => voyages(run(text)).map(({ name, end, how }) => [name, end, how]);
  const straight = ends(world({ flow: direct, hub: "type: junction" }));
  expect(ends(world({ hub: "type: port, transfer: { time: 0 h }" }))).toEqual(straight);
  expect(ends(world({ hub: "type: port, transfer: { time: 1 h }" }))).not.toEqual(straight);
});

const far = (kilometres: number): Parts => ({
  sites: "far: { type: port, at: [1, 1], transfer: { time: 1 h } }",
  links:
    `far-lane: { from: west, to: far, mode: sea, distance: ${kilometres} km }\n` +
    "    far-track: { from: far, to: city, mode: rail, distance: 200 km }",
});

const settings: Readonly<Record<string, Parts>> = {
  "another hub that is not nearer": far(400),
  "a closed track": { disruptions: "shut: { kind: closure, of: track, start: 80 h, end: 120 h }" },
  "a slow track": {
    disruptions: "slow: { kind: slowdown, of: track, factor: 0.2, start: 80 h, end: 120 h }",
  },
  "a closed hub": { disruptions: "shut: { kind: closure, of: hub.berth, start: 80 h, end: 120 h }" },
};

changeLaws({
  name: "transfers",
  world: (setting) => world(setting === undefined ? {} : settings[setting]),
  neutral: ["another hub that is not nearer"],
  passing: ["a closed track", "a slow track", "a closed hub"],
  overAt: 320,
  onEveryPath: [{ less: world({ hub: berth(1) }), more: world({ hub: berth(3) }) }],
});

test("another hub is taken where it is nearer", () => {
  const ends = (parts: Parts): unknown => voyages(run(world(parts))).map(({ end }) => end);
  const slow = { hub: "type: port, transfer: { time: 40 h }" };
  expect(ends({ ...slow, ...far(400) })).not.toEqual(ends(slow));
});
