import type { Draft } from "#scenario/language/draft";
import type { Families } from "#scenario/language/reading";
import { meanOf } from "#scenario/language/mean-of";
import type { Sailor, Stop } from "#scenario/language/route-edges";
import type { Routes } from "#scenario/language/routes";
import { vesselPathOf } from "#scenario/language/site-paths";

/** Between which sites a voyage goes, by way of which passage, and whether it carries a commodity. */
export interface Ends {
  readonly from: string;
  readonly to: string;
  readonly via: string | undefined;
  readonly carries: boolean;
}

/** The undisrupted way of a voyage. */
export interface VoyageWay {
  readonly stops: readonly Stop[];
  /** Where its vessels call, and which: hubs and the end, in order. */
  readonly calls: readonly { readonly site: string; readonly vessel: string }[];
}

/** What voyages are planned on. */
export interface VoyageGround {
  readonly draft: Draft;
  readonly routes: Routes;
  readonly families: Families;
}

/** What was found for the sites of a network: each flow and each voyage that changes vessels asks. */
const hubs: WeakMap<object, readonly string[]> = new WeakMap();

/** A scenario, read or still a draft, as far as it matters whether voyages may change vessels. */
interface Transferring {
  readonly network?: { readonly sites: TransferSites } | undefined;
}

type TransferSites = Readonly<Record<string, { readonly transfer: object | undefined }>>;

/** The sites where voyages may change vessels, in order of id. */
export function hubsOf({ network }: Transferring): readonly string[] {
  const sites = network?.sites;
  if (sites === undefined) return [];
  const known = hubs.get(sites);
  if (known !== undefined) return known;
  const found = Object.keys(sites).filter((id) => sites[id]?.transfer);
  hubs.set(sites, found);
  return found;
}

/**
 * The undisrupted way of a voyage whose vessels are of these classes in order, over the hubs by which it is
 * soonest there; undefined when it cannot get there.
 */
export function voyageWay(
  ground: VoyageGround,
  ends: Ends,
  sailors: readonly Sailor[],
): VoyageWay | undefined {
  const [sailor, ...others] = sailors;
  if (sailor === undefined) return undefined;
  if (others.length === 0) return legOf(ground, ends, sailor);
  let best: VoyageWay | undefined;
  for (const hub of hubsOf(ground.draft)) {
    if (hub === ends.from || hub === ends.to) continue;
    const first = legOf(ground, { ...ends, to: hub }, sailor);
    const rest = first && voyageWay(ground, { ...ends, from: hub, via: undefined }, others);
    if (first === undefined || rest === undefined) continue;
    const so = msOf(first) + hubMs(ground, { hub, vessel: sailor.id, carries: ends.carries });
    const stops = [...first.stops, ...rest.stops.map(({ site, ms }) => ({ site, ms: so + ms }))];
    const way = { stops, calls: [...first.calls, ...rest.calls] };
    if (best === undefined || msOf(way) < msOf(best)) best = way;
  }
  return best;
}

function legOf({ routes }: VoyageGround, { from, to, via }: Ends, sailor: Sailor): VoyageWay | undefined {
  const calls = [{ site: to, vessel: sailor.id }];
  if (via === undefined) {
    const stops = routes.way(from, to, sailor);
    return stops && { stops, calls };
  }
  const [first, second] = [routes.way(from, via, sailor), routes.way(via, to, sailor)];
  if (first === undefined || second === undefined) return undefined;
  const so = first.at(-1)?.ms ?? 0;
  return { stops: [...first, ...second.map(({ site, ms }) => ({ site, ms: so + ms }))], calls };
}

const msOf = ({ stops }: VoyageWay): number => stops.at(-1)?.ms ?? 0;

/** Mean time at a hub: its stations and the transfer. */
function hubMs(
  { draft, families }: VoyageGround,
  { hub, vessel, carries }: { readonly hub: string; readonly vessel: string; readonly carries: boolean },
): number {
  const site = draft.network?.sites[hub];
  if (site?.transfer === undefined) return 0;
  const path = [...vesselPathOf(site), ...(carries ? (site["cargo-path"] ?? []) : [])];
  const served = path.reduce((sum, name) => {
    const service = site.stations[name]?.service;
    const value = service?.by[vessel] ?? service?.all;
    return sum + (value ? meanOf(value, families) : 0);
  }, 0);
  return served + meanOf(site.transfer.time, families);
}
