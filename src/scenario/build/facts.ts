import type { Cost } from "#base/field";
import type { Facts, Performance } from "#domain/measure/facts";
import { countedUnits } from "#scenario/language/site-paths";
import type { Resolved } from "#scenario/language/resolved";

/** What measures must know about the world of a scenario. */
export function factsOf(scenario: Resolved): Facts {
  const { start, end, warmUp } = scenario.time;
  return {
    start,
    warmUpEnd: start + warmUp,
    end,
    flows: Object.entries(scenario.flows).map(([id, { vessel }]) => ({
      id,
      costPerDay: scenario.vessels[vessel]?.cost?.perDay ?? 0,
      speed: scenario.vessels[vessel]?.speed ?? 0,
    })),
    servers: serversOf(scenario.network.sites),
    performance: performanceOf(scenario),
    units: countedUnits(scenario.commodities, scenario.network.sites),
    background: new Set(
      Object.entries(scenario.disruptions).flatMap(([id, values]) =>
        values["background"] === true ? [id] : [],
      ),
    ),
    costs: Object.entries(scenario.policies).flatMap(([id, policy]) => {
      const cost = policy["cost"] as Cost | undefined; // a field that all policies share
      return cost === undefined ? [] : [{ id, once: cost.once, perDay: cost.perDay, acting: true }];
    }),
  };
}

/** How many servers each station has, by its id, `site.station`. */
export function serversOf(sites: Resolved["network"]["sites"]): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(sites).flatMap(([id, site]) =>
      Object.entries(site.stations).map(([name, { servers }]) => [`${id}.${name}`, servers] as const),
    ),
  );
}

function performanceOf(scenario: Resolved): Performance | undefined {
  const { performance, commodities, network } = scenario;
  if (performance === undefined) return undefined;
  const [first] = performance.of;
  const unit = countedUnits(commodities, network.sites).get(first ?? "") ?? "vessels";
  return { ...performance, unit };
}
