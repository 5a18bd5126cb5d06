import { greatCircleMetres } from "#base/elementary";
import type { SiteSpec } from "#domain/world/site-fields";
import type { NetworkSource, Spot } from "#scenario/source/network-source";
import type { ById } from "#scenario/language/resolved";

const site = (type: SiteSpec["type"], latitude: number, longitude: number, country?: string): SiteSpec => ({
  type,
  at: [latitude, longitude],
  country,
  operator: undefined,
  tags: [],
});

const sites: ById<SiteSpec> = {
  CNSHA: site("port", 31.2, 121.5, "CN"),
  SGSIN: site("port", 1.3, 103.8, "SG"),
  NLRTM: site("port", 51.9, 4.1, "NL"),
  EGPSD: site("port", 31.3, 32.3, "EG"),
  SAJUB: site("port", 27.0, 49.7, "SA"),
  BEANR: site("port", 51.3, 4.3, "BE"),
  suez: site("passage", 30.5, 32.3),
  malacca: site("passage", 2.5, 101.5),
  "good-hope": site("passage", -35, 20),
};

/** A world of a few ports east and west of one canal, for tests of the language alone. */
export const localWorld: NetworkSource = {
  name: "world",
  closed: new Set(),
  sites: () => sites,
  nameOf: (id) => (id in sites ? (id === "suez" ? "Suez Canal" : id) : undefined),
  metres: (from, to, closed = new Set()) => {
    const [a, b] = [placeOf(from), placeOf(to)];
    if (closed.has("suez") && localWorld.passages(from, to).length > 0) return undefined;
    return a && b ? greatCircleMetres(a[0] ?? 0, a[1] ?? 0, b[0] ?? 0, b[1] ?? 0) : undefined;
  },
  directions: (id) => (sites[id]?.type === "passage" ? ["southbound", "northbound"] : []),
  passages: (from, to) => {
    const isWest = (spot: Spot): boolean => (placeOf(spot)?.[1] ?? 0) < 32;
    return isWest(from) === isWest(to) ? [] : ["suez"];
  },
};

function placeOf(spot: Spot): readonly number[] | undefined {
  return typeof spot === "string" ? sites[spot]?.at : spot;
}
