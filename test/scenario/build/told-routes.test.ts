import { expect, test } from "vitest";
import { toldRoutes } from "#scenario/build/told-routes";
import type { ToldWay } from "#scenario/build/told-routes";
import { routesDocument, routesText } from "#shells/cli/routes-text";
import { scenarioOf, source } from "../../domain/run.ts";
import { canal } from "../../domain/small-worlds.ts";

const vessels = "ship: { mode: sea, speed: 10 km/h, draft: 12 m, cost: 24 kUSD/d }";
const transit = (limits: string): string =>
  `time: 3 h, admission: { kind: headway, every: 1 h }, limits: { ${limits} }`;
const told = (limits: string): readonly ToldWay[] =>
  toldRoutes(scenarioOf(canal(transit(limits), { vessels })), source, 3).ways;

/** `[takes, km, hours, rules]` of each route, by span with its hour. */
function spansOf([way]: readonly ToldWay[]): unknown[] {
  return (way?.spans ?? []).map(({ from, routes }) => [
    new Date(from).toISOString().slice(8, 13),
    ...routes.map(({ takes, metres, ms, rules }) => [takes, metres / 1000, ms / 3_600_000, rules]),
  ]);
}

const [byCut, byCape] = [
  ["west-cut", "cut", "cut-east"],
  ["west-cape", "cape-east"],
];

test("of each pair the best routes are told, with what they take, their length and their time", () => {
  // 20 km, 3 h, 20 km; or 200 km, 200 km
  expect(spansOf(told("draft: 15 m"))).toEqual([["01T00", [byCut, 40, 7, []], [byCape, 400, 40, []]]]);
  expect(told("draft: 15 m")[0]?.spans[0]?.routes.map(({ cost }) => cost)).toEqual([7000, 40_000]);
});

test("a limit bars a route with its rule, from the instant on at which it binds, and no longer", () => {
  const dated = told("draft: { 48 h: 8 m, 96 h: 15 m }");
  const rule = ["cut.transit.limits.draft"];
  expect(spansOf(dated)).toEqual([
    ["01T00", [byCut, 40, 7, []], [byCape, 400, 40, []]],
    ["03T00", [byCut, 40, 7, rule], [byCape, 400, 40, []]],
    ["05T00", [byCut, 40, 7, []], [byCape, 400, 40, []]],
  ]);
});

test("people read which route is taken, and of each other one why it is not", () => {
  const ways = told("draft: { 48 h: 8 m }");
  const one = { variant: "baseline", told: { ways, left: 0 } };
  expect(routesText([one, { ...one, variant: "same" }])).toBe(`routes of baseline:
  calls: ship from west to east
    taken  by west-cut, cut, cut-east: 40 km, 0.29 days, 7,000 USD
    longer by west-cape, cape-east: 400 km, 1.67 days, 40,000 USD; \
360 km further, 1.38 days longer, 33,000 USD more
  calls: ship from west to east, from 2024-01-03T00:00Z
    barred by west-cut, cut, cut-east: 40 km, 0.29 days, 7,000 USD; barred by cut.transit.limits.draft
    taken  by west-cape, cape-east: 400 km, 1.67 days, 40,000 USD
`);
  expect(routesDocument([one])).toMatchObject([
    {
      variant: "baseline",
      left: 0,
      ways: [
        {
          flow: "calls",
          spans: [
            { from: "2024-01-01T00:00Z", routes: [{ isTaken: true, kilometres: 40 }, { isTaken: false }] },
            { from: "2024-01-03T00:00Z", routes: [{ isTaken: false }, { isTaken: true, rules: [] }] },
          ],
        },
      ],
    },
  ]);
});

test("where limits leave no route that is said, with what bars the shortest", () => {
  const scenario = scenarioOf(canal(transit("draft: 8 m"), { vessels, warmUp: "2 d" }));
  const { links } = scenario.network;
  const only = Object.fromEntries(Object.entries(links).filter(([id]) => id.includes("cut")));
  const barred = { ...scenario, network: { ...scenario.network, links: only } };
  const text = routesText([{ variant: "baseline", told: toldRoutes(barred, source, 3) }]);
  expect(text).toContain(
    "    no legal route\n    barred by west-cut, cut, cut-east: 40 km, 0.29 days, 7,000 USD; " +
      "barred by cut.transit.limits.draft\n",
  );
});

test("voyages that change vessels are told part by part: to each hub, and from it on", () => {
  const scenario = scenarioOf(`
breakwater: 1
title: By ship and by train
time: { start: 2024-01-01T00:00Z, duration: 8 d, warm-up: 2 d }
replications: 1
network:
  sites:
    west: { type: port, at: [0, 0] }
    hub: { type: port, at: [0, 0.5], transfer: { time: 5 h } }
    city: { type: market, at: [0, 1] }
  links:
    lane: { from: west, to: hub, mode: sea, distance: 100 km }
    track: { from: hub, to: city, mode: rail, distance: 200 km }
vessels: { ship: { mode: sea, speed: 10 km/h }, train: { mode: rail, speed: 20 km/h } }
flows:
  calls: { from: west, to: city, vessel: ship, onward: [train], arrivals: { kind: regular, every: 12 h } }
measures: { delay: all }
performance: { of: calls, window: 1 d }
`);
  const { ways } = toldRoutes(scenario, source, 3);
  expect(ways.map(({ vessel, from, to, spans }) => [vessel, from, to, spans[0]?.routes[0]?.takes])).toEqual([
    ["ship", "west", "hub", ["lane"]],
    ["train", "hub", "city", ["track"]],
  ]);
});
