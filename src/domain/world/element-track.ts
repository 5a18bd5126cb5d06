import type { Track } from "#base/elementary";

/** What is known of where things are. */
export interface Places {
  readonly siteAt: (site: string) => readonly number[] | undefined;
  readonly links: Readonly<Record<string, { readonly from: string; readonly to: string }>>;
}

/**
 * Where an element is, by its id: a station or passage at its site, a link along the great circle between its
 * ends. Undefined where coordinates are missing.
 */
export function elementTrack(element: string, { siteAt, links }: Places): Track | undefined {
  const link = links[element];
  const [site = element] = element.split(".");
  const points = (link === undefined ? [site] : [link.from, link.to]).map(siteAt);
  return points.every((point) => point !== undefined) ? points : undefined;
}
