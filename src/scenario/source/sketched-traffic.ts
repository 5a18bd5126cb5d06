import type { NetworkSource } from "#scenario/source/network-source";
import type { SketchedNetwork, SketchedSite } from "#scenario/source/sketched-network";
import type { SketchedWay } from "#scenario/source/sketched-way";
import { SketchedWays } from "#scenario/source/sketched-ways";

/** Two sites and how one moves between them. */
interface Ends {
  readonly from: string;
  readonly to: string;
  readonly mode: string;
}

/** A site whose berths are closed, and how many it is given where the tables give it no stations. */
export interface ClosedBerths {
  readonly berthsOf: string;
  readonly servers: number;
}

/** What moves in a skeleton, and where it is held up. */
export interface SketchedTraffic {
  /** Ids of the flows that are measured together. */
  readonly measured: readonly string[];
  /** Voyages a day of these flows together. */
  readonly perDay: number;
  /** A flow that the skeleton adds, where no table brings one. */
  readonly added?: Ends;
  /** A link that the skeleton adds, where nothing joins the sites. */
  readonly joined?: Ends & { readonly distance: string | undefined };
  /** True when the shipped sea lanes join sites, or bring them. */
  readonly usesWorld: boolean;
  /** What the disruption closes: a link, or the berths of a site. */
  readonly closes: { readonly link: string } | ClosedBerths;
  /** What was assumed, in sentences. */
  readonly notes: readonly string[];
}

/** The flow and the link that a skeleton adds. */
export const addedFlow = "first-flow";
/** As above. */
export const addedLink = "first-link";

/** Voyages a day of such a flow. */
export const addedPerDay = 4;

/** The most flows measured together, links on the way of an added flow, and ports tried for it. */
const [measuredMost, linksMost, candidatesMost] = [20, 5, 40];

/** Chooses what moves and what is closed; a text says what is missing when nothing can move. */
export function trafficOf(network: SketchedNetwork, source: NetworkSource): SketchedTraffic | string {
  if (network.flows.length > 0) return trafficOfFlows(network, source);
  return network.links.length > 0 ? trafficOfLinks(network, source) : trafficOfSites(network, source);
}

function trafficOfFlows(network: SketchedNetwork, source: NetworkSource): SketchedTraffic | string {
  const { flows } = network;
  const first = flows[0] ?? { from: "", to: "" };
  const counted = flows.slice(0, measuredMost);
  const measured = counted.map(({ id }) => id);
  const perDay = perDayOf(counted);
  const notes =
    flows.length > measuredMost ? [`the first ${measuredMost} of ${flows.length} flows are measured`] : [];
  const link = new SketchedWays(network).between(first.from, first.to)?.at(-1)?.link.id;
  const closed = link ?? network.links[0]?.id;
  if (closed !== undefined) {
    const usesWorld = namesWorld(network, source);
    const shared = { measured, perDay, usesWorld, closes: { link: closed } };
    return { ...shared, notes: [...notes, closedText(`the link ${closed}`)] };
  }
  const lost = [first.from, first.to].find((id) => !isOnSea(network, id, source));
  // A site that is not among those of the files is told with its row when the scenario is read.
  const port = flows.find(({ to }) => isOnSea(network, to, source))?.to;
  const isTold = lost !== undefined && network.sites.size > 0 && !network.sites.has(lost);
  if (port === undefined || (lost !== undefined && !isTold))
    return `nothing joins ${lost ?? first.to} to anywhere: add a file of links, or coordinates of ports`;
  const closes = { berthsOf: port, servers: berthsFor(network, port) };
  return {
    measured,
    perDay,
    usesWorld: true,
    closes,
    notes: [...notes, lanesText, ...closedBerths(network, closes)],
  };
}

function trafficOfLinks(network: SketchedNetwork, source: NetworkSource): SketchedTraffic | string {
  const way = new SketchedWays(network).long(linksMost);
  const [first, last] = [way?.[0], way?.at(-1)];
  if (!first || !last) return "no link joins two sites at which a voyage can begin and end";
  const added = { from: first.from, to: last.to, mode: first.link.mode ?? "sea" };
  const shared = {
    measured: [addedFlow],
    perDay: addedPerDay,
    added,
    usesWorld: namesWorld(network, source),
  };
  const closed = last.link.id;
  return { ...shared, closes: { link: closed }, notes: [addedText(added), closedText(`the link ${closed}`)] };
}

function trafficOfSites(network: SketchedNetwork, source: NetworkSource): SketchedTraffic | string {
  const ends = [...network.sites.values()].filter(({ type }) => type !== "passage");
  const shared = { measured: [addedFlow], perDay: addedPerDay };
  const pair = seaPair(ends, source);
  if (pair) {
    const added = { from: pair[0], to: pair[1], mode: "sea" };
    const closes = { berthsOf: pair[1], servers: berthsLeast };
    const notes = [lanesText, addedText(added), ...closedBerths(network, closes)];
    return { ...shared, added, usesWorld: true, closes, notes };
  }
  const [one, other] = ends;
  if (!one || !other) {
    const there = one === undefined ? "no site is there" : `${one.id} is the only site`;
    return `${there}, and something moves between two only: add rows, or a file of links or flows`;
  }
  const added = { from: one.id, to: other.id, mode: modeOf(one) };
  const distance = one.at && other.at ? undefined : "500 km";
  const length = distance === undefined ? "as long as the great circle" : `${distance} long`;
  const joinedText = `no file holds links, so one, ${length}, joins ${one.id} and ${other.id}`;
  const notes = [joinedText, addedText(added), closedText("this link")];
  const closes = { link: addedLink };
  return { ...shared, added, joined: { ...added, distance }, usesWorld: false, closes, notes };
}

const lanesText = "ships sail on the sea lanes of the world";

function addedText({ from, to }: Ends): string {
  return `no file holds flows, so one goes from ${from} to ${to}, ${addedPerDay} voyages a day`;
}

/** What is closed at a site: its own stations, or berths that it is given. */
function closedBerths({ sites }: SketchedNetwork, { berthsOf, servers }: ClosedBerths): readonly string[] {
  if (sites.get(berthsOf)?.hasStations === true) return [closedText(`the port ${berthsOf}`)];
  return [`${berthsOf} has ${servers} berths, at which a ship lies 20 h`, "these berths are closed for 5 d"];
}

/** Berths of a port that nobody describes, at least; days a ship lies there; the busiest that they may be. */
const [berthsLeast, stayDays, loadMost] = [5, 20 / 24, 0.7];

function perDayOf(flows: readonly SketchedWay[]): number {
  return flows.reduce((sum, flow) => sum + flow.perDay, 0);
}

/** So many that all who call find a berth at last; a flow that does not say calls once a day. */
function berthsFor({ flows }: SketchedNetwork, site: string): number {
  const perDay = perDayOf(flows.filter(({ to }) => to === site));
  return Math.max(berthsLeast, Math.ceil((perDay * stayDays) / loadMost));
}

function closedText(what: string): string {
  return `${what} is closed for 5 d`;
}

function modeOf({ type }: SketchedSite): string {
  return type === "airport" ? "air" : type === "rail-terminal" ? "rail" : "road";
}

/** The first two ports of which ships sail from one to the other. */
function seaPair(
  ends: readonly SketchedSite[],
  source: NetworkSource,
): readonly [string, string] | undefined {
  const isPort = ({ type, at }: SketchedSite): boolean => at !== undefined && (type ?? "port") === "port";
  const ports = ends.filter(isPort).slice(0, candidatesMost);
  for (const one of ports) {
    for (const other of ports) {
      if (one === other || !one.at || !other.at) continue;
      if ((source.metres(one.at, other.at) ?? 0) > 0) return [one.id, other.id];
    }
  }
  return undefined;
}

function isOnSea({ sites }: SketchedNetwork, id: string, source: NetworkSource): boolean {
  const own = sites.get(id);
  return own === undefined ? Object.hasOwn(source.sites(), id) : own.at !== undefined;
}

/** Whether links or flows name a site that only the shipped network has. */
function namesWorld({ sites, links, flows }: SketchedNetwork, source: NetworkSource): boolean {
  for (const { from, to } of [...links, ...flows]) {
    for (const end of [from, to]) if (!sites.has(end) && Object.hasOwn(source.sites(), end)) return true;
  }
  return false;
}
