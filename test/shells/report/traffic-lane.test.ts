import { expect, it } from "vitest";
import { mapArea } from "#shells/report/map-area";
import { laneTraffic, trafficLanes } from "#shells/report/traffic-lane";
import type { Figures, LegTraffic } from "#study/experiment/curves";

const leg = (from: string, to: string, before: number, during: number = 0): LegTraffic => ({
  from,
  to,
  perDay: { before, during, after: before },
});
const figures: Figures = {
  curves: [],
  explained: [],
  survivals: [],
  warmUps: [],
  waits: [],
  places: [],
  costs: [],
  ways: [],
  timelines: [],
  traffic: [],
  lines: [
    { from: "a", to: "c", lines: [[[0, 0], [10, 0], [20, 0], [30, 10]]] }, // prettier-ignore
    { from: "b", to: "c", lines: [[[0, 5], [10, 0], [20, 0], [30, 10]]] }, // prettier-ignore
    { from: "a", to: "far", lines: [[[0, 0], [-10, -40], [-120, 0]]] }, // prettier-ignore
  ],
  sites: [
    { id: "a", type: "port", at: [0, 0] },
    { id: "near", type: "port", at: [31, 12] },
    { id: "far", type: "port", at: [-120, 0] },
  ],
};
const legs = [
  leg("a", "c", 10),
  leg("c", "a", 5),
  leg("b", "c", 4),
  leg("a", "far", 0.1, 0.2),
  leg("a", "near", 0.1),
];
const traffic = new Map(legs.map((each) => [`${each.from} ${each.to}`, each] as const));
const lanes = trafficLanes(figures, [...traffic.keys()]);

it("adds up what sails along one stretch, whichever leg and direction it belongs to", () => {
  const shared = lanes.find((lane) => lane.lines[0]?.some(([longitude]) => longitude === 20));
  expect(shared?.lines).toEqual([[[10, 0], [20, 0], [30, 10]]]); // prettier-ignore
  expect(shared === undefined ? NaN : laneTraffic(shared, traffic, "before")).toBe(19);
  const stem = lanes.find((lane) => lane.lines[0]?.some(([, latitude]) => latitude === 5));
  expect(stem === undefined ? NaN : laneTraffic(stem, traffic, "before")).toBe(4);
});

it("draws each stretch once, and a leg without a line straight between its ends", () => {
  const stretches = lanes.flatMap(({ lines }) =>
    lines.flatMap((line) =>
      line.slice(1).map((to, index) => [String(line[index]), String(to)].sort().join()),
    ),
  );
  expect(new Set(stretches).size).toBe(stretches.length);
  const straight = lanes.find((lane) => lane.legs.includes("a near"));
  expect(straight?.lines).toEqual([[[0, 0], [31, 12]]]); // prettier-ignore
});

it("shows where traffic is: not the far end of a few sailings, but the small port close by", () => {
  const area = mapArea(lanes, traffic, ["before", "during"], figures.sites);
  expect(area).toContainEqual([30, 10]);
  expect(area).toContainEqual([31, 12]);
  expect(area.every(([longitude]) => longitude >= 0)).toBe(true);
  const busier = new Map([...traffic, ["a far", leg("a", "far", 0, 9)] as const]);
  expect(mapArea(lanes, busier, ["before", "during"], figures.sites)).toContainEqual([-120, 0]);
});
