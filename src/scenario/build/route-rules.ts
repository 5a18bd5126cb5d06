import { assert } from "#base/assert";
import { Routes } from "#domain/traffic/routes";
import type { LinkRule, PassageRule } from "#domain/traffic/routes";
import { barsOf, limitDatesOf } from "#domain/passage/passage-limits";
import type { VesselClass } from "#domain/traffic/vessel-class";
import { createDistribution } from "#engine/random/distribution-kinds";
import type { RouteNetwork } from "#scenario/build/route-network";
import type { Resolved } from "#scenario/language/resolved";

/** The classes of vessels of a scenario, in order of id. */
export function vesselClasses(scenario: Resolved): VesselClass[] {
  return Object.entries(scenario.vessels).map(([id, { mode, speed, draft, flag, cost }]) => ({
    id,
    mode,
    speed,
    draft,
    flag,
    costPerDay: cost?.perDay ?? 0,
  }));
}

/** The routes of a scenario's classes. */
export function routesOf(scenario: Resolved, network: RouteNetwork, classes: readonly VesselClass[]): Routes {
  const passages = passageRules(scenario, network, classes);
  return new Routes(network.graph, { classes, passages, links: linkRules(scenario, network) });
}

/** What routing must know of each passage, by gate number. */
export function passageRules(
  scenario: Resolved,
  network: RouteNetwork,
  classes: readonly VesselClass[],
): PassageRule[] {
  return network.passages.map((site, passage) => {
    const transit = scenario.network.sites[site]?.transit;
    const meanMs = transit?.time && createDistribution(transit.time).mean;
    const shut = transit === undefined && network.closedByDefault[passage] === true ? [`${site}.closed`] : [];
    const barred = (time: number): string[][] =>
      classes.map((vesselClass) => [
        ...shut,
        ...barsOf(transit?.limits, vesselClass, time).map(({ limit }) => `${site}.transit.limits.${limit}`),
      ]);
    return {
      transitMs: meanMs === undefined ? undefined : classes.map(() => meanMs),
      bars: barred(scenario.time.start),
      changes: limitDatesOf(transit?.limits)
        .filter((date) => date > scenario.time.start)
        .map((from) => ({ from, bars: barred(from) })),
    };
  });
}

/** What routing must know of each link, by link number. */
function linkRules(scenario: Resolved, network: RouteNetwork): LinkRule[] {
  const { arcs } = network.graph;
  const metresOf = new Map<number, number | undefined>();
  arcs.link.forEach((link, arc) => {
    if (!metresOf.has(link)) metresOf.set(link, arcs.metres[arc]);
  });
  return network.links.map((id, number) => {
    const link = scenario.network.links[id];
    assert(link !== undefined, `link ${id} stands in the scenario`);
    const metres = metresOf.get(number);
    assert(metres !== undefined, `link ${id} stands in the route graph`);
    return { mode: link.mode, metres, timeMs: link.time && createDistribution(link.time).mean };
  });
}
