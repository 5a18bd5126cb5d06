import { dayMs } from "#base/time";
import type { TransitSpec } from "#domain/passage/passage-fields";
import { calendarOf } from "#domain/facility/hours-fields";
import type { StationSpec } from "#domain/facility/station-fields";
import { mostAdmittedPerDay } from "#scenario/language/checks/admission-rate";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { at } from "#scenario/language/checks/check";
import type { Trip } from "#scenario/language/demand";
import { vesselPathOf } from "#scenario/language/site-paths";
import { meanOf } from "#scenario/language/mean-of";

/**
 * What is planned on undisrupted routes is less than stations, passages and links can do: else their queues
 * grow without end, and every wait is longer the longer the run. A station that turns vessels away is content
 * with any load; one that blocks them has their line elsewhere.
 */
export const checkLoad: Check = (ground) => {
  for (const [id, site] of ground.sites()) {
    for (const name of new Set([...vesselPathOf(site), ...(site["cargo-path"] ?? [])])) {
      const station = site.stations[name];
      if (station && !turnsAway(station)) warnOfStation(ground, id, name, station);
    }
    if (site.transit) warnOfPassage(ground, id, site.transit);
  }
  warnOfLinks(ground);
};

function turnsAway(station: StationSpec): boolean {
  return station.room !== undefined && station["when-full"] === "turn-away";
}

function warnOfStation(ground: CheckGround, site: string, name: string, station: StationSpec): void {
  const { families } = ground.reading;
  let workMs = 0;
  for (const trip of ground.tripsTo(site)) {
    for (const call of trip.calls) {
      const service = station.service.by[call.vessel] ?? station.service.all;
      if (call.site !== site || !service) continue;
      workMs += trip.perDay * visits(ground, trip, { site, name }) * meanOf(service, families);
    }
  }
  const openShare = calendarOf(station.hours)?.openShare ?? 1;
  const load = workMs / dayMs / station.servers / openShare;
  if (!isFull(load) || openShare === 0) return;
  const path = ["network", "sites", site, "stations", name];
  const right = "fewer calls, more servers, longer hours or shorter service would do";
  warn(ground, path, `${name} of ${site} is planned to be ${percent(load)} busy`, right);
}

function warnOfPassage(ground: CheckGround, site: string, transit: TransitSpec): void {
  const rate = mostAdmittedPerDay(ground, site, transit);
  if (rate === 0 || rate === Infinity) return;
  let perDay = 0;
  for (const trip of ground.trips()) {
    if (trip.way?.some((stop) => stop.site === site)) perDay += trip.perDay;
  }
  const load = perDay / rate;
  if (!isFull(load)) return;
  const path = ["network", "sites", site, "transit", "admission"];
  const right = "fewer vessels, or an admission that lets in more of them, would do";
  warn(ground, path, `${site} is planned to be passed by ${percent(load)} of what it lets in`, right);
}

function warnOfLinks(ground: CheckGround): void {
  const links = Object.entries(ground.draft.network?.links ?? {});
  if (links.every(([, { capacity }]) => capacity === undefined)) return;
  const onMs = onLinksMs(ground.trips());
  for (const [id, { capacity = Infinity }] of links) {
    const load = (onMs.get(id) ?? 0) / dayMs / capacity;
    if (!isFull(load)) continue;
    const right = "fewer vessels, more that may be on it at once, or a shorter way would do";
    warn(ground, ["network", "links", id, "capacity"], `${id} is planned to be ${percent(load)} full`, right);
  }
}

/** The time that all vessels of a day spend on each link, ms. */
function onLinksMs(trips: readonly Trip[]): ReadonlyMap<string, number> {
  const onMs = new Map<string, number>();
  for (const { way = [], perDay } of trips) {
    way.forEach(({ link, ms }, stop) => {
      if (link === undefined) return;
      onMs.set(link, (onMs.get(link) ?? 0) + perDay * (ms - (way[stop - 1]?.ms ?? 0)));
    });
  }
  return onMs;
}

/** How often one voyage stands at a station: its vessel, and what that carries. */
function visits(
  { draft }: CheckGround,
  trip: Trip,
  { site: id, name }: { readonly site: string; readonly name: string },
): number {
  const site = draft.network?.sites[id];
  if (!site) return 0;
  const carries = draft.flows?.[trip.flow]?.commodity !== undefined;
  const path = [...vesselPathOf(site), ...(carries ? (site["cargo-path"] ?? []) : [])];
  return path.filter((other) => other === name).length;
}

/** A load of 1 in decimal fractions may come to a hair less. */
function isFull(load: number): boolean {
  return load >= 1 - 1e-9;
}

function percent(load: number): string {
  return `${Math.round(load * 100)} %`;
}

function warn(ground: CheckGround, path: readonly string[], wrong: string, right: string): void {
  at(ground, ...path).warn("LOAD_FULL", `${wrong}: its queue grows without end`, right);
}
