import { assert } from "#base/assert";
import { metresApart } from "#domain/world/metres-apart";
import type { LinkSpec } from "#domain/world/site-fields";
import { GateGraph } from "#engine/network/gate-graph";
import type { RouteGraph } from "#engine/network/route-graph";
import { OFF_MESH } from "#engine/network/route-parts";
import type { Door, LinkEnd, LinkPart, RouteParts } from "#engine/network/route-parts";
import { directionsOf } from "#scenario/language/directions";
import type { ById, Resolved, ResolvedSite } from "#scenario/language/resolved";
import type { Sea } from "#scenario/source/sea";
import type { WorldSource } from "#scenario/source/world-source";

/** The route graph of a scenario, and which of its numbers stand for what. */
export interface RouteNetwork {
  readonly graph: RouteGraph;
  /** Site ids of passages, by gate number. */
  readonly passages: readonly string[];
  /** By gate number: whether the data set closes it unless the scenario says how vessels pass it. */
  readonly closedByDefault: readonly boolean[];
  /** By gate number: the names of the ways from which it is entered, by approach of the graph. */
  readonly directions: readonly (readonly string[])[];
  /** Link ids, by link number. */
  readonly links: readonly string[];
  /** The site of each node; a passage's for its sides. */
  readonly siteOfNode: readonly string[];
  /** The node of a site that is an end or a junction. */
  nodeOf(site: string): number;
  /** Whether vessels sail over sea lanes, not over explicit links alone. */
  readonly hasLanes: boolean;
  /** Where a sail from node to node runs: [longitude, latitude] points. */
  lineOf(from: number, to: number): readonly (readonly [number, number])[];
}

const known = new WeakMap<WorldSource, Map<string, RouteNetwork>>();

/**
 * The route graph of a scenario's sites and links, on the sea lanes of the source where it uses them.
 * Scenarios with equal networks (variants, twins) share one, with all that it has already searched.
 */
export function routeNetworkOf({ network }: Resolved, source: WorldSource): RouteNetwork {
  const networks = known.get(source) ?? new Map<string, RouteNetwork>();
  known.set(source, networks);
  const sites = Object.entries(network.sites).map(([id, { type, at }]) => [id, type, at]);
  const key = JSON.stringify([network.use, sites, network.links]);
  const shared = networks.get(key) ?? layNetwork(network, source);
  networks.set(key, shared);
  return shared;
}

/** The sites of a scenario by what they are to a route. */
interface Roles {
  readonly ends: readonly string[];
  readonly junctions: readonly string[];
  readonly passages: readonly string[];
}

function layNetwork({ use, sites, links }: Resolved["network"], source: WorldSource): RouteNetwork {
  const sea = use === undefined ? undefined : source.sea();
  const roles = rolesOf(sites, sea);
  const linkIds = Object.keys(links);
  const moored = roles.ends.map((id) =>
    sea && sites[id]?.type === "port" ? mooringsOf({ id, sites, sea, source }) : [],
  );
  const parts: RouteParts = {
    mesh: sea && meshOf(sea, moored, roles.passages),
    ends: verticesOf(sea, moored),
    junctions: roles.junctions.map(() => OFF_MESH),
    gates: roles.passages.map((id) => doorsOf(sea, id)),
    links: linkParts(links, sites, roles),
  };
  const graph = new GateGraph(parts);
  const nodes = new Map([...roles.ends, ...roles.junctions].map((id, node) => [id, node]));
  return {
    graph,
    passages: roles.passages,
    closedByDefault: roles.passages.map(
      (id) => sea?.passages.find((passage) => passage.id === id)?.closed ?? false,
    ),
    directions: roles.passages.map((id) => directionsOf(id, links, sea && source)),
    links: linkIds,
    siteOfNode: siteOfNodes(graph, roles),
    hasLanes: sea !== undefined,
    lineOf: knownLines(graph.nodeCount, (from, to) =>
      lineOf({ graph, sea, sites, ends: roles.ends }, from, to),
    ),
    nodeOf: (site) => {
      const node = nodes.get(site);
      assert(node !== undefined, `site ${site} begins or ends a route, or joins links`);
      return node;
    },
  };
}

/** Draws each line once: every replication tells the legs that it sailed. */
function knownLines(nodes: number, draw: RouteNetwork["lineOf"]): RouteNetwork["lineOf"] {
  const lines = new Map<number, ReturnType<RouteNetwork["lineOf"]>>();
  return (from, to) => {
    const key = from * nodes + to;
    const line = lines.get(key) ?? draw(from, to);
    lines.set(key, line);
    return line;
  };
}

function rolesOf(sites: ById<ResolvedSite>, sea: Sea | undefined): Roles {
  const ids = Object.keys(sites);
  const ofType = (id: string): string | undefined => sites[id]?.type;
  const shipped = sea?.passages.flatMap(({ id }) => (sites[id] === undefined ? [] : [id])) ?? [];
  const own = ids.filter((id) => ofType(id) === "passage" && !shipped.includes(id));
  return {
    ends: ids.filter((id) => ofType(id) !== "passage" && ofType(id) !== "junction"),
    junctions: ids.filter((id) => ofType(id) === "junction"),
    passages: [...shipped, ...own],
  };
}

interface Moored {
  readonly vertex: number;
  readonly metres: number;
}

function mooringsOf(port: {
  readonly id: string;
  readonly sites: ById<ResolvedSite>;
  readonly sea: Sea;
  readonly source: WorldSource;
}): readonly Moored[] {
  const at = port.sites[port.id]?.at;
  const shipped = port.source.sites()[port.id]?.at;
  const isShipped = shipped !== undefined && shipped[0] === at?.[0] && shipped[1] === at?.[1];
  if (isShipped) return port.source.mooringsOf(port.id);
  return at === undefined ? [] : port.sea.mooringsAt([at[0] as number, at[1] as number]); // a checked pair
}

/** The lanes with a dead end for each moored port, after all vertices of the sea. */
function meshOf(
  sea: Sea,
  moored: readonly (readonly Moored[])[],
  passages: readonly string[],
): NonNullable<RouteParts["mesh"]> {
  const piers = moored.filter((moorings) => moorings.length > 0);
  const edges = [
    ...sea.edges,
    ...openDoors(sea, passages),
    ...piers.flatMap((moorings, pier) =>
      moorings.map(({ vertex, metres }) => ({ from: sea.points.length + pier, to: vertex, metres })),
    ),
  ];
  return {
    vertexCount: sea.points.length + piers.length,
    edges: {
      from: Int32Array.from(edges, ({ from }) => from),
      to: Int32Array.from(edges, ({ to }) => to),
      metres: Int32Array.from(edges, ({ metres }) => metres),
    },
  };
}

/** Passages that the scenario does not name are open water, unless the data set closes them. */
function openDoors(
  { passages }: Sea,
  named: readonly string[],
): { from: number; to: number; metres: number }[] {
  return passages
    .filter(({ id, closed }) => !closed && !named.includes(id))
    .flatMap(({ doors }) => doors.map(({ near, far, metres }) => ({ from: near, to: far, metres })));
}

/** The vertex of each end: piers follow the vertices of the sea, in order. */
function verticesOf(sea: Sea | undefined, moored: readonly (readonly Moored[])[]): readonly number[] {
  let pier = sea?.points.length ?? 0;
  return moored.map((moorings) => (sea === undefined || moorings.length === 0 ? OFF_MESH : pier++));
}

interface Chart {
  readonly graph: RouteGraph;
  readonly sea: Sea | undefined;
  readonly sites: ById<ResolvedSite>;
  readonly ends: readonly string[];
}

/** Vertices after those of the sea are piers: they stand where their port does. */
function lineOf({ graph, sea, sites, ends }: Chart, from: number, to: number): (readonly [number, number])[] {
  const portAt = (node: number): readonly number[] | undefined => sites[ends[node] ?? ""]?.at;
  return [...graph.path(from, to)].flatMap((vertex) => {
    const at = sea?.points[vertex] ?? (vertex === graph.vertexOf(from) ? portAt(from) : portAt(to));
    return at === undefined ? [] : [[at[1] as number, at[0] as number] as const]; // pairs
  });
}

function doorsOf(sea: Sea | undefined, id: string): readonly Door[] {
  return sea?.passages.find((passage) => passage.id === id)?.doors ?? [];
}

function linkParts(links: ById<LinkSpec>, sites: ById<ResolvedSite>, roles: Roles): readonly LinkPart[] {
  const ends = new Map<string, LinkEnd>();
  roles.ends.forEach((site, index) => ends.set(site, { at: "end", index }));
  roles.junctions.forEach((site, index) => ends.set(site, { at: "junction", index }));
  roles.passages.forEach((site, index) => ends.set(site, { at: "gate", index }));
  const endOf = (site: string): LinkEnd => {
    const end = ends.get(site);
    assert(end !== undefined, `the link ends at ${site}, which is a site`);
    return end;
  };
  return Object.values(links).map((link) => ({
    from: endOf(link.from),
    to: endOf(link.to),
    metres: link.distance ?? greatCircleBetween(sites[link.from], sites[link.to]),
    oneWay: link["one-way"],
  }));
}

function greatCircleBetween(from: ResolvedSite | undefined, to: ResolvedSite | undefined): number {
  const [a, b] = [from?.at, to?.at];
  assert(a !== undefined && b !== undefined, "a link without a distance joins sites with a place");
  return metresApart(a, b);
}

function siteOfNodes(graph: RouteGraph, { ends, junctions, passages }: Roles): readonly string[] {
  const sites = [...ends, ...junctions];
  for (let node = sites.length; node < graph.nodeCount; node++) {
    sites.push(passages[graph.gateOf(node)] as string); // what follows ends and junctions are sides
  }
  return sites;
}
