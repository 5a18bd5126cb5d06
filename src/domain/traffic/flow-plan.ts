import type { Distribution } from "#engine/random/distribution-kind";
import type { DrawingFlow, Mark } from "#engine/random/mark";

/**
 * Where voyages of a flow may begin or end: nodes, and the cumulative shares of their weights, the last one
 * 1.
 */
export interface Choices {
  readonly nodes: readonly number[];
  readonly cumulative: readonly number[];
  readonly mark: Pick<Mark, "uniform">;
}

/** What a vessel, or what it carries once the vessel is released, does at one station of its destination. */
export interface Call {
  /** Whether what it carries passes the station without it: its vessel is free by then. */
  readonly isCargo: boolean;
  readonly facility: number;
  readonly service: Distribution;
  readonly mark: Mark;
  /** How often this station stood in the path before: the visit of its mark. */
  readonly visit: number;
}

/** A site where voyages of a flow change vessels, as a node. */
export interface Hub {
  readonly node: number;
  readonly time: Distribution;
  readonly mark: Mark;
  /** Mean time of its stations and of the transfer, ms. */
  readonly meanMs: number;
  /** US dollars that the transfer costs a voyage. */
  readonly cost: number;
}

/** What carries voyages of a flow on, and where. */
export interface Onward {
  readonly hubs: readonly Hub[];
  /** The same flow with the next class of vessels. */
  readonly plan: FlowPlan;
}

/** A flow made ready: everything that its voyages ask for, by number. */
export interface FlowPlan {
  readonly id: string;
  readonly number: number;
  readonly vesselClass: number;
  readonly msPerMetre: number;
  /** What its voyages carry: a number of the ledger's goods, and how many units. */
  readonly goods: number;
  readonly units: number;
  /** Rank at stations that serve by priority. */
  readonly priority: number;
  /** The passage that every voyage must take, or -1. */
  readonly via: number;
  /** How long after its beginning a voyage is due; undefined: never. */
  readonly due: { readonly after: Distribution; readonly mark: Mark } | undefined;
  readonly origins: Choices;
  readonly destinations: Choices;
  /** Which voyages a fall of demand cancels, and which a rise adds. */
  readonly cancelMark: Mark;
  /** By destination node: one list for all flows whose vessels call alike. */
  readonly calls: readonly (readonly Call[] | undefined)[];
  /** What goes on from hubs with another vessel; undefined: this one goes all the way. */
  readonly onward: Onward | undefined;
  /** Counts of deliveries: voyages, and units of the commodity; -1 when nobody reads them. */
  readonly deliveries: number;
  readonly commodityDeliveries: number;
}

/** The node that voyage `ordinal` of a flow chooses; where there is but one nothing is drawn. */
export function chosen({ nodes, cumulative, mark }: Choices, flow: DrawingFlow, ordinal: number): number {
  if (nodes.length === 1) return nodes[0] as number; // the only one
  const uniform = mark.uniform(flow, ordinal);
  let index = 0;
  while (index < nodes.length - 1 && !(uniform < (cumulative[index] as number))) index++; // one by node
  return nodes[index] as number; // there is at least one
}
