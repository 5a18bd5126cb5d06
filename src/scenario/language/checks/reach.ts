import { printInstant } from "#base/time";
import { limitDatesOf } from "#domain/passage/passage-limits";
import type { Bar } from "#domain/passage/passage-limits";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { at, placeOf } from "#scenario/language/checks/check";
import { endOf } from "#scenario/language/checks/times";
import { sailorsOf, spanOf } from "#scenario/language/demand";
import type { Trip } from "#scenario/language/demand";
import type { Obstacle, Sailor } from "#scenario/language/route-edges";
import { hubsOf, voyageWay } from "#scenario/language/voyage-way";

/**
 * Every destination can be reached, by a class that has links of its mode at all. What stands in the way is
 * named: the rules that the way which breaks the fewest of them breaks. Limits that leave no way for a part
 * of the run only are warned of.
 */
export const checkReach: Check = (ground) => {
  if (linksInDoubt(ground)) return;
  const silent = hopelessFlows(ground);
  const dates = datesOf(ground);
  const planned = spanOf(ground.draft).from;
  for (const trip of ground.trips()) {
    if (silent.has(trip.flow) || trip.from === trip.to) continue;
    if (trip.way !== undefined && dates.length === 1) continue;
    const barred = dates.filter((date) =>
      date === planned ? trip.way === undefined : !hasWay(ground, trip, date),
    );
    if (barred.length === dates.length) reportNoWay(ground, trip, dates[0] ?? 0);
    else if (barred.length > 0) warnOfBars(ground, trip, { dates, barred });
  }
};

/** The instants between which nothing changes: the start of the run, and each at which a limit may. */
function datesOf({ reading, draft }: CheckGround): readonly number[] {
  const start = reading.start ?? 0;
  const end = endOf(draft) ?? Infinity;
  const sites = Object.values(draft.network?.sites ?? {});
  const changes = sites.flatMap(({ transit }) => limitDatesOf(transit?.limits));
  const inside = changes.filter((date) => date > start && date < end);
  return [start, ...[...new Set(inside)].sort((a, b) => a - b)];
}

function hasWay(ground: CheckGround, trip: Trip, time: number): boolean {
  const { draft, reading } = ground;
  const flow = draft.flows?.[trip.flow];
  const sailors = flow && sailorsOf(draft, flow, time);
  if (flow === undefined || sailors === undefined) return false;
  const { from, to } = trip;
  const ends = { from, to, via: flow.via, carries: flow.commodity !== undefined };
  const on = { draft, routes: ground.routes(), families: reading.families };
  return voyageWay(on, ends, sailors) !== undefined;
}

/**
 * The flows of classes that have no link of their mode, which is reported, or that must change vessels where
 * nobody can.
 */
function hopelessFlows(ground: CheckGround): ReadonlySet<string> {
  const { draft, source, flows } = ground;
  const modes = new Set(Object.values(draft.network?.links ?? {}).map((link) => link.mode));
  if (source) modes.add("sea");
  const classes = Object.entries(draft.vessels ?? {});
  const lost = new Map(classes.flatMap(([id, { mode }]) => (modes.has(mode) ? [] : [[id, mode] as const])));
  const silent = new Set<string>();
  const hasHubs = hubsOf(draft).length > 0;
  for (const [id, flow] of flows()) {
    if (flow.onward.length > 0 && !hasHubs) silent.add(id);
    if (lost.size === 0) continue;
    for (const [index, vessel] of [flow.vessel, ...flow.onward].entries()) {
      const mode = lost.get(vessel);
      if (mode === undefined) continue;
      silent.add(id);
      const wrong = `${vessel} moves by ${mode}, and no link has the mode ${mode}`;
      const other = modes.size > 0 ? `, or use a class of mode ${[...modes].join(" or ")}` : "";
      const right = `add links with mode: ${mode}${other}`;
      const key = index === 0 ? "vessel" : "onward";
      at(ground, "flows", id, key).report("MODE_WITHOUT_LINK", wrong, right);
    }
  }
  return silent;
}

/** When a link was not understood, a missing way says nothing. */
function linksInDoubt({ reading, root, draft }: CheckGround): boolean {
  if (reading.names.isDoubted("link")) return true;
  const links = root.entries.get("network")?.value;
  const written = links?.node === "map" ? links.entries.get("links")?.value : undefined;
  const count = written?.node === "map" ? written.entries.size : 0;
  return Object.keys(draft.network?.links ?? {}).length < count;
}

function reportNoWay(ground: CheckGround, trip: Trip, time: number): void {
  const { reading, root } = ground;
  const obstacles = obstaclesOf(ground, trip, time);
  const place = placeOf(root, "flows", trip.flow, "to", trip.to);
  const why = obstacles.length === 0 ? "" : `: ${obstacles.map((one) => textOf(ground, one)).join("; ")}`;
  const wrong = `${vesselOf(ground, trip)} finds no way from ${trip.from} to ${trip.to}${why}`;
  const [first] = obstacles;
  const right = first
    ? remedyOf(first)
    : "add links between them; a route runs through junctions and passages only";
  reading.report("UNREACHABLE", place, `flows.${trip.flow}.to`, wrong, right);
}

function warnOfBars(
  ground: CheckGround,
  trip: Trip,
  { dates, barred }: { readonly dates: readonly number[]; readonly barred: readonly number[] },
): void {
  const { reading, root } = ground;
  const [from = 0] = barred;
  const until = dates.find((date) => date > from && !barred.includes(date));
  const obstacles = obstaclesOf(ground, trip, from);
  const [first] = obstacles;
  if (first === undefined) return;
  const span = `from ${printInstant(from)} ${until === undefined ? "on" : `to ${printInstant(until)}`}`;
  const why = obstacles.map((one) => textOf(ground, one)).join("; ");
  const ends = `from ${trip.from} to ${trip.to}`;
  const wrong = `${span} ${vesselOf(ground, trip)} has no legal route ${ends}: ${why}`;
  const right = `its voyages are lost then; ${remedyOf(first)}`;
  const place = placeOf(root, "flows", trip.flow, "to", trip.to);
  reading.warn("ROUTE_BARRED", place, `flows.${trip.flow}.to`, wrong, right);
}

/** The rules on the way that breaks the fewest; by way of a passage, those on either part of it. */
function obstaclesOf(ground: CheckGround, trip: Trip, time: number): readonly Obstacle[] {
  const flow = ground.draft.flows?.[trip.flow];
  const sailors = flow && sailorsOf(ground.draft, flow, time);
  if (flow === undefined || sailors === undefined) return [];
  return fewestOf(ground, { from: trip.from, to: trip.to, via: flow.via }, sailors);
}

/** Over the hub by which the fewest rules are broken; of equal ones the first. */
function fewestOf(
  ground: CheckGround,
  { from, to, via }: { readonly from: string; readonly to: string; readonly via: string | undefined },
  [sailor, ...others]: readonly Sailor[],
): readonly Obstacle[] {
  if (sailor === undefined) return [];
  const leg = (end: string): readonly Obstacle[] =>
    via === undefined
      ? ground.routes().obstacles(from, end, sailor)
      : [...ground.routes().obstacles(from, via, sailor), ...ground.routes().obstacles(via, end, sailor)];
  if (others.length === 0) return leg(to);
  const over = hubsOf(ground.draft)
    .filter((hub) => hub !== from && hub !== to)
    .map((hub) => [...leg(hub), ...fewestOf(ground, { from: hub, to, via: undefined }, others)])
    .filter((broken) => broken.length > 0);
  return over.sort((one, other) => one.length - other.length)[0] ?? [];
}

function vesselOf({ draft }: CheckGround, { flow: id }: Trip): string {
  const flow = draft.flows?.[id];
  return flow === undefined ? "its class" : [flow.vessel, ...flow.onward].join(", then ");
}

function textOf({ draft, reading }: CheckGround, obstacle: Obstacle): string {
  switch (obstacle.at) {
    case "limit":
      return `it has ${obstacle.bar.has}, and ${obstacle.site} lets ${obstacle.bar.passes} pass`;
    case "closed":
      return `${obstacle.site} is closed unless the scenario says how vessels pass it`;
    case "mode":
      return `${obstacle.link} is for ${draft.network?.links[obstacle.link]?.mode ?? "another mode"}`;
    case "one-way":
      return `${obstacle.link} leads the other way only`;
    case "end":
      return `no route leads through ${obstacle.site}, a ${reading.names.sites.get(obstacle.site)?.type}`;
  }
}

const limitPath = (site: string, { limit }: Bar): string => `network.sites.${site}.transit.limits.${limit}`;

function remedyOf(obstacle: Obstacle): string {
  switch (obstacle.at) {
    case "limit":
      return `widen ${limitPath(obstacle.site, obstacle.bar)}, or add links round it`;
    case "closed":
      return `write network.sites.${obstacle.site}.transit, or add links round it`;
    case "mode":
      return `add a link beside ${obstacle.link} for the mode of its class`;
    case "one-way":
      return `leave one-way of ${obstacle.link} out, or add a link that leads back`;
    case "end":
      return `add a link past ${obstacle.site}; a route runs through junctions and passages only`;
  }
}
