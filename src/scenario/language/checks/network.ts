import { siteTypes } from "#domain/world/site-type";
import type { LinkSpec } from "#domain/world/site-fields";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { at } from "#scenario/language/checks/check";
import { greatCircleOf } from "#scenario/language/route-edges";
import type { SiteValues } from "#scenario/language/scenario-fields";
import { vesselStationsOf } from "#scenario/language/site-paths";
import { likeCycle } from "#scenario/patch/likes";
import { suggest } from "#scenario/read/nearest";
import { nodeAt } from "#scenario/read/node";

/** A site is like one that has stations, and never like itself. */
export const checkLikes: Check = (ground) => {
  const { reading, root, sites } = ground;
  const told = new Set<string>(); // those of a circle that was told at its first site
  for (const [id, { like }] of sites()) {
    if (like === undefined || told.has(id)) continue;
    const own = at(ground, "network", "sites", id, "like");
    const cycle = likeCycle(root, id);
    const other = reading.names.sites.get(like);
    if (cycle.length > 0) {
      for (const site of cycle) told.add(site);
      const wrong = [...cycle, id].join(" is like ");
      own.report("LIKE_CYCLE", wrong, "give one of them stations of its own");
    } else if (other && !other.doubtful && (other.type === "passage" || other.stations.length === 0)) {
      const right = `give ${like} stations, or name another site`;
      own.report("SELECTOR_EMPTY", `the site "${like}" has no stations`, right);
    }
  }
};

/**
 * Sites have coordinates on the Earth, a type, a `transit` only where vessels pass, and a path through their
 * stations.
 */
export const checkSites: Check = (ground) => {
  for (const [id, site] of ground.sites()) {
    checkCoordinates(ground, id, site);
    checkType(ground, id, site);
    checkPath(ground, id, site);
  }
};

function checkCoordinates(ground: CheckGround, id: string, site: SiteValues): void {
  if (!site.at) return;
  const [latitude, longitude] = site.at;
  const written = at(ground, "network", "sites", id, "at");
  if (site.at.length !== 2) {
    written.report("COORDINATES_WRONG", "coordinates are two numbers", "write [latitude, longitude]");
  } else if (Math.abs(latitude ?? 0) > 90 || Math.abs(longitude ?? 0) > 180) {
    const swapped = Math.abs(longitude ?? 0) <= 90 && Math.abs(latitude ?? 0) <= 180;
    const right = swapped ? `write [${longitude}, ${latitude}]` : "write [latitude, longitude] in degrees";
    written.report("COORDINATES_WRONG", `[${latitude}, ${longitude}] is not on the Earth`, right);
  }
}

function checkType(ground: CheckGround, id: string, site: SiteValues): void {
  const type = ground.reading.names.sites.get(id)?.type;
  if (type === undefined) {
    const right = `write type: ${siteTypes.slice(0, 4).join(", ")} ...`;
    at(ground, "network", "sites", id).report(
      "TYPE_MISSING",
      "the site has no type, and no data set brings it",
      right,
    );
  }
  if (site.transit && type !== undefined && type !== "passage") {
    const wrong = `a ${type} is not transited`;
    at(ground, "network", "sites", id, "transit").report(
      "TRANSIT_MISPLACED",
      wrong,
      "write type: passage, or give it stations",
    );
  }
  if (type === "passage" && Object.keys(site.stations).length > 0) {
    const key = site.like === undefined ? "stations" : "like";
    const right = "describe the passage by its transit";
    at(ground, "network", "sites", id, key).report("TRANSIT_MISPLACED", "a passage has no stations", right);
  }
}

function checkPath(ground: CheckGround, id: string, site: SiteValues): void {
  const stations = Object.keys(site.stations);
  for (const key of ["vessel-path", "cargo-path"] as const) {
    for (const name of site[key] ?? []) {
      if (stations.includes(name)) continue;
      const wrong = `${id} has no station "${name}"`;
      at(ground, "network", "sites", id, key).report("ID_UNKNOWN", wrong, suggest(name, stations));
    }
  }
  const forVessels = vesselStationsOf(site);
  if (site["vessel-path"] === undefined && forVessels.length > 1) {
    const wrong = `${id} has ${forVessels.length} stations and no vessel-path`;
    const right = `write vessel-path: [${forVessels.join(", ")}] in order`;
    at(ground, "network", "sites", id, "vessel-path").report("PATH_MISSING", wrong, right);
  }
}

/** Links lead somewhere else, and no way is shorter than the great circle. */
export const checkLinks: Check = (ground) => {
  for (const [id, link] of Object.entries(ground.draft.network?.links ?? {})) checkLink(ground, id, link);
};

/** A site of which something was not understood: what it seems to lack is reported where it is written. */
function inDoubt({ reading, draft, root }: CheckGround, site: string): boolean {
  if (nodeAt(root, "network", "sites", site, "at") !== undefined) return true;
  return reading.names.sites.get(site)?.written === true && draft.network?.sites[site] === undefined;
}

function checkLink(ground: CheckGround, id: string, link: LinkSpec): void {
  const { reading } = ground;
  if (link.from === link.to) {
    at(ground, "network", "links", id, "to").report(
      "ENDS_EQUAL",
      `the link leads from ${link.from} to itself`,
      "name another end",
    );
    return;
  }
  const shortest = greatCircleOf(reading.names.sites, link);
  if (link.distance === undefined) {
    if (shortest !== undefined || link.time !== undefined) return;
    const missing = reading.names.sites.get(link.from)?.at ? link.to : link.from;
    if (inDoubt(ground, missing)) return;
    const right = `write a distance, or network.sites.${missing}.at`;
    at(ground, "network", "links", id).report(
      "COORDINATES_MISSING",
      `its length is unknown: ${missing} has no coordinates`,
      right,
    );
  } else if (shortest !== undefined && link.distance < shortest) {
    const wrong = `${link.distance} m is shorter than the great circle of ${shortest} m`;
    const right = `write ${Math.ceil(shortest / 1852)} nm or more, or correct the coordinates`;
    at(ground, "network", "links", id, "distance").report("DISTANCE_SHORT", wrong, right);
  }
}
