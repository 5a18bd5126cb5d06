import { expect, test } from "vitest";
import { differencesOf } from "#scenario/language/differences";
import { planExperiment } from "#study/experiment/plan";
import { digest, run, studyOf } from "../../domain/run.ts";

/*
 * What is a setting is no policy: a variant that patches it is a mitigation. Each kind of setting can be
 * patched; then just that value differs, as `diff` tells it, the variant has a world of its own, and what
 * happens there is not what happens in the baseline.
 */
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

function scenario(patch: string): string {
  return `
breakwater: 1
title: Settings
seed: settings
time: { start: 2024-01-01T00:00Z, duration: 20 d, warm-up: 2 d }
replications: 1
network:
  sites:
    west: { type: port, at: [0, 0] }
    cut:
      type: passage
      at: [0, 0.1]
      transit: { time: 3 h, admission: { kind: booked, rate: 12 /d, shares: { ship: 50 % }, ahead: 1 d } }
    east:
      type: port
      at: [0, 0.2]
      vessel-path: [berth]
      cargo-path: [yard]
      stations:
        berth: { servers: 1, service: 3 h }
        yard: { servers: 1, service: 3 h, room: 9 }
    side: { type: port, at: [0, 0.3], stations: { berth: { servers: 1, service: 3 h } } }
  links:
    west-cut: { from: west, to: cut, mode: sea, distance: 20 km }
    cut-east: { from: cut, to: east, mode: sea, distance: 20 km }
    cut-side: { from: cut, to: side, mode: sea, distance: 40 km }
vessels:
  ship: { mode: sea, speed: 10 km/h, capacity: 500 TEU, cost: 24 kUSD/d }
  boat: { mode: sea, speed: 10 km/h, capacity: 500 TEU }
commodities: { boxes: { unit: TEU } }
flows:
  calls: { from: west, to: east, vessel: ship, commodity: boxes, size: 100 TEU, priority: 2,
    arrivals: { kind: regular, every: 4 h } }
  boats: { from: west, to: east, vessel: boat, commodity: boxes, size: 100 TEU,
    arrivals: { kind: regular, every: 12 h } }
disruptions:
  shut: { kind: closure, of: east.berth, start: 5 d, duration: 3 d }
policies:
  elsewhere:
    { kind: alternate-port, of: east, alternates: { side: { time: 9 h, cost: 1 kUSD } }, margin: 6 h }
variants:
  patched: { summary: One setting is another, ${patch} }
performance: { of: calls, window: 2 d }
measures: { mean-wait: [cut.transit, east.berth, east.yard], throughput: [calls, boxes], dwell: all }
`;
}

const site = (id: string, patch: string): string => `network: { sites: { ${id}: { ${patch} } } }`;
const station = (name: string, patch: string): string => site("east", `stations: { ${name}: { ${patch} } }`);

/** Each setting: the patch, then the one path that differs, and its value before and after. */
const settings: readonly (readonly [string, string, string, unknown, unknown])[] = [
  ["more berths", station("berth", "servers: 2"), "network.sites.east.stations.berth.servers", 1, 2],
  [
    "faster cranes",
    station("berth", "service: 2 h"),
    "network.sites.east.stations.berth.service",
    { all: { kind: "constant", value: 3 * hourMs }, by: {} },
    { all: { kind: "constant", value: 2 * hourMs }, by: {} },
  ],
  [
    "another discipline",
    station("berth", "discipline: priority"),
    "network.sites.east.stations.berth.discipline",
    "fifo",
    "priority",
  ],
  ["less room in the yard", station("yard", "room: 0"), "network.sites.east.stations.yard.room", 9, 0],
  ["no cargo path", site("east", "cargo-path: []"), "network.sites.east.cargo-path", ["yard"], []],
  [
    "a quicker transit",
    site("cut", "transit: { time: 2 h }"),
    "network.sites.cut.transit.time",
    { kind: "constant", value: 3 * hourMs },
    { kind: "constant", value: 2 * hourMs },
  ],
  [
    "a longer lane",
    "network: { links: { cut-east: { distance: 25 km } } }",
    "network.links.cut-east.distance",
    20_000,
    25_000,
  ],
  ["faster ships", "vessels: { ship: { speed: 20 km/h } }", "vessels.ship.speed", 10 / 3.6, 20 / 3.6],
  ["bigger shipments", "flows: { calls: { size: 200 TEU } }", "flows.calls.size", 100, 200],
  [
    "a shorter closure",
    "disruptions: { shut: { duration: 1 d } }",
    "disruptions.shut.duration",
    { kind: "constant", value: 3 * dayMs },
    { kind: "constant", value: dayMs },
  ],
  [
    "a greater margin",
    "policies: { elsewhere: { margin: 9 d } }",
    "policies.elsewhere.margin",
    { kind: "constant", value: 6 * hourMs },
    { kind: "constant", value: 9 * dayMs },
  ],
  [
    "a dearer way overland",
    "policies: { elsewhere: { alternates: { side: { cost: 2 kUSD } } } }",
    "policies.elsewhere.alternates.side.cost",
    1_000,
    2_000,
  ],
];

test.each(settings)("%s: a variant patches it, and it alone differs", (_, patch, path, before, after) => {
  const { variants } = studyOf(scenario(patch));
  const [baseline, patched] = variants.map((variant) => variant.scenario);
  expect(differencesOf(baseline, patched)).toEqual([{ path, before, after }]);
});

test.each(settings)("%s: the variant has a world of its own, where other things happen", (_, patch) => {
  const study = studyOf(scenario(patch));
  const plan = planExperiment(study);
  expect(plan.variants[1]?.run).not.toBe(plan.variants[0]?.run);
  const [one, other] = study.variants.map((variant) => digest(run(variant.scenario).recorder));
  expect(other).not.toBe(one);
});

test.each([
  ["another share of slots", site("cut", "transit: { admission: { shares: { ship: 80 % } } }")],
  ["more slots", site("cut", "transit: { admission: { rate: 14 /d } }")],
  ["another admission", site("cut", "transit: { admission: { kind: slots, rate: 12 /d } }")],
])("%s: the admission of a passage is told whole", (_, patch) => {
  const study = studyOf(scenario(patch));
  const [baseline, patched] = study.variants.map((variant) => variant.scenario);
  const paths = differencesOf(baseline, patched).map((difference) => difference.path);
  expect(paths).toEqual(["network.sites.cut.transit.admission"]);
  const [one, other] = study.variants.map((variant) => digest(run(variant.scenario).recorder));
  expect(other).not.toBe(one);
});
