import { expect, test } from "vitest";
import { greatCircleMetres } from "#base/elementary";
import { OFF_MESH } from "#engine/network/route-parts";
import { outcome } from "#engine/record/journeys";
import { createWorld } from "#scenario/build/create-world";
import { routeNetworkOf } from "#scenario/build/route-network";
import type { RouteNetwork } from "#scenario/build/route-network";
import { passageRules, vesselClasses } from "#scenario/build/route-rules";
import type { Resolved, ResolvedSite } from "#scenario/language/resolved";
import { OpenSea } from "#scenario/source/open-sea";
import { run, scenarioOf, source, voyages } from "../../domain/run.ts";
import { canal } from "../../domain/small-worlds.ts";

const headway = "time: 3 h, admission: { kind: headway, every: 1 h }";

function network(text: string): RouteNetwork {
  return routeNetworkOf(scenarioOf(text), source);
}

/** A scenario on the sea of the world; the sites are lines under `sites`. */
function world(sites: readonly string[], flow: string): string {
  return `
breakwater: 1
title: On the sea
seed: sea
time: { start: 2024-01-01T00:00Z, duration: 120 d, warm-up: 60 d }
network:
  use: world
  sites: {${sites.length === 0 ? "" : ` ${sites.join(", ")} `}}
vessels: { ship: { mode: sea, speed: 36 km/h } }
flows: { calls: { ${flow}, vessel: ship, arrivals: { kind: regular, every: 20 d } } }
measures: { throughput: calls, dwell: all }
performance: { of: calls, window: 7 d }
`;
}

test("ends come first, then junctions, then a side of a passage for each link that ends there", () => {
  const of = network(canal(headway));
  expect(of.siteOfNode).toEqual(["east", "west", "cape", "cut", "cut"]);
  expect([of.nodeOf("east"), of.nodeOf("west"), of.nodeOf("cape")]).toEqual([0, 1, 2]);
  expect([of.passages, of.links, of.hasLanes]).toEqual([
    ["cut"],
    ["cape-east", "cut-east", "west-cape", "west-cut"],
    false,
  ]);
  expect(of.closedByDefault).toEqual([false]);
  expect(() => of.nodeOf("cut")).toThrow(/site cut/);
});

test("links join the sides of a passage, crossed over no metres, and every link leads both ways", () => {
  const { graph } = network(canal(headway));
  const { from, to, metres, link, gate, count } = graph.arcs;
  const arcs = Array.from({ length: count }, (_, arc) =>
    [from[arc], to[arc], metres[arc], link[arc], gate[arc]].join(" "),
  );
  // nodes: 0 east, 1 west, 2 cape, 3 and 4 the sides of cut, of the links cut-east (1) and west-cut (3)
  expect(new Set(arcs)).toEqual(
    new Set([
      "2 0 200000 0 -1",
      "0 2 200000 0 -1",
      "3 0 20000 1 -1",
      "0 3 20000 1 -1",
      "1 2 200000 2 -1",
      "2 1 200000 2 -1",
      "1 4 20000 3 -1",
      "4 1 20000 3 -1",
      "3 4 0 -1 0",
      "4 3 0 -1 0",
    ]),
  );
});

test("a one-way link leads one way, and one without a distance is as long as the great circle", () => {
  const text = canal(headway)
    .replace("to: cape, mode: sea, distance: 200 km", "to: cape, mode: sea, one-way: true")
    .replace(
      "cape-east: { from: cape, to: east, mode: sea, distance: 200 km }",
      "cape-east: { from: cape, to: east, mode: sea }",
    );
  const { graph, links } = network(text);
  const of = (id: string): number[] =>
    [...graph.arcs.link].flatMap((link, arc) =>
      links[link] === id ? [graph.arcs.metres[arc] as number] : [],
    );
  expect(of("west-cape")).toEqual([greatCircleMetres(0, 0, 1.7, 0.1)]);
  expect(of("cape-east")).toEqual(Array(2).fill(greatCircleMetres(1.7, 0.1, 0, 0.2)));
});

test("equal networks are one, with all that it has searched; another network is another", () => {
  const text = canal(headway);
  expect(network(text)).toBe(network(canal(headway, { days: 5 })));
  expect(network(text)).not.toBe(network(text.replace("distance: 200 km", "distance: 201 km")));
});

test("a port of the data set is moored where it lies, and sails what the data set measures", () => {
  const of = network(world([], "from: SGSIN, to: NLRTM"));
  expect(of.hasLanes).toBe(true);
  const scenario = scenarioOf(world([], "from: SGSIN, to: NLRTM"));
  const [whole] = voyages(run(scenario));
  expect(whole).toMatchObject({
    how: "arrived",
    kilometres: (source.metres("SGSIN", "NLRTM") ?? NaN) / 1000,
  });
  const line = of.lineOf(of.nodeOf("SGSIN"), of.nodeOf("NLRTM"));
  const ends = [line[0], line.at(-1)].filter((point) => point !== undefined);
  const at = (port: string): number[] | undefined => source.sites()[port]?.at?.slice().reverse();
  expect(ends).toEqual([at("SGSIN"), at("NLRTM")]);
});

/** Singapore, moved in the resolved scenario to where no port of the data set lies. */
function movedTo(at: readonly [number, number]): Resolved {
  const scenario = scenarioOf(world([], "from: SGSIN, to: NLRTM"));
  const { sites } = scenario.network;
  const moved = { ...(sites["SGSIN"] as ResolvedSite), at }; // the flow begins there
  return { ...scenario, network: { ...scenario.network, sites: { ...sites, SGSIN: moved } } };
}

test("a port that is none of the data set's is moored at both ends of the nearest lane", () => {
  const scenario = movedTo([45, -20]);
  const of = routeNetworkOf(scenario, source);
  const moored = source.sea().mooringsAt([45, -20]);
  expect(moored.length).toBe(2);
  expect(of.graph.vertexOf(of.nodeOf("SGSIN"))).toBeGreaterThanOrEqual(source.sea().points.length);
  const shortest = Math.min(
    ...moored.map(
      (mooring) => new OpenSea(source.sea()).way([mooring], source.mooringsOf("NLRTM"))?.metres ?? NaN,
    ),
  );
  expect(voyages(run(scenario))[0]).toMatchObject({ how: "arrived", kilometres: shortest / 1000 });
});

test("a port of the data set where it lies is moored as the data set says, not anew", () => {
  const usual = scenarioOf(world([], "from: SGSIN, to: NLRTM"));
  const [latitude, longitude] = source.sites()["SGSIN"]?.at as [number, number]; // it has a place
  expect(routeNetworkOf(movedTo([latitude, longitude]), source)).toBe(routeNetworkOf(usual, source));
});

test("a port far from every lane is on no sea, and no route leads there", () => {
  const scenario = movedTo([47, 90]);
  const of = routeNetworkOf(scenario, source);
  expect(of.graph.vertexOf(of.nodeOf("SGSIN"))).toBe(OFF_MESH);
  expect(new Set(voyages(run(scenario)).map(({ how }) => how))).toEqual(new Set(["no-legal-route"]));
});

/** Kilometres from Yokohama to Rotterdam, and whether the class may pass the north-east passage. */
function arctic(scenario: Resolved): {
  readonly kilometres: number;
  readonly legal: boolean | undefined;
} {
  const of = routeNetworkOf(scenario, source);
  const number = of.passages.indexOf("northeast-passage");
  const rules = passageRules(scenario, of, vesselClasses(scenario));
  const made = createWorld(scenario, { source });
  made.run(0);
  const { journeys } = made.recorder;
  expect(journeys.outcome.at(0)).toBe(outcome.arrived);
  return { kilometres: journeys.metres.at(0) / 1000, legal: rules[number]?.bars[0]?.length === 0 };
}

test("the Arctic is closed unless the scenario says how vessels pass it, also where it only names it", () => {
  const flow = "from: JPYOK, to: NLRTM";
  const open = scenarioOf(world([`northeast-passage: { transit: { ${headway} } }`], flow));
  const { sites } = open.network;
  const ice = { ...(sites["northeast-passage"] as ResolvedSite), transit: undefined }; // it stands there
  const named = arctic({
    ...open,
    network: { ...open.network, sites: { ...sites, "northeast-passage": ice } },
  });
  const [round, opened] = [arctic(scenarioOf(world([], flow))), arctic(open)];
  expect([named.legal, opened.legal]).toEqual([false, true]);
  expect(named.kilometres).toBe(round.kilometres);
  expect(round.kilometres).toBe((source.metres("JPYOK", "NLRTM") ?? NaN) / 1000);
  expect(opened.kilometres).toBeLessThan(0.75 * round.kilometres);
});
