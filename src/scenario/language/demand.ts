import type { KindValue } from "#base/field";
import { dayMs } from "#base/time";
import type { ArrivalKind, ArrivalSpan } from "#engine/random/arrival-kind";
import type { FlowSpec } from "#domain/traffic/flow-fields";
import { endOf } from "#scenario/language/checks/times";
import type { Draft } from "#scenario/language/draft";
import type { NetworkSource } from "#scenario/source/network-source";
import type { Families, Reading } from "#scenario/language/reading";
import { Routes } from "#scenario/language/routes";
import type { Sailor, Stop } from "#scenario/language/route-edges";
import { voyageWay } from "#scenario/language/voyage-way";
import type { VoyageGround, VoyageWay } from "#scenario/language/voyage-way";

/** One pair of a flow with its part of the rate, and the undisrupted way between. */
export interface Trip {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
  readonly perDay: number;
  readonly way: readonly Stop[] | undefined;
  /** Where its vessels call, and of which classes: at hubs, and where it ends. */
  readonly calls: VoyageWay["calls"];
}

/** The expected number of voyages a day of a flow, over the run. */
function ratePerDay(arrivals: KindValue, span: ArrivalSpan, families: Families): number {
  const kind = families["arrival"]?.kinds.find((candidate) => candidate.kind === arrivals.kind);
  return (kind as ArrivalKind | undefined)?.ratePerDay(arrivals, span) ?? 0; // the family holds arrivals
}

/** The run; a year where it was not understood, which is then reported. */
export function spanOf(draft: Draft): ArrivalSpan {
  const start = draft.time?.start;
  const from = start && "at" in start ? start.at : 0;
  const end = endOf(draft);
  return { from, until: end !== undefined && end > from ? end : from + 365 * dayMs };
}

/** A flow that was understood, and its id. */
export type NamedFlow = readonly [id: string, flow: FlowSpec];

/** All pairs of some flows; those of a class that was not understood are left out. */
export function tripsOf(flows: readonly NamedFlow[], ground: VoyageGround): readonly Trip[] {
  const span = spanOf(ground.draft);
  const trips: Trip[] = [];
  for (const flow of flows) addTrips(trips, flow, span, ground);
  return trips;
}

/** The same by the sites at which their vessels call: hubs, and where they end. */
export function tripsByCall(trips: readonly Trip[]): ReadonlyMap<string, readonly Trip[]> {
  const byCall = new Map<string, Trip[]>();
  for (const trip of trips) {
    const [only] = trip.calls;
    const sites = only && trip.calls.length === 1 ? [only.site] : new Set(trip.calls.map(({ site }) => site));
    for (const site of sites) {
      const known = byCall.get(site);
      if (known) known.push(trip);
      else byCall.set(site, [trip]);
    }
  }
  return byCall;
}

function addTrips(trips: Trip[], [id, flow]: NamedFlow, span: ArrivalSpan, ground: VoyageGround): void {
  const sailors = sailorsOf(ground.draft, flow, span.from);
  if (!sailors) return;
  const rate = ratePerDay(flow.arrivals, span, ground.families) / (sum(flow.from) * sum(flow.to));
  const carries = flow.commodity !== undefined;
  for (const [from, weight] of Object.entries(flow.from)) {
    for (const [to, share] of Object.entries(flow.to)) {
      const voyage = voyageWay(ground, { from, to, via: flow.via, carries }, sailors);
      const perDay = rate * weight * share;
      trips.push({ flow: id, from, to, perDay, way: voyage?.stops, calls: voyage?.calls ?? [] });
    }
  }
}

/** The classes of a flow's vessels in order, at an instant; undefined when one was not understood. */
export function sailorsOf(draft: Draft, flow: FlowSpec, time: number): readonly Sailor[] | undefined {
  const sailors: Sailor[] = [];
  for (const id of [flow.vessel, ...flow.onward]) {
    const spec = draft.vessels?.[id];
    if (spec === undefined) return undefined;
    sailors.push({ id, spec, time });
  }
  return sailors;
}

function sum(weights: Readonly<Record<string, number>>): number {
  return Object.values(weights).reduce((total, weight) => total + weight, 0);
}

/** What flows plan on undisrupted routes: voyages a day by site and passage, origins and ends included. */
export function demandOf(
  draft: Draft,
  reading: Reading,
  source: NetworkSource | undefined,
): ReadonlyMap<string, number> {
  const demand = new Map<string, number>();
  const { families, names } = reading;
  if (!draft.flows || !draft.network) return demand;
  const routes = new Routes({ draft, sites: names.sites, source, families });
  for (const trip of tripsOf(Object.entries(draft.flows), { draft, routes, families })) {
    for (const site of new Set([trip.from, ...(trip.way ?? []).map((stop) => stop.site), trip.to])) {
      demand.set(site, (demand.get(site) ?? 0) + trip.perDay);
    }
  }
  return demand;
}
