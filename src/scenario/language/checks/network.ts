import { siteTypes } from "#domain/world/site-type";
import type { LinkSpec } from "#domain/world/site-fields";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { placeOf } from "#scenario/language/checks/check";
import type { Draft } from "#scenario/language/draft";
import type { Reading } from "#scenario/language/reading";
import { greatCircleOf } from "#scenario/language/route-edges";
import type { SiteValues } from "#scenario/language/scenario-fields";
import { vesselStationsOf } from "#scenario/language/site-paths";
import { likeCycle } from "#scenario/patch/likes";
import { suggest } from "#scenario/read/nearest";

/** A site is like one that has stations, and never like itself. */
export const checkLikes: Check = ({ reading, root, sites }) => {
  for (const [id, { like }] of sites()) {
    if (like === undefined) continue;
    const place = placeOf(root, "network", "sites", id, "like");
    const path = `network.sites.${id}.like`;
    const cycle = likeCycle(root, id);
    const other = reading.names.sites.get(like);
    if (cycle.length > 0) {
      const wrong = [...cycle, id].join(" is like ");
      reading.report("LIKE_CYCLE", place, path, wrong, "give one of them stations of its own");
    } else if (other && !other.doubtful && (other.type === "passage" || other.stations.length === 0)) {
      const right = `give ${like} stations, or name another site`;
      reading.report("SELECTOR_EMPTY", place, path, `the site "${like}" has no stations`, right);
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

function checkCoordinates({ reading, root }: CheckGround, id: string, site: SiteValues): void {
  if (!site.at) return;
  const [latitude, longitude] = site.at;
  const place = placeOf(root, "network", "sites", id, "at");
  const path = `network.sites.${id}.at`;
  if (site.at.length !== 2) {
    reading.report(
      "COORDINATES_WRONG",
      place,
      path,
      "coordinates are two numbers",
      "write [latitude, longitude]",
    );
  } else if (Math.abs(latitude ?? 0) > 90 || Math.abs(longitude ?? 0) > 180) {
    const swapped = Math.abs(longitude ?? 0) <= 90 && Math.abs(latitude ?? 0) <= 180;
    const right = swapped ? `write [${longitude}, ${latitude}]` : "write [latitude, longitude] in degrees";
    reading.report(
      "COORDINATES_WRONG",
      place,
      path,
      `[${latitude}, ${longitude}] is not on the Earth`,
      right,
    );
  }
}

function checkType({ reading, root }: CheckGround, id: string, site: SiteValues): void {
  const place = placeOf(root, "network", "sites", id);
  const path = `network.sites.${id}`;
  const type = reading.names.sites.get(id)?.type;
  if (type === undefined) {
    const right = `write type: ${siteTypes.slice(0, 4).join(", ")} ...`;
    reading.report("TYPE_MISSING", place, path, "the site has no type, and no data set brings it", right);
  }
  if (site.transit && type !== undefined && type !== "passage") {
    const transit = placeOf(root, "network", "sites", id, "transit");
    const wrong = `a ${type} is not transited`;
    reading.report(
      "TRANSIT_MISPLACED",
      transit,
      `${path}.transit`,
      wrong,
      "write type: passage, or give it stations",
    );
  }
  if (type === "passage" && Object.keys(site.stations).length > 0) {
    const key = site.like === undefined ? "stations" : "like";
    const stations = placeOf(root, "network", "sites", id, key);
    const right = "describe the passage by its transit";
    reading.report("TRANSIT_MISPLACED", stations, `${path}.stations`, "a passage has no stations", right);
  }
}

function checkPath({ reading, root }: CheckGround, id: string, site: SiteValues): void {
  const stations = Object.keys(site.stations);
  for (const key of ["vessel-path", "cargo-path"] as const) {
    const place = placeOf(root, "network", "sites", id, key);
    for (const name of site[key] ?? []) {
      if (stations.includes(name)) continue;
      const wrong = `${id} has no station "${name}"`;
      reading.report("ID_UNKNOWN", place, `network.sites.${id}.${key}`, wrong, suggest(name, stations));
    }
  }
  const forVessels = vesselStationsOf(site);
  if (site["vessel-path"] === undefined && forVessels.length > 1) {
    const place = placeOf(root, "network", "sites", id, "vessel-path");
    const wrong = `${id} has ${forVessels.length} stations and no vessel-path`;
    const right = `write vessel-path: [${forVessels.join(", ")}] in order`;
    reading.report("PATH_MISSING", place, `network.sites.${id}.vessel-path`, wrong, right);
  }
}

/** Links lead somewhere else, and no way is shorter than the great circle. */
export const checkLinks: Check = (ground) => {
  for (const [id, link] of Object.entries(ground.draft.network?.links ?? {})) checkLink(ground, id, link);
};

/** A site that is written and was not understood: what it lacks is reported where it is written. */
function inDoubt(draft: Draft, reading: Reading, site: string): boolean {
  return reading.names.sites.get(site)?.written === true && draft.network?.sites[site] === undefined;
}

function checkLink({ reading, root, draft }: CheckGround, id: string, link: LinkSpec): void {
  const path = `network.links.${id}`;
  if (link.from === link.to) {
    const place = placeOf(root, "network", "links", id, "to");
    reading.report(
      "ENDS_EQUAL",
      place,
      `${path}.to`,
      `the link leads from ${link.from} to itself`,
      "name another end",
    );
    return;
  }
  const shortest = greatCircleOf(reading.names.sites, link);
  if (link.distance === undefined) {
    if (shortest !== undefined || link.time !== undefined) return;
    const missing = reading.names.sites.get(link.from)?.at ? link.to : link.from;
    if (inDoubt(draft, reading, missing)) return;
    const right = `write a distance, or network.sites.${missing}.at`;
    const place = placeOf(root, "network", "links", id);
    reading.report(
      "COORDINATES_MISSING",
      place,
      path,
      `its length is unknown: ${missing} has no coordinates`,
      right,
    );
  } else if (shortest !== undefined && link.distance < shortest) {
    const place = placeOf(root, "network", "links", id, "distance");
    const wrong = `${link.distance} m is shorter than the great circle of ${shortest} m`;
    const right = `write ${Math.ceil(shortest / 1852)} nm or more, or correct the coordinates`;
    reading.report("DISTANCE_SHORT", place, `${path}.distance`, wrong, right);
  }
}
