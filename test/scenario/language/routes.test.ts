import fc from "fast-check";
import { UndirectedGraph } from "graphology";
import { dijkstra } from "graphology-shortest-path";
import { expect, test } from "vitest";
import type { VesselSpec } from "#domain/traffic/vessel-fields";
import type { LinkSpec } from "#domain/world/site-fields";
import type { Draft } from "#scenario/language/draft";
import { families } from "#scenario/language/families";
import type { SiteFacts } from "#scenario/language/names";
import type { Sailor, Stop } from "#scenario/language/route-edges";
import { Routes } from "#scenario/language/routes";

/** Metres in an hour of the ships here. */
const hourMetres = 36_000;

interface World {
  readonly types: Readonly<Record<string, string>>;
  readonly links: Readonly<Record<string, Partial<LinkSpec>>>;
}

function routesOf({ types, links }: World): Routes {
  const facts = (type: string): SiteFacts => ({
    type,
    country: undefined,
    operator: undefined,
    tags: [],
    at: undefined,
    stations: [],
    operators: {},
    degree: 0,
    doubtful: false,
    written: true,
  });
  const sites = new Map(Object.entries(types).map(([id, type]) => [id, facts(type)]));
  const draft = { network: { sites: {}, links } } as unknown as Draft;
  return new Routes({ draft, sites, source: undefined, families });
}

function ship(id: string, spec: Partial<VesselSpec> = {}): Sailor {
  return { id, spec: { mode: "sea", speed: 10, ...spec } as VesselSpec, time: 0 };
}

function link(from: string, to: string, hours: number, rest: Partial<LinkSpec> = {}): Partial<LinkSpec> {
  return { from, to, mode: "sea", "one-way": false, distance: hours * hourMetres, ...rest };
}

const shown = (way: readonly Stop[] | undefined): readonly string[] | undefined =>
  way?.map(({ site, ms }) => `${site} ${ms / 3_600_000}`);

test("a way leads by the soonest junctions, and its stops tell when they are left", () => {
  const links = {
    ab: link("a", "b", 1),
    bd: link("b", "d", 2),
    ac: link("a", "c", 1),
    cd: link("c", "d", 1),
  };
  const routes = routesOf({ types: { a: "port", b: "junction", c: "junction", d: "port" }, links });
  expect(shown(routes.way("a", "d", ship("s")))).toEqual(["c 1", "d 2"]);
  expect(shown(routes.way("a", "a", ship("s")))).toEqual([]);
  expect(shown(routes.way("d", "b", ship("fast", { speed: 20 })))).toEqual(["b 1"]);
  expect(routes.obstacles("a", "d", ship("s"))).toEqual([]);
});

test("of equal ways the one whose links are written first is taken", () => {
  const types = { a: "port", b: "junction", c: "junction", d: "port" };
  const [ab, bd, ac, cd] = [link("a", "b", 1), link("b", "d", 1), link("a", "c", 1), link("c", "d", 1)];
  const first = (links: World["links"]): unknown => routesOf({ types, links }).way("a", "d", ship("s"))?.[0];
  expect(first({ ab, bd, ac, cd })).toMatchObject({ site: "b" });
  expect(first({ ac, cd, ab, bd })).toMatchObject({ site: "c" });
});

test("no way leads through an end, against a one-way link or by another mode; obstacles say so", () => {
  const links = {
    ab: link("a", "b", 1),
    bc: link("b", "c", 1),
    dc: link("d", "c", 1, { "one-way": true }),
    ce: link("c", "e", 1, { mode: "rail" }),
  };
  const types = { a: "port", b: "port", c: "junction", d: "port", e: "port", f: "port" };
  const routes = routesOf({ types, links });
  for (const end of ["c", "d", "e", "f"]) expect(routes.way("a", end, ship("s"))).toBeUndefined();
  expect(shown(routes.way("d", "b", ship("s")))).toEqual(["c 1", "b 2"]);
  expect(routes.obstacles("a", "d", ship("s"))).toEqual([
    { at: "end", site: "b" },
    { at: "one-way", link: "dc" },
  ]);
  expect(routes.obstacles("d", "e", ship("s"))).toEqual([{ at: "mode", link: "ce" }]);
  expect(routes.obstacles("a", "f", ship("s"))).toEqual([]);
  const train = ship("train", { mode: "rail" });
  expect(routes.obstacles("b", "e", train)).toEqual([{ at: "mode", link: "bc" }]);
});

test("ways are as long as those of another program", () => {
  const edge = fc.record({ from: fc.nat(11), to: fc.nat(11), hours: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(fc.array(edge, { minLength: 1, maxLength: 40 }), (edges) => {
      const graph = new UndirectedGraph<object, { hours: number }>();
      const types: Record<string, string> = {};
      for (let site = 0; site < 12; site += 1) {
        graph.addNode(`s${site}`);
        types[`s${site}`] = "junction";
      }
      const links = Object.fromEntries(
        edges
          .filter(({ from, to }) => from !== to)
          .map(({ from, to, hours }, index) => [`l${index}`, link(`s${from}`, `s${to}`, hours)]),
      );
      for (const { from = "", to = "", distance = 0 } of Object.values(links)) {
        const hours = distance / hourMetres;
        if (!graph.hasEdge(from, to)) graph.addEdge(from, to, { hours });
        else graph.updateEdgeAttribute(from, to, "hours", (known) => Math.min(known ?? hours, hours));
      }
      const routes = routesOf({ types, links });
      for (const from of ["s0", "s5"]) {
        const ways = dijkstra.singleSource(graph, from, "hours");
        for (const to of graph.nodes()) {
          const theirs = ways[to]?.slice(1).map((site, at, all) => {
            const before = at === 0 ? from : (all[at - 1] ?? "");
            return graph.getEdgeAttribute(before, site, "hours");
          });
          const hours = theirs?.reduce((sum, one) => sum + one, 0);
          const own = routes.way(from, to, ship("s"));
          const last = own === undefined ? undefined : (own.at(-1)?.ms ?? 0) / 3_600_000;
          expect(last).toBe(to === from ? 0 : hours);
        }
      }
    }),
    { seed: 11, numRuns: 200 },
  );
});
