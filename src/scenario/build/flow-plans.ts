import { assert } from "#base/assert";
import type { Choices, FlowPlan, Hub } from "#domain/traffic/flow-plan";
import { plansOf } from "#domain/traffic/transfers";
import { policies } from "#domain/policy/policy-kinds";
import { msPerMetre } from "#domain/traffic/routes";
import type { VesselClass } from "#domain/traffic/vessel-class";
import type { FlowSpec } from "#domain/traffic/flow-fields";
import type { TransferSpec } from "#domain/traffic/transfer-fields";
import { createDistribution } from "#engine/random/distribution-kinds";
import type { Mark } from "#engine/random/mark";
import type { Counts } from "#engine/record/counts";
import { CallLists } from "#scenario/build/call-lists";
import type { CallParts } from "#scenario/build/call-lists";
import type { RouteNetwork } from "#scenario/build/route-network";
import type { Resolved } from "#scenario/language/resolved";
import { hubsOf } from "#scenario/language/voyage-way";

/** What flows are made ready from. */
export interface FlowParts extends CallParts {
  readonly network: RouteNetwork;
  readonly classes: readonly VesselClass[];
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
  const shared = sharedOf(parts, () => number++);
  const begun = flows.map(([id, flow], index) => {
    const vessels = [flow.vessel, ...flow.onward];
    return flowPlan(shared, { id, number: index, flow, vessels });
  });
  return { begun, all: [...begun, ...begun.flatMap((first) => plansOf(first).slice(1)).sort(byNumber)] };
}

const byNumber = (one: FlowPlan, other: FlowPlan): number => one.number - other.number;

/** What all plans are made from. */
interface SharedParts extends FlowParts {
  readonly lists: CallLists;
  readonly draws: Readonly<Record<"origin" | "destination" | "cancel" | "due", Mark>>;
  /** In order of id of their sites. */
  readonly transfers: readonly Transfer[];
  /** A number of a plan that carries voyages on. */
  readonly numbered: () => number;
}

/** What a hub is to every flow. */
type Transfer = Pick<Hub, "node" | "time" | "mark"> & { readonly values: TransferSpec };

function sharedOf(parts: FlowParts, numbered: () => number): SharedParts {
  const { marks, scenario, network } = parts;
  const draws = {
    origin: marks.at("origin", ""),
    destination: marks.at("destination", ""),
    cancel: marks.at("cancel", ""),
    due: marks.at("due", ""),
  };
  const transfers = hubsOf(scenario).map((site) => {
    const values = scenario.network.sites[site]?.transfer;
    assert(values !== undefined, `${site} is a hub`);
    const time = createDistribution(values.time);
    return { values, time, node: network.nodeOf(site), mark: marks.at("transfer", site) };
  });
  return { ...parts, lists: new CallLists(parts), draws, transfers, numbered };
}

/** One vessel of a flow's voyages, the first of `vessels`; the others carry on. */
interface PlanParts {
  readonly id: string;
  readonly number: number;
  readonly flow: FlowSpec;
  readonly vessels: readonly string[];
}

function flowPlan(parts: SharedParts, { id, number, flow, vessels }: PlanParts): FlowPlan {
  const { network, classes, counts, goods, draws, lists, numbered } = parts;
  const [first, ...others] = vessels;
  const vesselClass = classes.findIndex((known) => known.id === first);
  const vessel = classes[vesselClass];
  assert(vessel !== undefined, `flow ${id} sails a known class`);
  const carries = flow.commodity !== undefined;
  const isLast = others.length === 0;
  const bound = isLast ? Object.keys(flow.to) : hubsOf(parts.scenario);
  const ports = [...bound, ...alternatesOf(parts.scenario, bound)].map((site) => network.nodeOf(site));
  const calls = lists.of({ vessel: vessel.id, carries }, ports);
  const next = { id, flow, vessels: others };
  return {
    id,
    number,
    vesselClass,
    msPerMetre: msPerMetre(vessel),
    goods: flow.commodity === undefined ? 0 : goods.indexOf(flow.commodity),
    units: flow.commodity === undefined ? 1 : (flow.size ?? 1),
    priority: flow.priority,
    via: vessels.length > flow.onward.length ? viaOf(network, flow) : -1, // that of its first vessel
    due: flow.due && { after: createDistribution(flow.due), mark: draws.due },
    origins: choicesOf(network, flow.from, draws.origin),
    destinations: choicesOf(network, flow.to, draws.destination),
    cancelMark: draws.cancel,
    calls,
    onward: isLast
      ? undefined
      : {
          hubs: parts.transfers.map((transfer) => hubAt(transfer, flow, calls)),
          plan: flowPlan(parts, { ...next, number: numbered() }),
        },
    deliveries: counts.series(id),
    commodityDeliveries: flow.commodity === undefined ? -1 : counts.series(flow.commodity),
  };
}

const viaOf = (network: RouteNetwork, { via }: FlowSpec): number =>
  via === undefined ? -1 : network.passages.indexOf(via);

function hubAt({ values, node, time, mark }: Transfer, flow: FlowSpec, calls: FlowPlan["calls"]): Hub {
  const served = (calls[node] ?? []).reduce((sum, { service }) => sum + service.mean, 0);
  const units = flow.commodity === undefined ? 0 : (flow.size ?? 1);
  return {
    node,
    time,
    mark,
    meanMs: served + time.mean,
    cost: values.cost + values["unit-cost"] * units,
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
function choicesOf(network: RouteNetwork, weights: Readonly<Record<string, number>>, mark: Mark): Choices {
  const entries = Object.entries(weights);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let sum = 0;
  const cumulative = entries.map(([, weight]) => (sum += weight) / total);
  return { nodes: entries.map(([site]) => network.nodeOf(site)), cumulative, mark };
}
