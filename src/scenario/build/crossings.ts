import type { DistributionValue } from "#base/field";
import type { Crossing, Crossings } from "#domain/traffic/crossings";
import { createDistribution } from "#engine/random/distribution-kinds";
import type { Marks } from "#engine/random/mark";
import type { Purpose } from "#engine/random/purpose";
import type { RouteNetwork } from "#scenario/build/route-network";
import type { Resolved } from "#scenario/language/resolved";

/** The times of a scenario's passages, and of those of its links whose time is left to chance. */
export function crossingsOf(
  { network: { sites, links } }: Resolved,
  network: Pick<RouteNetwork, "passages" | "links">,
  marks: Marks,
): Crossings {
  const crossing = (
    time: DistributionValue | undefined,
    purpose: Purpose,
    place: string,
  ): Crossing | undefined => time && { time: createDistribution(time), mark: marks.at(purpose, place) };
  return {
    passages: network.passages.map((site) => crossing(sites[site]?.transit?.time, "transit", site)),
    links: network.links.map((link) => {
      const time = links[link]?.time;
      return crossing(time?.kind === "constant" ? undefined : time, "sail", link);
    }),
  };
}
