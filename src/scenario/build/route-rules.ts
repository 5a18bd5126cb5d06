import type { Schedule } from "#base/field";
import { assert } from "#base/assert";
import type { LinkRule, PassageRule } from "#domain/traffic/routes";
import type { LimitsSpec } from "#domain/passage/passage-fields";
import type { VesselClass } from "#domain/traffic/vessel-class";
import { stepsOf, valueAt } from "#domain/world/steps";
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
    const legal = (time: number): boolean[] =>
      classes.map((vesselClass) => !isShut && isLegal(vesselClass, transit?.limits, time));
    return {
      transitMs: meanMs === undefined ? undefined : classes.map(() => meanMs),
      isLegal: legal(scenario.time.start),
      changes: datesOf(transit?.limits)
        .filter((date) => date > scenario.time.start)
        .map((from) => ({ from, isLegal: legal(from) })),
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

/** The instants at which any limit has a step, in order. */
function datesOf(limits: LimitsSpec | undefined): number[] {
  const all = [limits?.draft, limits?.classes, limits?.flags].flatMap((of) =>
    of ? stepsOf<unknown>(of) : [],
  );
  return [...new Set(all.map(({ from }) => from))].sort((a, b) => a - b);
}

/** Whether a class may pass at an instant. */
function isLegal(
  { id, draft = 0, flag }: VesselClass,
  limits: LimitsSpec | undefined,
  time: number,
): boolean {
  const now = <T>(of: Schedule<T> | undefined): T | undefined => of && valueAt(stepsOf(of), time);
  const mayClass = now(limits?.classes)?.includes(id) ?? true;
  const mayFlag = flag === undefined || (now(limits?.flags)?.includes(flag) ?? true);
  return draft <= (now(limits?.draft) ?? Infinity) && mayClass && mayFlag;
}
