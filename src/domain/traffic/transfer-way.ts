import type { FlowPlan, Hub } from "#domain/traffic/flow-plan";
import type { Routes } from "#domain/traffic/routes";
import type { RouteCosts } from "#engine/network/route-graph";

/** How a voyage goes on through hubs, as it is planned. */
export interface TransferWay {
  /** Where it changes vessels, in order; none: its present vessel goes all the way. */
  readonly hubs: readonly Hub[];
  /** With the mean times of stations and transfers at hubs; Infinity where no route is legal. */
  readonly ms: number;
  /** Of all its routes. */
  readonly metres: number;
}

/** Between which nodes, and whether the passage that its flow must take lies ahead. */
export interface TransferEnds {
  readonly from: number;
  readonly to: number;
  readonly viaAhead: boolean;
}

const nowhere: TransferWay = { hubs: [], ms: Infinity, metres: Infinity };

/**
 * The way that is soonest at its end, undisturbed: each vessel by its own cheapest route, the hubs by their
 * mean times. Of equal ways the one over the hub that comes first.
 */
export function transferWay(routes: Routes, plan: FlowPlan, ends: TransferEnds): TransferWay {
  const legal = soonest(routes, { plan, ends, costsOf: (number) => routes.costs(number, 0) });
  if (legal.ms < Infinity || plan.onward === undefined) return legal;
  // Bound for where it would go if no rule barred it, it tells on its way which one does.
  const wished = soonest(routes, { plan, ends, costsOf: (number) => routes.unbarred(number) });
  return { ...nowhere, hubs: wished.hubs };
}

interface Search {
  readonly plan: FlowPlan;
  readonly ends: TransferEnds;
  readonly costsOf: (vesselClass: number) => RouteCosts;
}

function soonest(routes: Routes, { plan, ends, costsOf }: Search): TransferWay {
  if (plan.onward === undefined) return leg(routes, { plan, ends, costsOf });
  let best = nowhere;
  for (const hub of plan.onward.hubs) {
    if (hub.node === ends.from || hub.node === ends.to) continue;
    const first = leg(routes, { plan, ends: { ...ends, to: hub.node }, costsOf });
    if (first.ms === Infinity) continue;
    const onward = { from: hub.node, to: ends.to, viaAhead: false };
    const rest = soonest(routes, { plan: plan.onward.plan, ends: onward, costsOf });
    const ms = first.ms + hub.meanMs + rest.ms;
    if (ms < best.ms) best = { hubs: [hub, ...rest.hubs], ms, metres: first.metres + rest.metres };
  }
  return best;
}

function leg(routes: Routes, { plan, ends: { from, to, viaAhead }, costsOf }: Search): TransferWay {
  const { vesselClass, via } = plan;
  const table = viaAhead
    ? routes.tableVia(vesselClass, 0, { via, destination: to })
    : routes.table(vesselClass, 0, to);
  const costs = costsOf(vesselClass);
  return { hubs: [], ms: table.cost(from, costs), metres: table.metres(from, costs) };
}
