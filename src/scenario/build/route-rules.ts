import { assert } from "#base/assert";
import type { LinkRule, PassageRule } from "#domain/traffic/routes";
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

/** What routing must know of each passage, by gate number. */
export function passageRules(
  scenario: Resolved,
  network: RouteNetwork,
  classes: readonly VesselClass[],
): PassageRule[] {
  return network.passages.map((site, passage) => {
    const transit = scenario.network.sites[site]?.transit;
    const meanMs = transit && createDistribution(transit.time).mean;
    const isShut = transit === undefined && network.closedByDefault[passage] === true;
    return {
      transitMs: meanMs === undefined ? undefined : classes.map(() => meanMs),
      isLegal: classes.map((vesselClass) => !isShut && isLegal(vesselClass, transit?.limits)),
    };
  });
}

/** What routing must know of each link, by link number. */
export function linkRules(scenario: Resolved, network: RouteNetwork): LinkRule[] {
  return network.links.map((id, number) => {
    const link = scenario.network.links[id];
    assert(link !== undefined, `link ${id} stands in the scenario`);
    const arc = network.graph.arcs.link.indexOf(number);
    const metres = network.graph.arcs.metres[arc];
    assert(metres !== undefined, `link ${id} stands in the route graph`);
    return { mode: link.mode, metres, timeMs: link.time };
  });
}

function isLegal(
  { id, draft = 0, flag }: VesselClass,
  limits:
    | {
        readonly draft: number | undefined;
        readonly classes: readonly string[] | undefined;
        readonly flags: readonly string[] | undefined;
      }
    | undefined,
): boolean {
  if (limits === undefined) return true;
  const { draft: deepest = Infinity, classes, flags } = limits;
  const mayClass = classes?.includes(id) ?? true;
  const mayFlag = flag === undefined || (flags?.includes(flag) ?? true);
  return draft <= deepest && mayClass && mayFlag;
}
