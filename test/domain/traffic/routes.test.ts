import { expect, test } from "vitest";
import { Routes } from "#domain/traffic/routes";
import type { VesselClass } from "#domain/traffic/vessel-class";
import { GateGraph } from "#engine/network/gate-graph";
import { OFF_MESH } from "#engine/network/route-parts";
import { outcome } from "#engine/record/journeys";
import { createWorld } from "#scenario/build/create-world";
import { scenarioOf, source } from "../run.ts";
import { canal } from "../small-worlds.ts";

/** Ends 0 and 1; gates 0 (10 km either side) and 1 (30 km either side). */
const graph = new GateGraph({
  mesh: undefined,
  ends: [OFF_MESH, OFF_MESH],
  junctions: [],
  gates: [[], []],
  links: [0, 1].flatMap((gate) =>
    [0, 1].map((end) => ({
      from: { at: "end" as const, index: end },
      to: { at: "gate" as const, index: gate },
      metres: gate === 0 ? 10_000 : 30_000,
      oneWay: false,
    })),
  ),
});

const deep: VesselClass = { id: "deep", mode: "sea", speed: 10, draft: 15, flag: undefined, costPerDay: 0 };
const truck: VesselClass = { ...deep, id: "truck", mode: "road" };

function routes(isLegal: readonly (readonly boolean[])[]): Routes {
  return new Routes(graph, {
    classes: [deep, truck],
    passages: isLegal.map((legal) => ({
      transitMs: [3_600_000, 3_600_000],
      bars: legal.map((may) => (may ? [] : ["rule"])),
    })),
    links: [10_000, 10_000, 30_000, 30_000].map((metres) => ({ mode: "sea", metres, timeMs: undefined })),
  });
}

function cost(of: Routes, classNumber: number, avoidance: number): number {
  return of.table(classNumber, avoidance, 1).cost(0, of.costs(classNumber, avoidance));
}

/** The avoidance of one more choice, which is about one passage. */
function avoiding({ avoidances }: Routes, passage: number): number {
  return avoidances.with(0, avoidances.add([passage]));
}

const both = [true, true];

test("the cheapest way in time is metres over speed and the mean time inside", () => {
  expect(cost(routes([both, both]), 0, 0)).toBe(2_000_000 + 3_600_000);
});

test("who avoids a passage takes the next one, and who avoids both has no route", () => {
  const of = routes([both, both]);
  const [first, second] = [avoiding(of, 0), avoiding(of, 1)];
  expect(cost(of, 0, first)).toBe(6_000_000 + 3_600_000);
  expect(cost(of, 0, second)).toBe(2_000_000 + 3_600_000);
  expect(cost(of, 0, of.avoidances.with(first, 1))).toBe(Infinity);
});

test("a passage that a class may not pass is shut for it on the alternative too", () => {
  const of = routes([both, [false, true]]);
  const first = avoiding(of, 0);
  expect(cost(of, 0, 0)).toBeLessThan(Infinity);
  expect(cost(of, 0, first)).toBe(Infinity);
});

test("a class goes only on links of its mode", () => {
  expect(cost(routes([both, both]), 1, 0)).toBe(Infinity);
});

test("metres are those of the legs and crossings of the route; Infinity where there is none", () => {
  const of = routes([both, both]);
  const first = avoiding(of, 0);
  expect(of.table(0, 0, 1).metres(0, of.costs(0, 0))).toBe(20_000);
  expect(of.table(0, first, 1).metres(0, of.costs(0, first))).toBe(60_000);
  expect(of.table(1, 0, 1).metres(0, of.costs(1, 0))).toBe(Infinity);
});

test("a route by way of a passage crosses it, though another is nearer", () => {
  const of = routes([both, both]);
  expect(of.tableVia(0, 0, { via: 1, destination: 1 }).cost(0, of.costs(0, 0))).toBe(6_000_000 + 3_600_000);
});

test("tables are numbered from 0, each of its own, whatever other worlds ask of the same graph", () => {
  const numbers = [routes([both, both]), routes([both, both])].map((of) => {
    const via = of.tableVia(0, 0, { via: 1, destination: 1 });
    const all = [of.table(0, 0, 1), of.table(1, 0, 1), of.table(0, avoiding(of, 0), 1), of.table(0, 0, 0)];
    expect([of.table(0, 0, 1), of.tableVia(0, 0, { via: 1, destination: 1 })]).toEqual([all[0], via]);
    return [via, ...all].map(({ number }) => number);
  });
  expect(numbers).toEqual([
    [0, 1, 2, 3, 4],
    [0, 1, 2, 3, 4],
  ]);
});

test("where no way is legal the voyage ends so, at once and never silently", () => {
  const resolved = scenarioOf(canal("time: 3 h, admission: { kind: headway, every: 1 h }", { days: 3 }));
  const { links: known, sites } = resolved.network;
  const { cut } = sites;
  const limits = { draft: undefined, classes: { steps: [{ from: { at: 0 }, value: [] }] }, flags: undefined };
  const links = Object.fromEntries(
    Object.entries(known).filter(([id]) => id.endsWith("cut") || id.startsWith("cut")),
  );
  const transit = cut?.transit && { ...cut.transit, limits };
  const shut = {
    ...resolved,
    network: {
      ...resolved.network,
      links,
      sites: { ...sites, cut: { ...(cut as NonNullable<typeof cut>), transit } },
    },
  }; // it stands there
  const world = createWorld(shut, { source });
  const report = world.run(0, { audit: true });
  const { journeys } = world.recorder;
  expect(report.conservation.violations).toEqual([]);
  expect(journeys.outcome.length).toBe(13);
  expect([...journeys.outcome.view()]).toEqual(Array(13).fill(outcome["no-legal-route"]));
  expect([...journeys.end.view()]).toEqual([...journeys.start.view()]);
});

test("who may pass can change, and change back: routes know at once", () => {
  const of = routes([both, both]);
  const first = avoiding(of, 0);
  expect(cost(of, 0, 0)).toBe(2_000_000 + 3_600_000);
  expect([...of.setBars(0, [["rule"], []])]).toEqual([0]);
  expect(cost(of, 0, 0)).toBe(6_000_000 + 3_600_000);
  expect(cost(of, 0, first)).toBe(6_000_000 + 3_600_000);
  expect(of.setBars(0, [["rule"], []]).size).toBe(0);
  expect([of.reset(), of.reset()]).toEqual([true, false]);
  expect(cost(of, 0, 0)).toBe(2_000_000 + 3_600_000);
  expect(cost(of, 0, first)).toBe(6_000_000 + 3_600_000);
});

test("what bars a class is told, and what routes would cost without it", () => {
  const of = routes([[false, true], both]);
  expect([of.bars(0, 0), of.bars(1, 0), of.bars(0, 1)]).toEqual([["rule"], [], []]);
  expect(of.table(0, 0, 1).cost(0, of.unbarred(0))).toBe(2_000_000 + 3_600_000);
});
