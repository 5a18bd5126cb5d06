import type { LinkSpec } from "#domain/world/site-fields";
import type { NetworkSource } from "#scenario/source/network-source";
import type { ById } from "#scenario/language/resolved";

/**
 * The names of the ways from which a passage is entered: those of the lanes of a data set first, then the
 * links of the scenario that touch it, in their order. So are the approaches of its gate numbered.
 */
export function directionsOf(
  passage: string,
  links: ById<LinkSpec>,
  source: NetworkSource | undefined,
): readonly string[] {
  const touching = Object.entries(links).filter(([, { from, to }]) => from === passage || to === passage);
  return [...(source?.directions(passage) ?? []), ...touching.map(([id]) => id)];
}

/** Whether vessels may come to the passage by this way: a one-way link that begins there brings nobody. */
export function mayArrive(passage: string, direction: string, links: ById<LinkSpec>): boolean {
  const link = links[direction];
  return link === undefined || !(link["one-way"] && link.from === passage);
}

/** What a data set calls directions; see `NetworkSource.directions`. */
export const laneDirections: readonly string[] = ["eastbound", "northbound", "southbound", "westbound"];
