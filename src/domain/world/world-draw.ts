import type { DistributionValue, KindValue } from "#base/field";
import { createDistribution } from "#engine/random/distribution-kinds";
import type { Streams } from "#engine/random/stream";
import type { Draws } from "#engine/record/draws";

/**
 * Draws a value that describes the world, once a replication. `name` names what is drawn: `rate`, `start` ...
 */
export type WorldDraw = (value: DistributionValue, name: string) => number;

/**
 * The draws of one owner (`disruption/grounding`): each value has a stream of its own, `owner/name`, under
 * which `draws` notes what chance gave.
 */
export function worldDraw(streams: Streams, owner: string, draws: Draws): WorldDraw {
  return (value, name) => {
    if (value.kind === "constant") return value["value"] as number; // the constant's one field
    const address = `${owner}/${name}`;
    const given = createDistribution(value).quantile(streams.at(address).uniform());
    draws.add(address, given);
    return given;
  };
}

/** Arrivals whose rate is a distribution, with the rate of this replication in its place. */
export function withRateDrawn(arrivals: KindValue, draw: (rate: DistributionValue) => number): KindValue {
  const rate = arrivals["rate"];
  if (typeof rate !== "object" || rate === null || !("kind" in rate)) return arrivals;
  return { ...arrivals, rate: { kind: "constant", value: draw(rate as DistributionValue) } }; // by its shape
}
