import { assert } from "#base/assert";
import type { DistributionValue, Per } from "#base/field";
import type { Facilities } from "#domain/facility/facilities";
import type { Call, Choices, Crossing, FlowPlan, Hub } from "#domain/traffic/flow-plan";
import { plansOf } from "#domain/traffic/transfers";
import { policies } from "#domain/policy/policy-kinds";
import { msPerMetre } from "#domain/traffic/routes";
import type { VesselClass } from "#domain/traffic/vessel-class";
import type { FlowSpec } from "#domain/traffic/flow-fields";
import type { Distribution } from "#engine/random/distribution-kind";
import { createDistribution } from "#engine/random/distribution-kinds";
import type { Marks } from "#engine/random/mark";
import type { Counts } from "#engine/record/counts";
import type { RouteNetwork } from "#scenario/build/route-network";
import type { Resolved } from "#scenario/language/resolved";
import { hubsOf } from "#scenario/language/voyage-way";

/** What flows are made ready from. */
export interface FlowParts {
  readonly scenario: Resolved;
  readonly network: RouteNetwork;
  readonly classes: readonly VesselClass[];
  readonly facilities: Facilities;
  readonly marks: Marks;
  readonly counts: Counts;
  /** Names of the ledger's goods; 0 is `vessels`. */
  readonly goods: readonly string[];
}

/** Plans by their numbers. */
export interface FlowPlans {
  /** Of all flows of a scenario, in order of id. */
  readonly begun: readonly FlowPlan[];
  /** These, and after them those that carry voyages on. */
  readonly all: readonly FlowPlan[];
}

/** The plans of a scenario's flows. */
export function flowPlans(parts: FlowParts): FlowPlans {
  const flows = Object.entries(parts.scenario.flows);
  let number = flows.length;
  const numbered = (): number => number++;
  const begun = flows.map(([id, flow], index) => {
    const vessels = [flow.vessel, ...flow.onward];
    return flowPlan(parts, { id, number: index, flow, vessels, numbered });
  });
  return { begun, all: [...begun, ...begun.flatMap((first) => plansOf(first).slice(1)).sort(byNumber)] };
}

const byNumber = (one: FlowPlan, other: FlowPlan): number => one.number - other.number;

/** One vessel of a flow's voyages, the first of `vessels`; the others carry on. */
interface PlanParts {
  readonly id: string;
  readonly number: number;
  readonly flow: FlowSpec;
  readonly vessels: readonly string[];
  readonly numbered: () => number;
}

function flowPlan(parts: FlowParts, { id, number, flow, vessels, numbered }: PlanParts): FlowPlan {
  const { network, classes, marks, counts, goods } = parts;
  const [first, ...others] = vessels;
  const vesselClass = classes.findIndex((known) => known.id === first);
  const vessel = classes[vesselClass];
  assert(vessel !== undefined, `flow ${id} sails a known class`);
  const destinations = choicesOf(network, flow.to);
  const carries = flow.commodity !== undefined;
  const isLast = others.length === 0;
  const bound = isLast ? Object.keys(flow.to) : hubsOf(parts.scenario);
  const ports = [...bound, ...alternatesOf(parts.scenario, bound)].map((site) => network.nodeOf(site));
  const calls = byNode(ports, (node) => callsAt(parts, node, { id, vessel: vessel.id, carries }));
  const next = { id, flow, vessels: others, numbered };
  return {
    id,
    number,
    vesselClass,
    msPerMetre: msPerMetre(vessel),
    goods: flow.commodity === undefined ? 0 : goods.indexOf(flow.commodity),
    units: flow.commodity === undefined ? 1 : (flow.size ?? 1),
    priority: flow.priority,
    via: vessels.length > flow.onward.length ? viaOf(network, flow) : -1, // that of its first vessel
    due: flow.due && { after: createDistribution(flow.due), mark: marks.at(id, "due", "") },
    origins: choicesOf(network, flow.from),
    destinations,
    originMark: marks.at(id, "origin", ""),
    destinationMark: marks.at(id, "destination", ""),
    cancelMark: marks.at(id, "cancel", ""),
    calls,
    crossings: network.passages.map((site) => crossingOf(parts, site, id)),
    sails: network.links.map((link) => sailOf(parts, link, id)),
    onward: isLast
      ? undefined
      : {
          hubs: hubsOf(parts.scenario).map((site) => hubAt(parts, { id, flow }, { site, calls })),
          plan: flowPlan(parts, { ...next, number: numbered() }),
        },
    deliveries: counts.series(id),
    commodityDeliveries: flow.commodity === undefined ? -1 : counts.series(flow.commodity),
  };
}

const viaOf = (network: RouteNetwork, { via }: FlowSpec): number =>
  via === undefined ? -1 : network.passages.indexOf(via);

function hubAt(
  { scenario, network, marks }: FlowParts,
  { id, flow }: { readonly id: string; readonly flow: FlowSpec },
  { site, calls }: { readonly site: string; readonly calls: FlowPlan["calls"] },
): Hub {
  const transfer = scenario.network.sites[site]?.transfer;
  assert(transfer !== undefined, `${site} is a hub`);
  const node = network.nodeOf(site);
  const time = createDistribution(transfer.time);
  const served = (calls[node] ?? []).reduce((sum, { service }) => sum + service.mean, 0);
  const units = flow.commodity === undefined ? 0 : (flow.size ?? 1);
  return {
    node,
    time,
    mark: marks.at(id, "transfer", site),
    meanMs: served + time.mean,
    cost: transfer.cost + transfer["unit-cost"] * units,
  };
}

/** The ports where vessels bound for these may call instead, as some policy says. */
function alternatesOf(scenario: Resolved, bound: readonly string[]): string[] {
  return Object.values(scenario.policies).flatMap((values) => {
    const kind = policies.kinds.find((candidate) => candidate.kind === values.kind);
    const alternates = kind?.alternates?.(values);
    return alternates?.of.some((port) => bound.includes(port)) === true ? alternates.to : [];
  });
}

/** Weights in order of id, as cumulative shares: adding a site with weight 0 moves no choice. */
function choicesOf(network: RouteNetwork, weights: Readonly<Record<string, number>>): Choices {
  const entries = Object.entries(weights);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let sum = 0;
  const cumulative = entries.map(([, weight]) => (sum += weight) / total);
  return { nodes: entries.map(([site]) => network.nodeOf(site)), cumulative };
}

/** A list with a value at each of these nodes and holes between. */
function byNode<Value>(nodes: readonly number[], valueAt: (node: number) => Value): (Value | undefined)[] {
  const values: (Value | undefined)[] = [];
  for (const node of nodes) values[node] = valueAt(node);
  return values;
}

function callsAt(
  { scenario, network, facilities, marks }: FlowParts,
  node: number,
  flow: { readonly id: string; readonly vessel: string; readonly carries: boolean },
): Call[] {
  const siteId = network.siteOfNode[node] as string; // every node belongs to a site
  const site = scenario.network.sites[siteId];
  const forVessel = site?.["vessel-path"] ?? [];
  const path = [...forVessel, ...(flow.carries ? (site?.["cargo-path"] ?? []) : [])];
  return path.map((name, step) => {
    const spec = site?.stations[name];
    assert(spec !== undefined, `the paths of ${siteId} name its stations`);
    const id = `${siteId}.${name}`;
    return {
      isCargo: step >= forVessel.length,
      facility: facilities.ids.indexOf(id),
      service: perClass(spec.service, flow.vessel),
      mark: marks.at(flow.id, "service", id),
      visit: path.slice(0, step).filter((earlier) => earlier === name).length,
    };
  });
}

function crossingOf({ scenario, marks }: FlowParts, site: string, flow: string): Crossing | undefined {
  const time = scenario.network.sites[site]?.transit?.time;
  return time && { time: createDistribution(time), mark: marks.at(flow, "transit", site) };
}

/** Of a link whose time is left to chance. */
function sailOf({ scenario, marks }: FlowParts, link: string, flow: string): Crossing | undefined {
  const time = scenario.network.links[link]?.time;
  if (time === undefined || time.kind === "constant") return undefined;
  return { time: createDistribution(time), mark: marks.at(flow, "sail", link) };
}

function perClass(values: Per<DistributionValue>, vessel: string): Distribution {
  const value = values.by[vessel] ?? values.all;
  assert(value !== undefined, `a station that ${vessel} calls at has a service time for it`);
  return createDistribution(value);
}
